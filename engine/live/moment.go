package live

import (
	"context"
	"time"

	"proba/engine"
	"proba/grading"
)

// Moment is a session as it stands.
type Moment struct {
	Session engine.Session
	Script  *engine.Script
	State   engine.State
	// Now is the offset of the present from the start.
	Now time.Duration
}

// State returns a session as it stands, finished ones too. What was due has happened: the clock speaks first.
func (l *Sessions) State(ctx context.Context, id engine.SessionID) (Moment, error) {
	r, err := l.open(ctx, id)
	if err != nil {
		return Moment{}, err
	}
	defer r.unlock()
	l.catchUp(ctx, r)
	return Moment{Session: r.session, Script: r.script, State: r.state, Now: r.at(l.Clock.Now())}, nil
}

// Marks marks the log as it stands.
func (l *Sessions) Marks(ctx context.Context, id engine.SessionID) (grading.Evaluation, error) {
	m, err := l.State(ctx, id)
	if err != nil {
		return grading.Evaluation{}, err
	}
	log, err := l.Records.Events(ctx, id, 0)
	if err != nil {
		return grading.Evaluation{}, err
	}
	return grading.Grade(m.Script.Scenario, log), nil
}
