package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
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

type verdictRow struct {
	ID          string `gorm:"primaryKey"`
	Session     string
	Evaluation  int
	Author      string
	Passed      bool
	Reason      string
	Settlements string
	TimeSpent   int64
	At          int64
}

func (verdictRow) TableName() string { return "verdicts" }

func (r verdictRow) record() (Verdict, error) {
	settled, err := fromJSON[grading.Settlement](r.Settlements)
	return Verdict{ID: r.ID, Session: engine.SessionID(r.Session), By: PersonID(r.Author), Passed: r.Passed, Reason: r.Reason,
		Settlements: settled, TimeSpent: time.Duration(r.TimeSpent) * time.Millisecond, At: timeOf(r.At),
		Evaluation: Evaluation{Session: engine.SessionID(r.Session), Number: r.Evaluation}}, err
}

// check refuses a verdict that cannot be given by anybody (SEMANTICS 49).
func (v NewVerdict) check(by Actor) error {
	switch {
	case by.Person == "":
		return fmt.Errorf("%w: a verdict without a person", ErrInvalid)
	case strings.TrimSpace(v.Reason) == "":
		return fmt.Errorf("%w: a verdict without a reason", ErrInvalid)
	case v.Passed && v.Evaluation.Result != scenarios.Pass:
		return fmt.Errorf("%w: passed, though the settled result is %q", ErrInvalid, v.Evaluation.Result)
	default:
		return nil
	}
}

// GiveVerdict keeps a decision with its settled evaluation. ErrSelf when the assessor is the trainee, ErrNotFinished
// before the end, ErrStale when an evaluation newer than the one he saw exists, ErrInvalid for a session that is not
// assessed and without a person, a reason or, for passed, a passing result.
func (s *Store) GiveVerdict(ctx context.Context, by Actor, id engine.SessionID, v NewVerdict) (Verdict, error) {
	if err := v.check(by); err != nil {
		return Verdict{}, fmt.Errorf("verdict on session %q: %w", id, err)
	}
	var given verdictRow
	var settled evaluationRow
	err := s.change(ctx, func(t *change) (err error) {
		if err := t.mayAssess(by, id); err != nil {
			return err
		}
		if settled, err = t.settledEvaluation(by, id, v); err != nil {
			return err
		}
		if given, err = t.addVerdict(by, id, v, settled.Number); err != nil {
			return err
		}
		return t.audit(by, "verdict.give", string(id), verdictDetail{v.Passed, settled.Number, len(v.Settlements)})
	})
	if err != nil {
		return Verdict{}, fmt.Errorf("verdict on session %q: %w", id, err)
	}
	out, err := given.record()
	if err != nil {
		return Verdict{}, err
	}
	out.Evaluation, err = settled.record()
	return out, err
}

type verdictDetail struct {
	Passed      bool `json:"passed"`
	Evaluation  int  `json:"evaluation"`
	Settlements int  `json:"settlements"`
}

// mayAssess refuses what nobody may judge now, and the trainee himself.
func (t *change) mayAssess(by Actor, id engine.SessionID) error {
	session, err := t.finishedSession(id)
	if err != nil {
		return err
	}
	if session.Person == string(by.Person) {
		return ErrSelf
	}
	if session.Mode != string(engine.Assessed) {
		return fmt.Errorf("%w: a verdict on a session that is %s", ErrInvalid, session.Mode)
	}
	return nil
}

func (t *change) settledEvaluation(by Actor, id engine.SessionID, v NewVerdict) (evaluationRow, error) {
	last, err := t.lastEvaluation(id)
	if err != nil {
		return evaluationRow{}, err
	}
	if last != v.After {
		return evaluationRow{}, fmt.Errorf("%w: evaluation %d, the newest is %d", ErrStale, v.After, last)
	}
	return t.addEvaluation(by, id, last+1, FromPerson, v.Evaluation, v.Reason)
}

func (t *change) addVerdict(by Actor, id engine.SessionID, v NewVerdict, evaluation int) (verdictRow, error) {
	settlements, err := toJSON(v.Settlements)
	if err != nil {
		return verdictRow{}, err
	}
	key, err := t.s.newID()
	if err != nil {
		return verdictRow{}, err
	}
	row := verdictRow{ID: key, Session: string(id), Evaluation: evaluation, Author: string(by.Person), Passed: v.Passed,
		Reason: v.Reason, Settlements: settlements, TimeSpent: v.TimeSpent.Milliseconds(), At: millis(t.now)}
	if err := t.Create(&row).Error; err != nil {
		return row, err
	}
	return row, t.Model(&sessionRow{}).Where("id = ?", row.Session).Update("verdict", decision(v.Passed)).Error
}

// decision is a verdict as the session's row shows it.
func decision(passed bool) string {
	if passed {
		return "passed"
	}
	return "not passed"
}

// Verdicts lists the verdicts on a session, oldest first, each with its evaluation.
func (s *Store) Verdicts(ctx context.Context, id engine.SessionID) ([]Verdict, error) {
	var rows []verdictRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("evaluation").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("verdicts on session %q: %w", id, translate(err))
	}
	verdicts, err := each(rows, verdictRow.record)
	if err != nil || len(verdicts) == 0 {
		return verdicts, err
	}
	evaluations, err := s.Evaluations(ctx, id)
	if err != nil {
		return nil, err
	}
	for i := range verdicts {
		for _, e := range evaluations {
			if e.Number == verdicts[i].Evaluation.Number {
				verdicts[i].Evaluation = e
			}
		}
	}
	return verdicts, nil
}

// VerdictsOn lists the newest verdict of each of the sessions that has one; of its evaluation only the number.
func (s *Store) VerdictsOn(ctx context.Context, ids []engine.SessionID) (map[engine.SessionID]Verdict, error) {
	found := make(map[engine.SessionID]Verdict, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), mostTogether)
		var rows []verdictRow
		if err := s.read(ctx).Where("session IN ?", ids[:n]).Order("evaluation").Find(&rows).Error; err != nil {
			return nil, fmt.Errorf("verdicts: %w", translate(err))
		}
		verdicts, err := each(rows, verdictRow.record)
		if err != nil {
			return nil, err
		}
		for _, v := range verdicts {
			found[v.Session] = v
		}
		ids = ids[n:]
	}
	return found, nil
}
