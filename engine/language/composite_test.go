package language

import (
	"testing"

	"proba/scenarios"
)

func TestAFactOfSeveralValues(t *testing.T) {
	tests := []struct {
		language, fact, text string
		present, fine        bool
	}{
		{"it", "14 maggio alle 10:30", "La aspettiamo il quattordici maggio, alle dieci e mezza.", true, true},
		{"it", "14 maggio alle 10:30", "Alle 10.30 del 14/5.", true, true},
		{"it", "14 maggio alle 10:30", "La aspettiamo il quattordici maggio.", false, false},
		{"it", "14 maggio alle 10:30", "Alle dieci e mezza del quindici maggio.", false, false},
		{"ro", "9 octombrie, ora 10:00", "Vă așteptăm pe nouă octombrie la ora zece dimineața.", true, true},
		{"ro", "9 octombrie, ora 10:00", "Vă așteptăm pe nouă octombrie la ora unsprezece dimineața.", false, false},
		{"de", "Freitag, 9. Oktober, 14 Uhr", "Am neunten Oktober um zwei Uhr nachmittags.", true, true},
		{"de", "Freitag, 9. Oktober, 14 Uhr", "Am neunten Oktober um drei Uhr nachmittags.", false, false},
		{"ru", "25 июня, 16:20", "Двадцать пятого июня в шестнадцать двадцать.", true, true},
		{"en", "9 October at 4 pm", "On the ninth of October, at four in the afternoon.", true, true},
		{"en", "9 October at 4 pm", "On the ninth of October at 4 pm, or was it 10 October?", true, false},
		{"it", "lunedì-venerdì 9:00-18:00", "Siamo aperti dalle nove alle diciotto.", true, true},
		{"ro", "09:00-18:00", "De la nouă dimineața la șase seara.", true, true},
		{"en", "9 am to 5:30 pm", "We're open from nine in the morning until half past five.", true, true},
		{"en", "9 am to 5:30 pm", "We're open from nine in the morning until half past six.", false, false},
		{"it", "piano 3, stanza 12", "piano tre, stanza dodici", false, false}, // says more than its values: a text
	}
	for _, tt := range tests {
		p := scenarios.Phrase{Name: "p", Languages: []string{tt.language}, Facts: []scenarios.Ref{{Name: "f"}}}
		r, err := New([]scenarios.Phrase{p}, Options{Languages: []string{tt.language}})
		if err != nil {
			t.Fatal(err)
		}
		check := r.checkFact("f", r.read(Reply{Text: tt.text, Typed: true, Facts: map[string]string{"f": tt.fact}}))
		if check.present != tt.present || check.fine != tt.fine {
			t.Errorf("%s: %s in %q: present %v, fine %v (found %q), want %v and %v", tt.language, tt.fact, tt.text, check.present, check.fine, check.found, tt.present, tt.fine)
		}
	}
}
