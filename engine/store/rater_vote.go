package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"proba/engine"
)

// RaterVote is what an outside rater said of a criterion. It stands beside an evaluation and never changes it.
type RaterVote struct {
	// Evaluation is the number of the evaluation it was compared with.
	Evaluation int
	Criterion  string
	Opinion    string
	// Why tells why a void vote is void.
	Why   string
	Quote string
	// Standing is what it means beside the mark.
	Standing string
	Model    string
	// Prompt is the hash of what was sent, Raw the answer as it came.
	Prompt, Raw string
	At          time.Time
}

type raterVoteRow struct {
	Session    string `gorm:"primaryKey"`
	Number     int    `gorm:"primaryKey"`
	Evaluation int
	Criterion  string
	Opinion    string
	Why        string
	Quote      string
	Standing   string
	Model      string
	Prompt     string
	Raw        string
	At         int64
}

func (raterVoteRow) TableName() string { return "rater_votes" }

func (r raterVoteRow) record() (RaterVote, error) {
	return RaterVote{Evaluation: r.Evaluation, Criterion: r.Criterion, Opinion: r.Opinion, Why: r.Why, Quote: r.Quote,
		Standing: r.Standing, Model: r.Model, Prompt: r.Prompt, Raw: r.Raw, At: timeOf(r.At)}, nil
}

// AddRaterVotes keeps votes on a finished session after those it has; At is set from the clock. The session, its
// evaluations and its verdict stay as they are. ErrNotFinished when it still runs, ErrInvalid for a vote without a
// criterion or a model, or beside an evaluation that is not there.
func (s *Store) AddRaterVotes(ctx context.Context, by Actor, id engine.SessionID, votes []RaterVote) error {
	err := s.change(ctx, func(t *change) error {
		if _, err := t.finishedSession(id); err != nil {
			return err
		}
		last, err := t.lastEvaluation(id)
		if err != nil {
			return err
		}
		var number int
		if err := t.Raw("SELECT COALESCE(MAX(number), 0) FROM rater_votes WHERE session = ?", string(id)).Scan(&number).Error; err != nil {
			return err
		}
		for i, v := range votes {
			if v.Criterion == "" || v.Model == "" || v.Evaluation < 1 || v.Evaluation > last {
				return fmt.Errorf("%w: vote on %q of model %q beside evaluation %d", ErrInvalid, v.Criterion, v.Model, v.Evaluation)
			}
			if err := t.Create(rowOfVote(id, number+i+1, v, t.now)).Error; err != nil {
				return stale(err)
			}
		}
		return t.audit(by, "rater.vote", string(id), map[string]int{"votes": len(votes)})
	})
	if err != nil {
		return fmt.Errorf("votes on session %q: %w", id, err)
	}
	return nil
}

func rowOfVote(id engine.SessionID, number int, v RaterVote, now time.Time) *raterVoteRow {
	return &raterVoteRow{Session: string(id), Number: number, Evaluation: v.Evaluation, Criterion: v.Criterion, Opinion: v.Opinion,
		Why: v.Why, Quote: v.Quote, Standing: v.Standing, Model: v.Model, Prompt: v.Prompt,
		Raw: strings.ReplaceAll(v.Raw, "\x00", "\uFFFD"), At: millis(now)} // PostgreSQL keeps no zero bytes
}

// SessionsUnrated lists assessed sessions that are finished and wait for a verdict, and on which a model has no vote yet,
// oldest first, at most so many.
func (s *Store) SessionsUnrated(ctx context.Context, model string, most int) ([]engine.SessionID, error) {
	var ids []engine.SessionID
	err := SessionFilter{Verdict: AwaitingVerdict}.narrow(s.read(ctx)).Model(&sessionRow{}).
		Where("NOT EXISTS (SELECT 1 FROM rater_votes v WHERE v.session = sessions.id AND v.model = ?)", model).
		Order("started").Order("id").Limit(most).Pluck("id", &ids).Error
	if err != nil {
		return nil, fmt.Errorf("sessions without a vote of %q: %w", model, translate(err))
	}
	return ids, nil
}

// RaterVotes lists the votes on a session, oldest first.
func (s *Store) RaterVotes(ctx context.Context, id engine.SessionID) ([]RaterVote, error) {
	var rows []raterVoteRow
	if err := s.read(ctx).Where("session = ?", string(id)).Order("number").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("votes on session %q: %w", id, translate(err))
	}
	return each(rows, raterVoteRow.record)
}
