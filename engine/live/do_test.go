package live_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"proba/engine"
	"proba/engine/live"
	"proba/grading"
)

func TestWhatIsAcknowledgedIsInTheRecords(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	a := h.do(id, engine.Say{Text: "I am sorry"})
	log := h.log(id)
	if got := log[len(log)-1].Number; got != a.Last {
		t.Errorf("the records end at %d, the answer said %d", got, a.Last)
	}
	if got := kinds(log); got != "started beat customer replied customer" {
		t.Errorf("the log is %q", got)
	}
}

func TestAKeyUsedBeforeGivesTheFirstAnswerAgain(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	for name, c := range map[string]engine.Command{"done": engine.Say{Text: "Hello"}, "refused": engine.Answer{}} {
		req := live.Request{Command: c, Key: name}
		first, err := h.Do(h.ctx, id, req)
		must(t, err)
		before := len(h.log(id))
		h.restart()
		second, err := h.Do(h.ctx, id, req)
		must(t, err)
		if !second.Repeated || second.Last != first.Last || fmt.Sprint(second.Refusal) != fmt.Sprint(first.Refusal) {
			t.Errorf("%s: the second answer is %+v, the first %+v", name, second, first)
		}
		if after := len(h.log(id)); after != before {
			t.Errorf("%s: the copy added %d events", name, after-before)
		}
	}
}

func TestTheSameCommandSentAtOnceIsDoneOnce(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	answers := make([]live.Answer, 20)
	var wg sync.WaitGroup
	for i := range answers {
		wg.Go(func() {
			var err error
			if answers[i], err = h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "Hello"}, Key: "once"}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got := count(h.log(id), "replied"); got != 1 {
		t.Errorf("20 copies of one reply are %d replies in the log", got)
	}
	for _, a := range answers {
		if a.Last != answers[0].Last {
			t.Errorf("copies got the answers %d and %d", a.Last, answers[0].Last)
		}
	}
}

func TestACommandThatHasNotSeenTheLastOneIsStale(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	seen := len(h.log(id))
	a := h.do(id, engine.Say{Text: "Hello"})
	for name, last := range map[string]int{"older": seen, "impossible": a.Last + 1} {
		_, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "Hello again"}, Last: last})
		var stale *live.StaleError
		if !errors.As(err, &stale) || stale.Last != a.Last {
			t.Errorf("Do with %s last %d: %v, want stale with %d", name, last, err, a.Last)
		}
	}
	if got := count(h.log(id), "replied"); got != 1 {
		t.Errorf("the log has %d replies, want 1", got)
	}
}

func TestWhatOnlyTheClockAddedMakesNoCommandStale(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	seen := len(h.log(id))
	h.clock.Advance(31e9)
	m, err := h.State(h.ctx, id)
	must(t, err)
	if m.State.Number == seen {
		t.Fatal("silence led to no event")
	}
	if _, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "Hello"}, Last: seen}); err != nil {
		t.Errorf("Do: %v", err)
	}
}

func TestAnAnswerIsNotGivenForWhatWasNotKept(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	before := kinds(h.log(id))
	h.faulty.failBefore(broken)
	if a, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "Hello"}, Key: "k"}); !errors.Is(err, errDisk) {
		t.Errorf("Do = %+v, %v, want the disk's error", a, err)
	}
	m, err := h.State(h.ctx, id)
	must(t, err)
	if got := kinds(h.log(id)); got != before || m.State.Number != len(h.log(id)) {
		t.Errorf("after the failure the log is %q and the state at %d", got, m.State.Number)
	}
	h.faulty.failBefore(nil)
	a, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "Hello"}, Key: "k"})
	must(t, err)
	if a.Repeated || count(h.log(id), "replied") != 1 {
		t.Errorf("the repeated command gave %+v and the log %q", a, kinds(h.log(id)))
	}
}

