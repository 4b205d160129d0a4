package prove

import (
	"strconv"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// difference is one expectation of a test that did not come true.
type difference struct {
	// what is the id of the expectation, as in Expectations.At.
	what          string
	expected, got string
}

// differences compares what a test expects with how it came out, in the order of SEMANTICS 55.
func differences(t scenarios.Test, played Played) []difference {
	e, ev := t.Expect, played.Evaluation
	var all []difference
	add := func(what, expected, got string) { all = append(all, difference{what, expected, got}) }
	if e.Result != "" && e.Result != ev.Result {
		add("result", string(e.Result), string(ev.Result))
	}
	if e.Score != nil && !e.Score.Has(ev.Score) {
		add("score", rangeText(*e.Score), strconv.Itoa(ev.Score))
	}
	if e.Patience != nil && !e.Patience.Has(ev.Patience) {
		add("patience", rangeText(*e.Patience), strconv.Itoa(ev.Patience))
	}
	if e.EndsIn.Name != "" && e.EndsIn.Name != ev.EndsIn {
		add("ends-in", e.EndsIn.Name, ev.EndsIn)
	}
	for _, r := range e.Met {
		if m := markOf(ev, r.Name); m != grading.Met {
			add("met", r.Name, string(m))
		}
	}
	for _, r := range e.Missed {
		if m := markOf(ev, r.Name); m != grading.NotMet {
			add("missed", r.Name, string(m))
		}
	}
	return append(all, logDifferences(e, played.Log)...)
}

func logDifferences(e scenarios.Expectations, log []engine.Event) []difference {
	var all []difference
	for _, r := range e.PassesThrough {
		if !passes(log, r.Name) {
			all = append(all, difference{what: "passes-through", expected: r.Name})
		}
	}
	for _, r := range e.Recognised {
		if !recognised(log, r.Name) {
			all = append(all, difference{what: "recognised", expected: r.Name})
		}
	}
	for _, r := range e.NotRecognised {
		if recognised(log, r.Name) {
			all = append(all, difference{what: "not-recognised", expected: r.Name})
		}
	}
	return all
}

func rangeText(r scenarios.Range) string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Min)
	}
	return strconv.Itoa(r.Min) + "-" + strconv.Itoa(r.Max)
}

// markOf is the mark of the first criterion of that name, "" when there is none.
func markOf(ev grading.Evaluation, name string) grading.MarkValue {
	for _, m := range ev.Marks {
		if m.Criterion == name {
			return m.Mark
		}
	}
	return ""
}

func passes(log []engine.Event, beat string) bool {
	for _, e := range log {
		if f, ok := e.Fact.(engine.BeatEntered); ok && f.Beat == beat {
			return true
		}
	}
	return false
}

// recognised reports whether a phrase was certain or likely in a reply or an answer of the debrief.
func recognised(log []engine.Event, phrase string) bool {
	for _, e := range log {
		for _, h := range heardIn(e.Fact) {
			if h.Phrase == phrase && h.Verdict.Heard() {
				return true
			}
		}
	}
	return false
}
