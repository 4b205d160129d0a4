package store

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"proba/engine"
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

// Session finds a session.
func (s *Store) Session(ctx context.Context, id engine.SessionID) (engine.Session, error) {
	var row foundSession
	if err := s.read(ctx).Select(sessionColumns).Where("id = ?", string(id)).Take(&row).Error; err != nil {
		return engine.Session{}, fmt.Errorf("session %q: %w", id, translate(err))
	}
	return row.record()
}

// Sessions lists sessions, newest first.
func (s *Store) Sessions(ctx context.Context, f SessionFilter) ([]engine.Session, error) {
	q := f.Page.of(f.narrow(s.read(ctx))).Order("started DESC").Order("id")
	return findSessions(q)
}

// CountSessions counts what Sessions would list without its page.
func (s *Store) CountSessions(ctx context.Context, f SessionFilter) (int, error) {
	var n int64
	if err := f.narrow(s.read(ctx)).Model(&sessionRow{}).Count(&n).Error; err != nil {
		return 0, fmt.Errorf("count sessions: %w", translate(err))
	}
	return int(n), nil
}

// SessionsOf lists the practice and assessed sessions of a person, newest first.
func (s *Store) SessionsOf(ctx context.Context, person PersonID) ([]engine.Session, error) {
	return findSessions(SessionFilter{Person: person}.narrow(s.read(ctx)).Order("started DESC").Order("id"))
}

// SessionsAwaitingVerdict lists finished assessed sessions nobody has decided on, oldest first.
func (s *Store) SessionsAwaitingVerdict(ctx context.Context, f SessionFilter) ([]engine.Session, error) {
	f.Verdict = AwaitingVerdict
	return findSessions(f.Page.of(f.narrow(s.read(ctx))).Order("started").Order("id"))
}

// RunningSessions lists every session that is not finished, of all modes, oldest first; after a start they are taken up
// again.
func (s *Store) RunningSessions(ctx context.Context) ([]engine.Session, error) {
	return findSessions(s.read(ctx).Where("phase <> ?", engine.Finished).Order("started").Order("id"))
}

func findSessions(q *gorm.DB) ([]engine.Session, error) {
	var rows []foundSession
	if err := q.Select(sessionColumns).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("list sessions: %w", translate(err))
	}
	return each(rows, foundSession.record)
}

func (f SessionFilter) narrow(q *gorm.DB) *gorm.DB {
	for _, w := range []struct{ column, value string }{
		{"person", string(f.Person)}, {"scenario", f.Scenario}, {"mode", string(f.Mode)}, {"phase", string(f.Phase)},
		{"assignment", f.Assignment},
	} {
		if w.value != "" {
			q = q.Where(w.column+" = ?", w.value)
		}
	}
	if f.Mode == "" {
		q = q.Where("mode <> ?", engine.Trial)
	}
	if f.Group != "" {
		q = q.Where("person IN (SELECT id FROM people WHERE team = ?)", f.Group)
	}
	if f.Running {
		q = q.Where("phase <> ?", engine.Finished)
	}
	if f.Finished {
		q = q.Where("phase = ?", engine.Finished)
	}
	switch f.Verdict {
	case WithVerdict:
		q = q.Where("verdict <> ''")
	case AwaitingVerdict:
		q = q.Where("mode = 'assessed' AND phase = 'finished' AND verdict = ''")
	}
	return between(q, "started", f.From, f.To)
}
