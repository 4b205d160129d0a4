package grading

import (
	"time"

	"proba/engine"
)

// span is a stretch of the contact: from the event that began it to the one that ended it. Number is 0 for an end that
// the log does not hold.
type span struct {
	from, to     time.Duration
	begun, ended int
}

func (s span) length() time.Duration { return max(0, s.to-s.from) }

// silence is a span in which the customer waited for a reply (SEMANTICS 31), and the times its clock fired.
type silence struct {
	span
	fired []fired
}

// fired is one Silence event of a running silence.
type fired struct {
	event   engine.Event
	running time.Duration
}

// wait is how long a customer message waited for its first reply; answered is false for one still waiting at the end.
type wait struct {
	event    int // the reply, or the message that got none
	length   time.Duration
	answered bool
}

// clockReader folds the contact into its holds, silences and waits, by the same rules as the engine's own clock.
type clockReader struct {
	h       *history
	hold    *span
	silence *silence
	// message is the first customer message that has no reply yet.
	message *span
	// speaking is when the customer's last line ends.
	speaking time.Duration
	// nudging: a silence has just fired, so that what he says does not begin another.
	nudging bool
}

func (h *history) measureClocks() {
	r := clockReader{h: h}
	for _, e := range h.contact {
		if _, over := e.Fact.(engine.ContactEnded); over {
			r.finish(e.At, e.Number)
			return
		}
		r.read(e)
	}
	r.finish(h.last, 0)
}

func (r *clockReader) read(e engine.Event) {
	switch f := e.Fact.(type) {
	case engine.Answered:
		if r.h.spoken() {
			r.beginSilence(e, e.At)
		}
	case engine.BeatEntered:
		r.nudging = false
	case engine.CustomerSaid:
		r.customerSaid(e, f)
	case engine.Replied:
		r.replied(e, f)
	case engine.Silence:
		r.fire(e, f)
	case engine.Held:
		r.endSilence(e.At, e.Number)
		r.hold, r.nudging = &span{from: e.At, begun: e.Number}, false
	case engine.Resumed:
		r.endHold(e.At, e.Number)
		r.beginSilence(e, max(e.At, r.speaking))
	case engine.Interrupted:
		r.speaking, r.nudging = e.At, false
	case engine.LookedUp, engine.Transferred, engine.Escalated, engine.Consulted, engine.Filed, engine.Sent, engine.SpokeLonger:
		r.nudging = false
	}
}

func (r *clockReader) fire(e engine.Event, f engine.Silence) {
	r.nudging = true
	if r.silence != nil {
		r.silence.fired = append(r.silence.fired, fired{e, f.Running})
	}
}

// customerSaid starts the clocks of a message. On the phone and at the counter silence runs from the end of the last
// line; in writing from the first message without a reply. A line by which he breaks the silence does not end it.
func (r *clockReader) customerSaid(e engine.Event, f engine.CustomerSaid) {
	r.speaking = max(e.At, r.speaking) + f.Takes
	if r.message == nil {
		r.message = &span{from: r.speaking, begun: e.Number}
	}
	if r.hold != nil || r.nudging || r.silence != nil && !r.h.spoken() {
		return
	}
	r.endSilence(e.At, e.Number)
	r.beginSilence(e, r.speaking)
}

func (r *clockReader) beginSilence(e engine.Event, from time.Duration) {
	r.silence = &silence{span: span{from: from, begun: e.Number}}
}

func (r *clockReader) replied(e engine.Event, f engine.Replied) {
	r.endSilence(e.At, e.Number)
	r.nudging = false
	first := len(r.h.waits) == 0
	switch {
	case first: // counts from the start (SEMANTICS 40)
		r.h.waits = append(r.h.waits, wait{e.Number, e.At, true})
	case f.Delay >= 0:
		r.h.waits = append(r.h.waits, wait{e.Number, f.Delay, true})
	}
	r.message = nil
}

func (r *clockReader) endSilence(at time.Duration, number int) {
	if r.silence == nil {
		return
	}
	r.silence.to, r.silence.ended = at, number
	r.h.silences = append(r.h.silences, *r.silence)
	r.silence = nil
}

func (r *clockReader) endHold(at time.Duration, number int) {
	if r.hold == nil {
		return
	}
	r.hold.to, r.hold.ended = at, number
	r.h.holds = append(r.h.holds, *r.hold)
	r.hold = nil
}

func (r *clockReader) finish(at time.Duration, number int) {
	r.endSilence(at, number)
	r.endHold(at, number)
	if r.message != nil {
		r.h.waits = append(r.h.waits, wait{r.message.begun, max(0, at-r.message.from), false})
	}
}
