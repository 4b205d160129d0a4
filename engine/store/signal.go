package store

import (
	"context"
	"time"

	"proba/engine"
)

// Signal is something about how a session was played that a person may want to know, such as a paste. It is never part
// of a mark.
type Signal struct {
	Session engine.SessionID
	After   int    // number of the last event before it
	Kind    string // "paste", "focus lost", "fast typing", "other device", "server away"
	Detail  string
	At      time.Time
}

// MaxSignals is how many signals a session keeps; later ones are dropped without an error.
const MaxSignals = 500

// RecordSignal adds a signal; At is set by the store.
func (s *Store) RecordSignal(ctx context.Context, g Signal) error { panic("not written yet") }

// Signals lists the signals of a session in the order they came.
func (s *Store) Signals(ctx context.Context, id engine.SessionID) ([]Signal, error) {
	panic("not written yet")
}
