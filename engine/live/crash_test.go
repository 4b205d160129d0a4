package live_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
)

// The crash test runs this test program once more as a server under load and kills it in the middle of its work, again
// and again on the same records. What the server had acknowledged before must be there afterwards.

const (
	crashPath   = "PROBA_CRASH_TEST_PATH"   // the records; set only in the child
	crashRounds = "PROBA_CRASH_TEST_ROUNDS" // more rounds than the usual ones
	crashAgents = 32
)

func TestMain(m *testing.M) {
	if path := os.Getenv(crashPath); path != "" {
		serveUntilKilled(path)
		return
	}
	os.Exit(m.Run())
}

// acknowledgement is what the child says on its standard output once a command is answered.
type acknowledgement struct {
	id   engine.SessionID
	key  string
	last int
}

// serveUntilKilled plays sessions as fast as it can and never ends by itself.
func serveUntilKilled(path string) {
	t := &panicking{}
	ctx := context.Background()
	records, err := store.Open(ctx, store.Config{Path: path})
	must(t, err)
	script := parcelScript(t)
	sessions, err := live.New(live.Config{Records: records, Logger: slog.New(slog.DiscardHandler),
		Scripts: func(context.Context, engine.Session) (*engine.Script, error) { return script, nil }})
	must(t, err)
	_, err = sessions.Resume(ctx)
	must(t, err)
	running, err := records.RunningSessions(ctx)
	must(t, err)
	person, err := records.PersonByLogin(ctx, "anna")
	must(t, err)
	out := make(chan acknowledgement, crashAgents)
	for i := range crashAgents {
		p := player{t, sessions, script, person.ID, out}
		if i < len(running) {
			go p.playOn(ctx, running[i])
			continue
		}
		go p.playNew(ctx)
	}
	for a := range out {
		fmt.Println(a.id, a.key, a.last) // one write each, so a line is whole or missing its end
	}
}

// player sends replies to one session after another and closes each.
type player struct {
	t        testing.TB
	sessions *live.Sessions
	script   *engine.Script
	person   engine.PersonID
	out      chan<- acknowledgement
}

const repliesPerSession = 20

func (p player) playNew(ctx context.Context) {
	s, err := p.sessions.Start(ctx, live.NewSession{Person: p.person, Script: p.script, Mode: engine.Practice})
	must(p.t, err)
	p.playOn(ctx, s)
}

func (p player) playOn(ctx context.Context, s engine.Session) {
	for i := range repliesPerSession {
		p.do(ctx, s.ID, fmt.Sprintf("say-%d-%d", s.Last, i), engine.Say{Text: "I am sorry " + strconv.Itoa(i)})
	}
	p.do(ctx, s.ID, fmt.Sprintf("close-%d", s.Last), engine.Close{})
	p.do(ctx, s.ID, fmt.Sprintf("finish-%d", s.Last), engine.Finish{})
	p.playNew(ctx)
}

func (p player) do(ctx context.Context, id engine.SessionID, key string, c engine.Command) {
	a, err := p.sessions.Do(ctx, id, live.Request{Command: c, Key: key})
	must(p.t, err)
	p.out <- acknowledgement{id, key, a.Last}
}

// panicking ends the child at the first failure, which the parent reads on its standard error.
type panicking struct{ testing.TB }

func (*panicking) Helper()           {}
func (*panicking) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

func TestKillingTheServerLosesNothingAcknowledged(t *testing.T) {
	rounds := 5
	if n, err := strconv.Atoi(os.Getenv(crashRounds)); err == nil {
		rounds = n
	}
	path := filepath.Join(t.TempDir(), "records.db")
	checkRecords(t, path, nil, hire)
	acknowledged := 0
	for round := range rounds {
		after := time.Duration(100+rand.IntN(400)) * time.Millisecond
		said := killAfter(t, path, after)
		acknowledged += len(said)
		checkRecords(t, path, said, func(testing.TB, *store.Store) {})
		t.Logf("round %d: killed after %v, %d commands acknowledged so far", round, after, acknowledged)
	}
	if acknowledged == 0 {
		t.Error("the server acknowledged nothing, so nothing was proved")
	}
}

func hire(t testing.TB, s *store.Store) {
	_, err := s.CreatePerson(t.Context(), store.Server(), store.NewPerson{Login: "anna", Name: "Anna"})
	must(t, err)
}

// killAfter runs the child, kills it and returns what it said. Time counts from its first word.
func killAfter(t *testing.T, path string, after time.Duration) []acknowledgement {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), crashPath+"="+path)
	var failure strings.Builder
	child.Stderr = &failure
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	reader := bufio.NewReader(out)
	_, err = reader.Peek(1)
	if err != nil {
		t.Fatalf("the server said nothing: %v\n%s", err, failure.String())
	}
	killer := time.AfterFunc(after, func() { _ = child.Process.Kill() })
	defer killer.Stop()
	said := readAcknowledgements(t, reader)
	if err := child.Wait(); err == nil || failure.Len() > 0 {
		t.Fatalf("the server ended by itself: %v\n%s", err, failure.String())
	}
	return said
}

func readAcknowledgements(t *testing.T, r *bufio.Reader) []acknowledgement {
	t.Helper()
	var said []acknowledgement
	for {
		line, err := r.ReadString('\n')
		if err == io.EOF {
			return said // a line without its end was being written when the server died
		}
		must(t, err)
		var a acknowledgement
		_, err = fmt.Sscan(line, &a.id, &a.key, &a.last)
		must(t, err)
		said = append(said, a)
	}
}

// checkRecords opens what was left and looks for every acknowledged command.
func checkRecords(t *testing.T, path string, said []acknowledgement, then func(testing.TB, *store.Store)) {
	t.Helper()
	began := time.Now()
	s, err := store.Open(t.Context(), store.Config{Path: path})
	must(t, err)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("opening took %v, want at most 2 s", took)
	}
	defer s.Close()
	must(t, s.IntegrityCheck(t.Context()))
	last := map[engine.SessionID]int{}
	for _, a := range said {
		if _, err := s.AnswerByKey(t.Context(), a.id, a.key); err != nil {
			t.Errorf("acknowledged and lost: %v", err)
		}
		last[a.id] = max(last[a.id], a.last)
	}
	for id, n := range last {
		events, err := s.Events(t.Context(), id, 0)
		must(t, err)
		if len(events) < n {
			t.Errorf("session %s: event %d was acknowledged, %d are kept", id, n, len(events))
		}
		if got := engine.Replay(events).Number; got != len(events) {
			t.Errorf("session %s: the replayed state stands at %d of %d", id, got, len(events))
		}
	}
	then(t, s)
}
