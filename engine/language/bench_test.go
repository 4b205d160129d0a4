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

// BenchmarkHearFacts hears replies with the fact of every phrase in words, and as many values beside it.
func BenchmarkHearFacts(b *testing.B) {
	phrases, facts := benchPhrases(), []scenarios.Fact{{Name: "giorni", Value: "3 giorni"}, {Name: "ora", Value: "18:40"}, {Name: "costo", Value: "9,90 €"}}
	values := map[string]string{}
	for i := range phrases {
		phrases[i].Facts = []scenarios.Ref{{Name: facts[i%len(facts)].Name}}
	}
	for _, f := range facts {
		values[f.Name] = f.Value
	}
	r, err := New(phrases, Options{Languages: []string{"it"}, Facts: facts})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for range 20 {
			r.Hear(Reply{Text: "Buongiorno, le confermo il rimborso del pacco in 3 giorni, alle 18:40, e costa 9,90 euro. Il numero 20417 resta.",
				Typed: true, Facts: values})
		}
	}
}
