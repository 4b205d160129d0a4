package web

import (
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// by is a person of the site as the one who changes records.
func (s *site) by(who string) store.Actor {
	return store.Actor{Person: s.people[who], Name: loginOf(who)}
}

// finished puts a finished session of a shipped scenario into who's records, with the machine's evaluation, without playing
// it: for pages that only read records.
func (s *site) finished(who, scenario string, mode engine.Mode, result scenarios.Outcome, score int) engine.Session {
	s.Helper()
	sc, ok := s.server.Library.Script(scenario)
	if !ok {
		s.Fatalf("no scenario %q in the library", scenario)
	}
	n := engine.Session{
		Person: s.people[who], Scenario: sc.ID, Title: sc.Title, Version: sc.Version, Channel: sc.Channel, Request: sc.Request,
		ClientTypes: sc.Persona.ClientTypes, Language: sc.Languages[0], Mode: mode, TimeFactor: 100, Pack: sc.Pack, Rubric: sc.Rubric.ID, Started: s.clock.Now(),
	}
	for _, file := range sc.Sources {
		n.Sources = append(n.Sources, engine.Source{Path: file.Path, Digest: file.Digest})
	}
	first := engine.Batch{Phase: engine.Talking, Due: -1, Events: []engine.Event{{Number: 1, Fact: engine.Started{Scenario: sc.ID, Mode: mode}}}}
	n, err := s.store.CreateSession(s.Context(), n, sc.Sources, first)
	if err != nil {
		s.Fatal(err)
	}
	ended := n.Started.Add(4 * time.Minute)
	err = s.store.Append(s.Context(), n.ID, engine.Batch{
		Phase: engine.Finished, Due: -1, Ended: &ended, Marked: &engine.Marked{JSON: []byte(`{"marks":[]}`), Result: result, Score: score},
		Events: []engine.Event{{Number: 2, At: 4 * time.Minute, Fact: engine.SessionFinished{}}},
	})
	if err != nil {
		s.Fatal(err)
	}
	return n
}

// decide gives the assessor's verdict on a finished session.
func (s *site) decide(n engine.Session, passed bool, score int, reason string) {
	s.Helper()
	result := scenarios.Outcome("fail")
	if passed {
		result = "pass"
	}
	_, err := s.store.GiveVerdict(s.Context(), s.by("assessor"), n.ID, store.NewVerdict{
		Passed: passed, Reason: reason, After: 1, Evaluation: grading.Evaluation{Scenario: n.Scenario, Result: result, Score: score},
	})
	if err != nil {
		s.Fatal(err)
	}
}

// audited lists the codes of the audit rows about a subject, newest first.
func (s *site) audited(subject string) []string {
	s.Helper()
	rows, err := s.store.AuditRows(s.Context(), store.AuditFilter{Subject: subject})
	if err != nil {
		s.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		out = append(out, r.Name+" "+r.Action)
	}
	return out
}
