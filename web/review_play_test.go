package web

import (
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/grading/prove"
	"proba/scenarios"
)

// delivery is the shipped call whose questions a person marks.
const delivery = "telefono-consegna-mancata"

// played runs the first embedded test of a scenario as a live session of who and finishes it.
func (s *site) played(who, scenario string, mode engine.Mode) engine.Session {
	s.Helper()
	script, ok := s.server.Library.Script(scenario)
	if !ok {
		s.Fatalf("no scenario %q in the library", scenario)
	}
	session, err := s.server.Live.Start(s.Context(), live.NewSession{Person: s.people[who], Script: script, Mode: mode, Seed: 1})
	if err != nil {
		s.Fatal(err)
	}
	for _, step := range script.Tests[0].Steps {
		s.step(session.ID, script, step)
	}
	for range 2 {
		if s.state(session.ID).Phase != engine.Finished {
			s.command(session.ID, engine.Finish{})
		}
	}
	if phase := s.state(session.ID).Phase; phase != engine.Finished {
		s.Fatalf("the session is %s after its test, want finished", phase)
	}
	session, err = s.store.Session(s.Context(), session.ID)
	if err != nil {
		s.Fatal(err)
	}
	return session
}

func (s *site) step(id engine.SessionID, script *engine.Script, step scenarios.Step) {
	s.Helper()
	switch one := step.(type) {
	case scenarios.AgentSays:
		s.clock.Advance(one.Took)
		s.command(id, engine.Say{Text: one.Text})
	case scenarios.AgentDoes:
		command, ok := prove.CommandFor(script, s.state(id), one)
		if !ok {
			s.Fatalf("nobody does %v", one)
		}
		s.command(id, command)
	case scenarios.Wait:
		s.clock.Advance(one.For)
	case scenarios.AnswersDebrief:
		if s.state(id).Phase == engine.WrapUp {
			s.command(id, engine.Finish{})
		}
		s.command(id, engine.Argue{Question: one.Number, Text: one.Text})
	}
}

func (s *site) command(id engine.SessionID, c engine.Command) {
	s.Helper()
	answer, err := s.server.Live.Do(s.Context(), id, live.Request{Command: c})
	if err != nil {
		s.Fatal(err)
	}
	if answer.Refusal != nil {
		s.Fatalf("%s was refused: %s %s", c.Kind(), answer.Refusal.Reason, answer.Refusal.Detail)
	}
	s.clock.Advance(time.Second)
}

func (s *site) state(id engine.SessionID) engine.State {
	s.Helper()
	moment, err := s.server.Live.State(s.Context(), id)
	if err != nil {
		s.Fatal(err)
	}
	return moment.State
}