// The commit succeeded and its answer was lost: the worst case for an honest client.
func TestACommitOfUnknownOutcomeIsFoundAgainByItsKey(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	h.faulty.failAfter(broken)
	req := live.Request{Command: engine.Say{Text: "Hello"}, Key: "k"}
	if _, err := h.Do(h.ctx, id, req); !errors.Is(err, errDisk) {
		t.Fatalf("Do: %v, want the disk's error", err)
	}
	h.faulty.failAfter(nil)
	a, err := h.Do(h.ctx, id, req)
	must(t, err)
	if !a.Repeated || count(h.log(id), "replied") != 1 {
		t.Errorf("the repeated command gave %+v and the log %q", a, kinds(h.log(id)))
	}
}

func TestARefusedCommandIsAnAnswerNotAnError(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	a, err := h.Do(h.ctx, id, live.Request{Command: engine.Hold{}})
	must(t, err)
	if a.Refusal == nil || a.Refusal.Reason != engine.RefusedChannel {
		t.Errorf("Do(hold) in a chat = %+v, want refused: not in this channel", a)
	}
}

func TestAKeyThatIsTooLongIsRefused(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	req := live.Request{Command: engine.Say{Text: "x"}, Key: string(make([]byte, live.MaxKey+1))}
	if _, err := h.Do(h.ctx, id, req); !errors.Is(err, live.ErrKey) {
		t.Errorf("Do: %v, want ErrKey", err)
	}
}

func TestAFinishedSessionCarriesItsEvaluation(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Assessed)
	h.do(id, engine.Close{})
	h.do(id, engine.Finish{})
	s, err := h.records.Session(h.ctx, id)
	must(t, err)
	if s.Phase != engine.Finished || s.Ended == nil || s.Result == "" {
		t.Errorf("Session = %+v, want finished with a result", s)
	}
	ev, err := h.records.LatestEvaluation(h.ctx, id)
	must(t, err)
	marks, err := ev.Decode()
	must(t, err)
	if marks.Result != s.Result || marks.Scenario != "late-parcel" {
		t.Errorf("Evaluation = %+v", marks)
	}
}

func TestAMistakeOfTheEngineEndsNoProgramAndMovesNothing(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	before := kinds(h.log(id))
	if _, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "boom"}}); !errors.Is(err, live.ErrBroken) {
		t.Errorf("Do: %v, want ErrBroken", err)
	}
	if got := kinds(h.log(id)); got != before {
		t.Errorf("the log is %q, was %q", got, before)
	}
	h.do(id, engine.Say{Text: "sorry"})
}

func TestMarksSoFarAreThoseOfTheLogAsItStands(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	h.do(id, engine.Say{Text: "sorry"})
	marks, err := h.Marks(h.ctx, id)
	must(t, err)
	if want := grading.Grade(h.script.Scenario, h.log(id)); !reflect.DeepEqual(marks, want) || marks.KPIs.Replies != 1 {
		t.Errorf("Marks = %+v, want %+v", marks, want)
	}
	if _, err := h.Marks(h.ctx, "nobody"); err == nil {
		t.Error("marks of a session that does not exist")
	}
}

func TestASessionWithoutASeedDrawsOneThatJSONCanHold(t *testing.T) {
	h := newHouse(t)
	seeds := map[int64]bool{}
	for range 20 {
		s, err := h.Start(h.ctx, live.NewSession{Person: h.person, Script: h.script, Mode: engine.Practice})
		must(t, err)
		if s.Seed < 1 || s.Seed > 1<<53 || seeds[s.Seed] {
			t.Errorf("seed %d", s.Seed)
		}
		seeds[s.Seed] = true
	}
}

func TestASessionKnowsTheDayItStarted(t *testing.T) {
	h := newHouse(t)
	started, ok := h.log(h.start(engine.Practice))[0].Fact.(engine.Started)
	if !ok || started.Today != "2026-03-02" {
		t.Errorf("the session starts with %+v, want the day of the clock", started)
	}
}
