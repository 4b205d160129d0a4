package grading

import (
	"time"

	"proba/engine"
)

// heldLonger finds the holds that lasted longer than the limit. They happen when the limit passed where the log says
// so, else when the hold ended.
func (j judge) heldLonger(limit time.Duration) []occurrence {
	limit = j.stretched(limit)
	var occs []occurrence
	for _, hold := range j.spans(j.holds) {
		if i, ok := j.holdPassed(hold, limit); ok {
			occs = append(occs, j.at(i))
		} else if hold.length() > limit {
			occs = append(occs, j.at(j.indexOf(hold.ended)))
		}
	}
	return occs
}

func (j judge) holdPassed(hold span, limit time.Duration) (index int, ok bool) {
	for i, e := range j.events {
		f, passed := e.Fact.(engine.HoldPassed)
		if passed && f.Limit >= limit && hold.begun < e.Number && e.At <= hold.to {
			return i, true
		}
	}
	return 0, false
}

// silent finds silences: without a limit each time the clock fired, else each silence that lasted that long
// (SEMANTICS 31). It happens at the first firing not before the limit, else when the silence ended.
func (j judge) silent(limit time.Duration) []occurrence {
	limit = j.stretched(limit)
	var occs []occurrence
	for _, s := range j.silences {
		if j.debrief > 0 {
			break
		}
		switch {
		case limit == 0:
			for _, f := range s.fired {
				occs = append(occs, j.at(j.indexOf(f.event.Number)))
			}
		case s.length() >= limit:
			occs = append(occs, j.at(j.indexOf(s.moment(limit))))
		}
	}
	return occs
}

// moment is the number of the event at which a silence had lasted that long.
func (s silence) moment(limit time.Duration) int {
	for _, f := range s.fired {
		if f.running >= limit {
			return f.event.Number
		}
	}
	return s.ended
}

// spans are those of the contact; a debrief answer has none.
func (s scope) spans(all []span) []span {
	if s.debrief > 0 {
		return nil
	}
	return all
}
