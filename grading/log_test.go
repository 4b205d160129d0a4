package grading

import (
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// moment is a fact at a time, in seconds from the start.
type moment struct {
	at   float64
	fact engine.Fact
}

// logOf numbers moments and puts a Started of a phone practice before them.
func logOf(moments ...moment) []engine.Event {
	return logFrom(engine.Started{Channel: scenarios.Phone, Mode: engine.Practice, Patience: 6, TimeFactor: 100}, moments...)
}

func logFrom(opened engine.Started, moments ...moment) []engine.Event {
	log := []engine.Event{{Number: 1, Fact: opened}}
	for i, m := range moments {
		log = append(log, engine.Event{Number: i + 2, At: seconds64(m.at), Fact: m.fact})
	}
	return log
}

func seconds64(s float64) time.Duration { return time.Duration(s*1000) * time.Millisecond }

// reply is an understood reply. Each entry of heard is "PHRASE" or "PHRASE verdict" or "PHRASE why", in the sentence
// with its own number; an entry "|" begins the next sentence.
func replyWith(heard ...string) engine.Replied {
	r := engine.Replied{Text: strings.Join(heard, " "), Understood: true, Delay: -1}
	sentence := 1
	for _, h := range heard {
		if h == "|" {
			sentence++
			continue
		}
		r.Hearings = append(r.Hearings, hearing(h, sentence))
	}
	return r
}

func hearing(text string, sentence int) language.Hearing {
	phrase, how, _ := strings.Cut(text, " ")
	h := language.Hearing{Phrase: phrase, Sentence: sentence, Verdict: language.Certain, Why: language.WhyPattern, Words: phrase}
	switch how {
	case "":
	case "likely", "unsure":
		h.Verdict, h.Why = language.Verdict(how), language.WhyModel
	case "blind":
		h.Verdict, h.Why, h.Sentence = language.No, language.WhyBlind, 0
	default:
		h.Verdict, h.Why = language.No, language.Why(how)
	}
	return h
}

func says(phrase string, mods ...scenarios.Modifier) scenarios.Sentence {
	return scenarios.Sentence{Verb: scenarios.VerbSays, Name: scenarios.Ref{Name: phrase}, Mods: mods}
}

func does(verb scenarios.Verb, name string, mods ...scenarios.Modifier) scenarios.Sentence {
	return scenarios.Sentence{Verb: verb, Name: scenarios.Ref{Name: name}, Mods: mods}
}

// items numbers bullets of one sentence each.
func items(sentences ...scenarios.Sentence) []scenarios.Item {
	var all []scenarios.Item
	for i, s := range sentences {
		all = append(all, scenarios.Item{Number: i + 1, Any: []scenarios.Clause{{s}}})
	}
	return all
}

func measured(m scenarios.Measure) []scenarios.Item {
	return []scenarios.Item{{Number: 1, Measure: m}}
}

// scenarioOf is a scenario of these criteria with the pass mark "no fatal criterion".
func scenarioOf(criteria ...scenarios.Criterion) *scenarios.Scenario {
	return &scenarios.Scenario{
		Meta:     scenarios.Meta{ID: "made-up", Version: "1.0.0"},
		Rubric:   &scenarios.Rubric{},
		Criteria: criteria,
		Pass:     []scenarios.PassRule{scenarios.NoFatal{}},
	}
}

// markOf grades one criterion over a log.
func markOf(t testing.TB, c scenarios.Criterion, log []engine.Event) Mark {
	t.Helper()
	if c.Points == 0 {
		c.Points = 10
	}
	ev := Grade(scenarioOf(c), log)
	if len(ev.Marks) != 1 {
		t.Fatalf("Grade gave %d marks, want 1", len(ev.Marks))
	}
	return ev.Marks[0]
}

// sentenceMark grades a criterion whose only evidence is that sentence.
func sentenceMark(t testing.TB, s scenarios.Sentence, log []engine.Event) MarkValue {
	t.Helper()
	return markOf(t, scenarios.Criterion{AllOf: items(s)}, log).Mark
}
