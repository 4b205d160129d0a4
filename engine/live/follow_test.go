package live_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"proba/engine"
	"proba/engine/live"
)

// collect follows a session to its end.
func (h *house) collect(id engine.SessionID, after int) []engine.Event {
	var got []engine.Event
	for e, err := range h.Follow(h.ctx, id, after) {
		if err != nil {
			h.Error(err)
		}
		got = append(got, e)
	}
	return got
}

func TestEveryFollowerSeesEveryEventOnceInOrder(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	streams := make([][]engine.Event, 40)
	var wg sync.WaitGroup
	for i := range streams {
		wg.Go(func() { streams[i] = h.collect(id, i%3) })
	}
	for i := range 30 {
		h.do(id, engine.Say{Text: fmt.Sprintf("sorry %d", i)})
	}
	h.do(id, engine.Close{})
	h.do(id, engine.Finish{})
	wg.Wait()
	last := len(h.log(id))
	for i, got := range streams {
		if len(got) != last-i%3 {
			t.Fatalf("follower %d after %d saw %d events of %d", i, i%3, len(got), last)
		}
		for k, e := range got {
			if e.Number != i%3+k+1 {
				t.Fatalf("follower %d saw event %d at place %d", i, e.Number, k)
			}
		}
	}
}

func TestAFollowerThatDoesNotReadDelaysNobody(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	stuck, reading := make(chan struct{}), make(chan struct{})
	var slow []engine.Event
	var wg sync.WaitGroup
	wg.Go(func() {
		for e := range h.Follow(h.ctx, id, 0) {
			if e.Number == 1 {
				close(reading)
				<-stuck
			}
			slow = append(slow, e)
		}
	})
	<-reading
	for range 50 {
		h.do(id, engine.Say{Text: "sorry"})
	}
	h.do(id, engine.Close{})
	h.do(id, engine.Finish{})
	close(stuck)
	wg.Wait()
	if len(slow) != len(h.log(id)) {
		t.Errorf("the slow follower saw %d of %d events", len(slow), len(h.log(id)))
	}
}

func TestAStreamEndsWithItsReader(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	ctx, signOut := context.WithCancel(h.ctx)
	defer signOut()
	n := 0
	for range h.Follow(ctx, id, 0) {
		n++
		if n == 3 {
			signOut()
		}
	}
	if n != 3 {
		t.Errorf("the stream went on to %d events after the reader had gone", n)
	}
}

func TestAStreamOfASessionThatDoesNotExistIsAnError(t *testing.T) {
	h := newHouse(t)
	var last error
	for _, err := range h.Follow(h.ctx, "nobody", 0) {
		last = err
	}
	if last == nil {
		t.Error("no error")
	}
}

func TestSessionsDroppedFromMemoryAreTakenUpAgain(t *testing.T) {
	h := newHouse(t)
	cfg := h.config()
	cfg.MostLoaded = 3
	sessions, err := live.New(cfg)
	must(t, err)
	h.Sessions = sessions
	var ids []engine.SessionID
	for range 12 {
		ids = append(ids, h.start(engine.Practice))
	}
	for round := range 5 {
		for _, id := range ids {
			h.do(id, engine.Say{Text: fmt.Sprintf("sorry %d", round)})
		}
	}
	for _, id := range ids {
		m, err := h.State(h.ctx, id)
		must(t, err)
		if got := count(h.log(id), "replied"); got != 5 || m.State.Number != len(h.log(id)) {
			t.Errorf("session %s has %d replies, and its state stands at %d of %d", id, got, m.State.Number, len(h.log(id)))
		}
	}
}
