package grading

import (
	"cmp"
	"time"

	"proba/engine"
	"proba/engine/language"
)

// position orders what happened: by event, inside a reply by sentence. Two phrases of one sentence have equal
// positions, and equal satisfies before, after and In order alike (SEMANTICS 35).
type position struct{ event, sentence int }

// start is the position before everything.
var start = position{}

func (p position) compare(q position) int {
	if c := cmp.Compare(p.event, q.event); c != 0 {
		return c
	}
	return cmp.Compare(p.sentence, q.sentence)
}

func (p position) notAfter(q position) bool { return p.compare(q) <= 0 }

// occurrence is one time that an event sentence came true in the log.
type occurrence struct {
	position
	at time.Duration
	// index is the place of the event in what the criterion sees.
	index int
	// hearing is what was heard, nil for an action.
	hearing *language.Hearing
	// filed is the saved form, nil for everything else.
	filed *engine.Filed
}
