package engine

import (
	"slices"
	"time"

	"proba/scenarios"
)

// alarm is a clock that will strike.
type alarm struct {
	kind alarmKind
	due  time.Duration
	// limit is the length that will have passed, stretched; regular tells the timer from an author's own number.
	limit   time.Duration
	regular bool
}

// alarmKind orders alarms of one instant (SEMANTICS 3).
type alarmKind int

const (
	limitAlarm alarmKind = iota
	givesUpAlarm
	holdAlarm
	silenceAlarm
	wrapUpAlarm
	debriefAlarm
)

// Due tells when the clock must speak next; it comes back as a Tick. False when no timer runs. The time may lie before
// that of the last event when a beat was entered whose own numbers have already passed.
func (s State) Due(sc *Script) (time.Duration, bool) {
	a, ok := nextAlarm(sc, &s)
	return max(a.due, s.At), ok
}

// nextAlarm finds the alarm that strikes first; at one instant the order of kinds decides.
func nextAlarm(sc *Script, s *State) (alarm, bool) {
	var first alarm
	found := false
	for _, a := range alarms(sc, s) {
		if !found || a.due < first.due || a.due == first.due && a.kind < first.kind {
			first, found = a, true
		}
	}
	return first, found
}

func alarms(sc *Script, s *State) []alarm {
	var set []alarm
	after := func(kind alarmKind, since, d time.Duration) {
		set = append(set, alarm{kind: kind, due: since + d, limit: d, regular: true})
	}
	switch s.Phase {
	case Waiting, Talking:
		after(limitAlarm, 0, s.stretched(sc.Timer(scenarios.TimerLimit)))
		if d := s.stretched(sc.Timer(scenarios.TimerGivesUp)); d > 0 && !s.Answered {
			after(givesUpAlarm, 0, d)
		}
		set = append(set, holdAlarms(sc, s)...)
		set = append(set, silenceAlarms(sc, s)...)
	case WrapUp:
		after(wrapUpAlarm, s.EndedAt, s.stretched(sc.Timer(scenarios.TimerWrapUp)))
	case Debrief:
		after(debriefAlarm, s.DebriefAt, s.Opened.DebriefFor)
	}
	return set
}

// silenceAlarms are the strokes of the one silence clock (SEMANTICS 31): T after it began and T after each stroke, and
// before them the numbers of the beat's own reactions.
func silenceAlarms(sc *Script, s *State) []alarm {
	if s.Phase != Talking || s.OnHold || s.SilentSince == noTime {
		return nil
	}
	var set []alarm
	if t := s.stretched(sc.Silence()); t > 0 {
		due := s.SilentSince + t
		if s.rules.silences > 0 {
			due = s.rules.lastSilence + t
		}
		set = append(set, alarm{kind: silenceAlarm, due: due, limit: t, regular: true})
	}
	for _, n := range beatNumbers(sc, s, silent) {
		if n > s.rules.announced {
			set = append(set, alarm{kind: silenceAlarm, due: s.SilentSince + n, limit: n})
		}
	}
	return set
}

// holdAlarms are the strokes of a hold (SEMANTICS 33): the timer and its multiples, and once each the numbers of the
// beat's reactions and of the persona.
func holdAlarms(sc *Script, s *State) []alarm {
	if !s.OnHold {
		return nil
	}
	var set []alarm
	if t := s.stretched(max(sc.Timer(scenarios.TimerLongestHold), shortest)); sc.manners.mayHold {
		n := t
		for slices.Contains(s.rules.holdPassed, n) {
			n += t
		}
		set = append(set, alarm{kind: holdAlarm, due: s.HeldAt + n, limit: n, regular: true})
	}
	for _, n := range append(beatNumbers(sc, s, holds), personNumbers(sc, s, holds)...) {
		if !slices.Contains(s.rules.holdPassed, n) {
			set = append(set, alarm{kind: holdAlarm, due: s.HeldAt + n, limit: n})
		}
	}
	return set
}

func beatNumbers(sc *Script, s *State, verb scenarios.Verb) []time.Duration {
	b, ok := sc.beat(s.Beat)
	if !ok {
		return nil
	}
	return stretchedNumbers(s, b.Reactions, verb)
}

func personNumbers(sc *Script, s *State, verb scenarios.Verb) []time.Duration {
	found := stretchedNumbers(s, sc.person.Habits, verb)
	for i := range sc.person.PatienceRows {
		for _, n := range numbersOf(&sc.person.PatienceRows[i].When, verb) {
			found = append(found, s.stretched(n))
		}
	}
	return found
}

func stretchedNumbers(s *State, reactions []scenarios.Reaction, verb scenarios.Verb) []time.Duration {
	var found []time.Duration
	for i := range reactions {
		for _, n := range numbersOf(&reactions[i].When, verb) {
			found = append(found, s.stretched(n))
		}
	}
	return found
}
