package store

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"proba/engine"
)

// entry is one batch made ready to be kept: encoded before it waits for the writer, so that the writer only writes.
type entry struct {
	id     engine.SessionID
	batch  engine.Batch
	bodies []string
	// evaluation is the id of the evaluation's row, "" when there is none.
	evaluation string
	at         int64
}

// mostKey bounds the once-only key in bytes.
const mostKey = 200

func newEntry(id engine.SessionID, b engine.Batch) (entry, error) {
	e := entry{id: id, batch: b, bodies: make([]string, len(b.Events))}
	if len(b.Key) > mostKey || !utf8.ValidString(b.Key) || strings.ContainsRune(b.Key, 0) {
		return entry{}, fmt.Errorf("%w: once-only key %q", ErrInvalid, b.Key)
	}
	if len(b.Events) == 0 && (b.Key == "" || b.Marked != nil) {
		return entry{}, fmt.Errorf("%w: a batch without events", ErrInvalid)
	}
	for i, event := range b.Events {
		if event.Number != b.Events[0].Number+i {
			return entry{}, fmt.Errorf("%w: event %d after %d", ErrInvalid, event.Number, event.Number-1)
		}
		body, err := engine.EncodeEvent(event)
		if err != nil {
			return entry{}, err
		}
		e.bodies[i] = string(body)
	}
	return e, nil
}

// appendArgs adds the parameters of the entry's events. What holds after all of them stands with the last one.
func (e entry) appendArgs(args []any) []any {
	for i, body := range e.bodies {
		var due, key, answer any
		if i == len(e.bodies)-1 {
			due = dueColumn(e.batch.Due)
			if e.batch.Key != "" {
				key, answer = e.batch.Key, string(e.batch.Answer)
			}
		}
		args = append(args, string(e.id), e.batch.Events[i].Number, body, due, key, answer)
	}
	return args
}

// turned tells that the session's own row changes.
func (e entry) turned() bool { return e.batch.Turned || e.batch.Ended != nil }

// besidesEvents tells that more than the log is written.
func (e entry) besidesEvents() bool { return len(e.bodies) == 0 || e.turned() || e.batch.Marked != nil }

// last is the number of the entry's last event, 0 without any.
func (e entry) last() int {
	if len(e.batch.Events) == 0 {
		return 0
	}
	return e.batch.Events[len(e.batch.Events)-1].Number
}
