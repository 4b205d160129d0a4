package engine

import (
	"time"

	"proba/scenarios"
)

// mostStrokes bounds how often the clock may strike within one command. More can only come from a script that keeps a
// silent customer happy; such a contact is closed as if its limit had come.
const mostStrokes = 1000

// advance lets every clock strike that is due at or before the time, each at its own due time (SEMANTICS 3).
func (p *play) advance(to time.Duration) {
	for strokes := 0; ; strokes++ {
		a, ok := nextAlarm(p.sc, &p.s)
		if !ok || a.due > to {
			return
		}
		p.now = max(a.due, p.s.At)
		if strokes >= mostStrokes && !p.ended() {
			p.end(EndedByLimit)
			continue
		}
		p.strike(a)
	}
}

func (p *play) strike(a alarm) {
	switch a.kind {
	case limitAlarm:
		p.end(EndedByLimit)
	case givesUpAlarm:
		p.end(EndedGaveUp)
	case holdAlarm:
		p.strikeHold(a)
	case silenceAlarm:
		p.strikeSilence(a)
	case wrapUpAlarm:
		p.leaveWrapUp(true)
	case debriefAlarm:
		p.add(SessionFinished{ByClock: true})
	}
}

// strikeSilence: the timer's stroke costs patience and is answered by the beat, else by the habit; an author's own
// number only by the beat.
func (p *play) strikeSilence(a alarm) {
	h := happening{verb: silent, running: p.now - p.s.SilentSince, regular: a.regular}
	times := p.s.rules.silences
	if a.regular {
		times++
	}
	o := p.timed(h)
	if a.regular {
		o.reasons = append(o.reasons, p.costOf(h))
	}
	if a.regular && o.reaction == nil {
		o.habit, o.plain = p.silenceHabitFor(h.running), silent
	}
	p.add(Silence{Limit: a.limit, Running: h.running, Times: times})
	p.follow(o)
}

// strikeHold: the timer's stroke costs patience; whatever a habit says waits until the customer is back.
func (p *play) strikeHold(a alarm) {
	h := happening{verb: holds, running: a.limit, regular: a.regular}
	o := p.timed(h)
	if a.regular {
		o.reasons = append(o.reasons, p.costOf(h))
	} else {
		o.reasons = append(o.reasons, p.rows([]happening{h})...)
	}
	passed := HoldPassed{Limit: a.limit, Regular: a.regular}
	if o.reaction == nil {
		var habit *scenarios.Reaction
		passed.Habit, habit = p.holdHabit(h)
		o.reasons = append(o.reasons, changesOf(habit, FromHabit)...)
	}
	p.add(passed)
	p.follow(o)
}

// timed tries the beat's reactions on a clock's stroke (SEMANTICS 23).
func (p *play) timed(h happening) outcome {
	b, ok := p.sc.beat(p.s.Beat)
	if !ok {
		return outcome{}
	}
	m := moment{s: &p.s, at: p.now, now: []happening{h}, sure: true}
	return outcome{reaction: p.reactionFor(b, m, nil), source: FromReaction, cause: CauseReaction}
}

// holdHabit is the number of the habit that speaks of this hold: the persona's from 1, -1 for the engine's plain line
// where the persona says nothing about holds, 0 for none.
func (p *play) holdHabit(h happening) (int, *scenarios.Reaction) {
	m := moment{s: &p.s, at: p.now, now: []happening{h}, sure: true}
	speaks := false
	for i := range p.sc.person.Habits {
		habit := &p.sc.person.Habits[i]
		if m.holds(&habit.When) {
			return i + 1, habit
		}
		speaks = speaks || names(&habit.When, holds)
	}
	if h.regular && !speaks {
		return -1, nil
	}
	return 0, nil
}
