package live_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"proba/engine"
	"proba/engine/live"
)

// schedule is a model of one session: what was acknowledged, by key.
type schedule struct {
	*house
	id      engine.SessionID
	answers map[string]live.Answer
	sent    map[string]engine.Command
	last    int // that the sender has seen
	// unseen tells that a command may have been kept whose answer he did not get.
	unseen bool
}

// Any order of new, repeated, stale and refused commands, of pauses, restarts and failing disks leaves a log in which
// every acknowledged command is there once, and a state that is the log's fold.
func TestAnyScheduleKeepsEveryAcknowledgedCommandOnce(t *testing.T) {
	h := newHouse(t)
	rapid.Check(t, func(rt *rapid.T) {
		h.TB = t
		s := &schedule{house: h, id: h.start(engine.Practice), answers: map[string]live.Answer{}, sent: map[string]engine.Command{}}
		rt.Repeat(map[string]func(*rapid.T){
			"":        s.check,
			"send":    s.send,
			"repeat":  s.repeat,
			"stale":   s.stale,
			"pause":   func(rt *rapid.T) { h.clock.Advance(time.Duration(rapid.IntRange(1, 40).Draw(rt, "s")) * time.Second) },
			"restart": func(*rapid.T) { h.restartSessions() },
			"fail":    s.failing,
		})
	})
}

func (s *schedule) send(rt *rapid.T) {
	key := fmt.Sprint("k", len(s.sent))
	c := rapid.SampledFrom([]engine.Command{engine.Say{Text: "sorry"}, engine.Say{Text: "what"}, engine.LookUp{Name: "Prices"},
		engine.LookUp{Name: "Nothing"}, engine.Hold{}, engine.Close{}, engine.Finish{}}).Draw(rt, "command")
	s.sent[key] = c
	a, err := s.Do(s.ctx, s.id, live.Request{Command: c, Key: key, Last: s.last})
	var stale *live.StaleError
	if errors.As(err, &stale) && s.unseen { // an answer was lost with a failing disk
		a, err = s.Do(s.ctx, s.id, live.Request{Command: c, Key: key, Last: stale.Last})
	}
	if err != nil {
		rt.Fatalf("Do: %v", err)
	}
	s.answers[key], s.last, s.unseen = a, a.Last, false
}

func (s *schedule) repeat(rt *rapid.T) {
	if len(s.sent) == 0 {
		rt.Skip("nothing sent yet")
	}
	key := fmt.Sprint("k", rapid.IntRange(0, len(s.sent)-1).Draw(rt, "which"))
	a, err := s.Do(s.ctx, s.id, live.Request{Command: s.sent[key], Key: key})
	if err != nil {
		rt.Fatalf("Do again: %v", err)
	}
	first, known := s.answers[key]
	if !known { // the first one failed and was never answered
		s.answers[key], s.last = a, max(s.last, a.Last)
		return
	}
	if !a.Repeated || a.Last != first.Last || !reflect.DeepEqual(a.Refusal, first.Refusal) {
		rt.Fatalf("the copy of %s was answered %+v, the first %+v", key, a, first)
	}
}

func (s *schedule) stale(rt *rapid.T) {
	var stale *live.StaleError
	_, err := s.Do(s.ctx, s.id, live.Request{Command: engine.Say{Text: "sorry"}, Last: 1 << 30})
	if !errors.As(err, &stale) {
		rt.Fatalf("Do with an impossible last number: %v", err)
	}
}

// failing sends a command whose commit fails, before or after it is kept.
func (s *schedule) failing(rt *rapid.T) {
	if rapid.Bool().Draw(rt, "before it is kept") {
		s.faulty.failBefore(broken)
	} else {
		s.faulty.failAfter(broken)
	}
	key := fmt.Sprint("k", len(s.sent))
	s.sent[key], s.unseen = engine.Say{Text: "sorry"}, true
	_, err := s.Do(s.ctx, s.id, live.Request{Command: s.sent[key], Key: key})
	s.faulty.failBefore(nil)
	s.faulty.failAfter(nil)
	if !errors.Is(err, errDisk) {
		rt.Fatalf("Do on a failing disk: %v", err)
	}
}

