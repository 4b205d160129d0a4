package grading

import (
	"errors"
	"fmt"
	"slices"

	"proba/scenarios"
)

// Settlement is a person's mark on one criterion (SEMANTICS 49).
type Settlement struct {
	Criterion string    `json:"criterion"`
	Debrief   int       `json:"debrief,omitempty"`
	Mark      MarkValue `json:"mark"`
	// Points counts for debrief criteria only: all of them for met, fewer for not met, none for not applicable. In
	// the contact they follow from the mark.
	Points int    `json:"points"`
	Reason string `json:"reason"`
}

// What makes a settlement impossible; errors of Settle wrap them.
var (
	ErrNoSuchCriterion = errors.New("no such criterion")
	ErrMarkNotPossible = errors.New("a person marks met, not met or not applicable")
	ErrPoints          = errors.New("points do not fit the mark")
	ErrReasonMissing   = errors.New("an override needs a reason")
	ErrSettledTwice    = errors.New("settled twice")
)

// Settle computes an evaluation again from the machine's one and people's marks; ev itself is not changed. Undecided
// and awaiting marks may be settled without a reason, others only with one. An error names the settlement that is not
// possible; then nothing is settled.
func Settle(sc *scenarios.Scenario, ev Evaluation, settled []Settlement) (Evaluation, error) {
	ev.Marks = slices.Clone(ev.Marks)
	done := make([]bool, len(ev.Marks))
	for _, s := range settled {
		i := slices.IndexFunc(ev.Marks, func(m Mark) bool { return m.Criterion == s.Criterion && m.Debrief == s.Debrief })
		if err := settle(ev.Marks, done, i, s); err != nil {
			return Evaluation{}, fmt.Errorf("settle criterion %q: %w", s.Criterion, err)
		}
	}
	return scored(sc, ev), nil
}

// settle writes one person's mark on the i-th criterion; -1 is none of them.
func settle(marks []Mark, done []bool, i int, s Settlement) error {
	if i < 0 {
		return ErrNoSuchCriterion
	}
	if done[i] {
		return ErrSettledTwice
	}
	done[i] = true
	m := &marks[i]
	points, err := settledPoints(*m, s)
	if err != nil {
		return err
	}
	if m.Mark != Undecided && s.Reason == "" && (m.Mark != s.Mark || m.Points != points) {
		return ErrReasonMissing
	}
	if !m.Settled {
		m.Machine = m.machineMark()
	}
	m.Mark, m.Points, m.Settled, m.AwaitsPerson = s.Mark, points, true, false
	m.Broken = m.Fatal && s.Mark == NotMet
	return nil
}

// machineMark is what the engine found, also where its mark was withheld for a person.
func (m *Mark) machineMark() MarkValue {
	if m.AwaitsPerson {
		return m.Found
	}
	return m.Mark
}

// settledPoints are the points of a person's mark. A missed criterion of the contact with part marks keeps those of
// the items that hold for certain.
func settledPoints(m Mark, s Settlement) (int, error) {
	switch s.Mark {
	case Met, NotMet, NotApplicable:
	default:
		return 0, ErrMarkNotPossible
	}
	if m.Debrief > 0 {
		return s.Points, debriefPoints(m, s)
	}
	switch {
	case s.Mark == Met:
		return m.Of, nil
	case s.Mark == NotMet:
		return m.PartPoints, nil
	default:
		return 0, nil
	}
}

func debriefPoints(m Mark, s Settlement) error {
	fits := s.Points == 0
	switch s.Mark {
	case Met:
		fits = s.Points == m.Of
	case NotMet:
		fits = 0 <= s.Points && s.Points < m.Of
	}
	if !fits {
		return fmt.Errorf("%w: %d of %d for %q", ErrPoints, s.Points, m.Of, s.Mark)
	}
	return nil
}

// Open are the marks that a person has to settle: undecided by recognition, or awaiting one.
func (ev Evaluation) Open() []Mark {
	var open []Mark
	for _, m := range ev.Marks {
		if m.Mark == Undecided {
			open = append(open, m)
		}
	}
	return open
}
