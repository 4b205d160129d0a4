package store

import (
	"context"

	"proba/engine"
)

// Append adds a batch to a session's log and returns when it is durable. ErrConflict when the events do not follow the
// last one kept or the key was used before: then nothing is kept. ErrFull when the disk is. Any other error leaves open
// whether the batch was kept; read the session again. When ctx ends first the batch may still be kept.
func (s *Store) Append(ctx context.Context, id engine.SessionID, b engine.Batch) error {
	panic("not written yet")
}

// Events returns the events of a session whose number is above after, in order; empty when there are none.
func (s *Store) Events(ctx context.Context, id engine.SessionID, after int) ([]engine.Event, error) {
	panic("not written yet")
}

// Answers returns every once-only key used in a session with the answer given for it.
func (s *Store) Answers(ctx context.Context, id engine.SessionID) (map[string][]byte, error) {
	panic("not written yet")
}

// AnswerByKey returns the answer given for one key; ErrNotFound when it was never used.
func (s *Store) AnswerByKey(ctx context.Context, id engine.SessionID, key string) ([]byte, error) {
	panic("not written yet")
}
