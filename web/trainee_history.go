package web

import (
	"context"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

// history is what a trainee has played, newest first, with the verdicts of people.
type history struct {
	sessions []engine.Session
	verdicts map[engine.SessionID]store.Verdict
}

func (s *Server) historyOf(ctx context.Context, person store.PersonID) (history, error) {
	sessions, err := s.Store.SessionsOf(ctx, person)
	if err != nil {
		return history{}, err
	}
	var ids []engine.SessionID
	for _, session := range sessions {
		if session.Mode == engine.Assessed && session.Phase == engine.Finished {
			ids = append(ids, session.ID)
		}
	}
	verdicts, err := s.Store.VerdictsOn(ctx, ids)
	return history{sessions, verdicts}, err
}

// standing is where a session stands for a trainee: a catalogue key result.standing.X.
type standing string

// The standings. Only a person's verdict passes an assessed session; until then the machine's result is a proposal.
const (
	standsRunning   standing = "running"
	standsPassed    standing = "passed"
	standsFailed    standing = "failed"
	standsAwaiting  standing = "awaiting"
	standsPractised standing = "practised"
)

func (h history) standing(session engine.Session) standing {
	verdict, decided := h.verdicts[session.ID]
	switch {
	case session.Phase != engine.Finished:
		return standsRunning
	case session.Mode != engine.Assessed:
		return standsPractised
	case !decided:
		return standsAwaiting
	case verdict.Passed:
		return standsPassed
	default:
		return standsFailed
	}
}

// running lists the sessions that can be gone on with.
func (h history) running() []engine.Session {
	var out []engine.Session
	for _, session := range h.sessions {
		if session.Phase != engine.Finished {
			out = append(out, session)
		}
	}
	return out
}

// of lists the finished sessions of a scenario in a mode, newest first.
func (h history) of(scenario string, mode engine.Mode) []engine.Session {
	var out []engine.Session
	for _, session := range h.sessions {
		if session.Scenario == scenario && session.Mode == mode && session.Phase == engine.Finished {
			out = append(out, session)
		}
	}
	return out
}

// from lists the sessions started from an assignment, newest first.
func (h history) from(assignment string) []engine.Session {
	var out []engine.Session
	for _, session := range h.sessions {
		if session.Assignment == assignment {
			out = append(out, session)
		}
	}
	return out
}

// inMode lists at most n finished sessions of a mode, newest first.
func (h history) inMode(mode engine.Mode, n int) []engine.Session {
	var out []engine.Session
	for _, session := range h.sessions {
		if session.Mode == mode && session.Phase == engine.Finished && len(out) < n {
			out = append(out, session)
		}
	}
	return out
}

// worksIn are the languages of what the person was assessed in, else the one he reads.
func (h history) worksIn(reads string) []string {
	var out []string
	for _, session := range h.sessions {
		if session.Mode == engine.Assessed {
			out = append(out, session.Language)
		}
	}
	if out == nil {
		out = []string{reads}
	}
	return out
}

// evaluation is the one that holds for a session.
func (s *Server) evaluation(ctx context.Context, id engine.SessionID) (grading.Evaluation, error) {
	kept, err := s.Store.LatestEvaluation(ctx, id)
	if err != nil {
		return grading.Evaluation{}, err
	}
	return kept.Decode()
}
