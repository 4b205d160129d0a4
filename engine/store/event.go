package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"proba/engine"
)

// eventRow serves the first events of a session; later ones go through the appender.
type eventRow struct {
	Session string `gorm:"primaryKey"`
	Number  int    `gorm:"primaryKey"`
	Body    string
	Due     *int64 // with the last event of a batch
}

func (eventRow) TableName() string { return "events" }

// The statements of the event path. Both databases read numbered parameters in this form.
const (
	selectEvents  = "SELECT body FROM events WHERE session = $1 AND number > $2 ORDER BY number"
	selectAnswers = `SELECT key, answer FROM events WHERE session = $1 AND key IS NOT NULL
		UNION ALL SELECT key, answer FROM answers WHERE session = $1`
	selectAnswer = `SELECT answer FROM events WHERE session = $1 AND key = $2
		UNION ALL SELECT answer FROM answers WHERE session = $1 AND key = $2`
)

// Append adds a batch to a session's log and returns when it is durable. ErrConflict when the events do not follow the
// last one kept or the key was used before: then nothing is kept. ErrFull when the disk is. Any other error leaves open
// whether the batch was kept; read the session again. When ctx ends first the batch may still be kept.
//
// There is no actor and no audit row: the log says itself who did what.
func (s *Store) Append(ctx context.Context, id engine.SessionID, b engine.Batch) error {
	if s.appender == nil {
		return ErrReadOnly
	}
	e, err := newEntry(id, b)
	if err != nil {
		return fmt.Errorf("append to session %q: %w", id, err)
	}
	if b.Marked != nil {
		if e.evaluation, err = s.newID(); err != nil {
			return fmt.Errorf("append to session %q: %w", id, err)
		}
	}
	if err := s.appender.append(ctx, e); err != nil {
		return fmt.Errorf("append to session %q: %w", id, translate(err))
	}
	return nil
}

// Events returns the events of a session whose number is above after, in order; empty when there are none.
func (s *Store) Events(ctx context.Context, id engine.SessionID, after int) ([]engine.Event, error) {
	rows, err := s.db.readerPool.QueryContext(ctx, selectEvents, string(id), after)
	if err != nil {
		return nil, fmt.Errorf("events of session %q: %w", id, translate(err))
	}
	defer rows.Close()
	events := []engine.Event{}
	var body sql.RawBytes
	for rows.Next() {
		if err := rows.Scan(&body); err != nil {
			return nil, fmt.Errorf("events of session %q: %w", id, translate(err))
		}
		e, err := engine.DecodeEvent(body)
		if err != nil {
			return nil, fmt.Errorf("events of session %q: %w: %w", id, ErrDamaged, err)
		}
		events = append(events, e)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("events of session %q: %w", id, translate(err))
	}
	return events, nil
}

// Answers returns every once-only key used in a session with the answer given for it.
func (s *Store) Answers(ctx context.Context, id engine.SessionID) (map[string][]byte, error) {
	rows, err := s.db.readerPool.QueryContext(ctx, selectAnswers, string(id))
	if err != nil {
		return nil, fmt.Errorf("answers of session %q: %w", id, translate(err))
	}
	defer rows.Close()
	answers := map[string][]byte{}
	for rows.Next() {
		var key, answer string
		if err := rows.Scan(&key, &answer); err != nil {
			return nil, fmt.Errorf("answers of session %q: %w", id, translate(err))
		}
		answers[key] = []byte(answer)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("answers of session %q: %w", id, translate(err))
	}
	return answers, nil
}

// AnswerByKey returns the answer given for one key; ErrNotFound when it was never used.
func (s *Store) AnswerByKey(ctx context.Context, id engine.SessionID, key string) ([]byte, error) {
	var answer string
	err := s.db.readerPool.QueryRowContext(ctx, selectAnswer, string(id), key).Scan(&answer)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("answer to key %q in session %q: %w", key, id, translate(err))
	}
	return []byte(answer), nil
}
