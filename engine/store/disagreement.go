package store

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"proba/engine"
)

// Disagreement is what a trainee says against one mark of his own assessed session. It changes no mark: an assessor reads
// it beside the mark and decides.
type Disagreement struct {
	Session engine.SessionID
	// Criterion and Debrief name the mark as in [grading.Mark].
	Criterion string
	Debrief   int
	// Evaluation is the number of the one the trainee saw.
	Evaluation int
	Reason     string
	At         time.Time
}

// MaxDisagreement bounds the reason, in bytes.
const MaxDisagreement = 4000

type disagreementRow struct {
	Session    string `gorm:"primaryKey"`
	Criterion  string `gorm:"primaryKey"`
	Debrief    int    `gorm:"primaryKey;autoIncrement:false"`
	Evaluation int
	Reason     string
	At         int64
}

func (disagreementRow) TableName() string { return "disagreements" }

func (r disagreementRow) record() (Disagreement, error) {
	return Disagreement{Session: engine.SessionID(r.Session), Criterion: r.Criterion, Debrief: r.Debrief, Evaluation: r.Evaluation,
		Reason: r.Reason, At: timeOf(r.At)}, nil
}

func (d Disagreement) check() error {
	fits := strings.TrimSpace(d.Reason) != "" && len(d.Reason) <= MaxDisagreement && utf8.ValidString(d.Reason)
	if d.Criterion == "" || !fits {
		return fmt.Errorf("%w: a disagreement without a mark or a reason", ErrInvalid)
	}
	return nil
}

// Disagree keeps a disagreement and gives it back with the time the store set. ErrNotFound when the session is not the actor's own,
// ErrNotFinished before its end, ErrInvalid for a session that is not assessed and without a reason, ErrExists when he
// has disagreed with this mark before. That the mark exists is the caller's to know.
func (s *Store) Disagree(ctx context.Context, by Actor, d Disagreement) (Disagreement, error) {
	err := d.check()
	if err == nil {
		err = s.change(ctx, func(t *change) error {
			d.At = timeOf(millis(t.now))
			return t.disagree(by, d)
		})
	}
	if err != nil {
		return Disagreement{}, fmt.Errorf("disagree with a mark of session %q: %w", d.Session, err)
	}
	return d, nil
}

func (t *change) disagree(by Actor, d Disagreement) error {
	session, err := t.finishedSession(d.Session)
	switch {
	case err != nil:
		return err
	case session.Person != string(by.Person):
		return ErrNotFound
	case session.Mode != string(engine.Assessed):
		return fmt.Errorf("%w: a session that is %s", ErrInvalid, session.Mode)
	}
	row := disagreementRow{Session: string(d.Session), Criterion: d.Criterion, Debrief: d.Debrief, Evaluation: d.Evaluation,
		Reason: d.Reason, At: millis(d.At)}
	if err := t.Create(&row).Error; err != nil {
		return err
	}
	return t.audit(by, "disagreement.state", row.Session, map[string]string{"criterion": d.Criterion})
}

// Disagreements lists those of a session, oldest first.
func (s *Store) Disagreements(ctx context.Context, id engine.SessionID) ([]Disagreement, error) {
	var rows []disagreementRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("at").Order("criterion").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("disagreements of session %q: %w", id, translate(err))
	}
	return each(rows, disagreementRow.record)
}

// SessionsDisputed lists decided sessions whose trainee disagreed with a mark after the newest verdict, oldest first.
func (s *Store) SessionsDisputed(ctx context.Context, f SessionFilter) ([]engine.Session, error) {
	f.Verdict = WithVerdict
	newest := s.read(ctx).Table("verdicts").Select("MAX(at)").Where("verdicts.session = sessions.id")
	later := s.read(ctx).Table("disagreements").Select("1").Where("disagreements.session = sessions.id AND disagreements.at > (?)", newest)
	return findSessions(f.Page.of(f.narrow(s.read(ctx))).Where("EXISTS (?)", later).Order("started").Order("id"))
}
