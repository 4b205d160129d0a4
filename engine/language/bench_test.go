package language

import (
	"fmt"
	"strings"
	"testing"

	"proba/scenarios"
)

// benchPhrases makes ten phrases of ten examples each.
func benchPhrases() []scenarios.Phrase {
	acts := []string{"il rimborso del pacco", "la consegna del piatto", "il numero dell'ordine", "una foto del danno", "la garanzia legale",
		"il nuovo indirizzo", "la fattura di marzo", "lo sconto del cliente", "il reso gratuito", "la sostituzione del pezzo"}
	verbs := []string{"le confermo", "possiamo offrirle", "mi serve subito", "le mando oggi", "dobbiamo verificare insieme", "vorrei capire meglio",
		"ha ragione su", "troviamo adesso", "le spiego con calma", "preparo con i colleghi"}
	var all []scenarios.Phrase
	for i, act := range acts {
		p := scenarios.Phrase{Name: act, Languages: []string{"it"}}
		for j, verb := range verbs {
			p.Examples = append(p.Examples, scenarios.Utterance{Text: fmt.Sprintf("Allora, %s %s entro %d giorni, va bene?", verb, act, i+j)})
		}
		all = append(all, p)
	}
	return all
}

func BenchmarkTrainScenario(b *testing.B) {
	phrases := benchPhrases()
	for b.Loop() {
		if _, err := New(phrases, Options{Languages: []string{"it"}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHearCall hears twenty turns with ten phrases.
func BenchmarkHearCall(b *testing.B) {
	r, err := New(benchPhrases(), Options{Languages: []string{"it"}})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for range 20 {
			r.Hear(Reply{Text: "Buongiorno, sono Anna. Mi dispiace per il ritardo, le confermo il rimborso del pacco entro 3 giorni. Va bene così?", Typed: true})
		}
	}
}

// BenchmarkHearHostile hears four kilobytes of the shortest sentences and negators.
func BenchmarkHearHostile(b *testing.B) {
	r, err := New(benchPhrases(), Options{Languages: []string{"it"}})
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Non posso, le mando oggi il rimborso 3. ", 200)
	for b.Loop() {
		r.Hear(Reply{Text: text, Typed: true})
	}
}
