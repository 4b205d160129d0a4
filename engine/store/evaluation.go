package store

import (
	"context"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// Evaluation is one evaluation of a session as it was kept; a later one never changes it.
type Evaluation struct {
	ID      string
	Session engine.SessionID
	// Number counts the evaluations of a session from 1; the highest holds.
	Number int
	Origin EvaluationOrigin
	// By is "" for the machine.
	By     PersonID
	Reason string
	At     time.Time
	// JSON is exactly what was computed then.
	JSON   []byte
	Result scenarios.Outcome
	Score  int
}

// EvaluationOrigin says where an evaluation came from.
type EvaluationOrigin string

// The origins.
const (
	FromPlay    EvaluationOrigin = "play"    // at the end of the session
	FromRegrade EvaluationOrigin = "regrade" // proposed by regrading and accepted by a person
	FromPerson  EvaluationOrigin = "person"  // settled with a verdict
)

// Decode reads the JSON.
func (e Evaluation) Decode() (grading.Evaluation, error) { panic("not written yet") }

// SaveEvaluation adds an evaluation to a session, replacing none, with the reason it was made.
func (s *Store) SaveEvaluation(ctx context.Context, by Actor, id engine.SessionID, ev grading.Evaluation, reason string) error {
	panic("not written yet")
}

// Evaluations lists a session's evaluations, oldest first.
func (s *Store) Evaluations(ctx context.Context, id engine.SessionID) ([]Evaluation, error) {
	panic("not written yet")
}

// LatestEvaluation returns the one that holds; ErrNotFound before there is one.
func (s *Store) LatestEvaluation(ctx context.Context, id engine.SessionID) (Evaluation, error) {
	panic("not written yet")
}

// MachineEvaluation returns the first one, of the machine; ErrNotFound before there is one.
func (s *Store) MachineEvaluation(ctx context.Context, id engine.SessionID) (Evaluation, error) {
	panic("not written yet")
}