// check compares the session with its log and the model.
func (s *schedule) check(rt *rapid.T) {
	m, err := s.State(s.ctx, s.id)
	if err != nil {
		rt.Fatal(err)
	}
	log := s.log(s.id)
	if got := engine.Replay(log); !reflect.DeepEqual(got, m.State) {
		rt.Fatalf("the state is %+v, the log's fold %+v", m.State, got)
	}
	kept, err := s.records.Answers(s.ctx, s.id)
	if err != nil {
		rt.Fatal(err)
	}
	done := 0
	for key, a := range s.answers {
		if _, there := kept[key]; !there {
			rt.Fatalf("the answer to %s is lost", key)
		}
		if _, said := s.sent[key].(engine.Say); said && a.Refusal == nil {
			done++
		}
	}
	if replies := count(log, "replied"); replies < done || replies > len(s.sent) {
		rt.Fatalf("%d replies were acknowledged, %d are in the log of %d commands", done, replies, len(s.sent))
	}
}

// Several tabs write at once, each with copies of its own requests. Whoever is told that his words are kept finds them.
func TestSeveralTabsNeverLoseOrDoubleAWord(t *testing.T) {
	h := newHouse(t)
	id := h.start(engine.Practice)
	var mu sync.Mutex
	acknowledged := map[string]int{}
	var wg sync.WaitGroup
	for tab := range 8 {
		wg.Go(func() {
			last := 0
			for i := range 15 {
				text := fmt.Sprintf("sorry %d-%d", tab, i)
				req := live.Request{Command: engine.Say{Text: text}, Key: text, Last: last}
				a, err := h.Do(h.ctx, id, req)
				var stale *live.StaleError
				if errors.As(err, &stale) {
					last = stale.Last
					continue
				}
				if err != nil || a.Refusal != nil {
					t.Errorf("Do: %+v, %v", a, err)
					return
				}
				if b, err := h.Do(h.ctx, id, req); err != nil || !b.Repeated || b.Last != a.Last {
					t.Errorf("the copy was answered %+v, %v, the first %+v", b, err, a)
				}
				mu.Lock()
				acknowledged[text]++
				mu.Unlock()
				last = a.Last
			}
		})
	}
	wg.Wait()
	said := map[string]int{}
	for _, e := range h.log(id) {
		if r, ok := e.Fact.(engine.Replied); ok {
			said[r.Text]++
		}
	}
	if len(acknowledged) == 0 || !reflect.DeepEqual(said, acknowledged) {
		t.Errorf("the log holds %v, acknowledged were %v", said, acknowledged)
	}
}

// For every N: the Nth write of a session fails. Nothing is acknowledged that is not kept, and the session goes on.
func TestTheNthWriteMayFailAndTheSessionGoesOn(t *testing.T) {
	h := newHouse(t)
	commands := []engine.Command{engine.Say{Text: "sorry"}, engine.LookUp{Name: "Prices"}, engine.Say{Text: "sorry again"},
		engine.Close{}, engine.Finish{}}
	for n := range commands {
		id := h.start(engine.Assessed)
		for i, c := range commands {
			if i == n {
				h.faulty.failBefore(func() error { h.faulty.failBefore(nil); return errDisk })
			}
			req := live.Request{Command: c, Key: fmt.Sprint(i)}
			if _, err := h.Do(h.ctx, id, req); i == n && !errors.Is(err, errDisk) {
				t.Fatalf("write %d: %v, want the disk's error", n, err)
			}
			if a, err := h.Do(h.ctx, id, req); err != nil || a.Refusal != nil {
				t.Fatalf("write %d sent again: %+v, %v", i, a, err)
			}
		}
		if s, err := h.records.Session(h.ctx, id); err != nil || s.Phase != engine.Finished || s.Result == "" {
			t.Errorf("with write %d failing the session ends as %+v, %v", n, s, err)
		}
	}
}
