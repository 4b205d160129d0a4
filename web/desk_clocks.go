package web

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// clockView is one clock. A deadline counts down to Limit, a measure counts up towards it. Script counts on from Now; the
// server alone decides what is late.
type clockView struct {
	// Key is the catalogue key of the name; its text may use Limit.
	Key  string
	Down bool
	// From is when it began and Now the session's clock, both from the start. Limit 0 is none.
	From, Now, Limit time.Duration
	// Before is time already counted in earlier runs, as of holds.
	Before time.Duration
	// Stopped clocks show their value and do not run.
	Stopped bool
}

// Value is the time on the clock: left or over for a deadline, passed for a measure.
func (c clockView) Value() time.Duration {
	passed := c.passed()
	if c.Down {
		return (c.Limit - passed).Abs()
	}
	return passed
}

func (c clockView) passed() time.Duration {
	if c.Stopped {
		return c.Before
	}
	return c.Before + max(c.Now-c.From, 0)
}

// Over tells that the limit is passed.
func (c clockView) Over() bool { return c.Limit > 0 && c.passed() > c.Limit }

// State is "miss" past the limit, "wait" with less than 40 % left, else "".
func (c clockView) State() string {
	switch {
	case c.Limit == 0 || c.Stopped:
		return ""
	case c.Over():
		return "miss"
	case c.passed()*10 > c.Limit*6:
		return "wait"
	default:
		return ""
	}
}

// Share is how much of the limit has passed, 0 to 100.
func (c clockView) Share() int {
	if c.Limit <= 0 {
		return 0
	}
	return int(min(100*c.passed()/c.Limit, 100))
}

// LimitSeconds and LimitMinutes are for the name.
func (c clockView) LimitSeconds() int { return int(c.Limit / time.Second) }

// LimitMinutes is the limit in whole minutes.
func (c clockView) LimitMinutes() int { return int(c.Limit.Round(time.Minute) / time.Minute) }

// deskClocks are the clocks where the eye is: on the contact, above the reply field, and the call's three meters.
type deskClocks struct {
	Session clockView
	// Contact is the one on the contact's card; nil when nothing is due.
	Contact *clockView
	// Meters are the call's: talk, hold, silence.
	Meters []clockView
	// Reply is due above the field, in chat.
	Reply *clockView
	// Silence stands in the conversation of a call once it is worth looking at; nil else.
	Silence *clockView
}

// clocksOf reads the clocks of a session. Before the contact is over they run; after it only the wrap-up does.
func clocksOf(run running) deskClocks {
	c := clocks{run}
	out := deskClocks{Session: c.up("desk.clock.session", 0)}
	switch run.state.Phase {
	case engine.Waiting:
		out.Contact = c.answer()
	case engine.Talking:
		c.talking(&out)
	case engine.WrapUp:
		out.Contact = c.due("desk.clock.wrapup", run.state.EndedAt, c.limit(scenarios.TimerWrapUp))
	}
	return out
}

// clocks makes the clocks of one session.
type clocks struct{ run running }

func (c clocks) up(key string, from time.Duration) clockView {
	return clockView{Key: key, From: from, Now: c.run.now}
}

func (c clocks) limit(t scenarios.Timer) time.Duration { return c.run.limit(t) }

// due is a deadline; nil without a limit.
func (c clocks) due(key string, from, limit time.Duration) *clockView {
	if limit <= 0 {
		return nil
	}
	return &clockView{Key: key, Down: true, From: from, Now: c.run.now, Limit: limit}
}

func (c clocks) answer() *clockView {
	return c.due("desk.clock.answer", 0, c.limit(scenarios.TimerAnswer))
}

func (c clocks) talking(out *deskClocks) {
	if c.run.spoken() {
		c.call(out)
		return
	}
	s := c.run.state
	if c.run.script.Channel == scenarios.Email {
		out.Contact = c.mail()
	} else if !s.Answered {
		out.Contact = c.due("desk.clock.first", 0, c.limit(scenarios.TimerFirstReply))
	} else if s.SilentSince >= 0 {
		out.Contact = c.due("desk.clock.reply", s.SilentSince, c.run.silence())
	}
	out.Reply = out.Contact
}

// mail is the deadline of the one message back: the author's, or the contact's limit where that comes first.
func (c clocks) mail() *clockView {
	limit := c.limit(scenarios.TimerLimit)
	if own := c.run.silence(); own > 0 {
		limit = min(limit, own)
	}
	return c.due("desk.clock.mail", 0, limit)
}

func (c clocks) call(out *deskClocks) {
	s := c.run.state
	talk := c.up("desk.clock.call", s.AnsweredAt)
	talk.Limit = max(c.limit(scenarios.TimerLimit)-s.AnsweredAt, 0)
	hold := c.holds()
	silence := clockView{Key: "desk.clock.silence", Now: c.run.now, Limit: c.run.silence(), Stopped: true}
	if s.SilentSince >= 0 && !s.OnHold { // it may begin later, when the customer has finished his line
		silence.From, silence.Stopped = s.SilentSince, false
	}
	plain := c.up("desk.clock.talk", s.AnsweredAt)
	out.Contact, out.Meters, out.Silence = &plain, []clockView{talk, hold, silence}, &silence
	if silence.Stopped {
		out.Silence = nil
	}
}

// holds is the running hold against the longest allowed, or all holds so far.
func (c clocks) holds() clockView {
	out := clockView{Key: "desk.clock.hold", Now: c.run.now, Limit: c.limit(scenarios.TimerLongestHold), Stopped: true}
	for _, e := range c.run.log {
		if f, ok := e.Fact.(engine.Resumed); ok {
			out.Before += f.After
		}
	}
	if c.run.state.OnHold {
		out.From, out.Before, out.Stopped = c.run.state.HeldAt, 0, false
	}
	return out
}
