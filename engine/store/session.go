package store

import (
	"context"
	"time"

	"proba/engine"
	"proba/scenarios"
)

// Session is one trainee's run of one scenario.
type Session = engine.Session

// SessionFilter narrows a list of sessions; zero fields do not. Trials are listed only where Mode asks for them.
type SessionFilter struct {
	Person   PersonID
	Group    string // of the person
	Scenario string
	Mode     engine.Mode
	// Phase narrows to one; Running to all but finished; Finished to finished.
	Phase    engine.Phase
	Running  bool
	Finished bool
	// Verdict narrows to sessions with or without a verdict of a person.
	Verdict VerdictFilter
	// Assignment narrows to the sessions of one assignment.
	Assignment string
	From, To   time.Time // of the start; To is excluded
	Page       Page
}

// VerdictFilter tells sessions with a verdict from those without.
type VerdictFilter string

// The verdict filters.
const (
	AnyVerdict      VerdictFilter = ""
	WithVerdict     VerdictFilter = "with"
	AwaitingVerdict VerdictFilter = "awaiting"
)

// CreateSession keeps a new session with its first events and the texts it is pinned to. ID, Attempt and Last of the
// argument are ignored; the session as kept is returned. An assessed session uses an attempt here: ErrNoAttempts when
// its assignment has none left, ErrAlreadyRunning when the person has one of the same scenario that is not finished.
// The audit row names the person, or who supervises.
func (s *Store) CreateSession(ctx context.Context, n engine.Session, files []scenarios.File, first engine.Batch) (engine.Session, error) {
	panic("not written yet")
}

// Session finds a session.
func (s *Store) Session(ctx context.Context, id engine.SessionID) (engine.Session, error) {
	panic("not written yet")
}

// Sessions lists sessions, newest first.
func (s *Store) Sessions(ctx context.Context, f SessionFilter) ([]engine.Session, error) {
	panic("not written yet")
}

// CountSessions counts what Sessions would list without its page.
func (s *Store) CountSessions(ctx context.Context, f SessionFilter) (int, error) {
	panic("not written yet")
}

// SessionsOf lists the practice and assessed sessions of a person, newest first.
func (s *Store) SessionsOf(ctx context.Context, person PersonID) ([]engine.Session, error) {
	panic("not written yet")
}

// SessionsAwaitingVerdict lists finished assessed sessions nobody has decided on, oldest first.
func (s *Store) SessionsAwaitingVerdict(ctx context.Context, f SessionFilter) ([]engine.Session, error) {
	panic("not written yet")
}

// RunningSessions lists every session that is not finished, of all modes, oldest first; after a start they are taken up
// again.
func (s *Store) RunningSessions(ctx context.Context) ([]engine.Session, error) {
	panic("not written yet")
}
