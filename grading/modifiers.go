package grading

import (
	"time"

	"proba/scenarios"
)

// narrowed are the occurrences left by the modifiers that pick: before, after, within, in a beat. They must hold for
// the same occurrence (SEMANTICS 36).
func (j judge) narrowed(s scenarios.Sentence) []occurrence {
	occs := j.occurrences(s)
	for _, m := range s.Mods {
		occs = j.pick(occs, m)
	}
	return occs
}

func (j judge) pick(occs []occurrence, m scenarios.Modifier) []occurrence {
	switch m := m.(type) {
	case scenarios.Before:
		return j.before(occs, m.Of)
	case scenarios.After:
		return j.after(occs, m.Of)
	case scenarios.Within:
		return j.within(occs, m)
	case scenarios.InBeat:
		return keep(occs, func(o occurrence) bool { return j.beatOf(o.index) == m.Beat.Name })
	default: // the others judge all occurrences together
		return occs
	}
}

// before keeps those not later than the first of the others; all of them when that never happened.
func (j judge) before(occs []occurrence, of scenarios.Sentence) []occurrence {
	others := j.sentence(of).done
	if len(others) == 0 {
		return occs
	}
	return keep(occs, func(o occurrence) bool { return o.notAfter(others[0].position) })
}

// after keeps those not earlier than the first of the others; none when that never happened.
func (j judge) after(occs []occurrence, of scenarios.Sentence) []occurrence {
	others := j.sentence(of).done
	if len(others) == 0 {
		return nil
	}
	return keep(occs, func(o occurrence) bool { return others[0].notAfter(o.position) })
}

// within keeps those at most the limit after one of the others, or after the start. The limit includes its end.
func (j judge) within(occs []occurrence, m scenarios.Within) []occurrence {
	limit := j.stretched(m.For)
	if m.Of == nil {
		return keep(occs, func(o occurrence) bool { return o.at <= limit })
	}
	others := j.sentence(*m.Of).done
	return keep(occs, func(o occurrence) bool { return followsOne(o, others, limit) })
}

func followsOne(o occurrence, others []occurrence, limit time.Duration) bool {
	for _, other := range others {
		if other.notAfter(o.position) && o.at-other.at <= limit {
			return true
		}
	}
	return false
}

func keep(occs []occurrence, want func(occurrence) bool) []occurrence {
	var kept []occurrence
	for _, o := range occs {
		if want(o) {
			kept = append(kept, o)
		}
	}
	return kept
}
