package language

import (
	"testing"

	"proba/scenarios"
)

// departure is a phrase whose examples write the time of a flight in figures.
func departure(t *testing.T) *Recogniser {
	t.Helper()
	p := scenarios.Phrase{Name: "vola", Languages: []string{"it"}, Facts: []scenarios.Ref{{Name: "partenza"}}}
	for _, text := range []string{
		"Il suo volo parte alle 18:40.", "L'aereo decolla alle 18:40, signora.", "Si parte alle 18:40 in punto.", "La partenza è prevista per le 18:40.",
		"Le confermo che il volo parte alle 18:40.", "Il decollo è fissato alle 18:40.",
	} {
		p.Examples = append(p.Examples, scenarios.Utterance{Text: text})
	}
	r, err := New([]scenarios.Phrase{p}, Options{Languages: []string{"it"}, Facts: []scenarios.Fact{{Name: "partenza", Value: "18.40"}}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestModelReadsAFactInTheNotationOfTheExamples hears a value said in words as surely as one in figures, and cites the
// words of the trainee.
func TestModelReadsAFactInTheNotationOfTheExamples(t *testing.T) {
	r := departure(t)
	hear := func(text string) Hearing {
		return r.Hear(Reply{Text: text, Typed: true, Facts: map[string]string{"partenza": "18:40"}}).Hearings[0]
	}
	figures, words := hear("Il volo parte alle 18:40."), hear("Il volo parte alle sette meno venti di sera.")
	if !figures.Verdict.Heard() || words.Verdict != figures.Verdict || words.Confidence != figures.Confidence {
		t.Errorf("in figures %s %.2f, in words %s %.2f, want both heard alike", figures.Verdict, figures.Confidence, words.Verdict, words.Confidence)
	}
	if want := "Il volo parte alle sette meno venti di sera"; words.Words != want || words.Span != [2]int{0, len(want)} || words.Sentence != 1 {
		t.Errorf("cites %q at %v in sentence %d, want the reply itself", words.Words, words.Span, words.Sentence)
	}
	const long = "Buongiorno signora, ho controllato la prenotazione e va tutto bene, anche il posto vicino al finestrino che aveva chiesto ieri. " +
		"La valigia grande va in stiva, quella piccola la tiene con sé e non paga nulla, come le ha già detto il collega. Il volo parte alle "
	later, asWritten := hear(long+"sette meno venti."), hear(long+"18:40.")
	if later.Sentence != 3 || later.Sentence != asWritten.Sentence || later.Words != "Il volo parte alle sette meno venti" {
		t.Errorf("cites %q in sentence %d, want sentence %d", later.Words, later.Sentence, asWritten.Sentence)
	}
	if wrong := hear("Il volo parte alle sette e venti di sera."); wrong.Verdict != No || wrong.Why != WhyFact {
		t.Errorf("another time: %s %s, want no for the fact", wrong.Verdict, wrong.Why)
	}
	if r.Hear(Reply{Text: "Il volo parte alle sette meno venti di sera.", Typed: true, Facts: map[string]string{"partenza": "18:40"}}).Hearings[0].For == nil {
		t.Error("nothing explains the decision")
	}
}

func TestPlacesInARestatedReply(t *testing.T) {
	// "alle sette meno venti ok" restated as "alle 18:40 ok"
	s := restatement{edits: []edit{{from: 5, to: 21, length: 5, value: "18:40"}}}
	for _, tt := range []struct{ restated, own [2]int }{
		{[2]int{0, 13}, [2]int{0, 24}}, {[2]int{0, 10}, [2]int{0, 21}}, {[2]int{5, 10}, [2]int{5, 21}}, {[2]int{11, 13}, [2]int{22, 24}},
		{[2]int{0, 4}, [2]int{0, 4}}, {[2]int{7, 13}, [2]int{5, 24}}, {[2]int{0, 7}, [2]int{0, 21}},
	} {
		if got := s.back(tt.restated); got != tt.own {
			t.Errorf("back(%v) = %v, want %v", tt.restated, got, tt.own)
		}
	}
}
