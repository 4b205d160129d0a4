package engine

import (
	"time"

	"proba/scenarios"
)

// habitOf finds the persona's habit of that name whose bands and variants fit now; nil when it has none.
func (p *play) habitOf(verb scenarios.Verb) *scenarios.Reaction {
	m := moment{s: &p.s, at: p.now, now: []happening{{verb: canonical(verb), regular: true}}, sure: true}
	return p.habitFor(m)
}

// habitFor finds the first habit whose condition holds; nil when none does.
func (p *play) habitFor(m moment) *scenarios.Reaction {
	for i := range p.sc.person.Habits {
		if h := &p.sc.person.Habits[i]; m.holds(&h.When) {
			return h
		}
	}
	return nil
}

// silenceHabitFor finds what he says after a silence of that length: the habit with the largest number not above it,
// else the first one, since the timer that struck may be shorter than any habit's number (SEMANTICS 31).
func (p *play) silenceHabitFor(running time.Duration) *scenarios.Reaction {
	var best *scenarios.Reaction
	most := time.Duration(-1)
	for i := range p.sc.person.Habits {
		h := &p.sc.person.Habits[i]
		if !names(&h.When, silent) || !p.inMood(&h.When) {
			continue
		}
		n := p.s.stretched(least(numbersOf(&h.When, silent)))
		if best == nil || n <= running && n > most {
			best, most = h, n
		}
	}
	return best
}

// inMood judges a condition's bands and variants alone.
func (p *play) inMood(c *scenarios.Condition) bool {
	return moment{s: &p.s, at: p.now, sure: true}.limits(c)
}

func least(ns []time.Duration) time.Duration {
	if len(ns) == 0 {
		return 0
	}
	n := ns[0]
	for _, other := range ns {
		n = min(n, other)
	}
	return n
}
