package engine

import (
	"time"

	"proba/scenarios"
)

// manners is how a channel behaves. A channel is one row of this table and a page template, nothing else.
type manners struct {
	// waits: the contact must be answered before anybody talks (SEMANTICS 2).
	waits bool
	// speaks: lines take the time of saying them, silence is dead air, replies can interrupt and run on.
	speaks bool
	// types: lines appear after the time of typing them.
	types bool
	// mayHold and maySend: what the verbs table of SCENARIO-FORMAT 9 allows here.
	mayHold, maySend bool
	// timers are the defaults of SCENARIO-FORMAT 10; an absent one does not run.
	timers map[scenarios.Timer]time.Duration
}

var channels = map[scenarios.Channel]manners{
	scenarios.Phone: {
		waits: true, speaks: true, mayHold: true,
		timers: map[scenarios.Timer]time.Duration{
			scenarios.TimerAnswer:      15 * time.Second,
			scenarios.TimerGivesUp:     30 * time.Second,
			scenarios.TimerDeadAir:     8 * time.Second,
			scenarios.TimerLongestHold: 90 * time.Second,
			scenarios.TimerWrapUp:      600 * time.Second,
		},
	},
	scenarios.Counter: {
		waits: true, speaks: true,
		timers: map[scenarios.Timer]time.Duration{
			scenarios.TimerAnswer:  15 * time.Second,
			scenarios.TimerGivesUp: 30 * time.Second,
			scenarios.TimerDeadAir: 8 * time.Second,
			scenarios.TimerWrapUp:  600 * time.Second,
		},
	},
	scenarios.Chat: {
		types: true, maySend: true,
		timers: map[scenarios.Timer]time.Duration{
			scenarios.TimerFirstReply: 45 * time.Second,
			scenarios.TimerGivesUp:    180 * time.Second,
			scenarios.TimerReply:      120 * time.Second,
			scenarios.TimerWrapUp:     600 * time.Second,
		},
	},
	// E-mail has one message each way: nobody waits at the other end, and the deadline is the author's or the limit.
	scenarios.Email: {
		maySend: true,
		timers: map[scenarios.Timer]time.Duration{
			scenarios.TimerWrapUp: 600 * time.Second,
		},
	},
}

// defaultMinutes is the length of a scenario whose author gave none.
const defaultMinutes = 15

// shortest is the least a repeated timer may be set to, so that a slip of the author cannot flood a log.
const shortest = time.Second

// Timer returns a clock's length before any time factor: the author's, else the channel's default, else 0 for a clock
// that does not run here. TimerLimit is never 0.
func (sc *Script) Timer(t scenarios.Timer) time.Duration {
	if d, ok := sc.Timers[t]; ok && d > 0 {
		return d
	}
	if t == scenarios.TimerLimit {
		return sc.limit()
	}
	return sc.manners.timers[t]
}

func (sc *Script) limit() time.Duration {
	minutes := sc.Minutes
	if minutes <= 0 {
		minutes = defaultMinutes
	}
	return 2 * time.Duration(minutes) * time.Minute
}

// stretched applies a person's time factor (SEMANTICS 34).
func (s State) stretched(d time.Duration) time.Duration {
	if s.Opened.TimeFactor == 0 {
		return d
	}
	return Offset(d * time.Duration(s.Opened.TimeFactor) / 100)
}

// Silence is T of SEMANTICS 31, before any time factor: the scenario's own dead air or reply time, else the number in the
// persona's silence habit, else the channel's; 0 where silence is not timed.
func (sc *Script) Silence() time.Duration {
	name := scenarios.TimerReply
	if sc.manners.speaks {
		name = scenarios.TimerDeadAir
	}
	if d, ok := sc.Timers[name]; ok && d > 0 {
		return max(d, shortest)
	}
	if d := sc.silenceHabit(); d > 0 {
		return max(d, shortest)
	}
	return sc.manners.timers[name]
}

// silenceHabit is the smallest number among the persona's silence habits; 0 without one.
func (sc *Script) silenceHabit() time.Duration {
	var least time.Duration
	for i := range sc.person.Habits {
		for _, n := range numbersOf(&sc.person.Habits[i].When, silent) {
			if least == 0 || n < least {
				least = n
			}
		}
	}
	return least
}
