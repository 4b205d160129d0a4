package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/grading/prove"
	"proba/scenarios"
)

// demoActor plays a transcript in a real session, at the pace of a person.
type demoActor struct {
	stage  *demoStage
	script *engine.Script
	id     engine.SessionID
}

var errDemoRefused = errors.New("the demo's command was refused")

// play carries out the steps and ends the session properly.
func (a demoActor) play(ctx context.Context, steps []scenarios.Step) error {
	for _, step := range steps {
		if err := a.step(ctx, step); err != nil {
			return err
		}
	}
	return a.until(ctx, engine.Finished)
}

func (a demoActor) step(ctx context.Context, step scenarios.Step) error {
	m, err := a.stage.sessions.State(ctx, a.id)
	if err != nil {
		return err
	}
	switch s := step.(type) {
	case scenarios.AgentSays:
		a.stage.clock.Advance(a.thinks(m, s))
		return a.do(ctx, engine.Say{Text: s.Text})
	case scenarios.AgentDoes:
		return a.acts(ctx, m, s)
	case scenarios.Wait:
		a.stage.clock.Advance(s.For)
		return a.do(ctx, engine.Tick{})
	case scenarios.AnswersDebrief:
		return a.argues(ctx, m, s)
	default:
		return nil
	}
}

// thinks is how long a person takes for a reply: on the phone until the customer has spoken and a moment more, in
// writing as long as typing takes.
func (a demoActor) thinks(m live.Moment, s scenarios.AgentSays) time.Duration {
	words := time.Duration(len(strings.Fields(s.Text)))
	if m.Session.Channel == scenarios.Phone {
		return max(0, m.State.SpeakingUntil-m.Now) + 1500*time.Millisecond + words*200*time.Millisecond
	}
	return min(9*time.Second+words*900*time.Millisecond, 40*time.Second)
}

// acts does something at the desk; a contact that was to be closed by the script's end is closed here.
func (a demoActor) acts(ctx context.Context, m live.Moment, s scenarios.AgentDoes) error {
	command, ok := prove.CommandFor(a.script, m.State, s)
	if !ok {
		return fmt.Errorf("%w: %s", errDemoRefused, s.What.Verb)
	}
	if _, files := command.(engine.File); files {
		if m.State.Phase == engine.Talking { // nobody lets the customer wait for the form
			if err := a.do(ctx, engine.Close{}); err != nil {
				return err
			}
		}
		a.stage.clock.Advance(35 * time.Second)
	} else {
		a.stage.clock.Advance(2 * time.Second)
	}
	return a.do(ctx, command)
}

// argues answers a debrief question; what comes before the debrief is over with the first answer.
func (a demoActor) argues(ctx context.Context, m live.Moment, s scenarios.AnswersDebrief) error {
	if m.State.Phase != engine.Debrief {
		if err := a.until(ctx, engine.Debrief); err != nil {
			return err
		}
	}
	a.stage.clock.Advance(2 * time.Minute)
	return a.do(ctx, engine.Argue{Question: s.Number, Text: s.Text})
}

// until closes what is still open, phase by phase, up to the phase wanted or the end.
func (a demoActor) until(ctx context.Context, wanted engine.Phase) error {
	for {
		m, err := a.stage.sessions.State(ctx, a.id)
		if err != nil || m.State.Phase == wanted || m.State.Phase == engine.Finished {
			return err
		}
		a.stage.clock.Advance(5 * time.Second)
		if m.State.Phase == engine.WrapUp || m.State.Phase == engine.Debrief {
			err = a.do(ctx, engine.Finish{})
		} else {
			err = a.do(ctx, engine.Close{})
		}
		if err != nil {
			return err
		}
	}
}

func (a demoActor) do(ctx context.Context, c engine.Command) error {
	answer, err := a.stage.sessions.Do(ctx, a.id, live.Request{Command: c})
	if err != nil {
		return err
	}
	if answer.Refusal != nil {
		return fmt.Errorf("%w: %s: %w", errDemoRefused, c.Kind(), answer.Refusal)
	}
	return nil
}
