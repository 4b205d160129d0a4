package language

import (
	"testing"

	"proba/scenarios"
)

// ticketPhrase asks for a ticket; only what is said around it tells who asks whom.
func ticketPhrase() scenarios.Phrase {
	p := scenarios.Phrase{Name: "asks for the cloakroom ticket", Languages: []string{"en"}}
	for _, s := range []string{"Could I have your cloakroom ticket, please?", "Do you have the ticket with you?", "May I see your ticket?",
		"I need your cloakroom ticket first.", "Please show me the ticket you were given.", "Can you hand me the ticket?"} {
		p.Examples = append(p.Examples, scenarios.Utterance{Text: s})
	}
	for _, s := range []string{"Here is your ticket.", "Keep the ticket until you leave.", "The ticket costs two pounds."} {
		p.Not = append(p.Not, scenarios.Utterance{Text: s})
	}
	return p
}

// evidenceOf is the evidence for the first of the phrases in a reply of one sentence.
func evidenceOf(t *testing.T, text string, phrases ...scenarios.Phrase) evidence {
	t.Helper()
	r, err := New(phrases, Options{Languages: []string{"en"}})
	if err != nil {
		t.Fatal(err)
	}
	m, reading := r.models["en"], r.read(Reply{Text: text, Typed: true})
	return m.glance(0, m.examine(reading, reading.window(0, 0)))
}

func TestLikenessTellsExamplesCounterExamplesAndRivalsApart(t *testing.T) {
	tests := []struct {
		name, text          string
		own, counter, rival bool
	}{
		{"an example", "May I see your ticket?", true, false, false},
		{"a counter-example", "Keep the ticket until you leave.", false, true, false},
		{"what another phrase says", "May I put you on hold for a minute while I check?", false, false, true},
		{"none of them", "Our museum opens at nine on Sundays.", false, false, false},
	}
	const same = 0.99 // the sum of the squares of a vector of length one
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := evidenceOf(t, tt.text, ticketPhrase(), holdPhrase())
			if got := [3]bool{e.alike > same, e.counter > same, e.rival > same}; got != [3]bool{tt.own, tt.counter, tt.rival} {
				t.Errorf("%q is as an example, a counter-example, a rival: %v (%.2f %.2f %.2f)", tt.text, got, e.alike, e.counter, e.rival)
			}
		})
	}
}

func TestMoreCounterExamplesTellMore(t *testing.T) {
	with, without := ticketPhrase(), ticketPhrase()
	without.Not = nil
	const text = "Could I see the cloakroom ticket?"
	a, b := evidenceOf(t, text, with), evidenceOf(t, text, without)
	if a.untaught != 0.25 || b.untaught != 1 {
		t.Errorf("untaught with three and no counter-examples = %v and %v, want .25 and 1", a.untaught, b.untaught)
	}
}

// Length alone must never make a reply likely: the words of the matter, spread over a speech that does not do the act.
func TestALongReplyAroundTheMatterIsNotLikely(t *testing.T) {
	for _, text := range []string{
		"The ticket is that little pink slip with the number on it. At the top you find the date, below it the number of coats. On the back are our opening hours, and the wifi code.",
		"People lose their tickets all the time, you would not believe it. Last week a gentleman found his in the bin of the café. We have a whole box of coats nobody ever came back for.",
	} {
		if got := hearIn(t, []string{"en"}, ticketPhrase(), text); got.Verdict.Heard() {
			t.Errorf("Hear(%q) = %s %.2f, want it not heard", text, got.Verdict, got.Confidence)
		}
	}
}
