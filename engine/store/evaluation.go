package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm"

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
func (e Evaluation) Decode() (grading.Evaluation, error) {
	var ev grading.Evaluation
	if err := json.Unmarshal(e.JSON, &ev); err != nil {
		return grading.Evaluation{}, fmt.Errorf("evaluation %d of session %q: %w: %w", e.Number, e.Session, ErrDamaged, err)
	}
	return ev, nil
}

type evaluationRow struct {
	ID      string `gorm:"primaryKey"`
	Session string
	Number  int
	Origin  string
	Author  string
	Reason  string
	At      int64
	Body    string
	Result  string
	Score   int
}

func (evaluationRow) TableName() string { return "evaluations" }

func (r evaluationRow) record() (Evaluation, error) {
	return Evaluation{ID: r.ID, Session: engine.SessionID(r.Session), Number: r.Number, Origin: EvaluationOrigin(r.Origin),
		By: PersonID(r.Author), Reason: r.Reason, At: timeOf(r.At), JSON: []byte(r.Body),
		Result: scenarios.Outcome(r.Result), Score: r.Score}, nil
}

// SaveEvaluation adds the evaluation of a regrade to a finished session, with the reason it was made; the earlier ones
// stay. A verdict given before stands on the evaluation it was given on.
func (s *Store) SaveEvaluation(ctx context.Context, by Actor, id engine.SessionID, ev grading.Evaluation, reason string) error {
	err := s.change(ctx, func(t *change) error {
		if strings.TrimSpace(reason) == "" {
			return fmt.Errorf("%w: no reason", ErrInvalid)
		}
		if _, err := t.finishedSession(id); err != nil {
			return err
		}
		n, err := t.lastEvaluation(id)
		if err != nil {
			return err
		}
		row, err := t.addEvaluation(by, id, n+1, FromRegrade, ev, reason)
		if err != nil {
			return err
		}
		return t.audit(by, "evaluation.replace", string(id), evaluationDetail{row.Number, row.Result, row.Score})
	})
	if err != nil {
		return fmt.Errorf("save an evaluation of session %q: %w", id, err)
	}
	return nil
}

type evaluationDetail struct {
	Number int    `json:"number"`
	Result string `json:"result"`
	Score  int    `json:"score"`
}

// finishedSession reads a session that has come to its end.
func (t *change) finishedSession(id engine.SessionID) (sessionRow, error) {
	var row sessionRow
	if err := t.Where("id = ?", string(id)).Take(&row).Error; err != nil {
		return row, err
	}
	if row.Phase != string(engine.Finished) {
		return row, ErrNotFinished
	}
	return row, nil
}

func (t *change) lastEvaluation(id engine.SessionID) (int, error) {
	var n int
	err := t.Raw("SELECT COALESCE(MAX(number), 0) FROM evaluations WHERE session = ?", string(id)).Scan(&n).Error
	return n, err
}

// addEvaluation adds one and makes it the session's. The key (session, number) decides between two at once.
func (t *change) addEvaluation(by Actor, id engine.SessionID, number int, origin EvaluationOrigin, ev grading.Evaluation, reason string) (evaluationRow, error) {
	body, err := json.Marshal(ev)
	if err != nil {
		return evaluationRow{}, fmt.Errorf("write an evaluation: %w", err)
	}
	key, err := t.s.newID()
	if err != nil {
		return evaluationRow{}, err
	}
	row := evaluationRow{ID: key, Session: string(id), Number: number, Origin: string(origin), Author: string(by.Person),
		Reason: reason, At: millis(t.now), Body: string(body), Result: string(ev.Result), Score: ev.Score}
	if err := t.Create(&row).Error; err != nil {
		return row, stale(err)
	}
	return row, t.Model(&sessionRow{}).Where("id = ?", row.Session).
		Updates(map[string]any{"result": row.Result, "score": row.Score}).Error
}

// stale reads a key that exists: somebody else has decided meanwhile.
func stale(err error) error {
	if nameOf(err) == ErrExists {
		return fmt.Errorf("%w: %w", ErrStale, err)
	}
	return err
}

// Evaluations lists a session's evaluations, oldest first.
func (s *Store) Evaluations(ctx context.Context, id engine.SessionID) ([]Evaluation, error) {
	var rows []evaluationRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("evaluations of session %q: %w", id, translate(err))
	}
	return each(rows, evaluationRow.record)
}

// LatestEvaluation returns the one that holds; ErrNotFound before there is one.
func (s *Store) LatestEvaluation(ctx context.Context, id engine.SessionID) (Evaluation, error) {
	return oneEvaluation(s.read(ctx).Where("session = ?", string(id)).Order("number DESC"), id)
}

// MachineEvaluation returns the first one, of the machine; ErrNotFound before there is one.
func (s *Store) MachineEvaluation(ctx context.Context, id engine.SessionID) (Evaluation, error) {
	return oneEvaluation(s.read(ctx).Where("session = ? AND origin = ?", string(id), string(FromPlay)), id)
}

func oneEvaluation(q *gorm.DB, id engine.SessionID) (Evaluation, error) {
	var row evaluationRow
	if err := q.Take(&row).Error; err != nil {
		return Evaluation{}, fmt.Errorf("evaluation of session %q: %w", id, translate(err))
	}
	return row.record()
}
