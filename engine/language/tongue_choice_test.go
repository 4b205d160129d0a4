package language

import "testing"

func TestLanguageOfAReply(t *testing.T) {
	all := []string{"it", "ro", "ru", "en", "de"}
	tests := []struct {
		name, text, before string
		languages          []string
		want               string
	}{
		{"Italian", "Le rispondiamo entro tre giorni con una mail.", "", all, "it"},
		{"Romanian", "Vă răspundem în cel mult trei zile prin e-mail.", "", all, "ro"},
		{"Romanian without diacritics", "Va raspundem in cel mult trei zile prin e-mail.", "", all, "ro"},
		{"Russian", "Мы ответим вам в течение трёх дней.", "", all, "ru"},
		{"English", "We will answer you within three days.", "", all, "en"},
		{"German", "Wir antworten Ihnen in drei Tagen per Mail.", "", all, "de"},
		{"below three words the one before", "Order number?", "en", []string{"it", "en"}, "en"},
		{"below three words at first the first", "Order number?", "", []string{"it", "en"}, "it"},
		{"a tie", "numero ordine LR-20417", "en", []string{"it", "en"}, "en"},
		{"only among the scenario's", "We will answer you within three days.", "", []string{"it", "ro"}, "it"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(Reply{Text: tt.text, Before: tt.before}, tt.languages).language; got != tt.want {
				t.Errorf("language of %q = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestPhraseIsBlindWithoutPatternsInTheLanguage(t *testing.T) {
	got := hearIn(t, []string{"it", "en"}, phraseOf(t, "p", "it", "numero ordine"), "Could you tell me what it is about?")
	if got.Verdict != No || got.Why != WhyBlind {
		t.Errorf("hearing = %+v, want blind", got)
	}
}

func TestForeignLanguageLowersCertain(t *testing.T) {
	got := hearIn(t, []string{"it"}, phraseOf(t, "p", "it", "{importo}"), "The delivery of the parcel is 9,90 € for you.")
	if got.Verdict != Unsure || len(got.Guards) != 1 || got.Guards[0] != GuardWrongLanguage {
		t.Errorf("hearing = %+v, want unsure by the wrong language", got)
	}
}

func TestForeignLanguageIsNoticed(t *testing.T) {
	tests := []struct {
		name, text string
		languages  []string
		want       string
	}{
		{"English in an Italian scenario", "The return shipping costs 6.50 euros for you.", []string{"it"}, "en"},
		{"Italian in an English scenario", "Il ritorno costa nove euro e lo paga lei.", []string{"en"}, "it"},
		{"Latin letters in a Russian scenario", "Your contract number, please", []string{"ru"}, "en"},
		{"Cyrillic letters in a Romanian scenario", "Ваш номер договора", []string{"ro"}, "ru"},
		{"names are no language", "Lario LR-20417 Alba", []string{"ru"}, ""},
		{"the scenario's own", "Le rispondiamo entro tre giorni con una mail.", []string{"it"}, ""},
		{"either of two", "We will answer you within three days.", []string{"it", "en"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(Reply{Text: tt.text}, tt.languages).foreign; got != tt.want {
				t.Errorf("foreign language of %q = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}
