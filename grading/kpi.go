package grading

import "time"

// lateClose is how long after the end of the contact a close still belongs to the talk (SEMANTICS 40).
const lateClose = 10 * time.Second

// keyFigures are the simulated figures of a contact.
//
// Handling time is talk + hold + wrap-up, the usual AHT of one contact. Talk runs from picking up (in writing from the
// first reply) to the end of the contact, or to a close up to ten seconds later, less the holds.
func (h *history) keyFigures() KPIs {
	k := KPIs{
		AnsweredAfter: millis(h.answered), FirstReply: -1, Talk: -1, Hold: millis(h.holdTime()), WrapUp: -1, Handling: -1,
		LongestSilence: millis(h.longestSilence().length()),
		Replies:        len(h.replies), Understood: h.understood().Earned,
	}
	if len(h.replies) > 0 {
		k.FirstReply = millis(h.replies[0].event.At)
	}
	from, begun := h.talkBegan()
	if !begun {
		return k
	}
	over := h.talkOver()
	k.Talk = millis(max(0, over-from-h.holdTime()))
	k.WrapUp = millis(h.wrapUp(over))
	k.Handling = k.Talk + k.Hold + max(0, k.WrapUp)
	return k
}

func millis(d time.Duration) Millis {
	if d < 0 {
		return -1
	}
	return Millis(d.Milliseconds())
}

// talkBegan is picking up where that is done, else the first reply.
func (h *history) talkBegan() (time.Duration, bool) {
	if h.spoken() || len(h.replies) == 0 {
		return h.answered, h.answered != never
	}
	return h.replies[0].event.At, true
}

func (h *history) talkOver() time.Duration {
	over := h.contactOver()
	if h.ended != never && h.closed > over && h.closed <= over+lateClose {
		return h.closed
	}
	return over
}

// wrapUp runs from the end of the talk to the end of wrap-up, or as far as the log goes; never before that.
func (h *history) wrapUp(from time.Duration) time.Duration {
	if h.ended == never {
		return never
	}
	if h.wrappedUp != never {
		return max(0, h.wrappedUp-from)
	}
	return max(0, h.last-from)
}
