package scenarios

import (
	"strings"
	"testing"
)

func TestMeasuresOfStyleInFiveLanguages(t *testing.T) {
	tests := []struct {
		lang, text string
		want       Measure
	}{
		{"en", "Gulpease at least 60", Gulpease{60}}, {"it", "Gulpease almeno 60", Gulpease{60}}, {"ro", "indice Gulpease cel puțin 60", Gulpease{60}},
		{"ru", "индекс Gulpease не менее 60", Gulpease{60}}, {"de", "mindestens 60 Gulpease", Gulpease{60}},
		{"en", "Flesch at least 50", Flesch{50}}, {"it", "indice di Flesch almeno 50", Flesch{50}}, {"ro", "Flesch cel puțin 50", Flesch{50}},
		{"ru", "индекс Флеша не менее 50", Flesch{50}}, {"de", "Flesch mindestens 50", Flesch{50}},
		{"en", "LIX at most 40", LIX{40}}, {"it", "LIX al massimo 40", LIX{40}}, {"ro", "LIX cel mult 40", LIX{40}}, {"ru", "LIX не более 40", LIX{40}},
		{"de", "LIX höchstens 40", LIX{40}},
		{"en", "formal address at least 90%", AddressesAs{Percent: 90}}, {"it", "forma di cortesia almeno 90%", AddressesAs{Percent: 90}},
		{"ro", "adresare politicoasă cel puțin 90%", AddressesAs{Percent: 90}}, {"ru", "обращение на вы не менее 90%", AddressesAs{Percent: 90}},
		{"de", "förmliche Anrede mindestens 90%", AddressesAs{Percent: 90}},
		{"en", "informal address at least 90%", AddressesAs{true, 90}}, {"it", "dà del tu almeno 90%", AddressesAs{true, 90}},
		{"ro", "adresare cu tu cel puțin 90%", AddressesAs{true, 90}}, {"ru", "обращение на ты не менее 90%", AddressesAs{true, 90}},
		{"de", "Anrede mit du mindestens 90%", AddressesAs{true, 90}},
	}
	for _, tt := range tests {
		var got Measure
		for _, found := range lookupAll("measure", tt.text) {
			if found.lang == tt.lang {
				got, _ = measureOf(found)
			}
		}
		if got != tt.want {
			t.Errorf("%q in %s = %#v, want %#v", tt.text, tt.lang, got, tt.want)
		}
	}
}

// inChat is the test pack as a chat with another measure in the place of one it has.
func inChat(t *testing.T, channel, measure string) string {
	t.Helper()
	fsys := packIn(t, "en")
	text := strings.Replace(string(fsys["scenario.md"].Data), "channel: phone", "channel: "+channel, 1)
	text = strings.Replace(text, "  - full sentences at least 70%", "  - "+measure, 1)
	fsys["scenario.md"].Data = []byte(text)
	_, problems := Load(fsys)
	for _, p := range problems {
		if p.Code == "C316" || p.Code == "C317" {
			return string(p.Code) + " " + p.Message
		}
	}
	return ""
}

func TestAMeasureWithoutALanguageOrStopsIsTold(t *testing.T) {
	for _, tt := range []struct{ channel, measure, want string }{
		{"chat", "Flesch at least 50", ""},
		{"chat", "LIX at most 40", ""},
		{"phone", "LIX at most 40", "C317"},
		{"chat", "Gulpease at least 60", "C316"},
		{"phone", "Gulpease at least 60", "C316"},
		{"chat", "formal address at least 90%", "C316"},
	} {
		if got := inChat(t, tt.channel, tt.measure); !strings.HasPrefix(got, tt.want) || (tt.want == "") != (got == "") {
			t.Errorf("%s by %s: %q, want %q", tt.measure, tt.channel, got, tt.want)
		}
	}
}
