package language

import (
	"testing"

	"proba/scenarios"
)

// hearOne hears one phrase of these patterns in a written reply.
func hearOne(t testing.TB, language string, patterns []string, reply Reply) Hearing {
	t.Helper()
	p := scenarios.Phrase{Name: "p", Languages: []string{language}}
	for _, s := range patterns {
		p.Patterns = append(p.Patterns, mustPattern(t, s))
	}
	r, err := New([]scenarios.Phrase{p}, Options{Languages: []string{language}})
	if err != nil {
		t.Fatal(err)
	}
	return r.Hear(reply).Hearings[0]
}

func TestNegationInPatterns(t *testing.T) {
	tests := []struct {
		name, language, pattern, reply string
		want                           Verdict
	}{
		{"a negator three words before refuses", "it", "(mi/ci) dispiace", "Non mi dispiace affatto.", No},
		{"a negator four words before does not", "it", "(mi/ci) scus*", "Non so proprio se mi scuseranno.", Certain},
		{"a negator inside refuses", "it", "(reso/restitu*) ... gratuit*", "Il reso non è gratuito.", No},
		{"a refusal reaches eight words", "en", "{number} days", "I cannot promise an answer in 3 days, but we will write.", No},
		{"a refusal ends at a comma", "it", "{numero} giorni", "Non posso dirle altro, le rispondiamo entro 3 giorni.", Certain},
		{"a contracted negation refuses", "en", "(refund/money) ... new (plates/pieces)", "We can't refund you or send new plates.", No},
		{"cannot refuses", "en", "new (plates/pieces) ... (refund/money)", "You cannot have new plates or a refund.", No},
		{"an idiom does not negate", "en", "(we/i) refund", "No problem we refund you.", Certain},
		{"no with a comma does not negate", "en", "(we/i) refund", "No, we refund you.", Certain},
		{"a deadline with no later than is given", "en", "{number} days", "No later than 3 days.", Certain},
		{"Italian negator in its clause only", "it", "le rimborsiamo", "Non è un problema; le rimborsiamo tutto.", Certain},
		{"Russian refusal", "ru", "верн* ... деньги", "К сожалению, не могу вернуть вам деньги.", No},
		{"Russian statement", "ru", "верн* ... деньги", "Мы вернём вам деньги завтра.", Certain},
		{"Romanian n- negates", "ro", "am gresit", "N-am greșit cu nimic.", No},
		{"Romanian without diacritics", "ro", "îmi cer scuze", "Imi cer scuze pentru intarziere.", Certain},
		{"Romanian cedilla", "ro", "vă mulțumesc", "Vă mulţumesc frumos.", Certain},
		{"German late negator", "de", "auskunft geben", "Ich kann Ihnen leider nicht Auskunft geben.", No},
		{"German kein", "de", "rückerstattung", "Sie bekommen keine Rückerstattung.", No},
		{"French ne pas", "fr", "rembours*", "Nous ne vous remboursons pas.", No},
		{"Spanish no", "es", "devolv*", "No le devolvemos el dinero.", No},
		{"own negator is exempt", "it", "non (posso/possiamo) ... (informazioni/dati)", "Mi dispiace, non posso dare informazioni.", Certain},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hearOne(t, tt.language, []string{tt.pattern}, Reply{Text: tt.reply, Typed: true})
			if got.Verdict != tt.want {
				t.Errorf("Hear(%q) for %q = %v, want %v", tt.reply, tt.pattern, got, tt.want)
			}
		})
	}
}
