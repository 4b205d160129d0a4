package language

import (
	"testing"

	"proba/scenarios"
)

// hearFact hears a phrase that wants the fact cost, 9,90 €, beside the fact back, 6,50 €.
func hearFact(t *testing.T, text string) Hearing {
	t.Helper()
	p := scenarios.Phrase{Name: "p", Languages: []string{"it"}, Facts: []scenarios.Ref{{Name: "costo"}}}
	p.Patterns = []scenarios.Pattern{mustPattern(t, "spedizione")}
	facts := []scenarios.Fact{{Name: "costo", Value: "9,90 €"}, {Name: "ritorno", Value: "6,50 €"}}
	r, err := New([]scenarios.Phrase{p}, Options{Languages: []string{"it"}, Facts: facts})
	if err != nil {
		t.Fatal(err)
	}
	return r.Hear(Reply{Text: text, Typed: true, Facts: map[string]string{"costo": "9,90 €", "ritorno": "6,50 €"}}).Hearings[0]
}

func TestFactsOfAPhrase(t *testing.T) {
	tests := []struct {
		name, text string
		want       Verdict
		found      string
	}{
		{"the right value", "La spedizione costa 9,90 euro.", Certain, ""},
		{"in another sentence", "La spedizione arriva domani. Sono 9,90 €.", Certain, ""},
		{"beside another fact", "La spedizione costa 9,90 € e il ritorno 6,50 €.", Certain, ""},
		{"beside a stranger", "La spedizione costa 9,90 € o forse 7 €.", Unsure, "7 €"},
		{"only a stranger", "La spedizione costa 5,90 €.", No, "5,90 €"},
		{"absent", "La spedizione costa poco.", No, ""},
		{"bare with decimals", "La spedizione costa 9,90.", Certain, ""},
		{"another kind is no stranger", "La spedizione costa 9,90 € e arriva in 3 giorni.", Certain, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hearFact(t, tt.text)
			if got.Verdict != tt.want || got.Found != tt.found {
				t.Errorf("Hear(%q) = %s found %q, want %s found %q", tt.text, got.Verdict, got.Found, tt.want, tt.found)
			}
			if tt.want != Certain && got.Expected != "9,90 €" {
				t.Errorf("expected value = %q, want 9,90 €", got.Expected)
			}
		})
	}
}

func TestFactInPatternInAnyUsualForm(t *testing.T) {
	facts := map[string]string{"num": "LR-20417", "giorni": "3"}
	tests := []struct {
		name, pattern, text string
		want                Verdict
	}{
		{"a reference with a blank", "{num}", "Il suo numero è LR 20417.", Certain},
		{"a reference run together", "{num}", "numero lr20417", Certain},
		{"another reference", "{num}", "Il suo numero è LR-20471.", No},
		{"a number in words", "{giorni} giorni", "Risponderemo in tre giorni.", Certain},
		{"the end of another number", "{giorni} giorni", "Risponderemo in 13 giorni.", No},
		{"one half of a price", "{giorni}", "Costa 3,50 euro.", No},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := hearOne(t, "it", []string{tt.pattern}, Reply{Text: tt.text, Typed: true, Facts: facts}); got.Verdict != tt.want {
				t.Errorf("Hear(%q) = %+v, want %s", tt.text, got, tt.want)
			}
		})
	}
}
