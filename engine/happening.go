package engine

import (
	"strings"
	"time"

	"proba/scenarios"
)

// happening is one thing that happens in a reply, an action or a clock's stroke, as conditions see it.
type happening struct {
	verb scenarios.Verb
	name string
	// unsure marks a phrase that was heard only unsurely.
	unsure bool
	warmth string
	// running is how long a silence or hold has lasted; regular tells the timer's own stroke from an author's number.
	running time.Duration
	regular bool
	words   int
	// right and wide count right fields of a saved form, wide with unsure phrases.
	right, wide int
}

// The one spelling of verbs that mean the same event.
const (
	silent = scenarios.VerbIsSilent
	holds  = scenarios.VerbHoldsLonger
)

func canonical(v scenarios.Verb) scenarios.Verb {
	switch v {
	case scenarios.VerbDoesNotReply:
		return scenarios.VerbIsSilent
	case scenarios.HabitIsInterrupted:
		return scenarios.VerbInterrupts
	default:
		return v
	}
}

// sameName compares names of author files. References are spelled like their heading after a load; only a persona,
// which many scenarios share, may differ in case.
func sameName(a, b string) bool { return a == b || strings.EqualFold(a, b) }

// fits tells whether h is what the sentence speaks of, its modifiers aside. Sure wants it without doubt.
func (h happening) fits(sen *scenarios.Sentence, s *State, sure bool) bool {
	if h.verb != canonical(sen.Verb) || sure && h.unsure {
		return false
	}
	if sen.Name.Name != "" && !sameName(sen.Name.Name, h.name) {
		return false
	}
	if sen.Warmth != "" && sen.Warmth != h.warmth {
		return false
	}
	return h.reaches(sen, s, sure)
}

// reaches compares the sentence's number, if it has one. A silence that runs longer than asked still counts, a hold is
// told once at its very limit (SEMANTICS 31, 33).
func (h happening) reaches(sen *scenarios.Sentence, s *State, sure bool) bool {
	switch h.verb {
	case silent:
		return sen.For == 0 && h.regular || sen.For > 0 && h.running >= s.stretched(sen.For)
	case holds:
		return sen.For == 0 && h.regular || sen.For > 0 && h.running == s.stretched(sen.For)
	case scenarios.VerbSpeaksLonger:
		return h.words >= sen.Words
	case scenarios.VerbFiles:
		return h.right >= sen.Right || !sure && h.wide >= sen.Right
	default:
		return true
	}
}

// deed is what a happening leaves in the memory of a contact, for "and", "if already" and modifiers. Equal happenings
// share one deed.
type deed struct {
	happening
	times       int
	first, last time.Duration
	visit       int // the visit to a beat in which it happened last
}

func (h happening) same(d deed) bool {
	return h.verb == d.verb && h.unsure == d.unsure && h.name == d.name && h.warmth == d.warmth
}

// remember returns the deeds with h added; the old slice is left as it was.
func remember(deeds []deed, h happening, at time.Duration, visit int) []deed {
	grown := make([]deed, len(deeds), len(deeds)+1)
	copy(grown, deeds)
	for i := range grown {
		if h.same(grown[i]) {
			d := &grown[i]
			d.happening, d.last, d.visit = h, at, visit
			d.times++
			return grown
		}
	}
	return append(grown, deed{happening: h, times: 1, first: at, last: at, visit: visit})
}
