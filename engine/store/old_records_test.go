package store_test

import (
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// oldRecords are a person with a session that runs, as kept before a turn was one row: the session's row knew where the
// log stood, and keys stood in a table of their own.
var oldRecords = []string{
	`INSERT INTO people (id, login, login_key, name, search, roles, team, language, theme, time_factor, active, password_hash, created)
		VALUES ('p', 'anna', 'anna', 'Anna', 'anna', ' trainee ', '', '', '', 100, 1, '', 0)`,
	`INSERT INTO sessions (id, person, scenario, title, version, channel, request, client_types, rubric, language, mode, seed, variant,
		time_factor, pack, sources, attempt, assignment, supervised_by, started, phase, last, due, result, score, verdict)
		VALUES ('s', 'p', 'late-parcel', '', '1', 'chat', '', '[]', '', 'en', 'practice', 1, '', 100, '', '[]', 0, '', '', 0, 'talking', 2, 45000, '', 0, '')`,
	`INSERT INTO events (session, number, body) VALUES ('s', 1, '{"n":1,"at":0,"kind":"started","fact":{}}'),
		('s', 2, '{"n":2,"at":5,"kind":"replied","fact":{"text":"Hello","language":"en","hearings":[{"phrase":"greets","verdict":"certain",` +
		`"confidence":1,"sentence":1,"span":[0,5],"words":"Hello","why":"pattern","pattern":"hello","nearness":1}],"understood":true,"delay":5}}')`,
	`INSERT INTO answers (session, key, answer) VALUES ('s', 'k1', '{"last":2}')`,
}

func TestASessionOfOldRecordsGoesOn(t *testing.T) {
	f := &fixture{TB: t, ctx: t.Context(), config: store.Config{Path: t.TempDir() + "/records.db"}}
	store.MakeOld(t, f.config.Path, 3, oldRecords...)
	f.reopen()
	t.Cleanup(func() { f.Close() })
	standsAt := func(last int, due time.Duration) {
		t.Helper()
		s, err := f.Session(f.ctx, "s")
		must(t, err)
		if s.Last != last || s.Due != due {
			t.Errorf("the session stands at %d, due %v, want %d, %v", s.Last, s.Due, last, due)
		}
	}
	standsAt(2, 45*time.Second)
	used := said(3, "again")
	used.Key, used.Answer = "k1", []byte("{}")
	wants(t, "a key of the past", f.Append(f.ctx, "s", used), store.ErrConflict)
	fresh := said(3, "new")
	fresh.Key, fresh.Answer, fresh.Due = "k2", []byte(`{"last":3}`), 50*time.Second
	must(t, f.Append(f.ctx, "s", fresh))
	standsAt(3, 50*time.Second)
	answers, err := f.Answers(f.ctx, "s")
	must(t, err)
	if len(answers) != 2 || string(answers["k1"]) != `{"last":2}` || string(answers["k2"]) != `{"last":3}` {
		t.Errorf("Answers = %q", answers)
	}
	log, err := f.Events(f.ctx, "s", 1)
	must(t, err)
	if heard := log[0].Fact.(engine.Replied).Hearings[0]; heard.Words != "Hello" || heard.Confidence != 1 || heard.Why != "pattern" {
		t.Errorf("what was heard in the past came back as %+v", heard)
	}
	must(t, f.IntegrityCheck(f.ctx))
}

// A key of a refused command stands beside the log, and both know of each other.
func TestAKeyOfARefusedCommandIsUsed(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	refused := func(key string) engine.Batch {
		return engine.Batch{Key: key, Answer: []byte("{}"), Phase: engine.Talking, Due: -1}
	}
	spoken := func(number int, key string) engine.Batch {
		b := said(number, "hello")
		b.Key, b.Answer = key, []byte("{}")
		return b
	}
	must(t, f.Append(f.ctx, n.ID, refused("k1")))
	wants(t, "spoken under a refused command's key", f.Append(f.ctx, n.ID, spoken(2, "k1")), store.ErrConflict)
	must(t, f.Append(f.ctx, n.ID, spoken(2, "k2")))
	wants(t, "refused under a spoken one's key", f.Append(f.ctx, n.ID, refused("k2")), store.ErrConflict)
	wants(t, "refused under the same key", f.Append(f.ctx, n.ID, refused("k1")), store.ErrConflict)
	wants(t, "the first event of no session", f.Append(f.ctx, "nobody", said(1, "x")), store.ErrConflict)
}

// A list finds where the logs stand of sessions that run, whose rows are written when their phase changes.
func TestRunningSessionsStandWhereTheirLogsStand(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	b := said(2, "hello")
	b.Due = 20 * time.Second
	must(t, f.Append(f.ctx, n.ID, b))
	ended := said(3, "bye")
	ended.Phase, ended.Turned, ended.Due = engine.WrapUp, true, 600*time.Second
	check := func(last int, phase engine.Phase, due time.Duration) {
		t.Helper()
		all, err := f.RunningSessions(f.ctx)
		must(t, err)
		if len(all) != 1 || all[0].Last != last || all[0].Phase != phase || all[0].Due != due {
			t.Errorf("RunningSessions = %+v, want one at %d, %s, due %v", all, last, phase, due)
		}
	}
	check(2, engine.Talking, 20*time.Second)
	must(t, f.Append(f.ctx, n.ID, ended))
	check(3, engine.WrapUp, 600*time.Second)
	must(t, f.IntegrityCheck(f.ctx))
}
