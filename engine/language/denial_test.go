package language

import (
	"slices"
	"testing"
)

// denialIn reads what a text of a language denies.
func denialIn(language, text string) (*text, denial) {
	t, tongue := readText(text, true), tongueOf(language)
	return t, readDenial(readPolarity(t, tongue), tongue)
}

// TestWordsDenied asks of one word of a real reply whether it is denied.
func TestWordsDenied(t *testing.T) {
	tests := []struct {
		name, language, text, word string
		want                       bool
	}{
		{"one negator", "it", "Non posso bloccare la carta da qui.", "bloccare", true},
		{"a word that goes with a negator takes nothing back", "it", "Non lo dica mai a nessuno.", "dica", true},
		{"it denies alone", "it", "Nessuno le ha bloccato la carta.", "bloccato", true},
		{"concord in Romanian", "ro", "Nu vă oprim niciodată energia.", "energia", true},
		{"concord in Russian", "ru", "Никто вам деньги не вернёт.", "вернет", true},
		{"both halves of a French negator", "fr", "Nous ne remboursons pas les billets.", "billets", true},
		{"concord in Spanish", "es", "No le devolvemos nunca el dinero.", "dinero", true},
		{"without after a negator affirms", "ro", "Nu se ia niciodată fără apă.", "apa", false},
		{"what stands before it stays denied", "ro", "Nu se ia niciodată fără apă.", "ia", true},
		{"German without", "de", "Kommen Sie nicht ohne Ausweis.", "ausweis", false},
		{"Russian double negation", "ru", "Не могу не поблагодарить вас за сигнал.", "поблагодарить", false},
		{"a relative clause after nothing", "de", "Es gibt nichts an diesem Schaden, was wir Ihnen nicht bezahlen werden.", "bezahlen", false},
		{"there is no reason why not", "en", "There's no reason why you couldn't pay it off in smaller amounts.", "pay", false},
		{"no reasons not to", "ru", "Не вижу причин, почему бы нам не отложить ваш платёж до июня.", "отложить", false},
		{"there is none alone denies", "en", "There is no refund for this ticket.", "refund", true},
		{"a verb that refuses", "en", "We declined the refund.", "refund", true},
		{"a refusal denied", "it", "Non è vietato dare il PIN a qualcuno di famiglia.", "pin", false},
		{"do not forget", "en", "Don't forget your passport.", "passport", false},
		{"an idiom", "de", "Nichts für ungut, aber starten Sie das Gerät bitte neu.", "starten", false},
		{"a polite condition", "en", "If you don't mind my asking, was the purchase yours?", "purchase", false},
		{"haste", "ru", "Не тяните, пожалуйста, смените пароль.", "смените", false},
		{"a negator of persons", "de", "Wir können am Dienstag niemanden schicken.", "schicken", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, d := denialIn(tt.language, tt.text)
			at := slices.IndexFunc(text.tokens, func(tok token) bool { return tok.text == tt.word })
			if at < 0 {
				t.Fatalf("%q does not hold %q", tt.text, tt.word)
			}
			if got := d.leans[at].denied; got != tt.want {
				t.Errorf("%q of %q denied = %v, want %v", tt.word, tt.text, got, tt.want)
			}
		})
	}
}

// TestNegatorsThatAffirm wants pairs of negators to leave nothing denied around them.
func TestNegatorsThatAffirm(t *testing.T) {
	tests := []struct {
		language, text string
		want           bool
	}{
		{"en", "There is no damage the warranty doesn't cover.", false},
		{"de", "Es gibt keine einzige Gebühr, die Sie nicht schon kennen.", false},
		{"it", "Non è vietato dare il PIN a qualcuno di famiglia.", false},
		{"ru", "Не могу не поблагодарить вас.", false},
		{"en", "It isn't your fault and you needn't pay, no.", true},
		{"ro", "Nu vă putem da niciun voucher.", true},
		{"it", "Non c'è nessuno che le possa rispondere.", true},
	}
	for _, tt := range tests {
		if _, d := denialIn(tt.language, tt.text); slices.Contains(d.denies, true) != tt.want {
			t.Errorf("%q denies something = %v, want %v", tt.text, !tt.want, tt.want)
		}
	}
}

// TestDenialEndsAtAComma keeps what one part of a clause denies from the next.
func TestDenialEndsAtAComma(t *testing.T) {
	text, d := denialIn("ru", "Это не к нам, звоните в водоканал.")
	for i, want := range map[string]bool{"нам": true, "звоните": false} {
		at := slices.IndexFunc(text.tokens, func(tok token) bool { return tok.text == i })
		if got := d.leans[at].near; got != want {
			t.Errorf("denial near %q = %v, want %v", i, got, want)
		}
	}
}

func TestOpposesNeedsExamplesThatSayItOtherwise(t *testing.T) {
	denied, plain := lean{denied: true, near: true}, lean{}
	tests := []struct {
		name   string
		word   coreWord
		stance lean
		want   float64
	}{
		{"denied where examples affirm", coreWord{}, denied, 1},
		{"denied where examples deny", coreWord{denied: 1, near: 1}, denied, 0},
		{"denied where they deny something beside it", coreWord{near: 1}, denied, 0},
		{"affirmed where examples deny", coreWord{denied: 1, near: 1}, plain, 1},
		{"affirmed where half of them deny", coreWord{denied: 0.5, near: 0.5}, plain, 0},
	}
	for _, tt := range tests {
		if got := tt.word.opposes(tt.stance); got != tt.want {
			t.Errorf("%s: opposes = %v, want %v", tt.name, got, tt.want)
		}
	}
}
