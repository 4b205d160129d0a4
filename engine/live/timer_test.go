package live_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/live"
)

// next waits for the next event of a kind after a number.
func (h *house) next(id engine.SessionID, after int, kind string) engine.Event {
	h.Helper()
	ctx, stop := context.WithTimeout(h.ctx, 10*time.Second)
	defer stop()
	for e, err := range h.Follow(ctx, id, after) {
		must(h, err)
		if e.Fact.Kind() == kind {
			return e
		}
	}
	h.Fatalf("the stream ended without a %q", kind)
	return engine.Event{}
}

func TestTheClockSpeaksByItselfAtTheTimeThatWasDue(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	due := h.due(id)
	h.clock.Advance(due + 3*time.Second)
	if e := h.next(id, 0, "silence"); e.At != due {
		t.Errorf("silence was noted at %v, due at %v", e.At, due)
	}
}

// due is when the clock of a session must speak next.
func (h *house) due(id engine.SessionID) time.Duration {
	h.Helper()
	m, err := h.State(h.ctx, id)
	must(h, err)
	if m.Session.Due < 0 {
		h.Fatal("no timer runs")
	}
	return m.Session.Due
}

func TestATimerThatWasOverdueAfterARestartStrikesOnceAtItsTime(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	due := h.due(id)
	h.shut()
	h.clock.Advance(due + 5*time.Second)
	h.open()
	n, err := h.Resume(h.ctx)
	must(t, err)
	if n != 1 {
		t.Errorf("Resume took up %d sessions, want 1", n)
	}
	e := h.next(id, 0, "silence")
	h.restart()
	if e.At != due || count(h.log(id), "silence") != 1 {
		t.Errorf("silence at %v, due at %v; the log is %q", e.At, due, kinds(h.log(id)))
	}
}

func TestASessionNobodyReturnsToIsFinishedAndMarkedByTheServer(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Assessed)
	h.do(id, engine.Say{Text: "I am sorry"})
	for range 100 {
		h.clock.Advance(time.Minute)
		if m, err := h.State(h.ctx, id); err != nil || m.State.Phase == engine.Finished {
			must(t, err)
			break
		}
	}
	s, err := h.records.Session(h.ctx, id)
	must(t, err)
	if s.Phase != engine.Finished || s.Result == "" {
		t.Errorf("Session = %+v, want finished with a result", s)
	}
	if log := h.log(id); count(log, "finished") != 1 || count(log, "replied") != 1 {
		t.Errorf("the log is %q", kinds(log))
	}
}

func TestACommandCountsFromItsArrivalNotFromItsTurn(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	due := h.due(id)
	h.clock.Advance(due - time.Second)
	arrival := h.clock.Now()
	entered, release := make(chan struct{}), make(chan struct{})
	h.faulty.failBefore(func() error { h.faulty.failBefore(nil); close(entered); <-release; return nil })
	done := make(chan error)
	go func() {
		_, err := h.Do(h.ctx, id, live.Request{Command: engine.Say{Text: "just in time"}, At: arrival})
		done <- err
	}()
	<-entered // his words are on the way to the disk when the silence would be over
	h.clock.Advance(10 * time.Second)
	close(release)
	must(t, <-done)
	for _, e := range h.log(id) {
		if e.Fact.Kind() == "replied" && e.At != due-time.Second || e.Fact.Kind() == "silence" && e.At == due {
			t.Errorf("%s at %v, the reply arrived at %v", e.Fact.Kind(), e.At, due-time.Second)
		}
	}
}

// goesOn lets the clock go on by two seconds again and again, until the function it returns is called.
func (h *house) goesOn() (stop func()) {
	done, tick := make(chan struct{}), time.NewTicker(10*time.Millisecond)
	go func() {
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				h.clock.Advance(2 * time.Second)
			}
		}
	}()
	return func() { close(done) }
}

func TestAFailedAlarmIsTriedAgain(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	due := h.due(id)
	failed := make(chan struct{}, 1)
	h.faulty.failBefore(func() error { h.faulty.failBefore(nil); failed <- struct{}{}; return errDisk })
	h.clock.Advance(due)
	<-failed
	defer h.goesOn()() // the next try is counted from when the failure was noticed, which may be after a single step
	if e := h.next(id, 0, "silence"); e.At != due {
		t.Errorf("silence was noted at %v, due at %v", e.At, due)
	}
}

func TestAWallClockSetBackWhileDownHoldsNoSessionUp(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	h.clock.Advance(20 * time.Second)
	h.do(id, engine.Say{Text: "Hello"})
	h.shut()
	h.clock.Advance(-time.Hour)
	h.open()
	_, err := h.Resume(h.ctx)
	must(t, err)
	m, err := h.State(h.ctx, id)
	must(t, err)
	if m.Now != 20*time.Second {
		t.Errorf("the session stands at %v, want 20 s", m.Now)
	}
	h.clock.Advance(time.Second)
	if m, _ = h.State(h.ctx, id); m.Now != 21*time.Second {
		t.Errorf("a second later the session stands at %v, want 21 s", m.Now)
	}
}

func TestAfterCloseNothingIsTaken(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	must(t, h.Close(h.ctx))
	if _, err := h.Do(h.ctx, id, live.Request{Command: engine.Close{}}); !errors.Is(err, live.ErrClosed) {
		t.Errorf("Do: %v, want ErrClosed", err)
	}
	if _, err := h.Start(h.ctx, live.NewSession{Person: h.person, Script: h.script}); !errors.Is(err, live.ErrClosed) {
		t.Errorf("Start: %v, want ErrClosed", err)
	}
	for range h.Follow(h.ctx, id, 100) {
		t.Error("a stream went on")
	}
}
