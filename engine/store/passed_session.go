package store

import (
	"context"
	"fmt"
	"slices"

	"proba/engine"
	"proba/grading"
)

// PassedSessions lists what a person's sessions contribute to certificates: every finished assessed one, oldest first,
// with the newest verdict. A second marking counts when it is somebody else's than the verdict's.
func (s *Store) PassedSessions(ctx context.Context, person PersonID) ([]grading.PassedSession, error) {
	q := SessionFilter{Person: person, Mode: engine.Assessed, Finished: true}.narrow(s.read(ctx))
	sessions, err := findSessions(q.Order("started").Order("id"))
	if err != nil {
		return nil, err
	}
	ids := make([]engine.SessionID, len(sessions))
	for i, n := range sessions {
		ids[i] = n.ID
	}
	verdicts, err := s.VerdictsOn(ctx, ids)
	if err != nil {
		return nil, err
	}
	marked, err := s.blindMarksOf(ctx, person)
	if err != nil {
		return nil, err
	}
	out := make([]grading.PassedSession, 0, len(sessions))
	for _, n := range sessions {
		out = append(out, passedSession(n, verdicts[n.ID], marked[n.ID]))
	}
	return out, nil
}

// passedSession joins a session with its verdict, whose zero value means none.
func passedSession(n engine.Session, v Verdict, marked []BlindMark) grading.PassedSession {
	p := grading.PassedSession{Session: n.ID, Scenario: n.Scenario, Channel: n.Channel, Request: n.Request,
		ClientTypes: n.ClientTypes, Rubric: n.Rubric, Mode: n.Mode, Passed: v.Passed, VerdictBy: string(v.By), DecidedAt: v.At,
		Supervised: n.SupervisedBy != ""}
	for _, m := range marked {
		if v.By == "" || m.By == v.By {
			continue
		}
		for _, c := range m.Competences {
			if !slices.Contains(p.SecondRated, c) {
				p.SecondRated = append(p.SecondRated, c)
			}
		}
	}
	return p
}

// blindMarksOf lists the second markings of all sessions of a person.
func (s *Store) blindMarksOf(ctx context.Context, person PersonID) (map[engine.SessionID][]BlindMark, error) {
	var rows []blindMarkRow
	err := s.read(ctx).Where("session IN (SELECT id FROM sessions WHERE person = ?)", string(person)).
		Order("at").Order("author").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("second markings of person %q: %w", person, translate(err))
	}
	marks, err := each(rows, blindMarkRow.record)
	if err != nil {
		return nil, err
	}
	found := map[engine.SessionID][]BlindMark{}
	for _, m := range marks {
		found[m.Session] = append(found[m.Session], m)
	}
	return found, nil
}
