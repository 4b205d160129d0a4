package engine

import "time"

// Start opens a session: the events of the first instant and the state after them. A variant that the scenario does
// not have is a *Refusal.
func Start(sc *Script, o Opening) (State, []Event, error) {
	started, err := sc.opened(o)
	if err != nil {
		return State{}, nil, err
	}
	p := play{sc: sc}
	p.add(started)
	if !sc.manners.waits {
		p.enter(&sc.Beats[0])
	}
	return p.s, p.events, nil
}

// Decide says what follows when someone, or the clock, does c at the time at, and changes nothing. Timers due at or
// before that time come first (SEMANTICS 3). A command that cannot be done now is a *Refusal, and the timers' events
// are returned beside it.
func Decide(sc *Script, s State, c Command, at time.Duration) ([]Event, error) {
	_, events, err := Step(sc, s, c, at)
	return events, err
}

// Step decides and applies. With an error the timers that were due have still fired: their events and the state after
// them are returned beside the *Refusal.
func Step(sc *Script, s State, c Command, at time.Duration) (State, []Event, error) {
	at = Offset(at)
	if at < s.At {
		return s, nil, refuse(RefusedTime, "")
	}
	p := play{sc: sc, s: s}
	p.advance(at)
	p.now = at
	err := p.do(c)
	return p.s, p.events, err
}

// Replay folds a log. The zero State is returned for an empty one.
func Replay(log []Event) State {
	var s State
	for _, e := range log {
		s = Apply(s, e)
	}
	return s
}
