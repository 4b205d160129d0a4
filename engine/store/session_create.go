package store

import (
	"context"
	"errors"
	"fmt"

	"proba/engine"
	"proba/scenarios"
)

// CreateSession keeps a new session with its first events and the texts it is pinned to. ID, Attempt and Last of the
// argument are ignored; the session as kept is returned. An assessed session uses an attempt here: ErrNoAttempts when
// its assignment has none left, ErrAlreadyRunning when the person has one of the same scenario that is not finished.
// The audit row names the person, or who supervises.
func (s *Store) CreateSession(ctx context.Context, n engine.Session, files []scenarios.File, first engine.Batch) (engine.Session, error) {
	entry, err := newEntry("", first)
	if err != nil {
		return engine.Session{}, fmt.Errorf("create a session: %w", err)
	}
	err = s.change(ctx, func(t *change) (err error) {
		n, err = t.createSession(n, files, entry)
		return err
	})
	if err != nil {
		return engine.Session{}, fmt.Errorf("create a session of %q: %w", n.Scenario, err)
	}
	s.remember(files)
	return n, nil
}

func (t *change) createSession(n engine.Session, files []scenarios.File, first entry) (engine.Session, error) {
	id, err := t.s.newID()
	if err != nil {
		return n, err
	}
	n.ID, n.Attempt = engine.SessionID(id), 0
	n.Last, n.Phase, n.Due, n.Ended = first.last(), first.batch.Phase, first.batch.Due, first.batch.Ended
	if err := t.saveSources(files); err != nil {
		return n, err
	}
	if n.Mode == engine.Assessed {
		if n.Attempt, err = t.useAttempt(n); err != nil {
			return n, err
		}
	}
	row, err := sessionRowOf(n)
	if err != nil {
		return n, err
	}
	if err := t.Create(&row).Error; err != nil {
		return n, startError(err)
	}
	if err := t.createEvents(id, first); err != nil {
		return n, err
	}
	return n, t.audit(startedBy(n), "session.start", id, startDetail{n.Scenario, n.Mode, n.Attempt})
}

type startDetail struct {
	Scenario string      `json:"scenario"`
	Mode     engine.Mode `json:"mode"`
	Attempt  int         `json:"attempt,omitempty"`
}

func startedBy(n engine.Session) Actor {
	if n.SupervisedBy != "" {
		return Actor{Person: n.SupervisedBy}
	}
	return Actor{Person: n.Person}
}

// startError reads a refused insert: ids are drawn, so the only key two sessions can share is the one that allows one
// running assessed session of a person and scenario.
func startError(err error) error {
	if errors.Is(translate(err), ErrExists) {
		return ErrAlreadyRunning
	}
	return err
}

// useAttempt takes an attempt from the assignment, in one statement so that two starts cannot take the same one, and
// counts the attempt.
func (t *change) useAttempt(n engine.Session) (int, error) {
	if n.Assignment != "" {
		took := t.Exec(`UPDATE assignments SET used = used + 1 WHERE id = ? AND person = ? AND scenario = ?
			AND withdrawn IS NULL AND (attempts = 0 OR used < attempts)`, n.Assignment, string(n.Person), n.Scenario)
		if took.Error != nil {
			return 0, took.Error
		}
		if took.RowsAffected == 0 {
			return 0, ErrNoAttempts
		}
	}
	var before int64
	err := t.Raw(`SELECT COUNT(*) FROM sessions WHERE person = ? AND scenario = ? AND mode = 'assessed' AND started > (
		SELECT COALESCE(MAX(a.at), -1) FROM awards a JOIN award_sessions w ON w.award = a.number
		JOIN sessions s ON s.id = w.session WHERE a.person = ? AND a.revoked IS NULL AND s.scenario = ?)`,
		string(n.Person), n.Scenario, string(n.Person), n.Scenario).Scan(&before).Error
	return int(before) + 1, err
}

func (t *change) createEvents(id string, first entry) error {
	rows := make([]eventRow, len(first.bodies))
	for i, body := range first.bodies {
		rows[i] = eventRow{Session: id, Number: first.batch.Events[i].Number, Body: body}
	}
	if len(rows) == 0 {
		return fmt.Errorf("%w: a session without a first event", ErrInvalid)
	}
	due := dueColumn(first.batch.Due)
	rows[len(rows)-1].Due = &due
	return t.Create(&rows).Error
}
