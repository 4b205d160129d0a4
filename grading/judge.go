package grading

import (
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// scope is what one criterion may look at: the contact with its wrap-up, or its own answer in the debrief
// (SEMANTICS 38).
type scope struct {
	*history
	events []engine.Event
	// heard holds the decisions on each phrase in those events, by its name.
	heard map[string][]occurrence
	// debrief is the number of the question, 0 for the contact.
	debrief int
}

// contactScope is what criteria of the contact see.
func (h *history) contactScope() scope {
	return scope{history: h, events: h.contact, heard: h.heardInContact}
}

// answerScope is what a debrief criterion sees: nothing, when the question was not answered.
func (h *history) answerScope(question int) scope {
	s := scope{history: h, debrief: question}
	if e, ok := h.answers[question]; ok {
		s.events = []engine.Event{e}
		s.heard = hearingsByPhrase(s.events)
	}
	return s
}

// beatOf is the beat that was current when the event at that index happened.
func (s scope) beatOf(index int) string {
	if s.debrief > 0 {
		return ""
	}
	return s.beats[index]
}

// somethingSaid reports whether any phrase was certain or likely (SEMANTICS 41).
func (s scope) somethingSaid() bool {
	for _, heard := range s.heard {
		if slices.ContainsFunc(heard, func(o occurrence) bool { return o.hearing.Verdict.Heard() }) {
			return true
		}
	}
	return false
}

// judge finds events of a scope under one reading.
type judge struct {
	scope
	reading reading
}

// finding is what a judge finds of one event sentence, clause or item.
type finding struct {
	held bool
	// all is every occurrence that counts, in order; it is the evidence.
	all []occurrence
	// done is those of all at which the sentence is fulfilled: for "at least N times" from the N-th on.
	done []occurrence
}

// sentence judges an event sentence with its modifiers (SEMANTICS 36): first those that pick occurrences, then those
// that count or compare all that are left.
func (j judge) sentence(s scenarios.Sentence) finding {
	f := finding{all: j.narrowed(s)}
	f.done = f.all
	f.held = len(f.all) > 0 || holdsWithout(s)
	for _, m := range s.Mods {
		switch m := m.(type) {
		case scenarios.NotAfter:
			f.forbidLater(j.sentence(m.Of))
		case scenarios.AtLeastTimes:
			f.wantTimes(m.N)
		case scenarios.AtMostTimes:
			f.held = f.held && len(f.all) <= m.N
		}
	}
	if s.Right > 0 {
		f.judgeLastSave(s.Right, j.reading)
	}
	return f
}

// holdsWithout reports whether a sentence may hold though nothing happened: "at most N times" is its only demand.
func holdsWithout(s scenarios.Sentence) bool {
	few := false
	for _, m := range s.Mods {
		switch m := m.(type) {
		case scenarios.AtMostTimes:
			few = true
		case scenarios.AtLeastTimes:
			if m.N > 0 {
				return false
			}
		case scenarios.NotAfter:
			return false
		}
	}
	return few
}

// forbidLater is "not after": none later than the first of those.
func (f *finding) forbidLater(of finding) {
	if len(of.done) == 0 || len(f.all) == 0 {
		return
	}
	if !f.all[len(f.all)-1].notAfter(of.done[0].position) {
		f.held = false
	}
}

func (f *finding) wantTimes(n int) {
	if len(f.all) < n {
		f.held = false
		f.done = nil
		return
	}
	f.done = f.all[max(0, n-1):]
}

// clause judges sentences joined by "and": all of them.
func (j judge) clause(c scenarios.Clause) []finding {
	found := make([]finding, len(c))
	for i, s := range c {
		found[i] = j.sentence(s)
	}
	return found
}

func allHeld(found []finding) bool {
	for _, f := range found {
		if !f.held {
			return false
		}
	}
	return len(found) > 0
}
