package store_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// noon is when every test begins.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// fixture is a fresh set of records with a clock that is moved by hand.
type fixture struct {
	*store.Store
	testing.TB
	ctx  context.Context
	path string
	now  time.Time
}

func open(t testing.TB) *fixture {
	t.Helper()
	f := &fixture{TB: t, ctx: context.Background(), path: filepath.Join(t.TempDir(), "records.db"), now: noon}
	f.reopen()
	t.Cleanup(func() { f.Store.Close() })
	return f
}

// reopen opens the records again, as after a restart.
func (f *fixture) reopen() {
	f.Helper()
	if f.Store != nil {
		must(f, f.Store.Close())
	}
	s, err := store.Open(f.ctx, store.Config{Path: f.path, Now: func() time.Time { return f.now }})
	must(f, err)
	f.Store = s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var boss = store.Actor{Name: "boss", Address: "192.0.2.7"}

func (f *fixture) person(login string, roles ...store.Role) store.PersonID {
	f.Helper()
	id, err := f.CreatePerson(f.ctx, boss, store.NewPerson{Login: login, Name: "Name of " + login, Roles: roles, Group: "Shop"})
	must(f, err)
	return id
}

// actor is a person as the actor of a change.
func actor(id store.PersonID) store.Actor { return store.Actor{Person: id, Name: string(id)} }

func blankSession(person store.PersonID, mode engine.Mode) engine.Session {
	return engine.Session{Person: person, Scenario: "late-parcel", Title: "A late parcel", Version: "1", Channel: scenarios.Chat,
		Request: "complaint", ClientTypes: []string{"private"}, Language: "en", Mode: mode, Seed: -7, TimeFactor: 100, Pack: "abc",
		Sources: []engine.Source{{Path: "a.md", Digest: "d"}}, Started: noon}
}

func started(n engine.Session) engine.Batch {
	return engine.Batch{Phase: engine.Talking, Due: 15 * time.Second, Events: []engine.Event{
		{Number: 1, Fact: engine.Started{Scenario: n.Scenario, Mode: n.Mode, Seed: n.Seed}}}}
}

func (f *fixture) session(person store.PersonID, mode engine.Mode) engine.Session {
	f.Helper()
	n := blankSession(person, mode)
	got, err := f.CreateSession(f.ctx, n, nil, started(n))
	must(f, err)
	return got
}

// said is a batch with one reply as event number n.
func said(n int, text string) engine.Batch {
	return engine.Batch{Phase: engine.Talking, Due: -1, Events: []engine.Event{
		{Number: n, At: time.Duration(n) * time.Second, Fact: engine.Replied{Text: text, Understood: true, Delay: -1}}}}
}

func TestRecordsSurviveAReopening(t *testing.T) {
	f := open(t)
	anna := f.person("anna", store.Trainee)
	n := f.session(anna, engine.Practice)
	must(t, f.Append(f.ctx, n.ID, said(2, "Hello")))
	f.reopen()
	got, err := f.Session(f.ctx, n.ID)
	must(t, err)
	if got.Last != 2 || got.Seed != -7 || got.Due >= 0 || !got.Started.Equal(noon) {
		t.Errorf("Session = %+v, want last 2, seed -7, no timer, started at noon", got)
	}
	events, err := f.Events(f.ctx, n.ID, 1)
	must(t, err)
	if len(events) != 1 || events[0].Fact.(engine.Replied).Text != "Hello" {
		t.Errorf("Events after 1 = %v, want the reply", events)
	}
}
