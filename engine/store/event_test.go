package store_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

func TestEventsThatDoNotFollowAreAConflict(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	must(t, f.Append(f.ctx, n.ID, said(2, "first")))
	for name, number := range map[string]int{"the same number": 2, "an older one": 1, "a gap": 4} {
		wants(t, name, f.Append(f.ctx, n.ID, said(number, "second")), store.ErrConflict)
	}
	wants(t, "no such session", f.Append(f.ctx, "nobody", said(2, "x")), store.ErrConflict)
	events, err := f.Events(f.ctx, n.ID, 0)
	must(t, err)
	if len(events) != 2 {
		t.Errorf("%d events are kept, want 2", len(events))
	}
}

func TestAKeyIsKeptOnceWithItsAnswer(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	b := said(2, "first")
	b.Key, b.Answer = "k1", []byte(`{"last":2}`)
	must(t, f.Append(f.ctx, n.ID, b))
	again := said(3, "copy")
	again.Key, again.Answer = "k1", []byte("{}")
	wants(t, "the key again", f.Append(f.ctx, n.ID, again), store.ErrConflict)
	got, err := f.AnswerByKey(f.ctx, n.ID, "k1")
	must(t, err)
	if string(got) != `{"last":2}` {
		t.Errorf("AnswerByKey = %s", got)
	}
	_, err = f.AnswerByKey(f.ctx, n.ID, "k2")
	wants(t, "AnswerByKey of another", err, store.ErrNotFound)
	if s, _ := f.Session(f.ctx, n.ID); s.Last != 2 {
		t.Errorf("after the conflict the session stands at %d, want 2", s.Last)
	}
}

func TestARefusedCommandKeepsItsKeyWithoutAnEvent(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	must(t, f.Append(f.ctx, n.ID, engine.Batch{Key: "k", Answer: []byte("{}"), Phase: engine.Talking, Due: -1}))
	if s, _ := f.Session(f.ctx, n.ID); s.Last != 1 || s.Due != 15*time.Second {
		t.Errorf("Session = %+v, want it where it stood", s)
	}
	answers, err := f.Answers(f.ctx, n.ID)
	must(t, err)
	if len(answers) != 1 || string(answers["k"]) != "{}" {
		t.Errorf("Answers = %q", answers)
	}
}

func TestABatchThatCannotBeIsRefusedBeforeItWaits(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	gap := said(2, "a")
	gap.Events = append(gap.Events, said(4, "b").Events...)
	long := said(2, "a")
	long.Key = strings.Repeat("k", 1000)
	zero := said(2, "a")
	zero.Key = "k\x00"
	for name, b := range map[string]engine.Batch{"empty": {}, "a gap inside": gap, "a long key": long, "a key with NUL": zero} {
		wants(t, name, f.Append(f.ctx, n.ID, b), store.ErrInvalid)
	}
}

func TestOneBadBatchTakesNoOtherWithIt(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	var wg sync.WaitGroup
	for i := range 40 {
		n := f.session(anna, engine.Practice)
		number, want := 2, error(nil)
		if i%4 == 0 {
			number, want = 7, store.ErrConflict
		}
		wg.Go(func() {
			for range 10 {
				err := f.Append(f.ctx, n.ID, said(number, "x"))
				wants(t, fmt.Sprintf("session %d, event %d", i, number), err, want)
				if want == nil {
					number++
				}
			}
		})
	}
	wg.Wait()
	must(t, f.IntegrityCheck(f.ctx))
}

func TestWritersOfOneSessionNeverBothWin(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Practice)
	for number := 2; number < 12; number++ {
		var wg sync.WaitGroup
		var mu sync.Mutex
		won := 0
		for i := range 8 {
			wg.Go(func() {
				if f.Append(f.ctx, n.ID, said(number, fmt.Sprint(i))) == nil {
					mu.Lock()
					won++
					mu.Unlock()
				}
			})
		}
		wg.Wait()
		if won != 1 {
			t.Errorf("event %d: %d writers were told theirs is kept", number, won)
		}
	}
	must(t, f.IntegrityCheck(f.ctx))
}

func TestAnEvaluationIsKeptWithTheEventsThatEndTheSession(t *testing.T) {
	f := open(t)
	n := f.session(f.person("anna"), engine.Assessed)
	must(t, f.Append(f.ctx, n.ID, f.finished(2, scenarios.Pass)))
	s, err := f.Session(f.ctx, n.ID)
	must(t, err)
	if s.Phase != engine.Finished || s.Result != scenarios.Pass || s.Score != 70 || s.Ended == nil {
		t.Errorf("Session = %+v", s)
	}
	ev, err := f.LatestEvaluation(f.ctx, n.ID)
	must(t, err)
	if ev.Number != 1 || ev.Origin != store.FromPlay || string(ev.JSON) != `{"scenario":"late-parcel","score":70}` {
		t.Errorf("LatestEvaluation = %+v", ev)
	}
}

// Whatever is appended in whatever portions comes back as it was.
func TestALogComesBackAsItWasWritten(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	rapid.Check(t, func(rt *rapid.T) {
		n := f.session(anna, engine.Practice)
		var want []string
		number := 2
		for range rapid.IntRange(0, 6).Draw(rt, "batches") {
			b := engine.Batch{Phase: engine.Talking, Due: -1}
			for range rapid.IntRange(1, 70).Draw(rt, "events") {
				text := rapid.String().Draw(rt, "text")
				b.Events = append(b.Events, said(number, text).Events...)
				number++
			}
			if err := f.Append(f.ctx, n.ID, b); err != nil {
				rt.Fatal(err)
			}
			want = append(want, encoded(rt, b.Events)...)
		}
		after := rapid.IntRange(1, number).Draw(rt, "after")
		got, err := f.Events(f.ctx, n.ID, after)
		if err != nil {
			rt.Fatal(err)
		}
		if want := want[min(after-1, len(want)):]; strings.Join(encoded(rt, got), "\n") != strings.Join(want, "\n") {
			rt.Fatalf("Events after %d = %q, want %q", after, encoded(rt, got), want)
		}
	})
}

func encoded(t *rapid.T, events []engine.Event) []string {
	var out []string
	for _, e := range events {
		b, err := engine.EncodeEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(b))
	}
	return out
}
