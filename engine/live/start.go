package live

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"time"

	"proba/engine"
)

// Start starts a session and returns its record. Errors of Records.CreateSession come through.
func (l *Sessions) Start(ctx context.Context, n NewSession) (engine.Session, error) {
	if err := l.enter(); err != nil {
		return engine.Session{}, err
	}
	defer l.busy.Done()
	now := l.Clock.Now()
	state, events, err := engine.Start(n.Script, opening(n, now))
	if err != nil {
		return engine.Session{}, fmt.Errorf("start session: %w", err)
	}
	first := engine.Batch{Events: events, Phase: state.Phase, Due: dueOf(n.Script, state)}
	kept, err := l.Records.CreateSession(ctx, describe(n, state, now), n.Script.Sources, first)
	if err != nil {
		return engine.Session{}, fmt.Errorf("start session: %w", err)
	}
	l.begin(kept.ID, now)
	l.alarms.set(kept.ID, now.Add(max(first.Due, 0))) // also when the room below must be read from the records
	r, err := l.enterRoom(ctx, kept.ID)
	if err != nil {
		return kept, nil
	}
	defer r.unlock()
	r.settle(kept, n.Script, state, now)
	l.arm(r)
	return kept, nil
}

func opening(n NewSession, now time.Time) engine.Opening {
	o := engine.Opening{
		Mode: n.Mode, Seed: n.Seed, Variant: n.Variant, TimeFactor: n.TimeFactor, DebriefFor: n.DebriefFor, List: n.List,
		Today: now.Format(time.DateOnly),
	}
	if o.Seed == 0 && n.Script.Seed == nil {
		o.Seed = drawSeed()
	}
	return o
}

// drawSeed is a number from 1 to 2^53, so that it survives JSON everywhere.
func drawSeed() int64 {
	var random [8]byte
	_, _ = rand.Read(random[:]) // crypto/rand never fails
	return int64(binary.BigEndian.Uint64(random[:])>>11) + 1
}

// describe is the record of a session about to begin.
func describe(n NewSession, state engine.State, now time.Time) engine.Session {
	sc, opened := n.Script.Scenario, state.Opened
	session := engine.Session{
		Person: n.Person, Scenario: sc.ID, Title: sc.Title, Version: sc.Version, Channel: sc.Channel, Request: sc.Request,
		Mode: opened.Mode, Seed: opened.Seed, Variant: opened.Variant, TimeFactor: opened.TimeFactor, Pack: n.Script.Pack,
		Assignment: n.Assignment, SupervisedBy: n.SupervisedBy, Started: now, Phase: state.Phase, Last: state.Number,
	}
	if sc.Rubric != nil {
		session.Rubric = sc.Rubric.ID
	}
	if len(sc.Languages) > 0 {
		session.Language = sc.Languages[0]
	}
	if sc.Persona != nil {
		session.ClientTypes = sc.Persona.ClientTypes
	}
	for _, f := range sc.Sources {
		session.Sources = append(session.Sources, engine.Source{Path: f.Path, Digest: f.Digest})
	}
	return session
}

// dueOf is when the clock must speak next, in whole milliseconds and not too early; -1 when no timer runs.
func dueOf(script *engine.Script, state engine.State) time.Duration {
	due, running := state.Due(script)
	if !running {
		return -1
	}
	return engine.Offset(due + time.Millisecond - 1)
}
