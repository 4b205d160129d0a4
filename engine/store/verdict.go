package store

import (
	"context"
	"time"

	"proba/engine"
	"proba/grading"
)

// Verdict is a named assessor's decision on a session. A later one stands beside it; the newest holds.
type Verdict struct {
	ID      string
	Session engine.SessionID
	By      PersonID
	Passed  bool
	Reason  string
	// Settlements are the marks the assessor gave, each with its reason.
	Settlements []grading.Settlement
	// Evaluation is the settled one this verdict stands on.
	Evaluation Evaluation
	// TimeSpent is how long the assessor had the session open; 0 when unknown.
	TimeSpent time.Duration
	At        time.Time
}

// NewVerdict is what an assessor decides.
type NewVerdict struct {
	Passed      bool
	Reason      string
	Settlements []grading.Settlement
	// Evaluation is the settled evaluation; its result must be pass for Passed.
	Evaluation grading.Evaluation
	TimeSpent  time.Duration
	// After is the number of the evaluation the assessor saw; ErrStale when there is a newer one.
	After int
}

// GiveVerdict keeps a decision with its settled evaluation. ErrSelf when the assessor is the trainee, ErrNotFinished
// before the end, ErrInvalid without a person, a reason or, for passed, a passing result.
func (s *Store) GiveVerdict(ctx context.Context, by Actor, id engine.SessionID, v NewVerdict) (Verdict, error) {
	panic("not written yet")
}

// Verdicts lists the verdicts on a session, oldest first.
func (s *Store) Verdicts(ctx context.Context, id engine.SessionID) ([]Verdict, error) {
	panic("not written yet")
}

// VerdictsOn lists the newest verdict of each of the sessions that has one, without settlements' evaluation JSON.
func (s *Store) VerdictsOn(ctx context.Context, ids []engine.SessionID) (map[engine.SessionID]Verdict, error) {
	panic("not written yet")
}

// PassedSessions lists what a person's sessions contribute to certificates: every finished assessed one.
func (s *Store) PassedSessions(ctx context.Context, person PersonID) ([]grading.PassedSession, error) {
	panic("not written yet")
}

// BlindMark is a second assessor's settlements, given without seeing the first's, by competence.
type BlindMark struct {
	Session     engine.SessionID
	By          PersonID
	Competences []string
	Settlements []grading.Settlement
	At          time.Time
}

// GiveBlindMark keeps a second marking. ErrSelf when the assessor is the trainee, ErrExists when he marked or decided
// before.
func (s *Store) GiveBlindMark(ctx context.Context, by Actor, m BlindMark) error {
	panic("not written yet")
}

// BlindMarks lists the second markings of a session, oldest first.
func (s *Store) BlindMarks(ctx context.Context, id engine.SessionID) ([]BlindMark, error) {
	panic("not written yet")
}
