package grading

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// history is a log read once: what marks, measures and key figures ask of it. It is never changed after readLog.
type history struct {
	opened engine.Started
	// contact holds the events up to the end of wrap-up: all that criteria of the contact see (SEMANTICS 38).
	contact []engine.Event
	// answers holds the last answer to each debrief question, by number.
	answers map[int]engine.Event
	// heardInContact holds the decisions on each phrase there, by its name.
	heardInContact map[string][]occurrence
	// beats holds the beat that was current when each event of contact happened.
	beats []string

	replies   []reply
	holds     []span
	silences  []silence
	waits     []wait
	answered  time.Duration // never when the contact was not answered
	ended     time.Duration // never while the contact runs
	closed    time.Duration // the first close; never when there was none
	wrappedUp time.Duration // when wrap-up was over; never while it is not
	last      time.Duration // of the last event before the debrief
	endsIn    string
	patience  int
}

// never stands for a moment that did not come.
const never time.Duration = -1

// reply is one reply of the contact.
type reply struct {
	event engine.Event
	engine.Replied
}

// readLog reads a log. A log that does not begin with Started is read as practice without variants.
func readLog(log []engine.Event) *history {
	h := &history{answers: map[int]engine.Event{}, answered: never, ended: never, closed: never, wrappedUp: never}
	debrief := false
	for _, e := range log {
		switch f := e.Fact.(type) {
		case engine.DebriefStarted, engine.SessionFinished:
			if !debrief {
				h.wrappedUp, debrief = e.At, true
			}
		case engine.Argued:
			h.answers[f.Question] = e
			continue
		}
		if !debrief {
			h.add(e)
		}
	}
	h.heardInContact = hearingsByPhrase(h.contact)
	h.measureClocks()
	return h
}

// add takes in one event of the contact or its wrap-up. A reply that opens a beat belongs to the beat before, because
// the beat's own event comes after it (SEMANTICS 17).
func (h *history) add(e engine.Event) {
	h.contact = append(h.contact, e)
	h.beats = append(h.beats, h.endsIn)
	h.last = e.At
	switch f := e.Fact.(type) {
	case engine.Started:
		h.opened, h.patience = f, f.Patience
	case engine.Answered:
		h.answered = e.At
	case engine.BeatEntered:
		h.endsIn = f.Beat
	case engine.Replied:
		h.replies = append(h.replies, reply{e, f})
	case engine.PatienceChanged:
		h.patience = f.To
	case engine.Closed:
		if h.closed == never {
			h.closed = e.At
		}
	case engine.ContactEnded:
		h.ended, h.endsIn = e.At, f.Beat
	}
}

// contactOver is the end of the contact, or the last moment known while it runs.
func (h *history) contactOver() time.Duration {
	if h.ended == never {
		return h.last
	}
	return h.ended
}

// stretched is a limit under the person's time factor (SEMANTICS 34).
func (h *history) stretched(limit time.Duration) time.Duration {
	if h.opened.TimeFactor <= 0 || h.opened.TimeFactor == 100 {
		return limit
	}
	return engine.Offset(limit * time.Duration(h.opened.TimeFactor) / 100)
}

// spoken tells channels where a line takes time to say and silence is dead air.
func (h *history) spoken() bool {
	return h.opened.Channel == scenarios.Phone || h.opened.Channel == scenarios.Counter
}
