package store

import (
	"context"
	"fmt"
	"time"

	"proba/engine"
	"proba/grading"
)

// BlindMark is a second assessor's settlements, given without seeing the first's, by competence.
type BlindMark struct {
	Session     engine.SessionID
	By          PersonID
	Competences []string
	Settlements []grading.Settlement
	At          time.Time
}

type blindMarkRow struct {
	Session     string `gorm:"primaryKey"`
	Author      string `gorm:"primaryKey"`
	Competences string
	Settlements string
	At          int64
}

func (blindMarkRow) TableName() string { return "blind_marks" }

func (r blindMarkRow) record() (BlindMark, error) {
	competences, err := fromJSON[string](r.Competences)
	if err != nil {
		return BlindMark{}, err
	}
	settlements, err := fromJSON[grading.Settlement](r.Settlements)
	return BlindMark{Session: engine.SessionID(r.Session), By: PersonID(r.Author), Competences: competences,
		Settlements: settlements, At: timeOf(r.At)}, err
}

// GiveBlindMark keeps a second marking; By and At of m are set from the actor and the clock. ErrSelf when the assessor
// is the trainee, ErrExists when he marked or decided before, ErrInvalid without a person or a competence.
func (s *Store) GiveBlindMark(ctx context.Context, by Actor, m BlindMark) error {
	err := s.change(ctx, func(t *change) error {
		if by.Person == "" || len(m.Competences) == 0 {
			return fmt.Errorf("%w: a marking without a person or a competence", ErrInvalid)
		}
		if err := t.mayAssess(by, m.Session); err != nil {
			return err
		}
		if err := t.hasNotDecided(by, m.Session); err != nil {
			return err
		}
		if err := t.addBlindMark(by, m); err != nil {
			return err
		}
		return t.audit(by, "blindmark.give", string(m.Session), map[string]int{"settlements": len(m.Settlements)})
	})
	if err != nil {
		return fmt.Errorf("second marking of session %q: %w", m.Session, err)
	}
	return nil
}

func (t *change) hasNotDecided(by Actor, id engine.SessionID) error {
	var n int64
	err := t.Model(&verdictRow{}).Where("session = ? AND author = ?", string(id), string(by.Person)).Count(&n).Error
	if err == nil && n > 0 {
		err = fmt.Errorf("%w: he has given a verdict", ErrExists)
	}
	return err
}

func (t *change) addBlindMark(by Actor, m BlindMark) error {
	competences, err := toJSON(m.Competences)
	if err != nil {
		return err
	}
	settlements, err := toJSON(m.Settlements)
	if err != nil {
		return err
	}
	return t.Create(&blindMarkRow{Session: string(m.Session), Author: string(by.Person), Competences: competences,
		Settlements: settlements, At: millis(t.now)}).Error
}

// SessionsForSecond lists finished assessed sessions that the assessor may mark a second time, newest first: decided, not
// his own, without a verdict of his, and not yet marked a second time by anybody.
func (s *Store) SessionsForSecond(ctx context.Context, assessor PersonID, f SessionFilter) ([]engine.Session, error) {
	f.Verdict, f.Mode, f.Finished = WithVerdict, engine.Assessed, true
	q := f.Page.of(f.narrow(s.read(ctx))).Where("person <> ?", string(assessor)).
		Where("NOT EXISTS (SELECT 1 FROM verdicts WHERE verdicts.session = sessions.id AND verdicts.author = ?)", string(assessor)).
		Where("NOT EXISTS (SELECT 1 FROM blind_marks WHERE blind_marks.session = sessions.id)")
	return findSessions(q.Order("started DESC").Order("id"))
}

// BlindMarks lists the second markings of a session, oldest first.
func (s *Store) BlindMarks(ctx context.Context, id engine.SessionID) ([]BlindMark, error) {
	var rows []blindMarkRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("at").Order("author").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("second markings of session %q: %w", id, translate(err))
	}
	return each(rows, blindMarkRow.record)
}
