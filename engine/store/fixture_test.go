package store_test

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// The suite runs on SQLite, and on PostgreSQL where this names a server on which databases may be made. What is about
// files skips there.
const postgresVariable = "PROBA_TEST_POSTGRES"

// noon is when every test begins.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// fixture is a fresh set of records with a clock that is moved by hand.
type fixture struct {
	*store.Store
	testing.TB
	ctx    context.Context
	config store.Config
	now    time.Time
}

func open(t testing.TB) *fixture {
	t.Helper()
	f := &fixture{TB: t, ctx: t.Context(), now: noon}
	f.config = store.Config{Now: func() time.Time { return f.now }}
	if server := os.Getenv(postgresVariable); server != "" {
		f.config.DSN = freshDatabase(t, server)
	} else {
		f.config.Path = filepath.Join(t.TempDir(), "records.db")
	}
	f.reopen()
	t.Cleanup(func() { f.Store.Close() })
	return f
}

// openFile is for what only files can do.
func openFile(t testing.TB) *fixture {
	t.Helper()
	if os.Getenv(postgresVariable) != "" {
		t.Skip("about files, so about SQLite")
	}
	return open(t)
}

func freshDatabase(t testing.TB, server string) string {
	t.Helper()
	db, err := sql.Open("pgx", server)
	must(t, err)
	t.Cleanup(func() { db.Close() })
	var b [6]byte
	_, _ = rand.Read(b[:])
	name := "proba_test_" + hex.EncodeToString(b[:])
	_, err = db.Exec("CREATE DATABASE " + name)
	must(t, err)
	t.Cleanup(func() {
		if _, err := db.Exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	dsn, err := url.Parse(server)
	must(t, err)
	dsn.Path = "/" + name
	return dsn.String()
}

// reopen opens the records again, as after a restart.
func (f *fixture) reopen() {
	f.Helper()
	if f.Store != nil {
		must(f, f.Store.Close())
	}
	s, err := store.Open(f.ctx, f.config)
	must(f, err)
	f.Store = s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wants checks which error came.
func wants(t testing.TB, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: error %v, want %v", what, got, want)
	}
}

var boss = store.Actor{Name: "boss", Address: "192.0.2.7"}

// actor is a person as the actor of a change.
func actor(id store.PersonID) store.Actor { return store.Actor{Person: id, Name: string(id)} }

func (f *fixture) person(login string, roles ...store.Role) store.PersonID {
	f.Helper()
	id, err := f.CreatePerson(f.ctx, boss, store.NewPerson{Login: login, Name: "Name of " + login, Roles: roles, Group: "Shop"})
	must(f, err)
	return id
}

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
	n.Started = f.now
	got, err := f.CreateSession(f.ctx, n, nil, started(n))
	must(f, err)
	return got
}

// said is a batch with one reply as event number n.
func said(n int, text string) engine.Batch {
	return engine.Batch{Phase: engine.Talking, Due: -1, Events: []engine.Event{
		{Number: n, At: time.Duration(n) * time.Second, Fact: engine.Replied{Text: text, Understood: true, Delay: -1}}}}
}

// finished ends a session as event number n with a result.
func (f *fixture) finished(n int, result scenarios.Outcome) engine.Batch {
	ended := f.now
	return engine.Batch{Phase: engine.Finished, Due: -1, Ended: &ended,
		Events: []engine.Event{{Number: n, At: time.Minute, Fact: engine.SessionFinished{}}},
		Marked: &engine.Marked{JSON: []byte(`{"scenario":"late-parcel","score":70}`), Result: result, Score: 70}}
}

// assessed is a finished assessed session of a person.
func (f *fixture) assessed(person store.PersonID, result scenarios.Outcome) engine.SessionID {
	f.Helper()
	n := f.session(person, engine.Assessed)
	must(f, f.Append(f.ctx, n.ID, f.finished(2, result)))
	return n.ID
}

// audited tells how many audit rows of an action there are.
func (f *fixture) audited(action string) int {
	f.Helper()
	n, err := f.CountAuditRows(f.ctx, store.AuditFilter{Action: action})
	must(f, err)
	return n
}
