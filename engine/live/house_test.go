package live_test

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/engine/live"
	"proba/engine/store"
	"proba/scenarios"
)

// house is running sessions over real records, with a clock that is moved by hand.
type house struct {
	*live.Sessions
	testing.TB
	ctx     context.Context
	clock   *live.ManualClock
	records *store.Store
	// faulty stands between the sessions and the records.
	faulty *faulty
	path   string
	person engine.PersonID
	script *engine.Script
}

func newHouse(t testing.TB) *house {
	t.Helper()
	h := &house{TB: t, ctx: t.Context(), path: filepath.Join(t.TempDir(), "records.db"), script: parcelScript(t),
		clock: live.NewManualClock(time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))}
	h.open()
	id, err := h.records.CreatePerson(h.ctx, store.Server(), store.NewPerson{Login: "anna", Name: "Anna"})
	must(t, err)
	h.person = id
	t.Cleanup(h.shut)
	return h
}

func (h *house) open() {
	h.Helper()
	records, err := store.Open(h.ctx, store.Config{Path: h.path, Now: h.clock.Now})
	must(h, err)
	h.records, h.faulty = records, &faulty{Store: records, beats: make(chan struct{}, 1)}
	h.Sessions, err = live.New(h.config())
	must(h, err)
}

func (h *house) config() live.Config {
	return live.Config{Records: h.faulty, Clock: h.clock, Logger: slog.New(slog.DiscardHandler),
		Scripts: func(context.Context, engine.Session) (*engine.Script, error) { return h.script, nil }}
}

func (h *house) shut() {
	must(h, h.Close(context.Background()))
	must(h, h.records.Close())
}

// restart is the end of the program and its next start.
func (h *house) restart() {
	h.Helper()
	h.shut()
	h.open()
	_, err := h.Resume(h.ctx)
	must(h, err)
}

// restartSessions restarts all but the records, which takes longest.
func (h *house) restartSessions() {
	h.Helper()
	must(h, h.Close(context.Background()))
	var err error
	h.Sessions, err = live.New(h.config())
	must(h, err)
	_, err = h.Resume(h.ctx)
	must(h, err)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (h *house) start(mode engine.Mode) engine.SessionID {
	h.Helper()
	s, err := h.Start(h.ctx, live.NewSession{Person: h.person, Script: h.script, Mode: mode, Seed: 1})
	must(h, err)
	return s.ID
}

// do does a command that must be taken.
func (h *house) do(id engine.SessionID, c engine.Command) live.Answer {
	h.Helper()
	a, err := h.Do(h.ctx, id, live.Request{Command: c})
	must(h, err)
	if a.Refusal != nil {
		h.Fatalf("Do(%s) was refused: %v", c.Kind(), a.Refusal)
	}
	return a
}

// log is what the records hold of a session; its numbers must have no gap.
func (h *house) log(id engine.SessionID) []engine.Event {
	h.Helper()
	events, err := h.records.Events(h.ctx, id, 0)
	must(h, err)
	for i, e := range events {
		if e.Number != i+1 {
			h.Fatalf("event %d stands at place %d", e.Number, i+1)
		}
	}
	return events
}

// kinds tells a log in one line.
func kinds(log []engine.Event) string {
	var names []string
	for _, e := range log {
		names = append(names, e.Fact.Kind())
	}
	return strings.Join(names, " ")
}

// count is how often a kind of fact is in a log.
func count(log []engine.Event, kind string) int {
	n := 0
	for _, e := range log {
		if e.Fact.Kind() == kind {
			n++
		}
	}
	return n
}

// literalEars hear the phrase "sorry" in a reply with that word, and break at "boom".
type literalEars struct{}

func (literalEars) Hear(r language.Reply) language.Heard {
	if strings.Contains(r.Text, "boom") {
		panic("these ears are broken")
	}
	h := language.Heard{Language: "en", Sentences: []language.Sentence{{Words: len(strings.Fields(r.Text)), Language: "en"}}}
	if strings.Contains(r.Text, "sorry") {
		h.Hearings = []language.Hearing{{Phrase: "sorry", Verdict: language.Certain, Sentence: 1, Why: language.WhyPattern}}
	}
	return h
}

// parcelScript is a chat with one beat in which nothing but silence, the limit or the agent ends the contact.
func parcelScript(t testing.TB) *engine.Script {
	t.Helper()
	sc := &scenarios.Scenario{
		Meta:    scenarios.Meta{ID: "late-parcel", Title: "A late parcel", Version: "1.0.0", Languages: []string{"en"}},
		Channel: scenarios.Chat, Minutes: 15,
		Persona: &scenarios.Persona{Meta: scenarios.Meta{ID: "somebody"}, Patience: 7, ClientTypes: []string{"private"}},
		World:   &scenarios.World{Articles: []scenarios.Article{{Name: "Prices"}}},
		Rubric:  &scenarios.Rubric{},
		Timers:  map[scenarios.Timer]time.Duration{scenarios.TimerReply: 30 * time.Second, scenarios.TimerWrapUp: time.Minute},
		Phrases: []scenarios.Phrase{{Name: "sorry"}},
		Beats:   []scenarios.Beat{{Name: "Start", Blocks: lines("Where is my parcel?"), Reactions: []scenarios.Reaction{onSorry()}}},
	}
	script, err := engine.PrepareWith(sc, literalEars{})
	must(t, err)
	return script
}

func onSorry() scenarios.Reaction {
	return scenarios.Reaction{Blocks: lines("Never mind."), When: scenarios.Condition{
		Any: []scenarios.Clause{{{Verb: scenarios.VerbSays, Name: scenarios.Ref{Name: "sorry"}}}}}}
}

func lines(text string) []scenarios.Block {
	return []scenarios.Block{{Lines: []scenarios.Line{{Text: text}}}}
}

// faulty are records whose writes fail when told to.
type faulty struct {
	*store.Store
	mu sync.Mutex
	// before is asked ahead of each Append, after behind each that was kept: their errors are returned.
	before, after func() error
	beats         chan struct{}
}

func (f *faulty) Beat(ctx context.Context) (time.Time, error) {
	last, err := f.Store.Beat(ctx)
	select {
	case f.beats <- struct{}{}:
	default: // nobody waits for it
	}
	return last, err
}

// waitForBeat waits until the sessions have noted that they are there.
func (h *house) waitForBeat() { <-h.faulty.beats }

var errDisk = errors.New("the disk is on fire")

// failBefore makes writes fail before, failAfter after they are kept; nil mends them.
func (f *faulty) failBefore(fault func() error) { f.set(&f.before, fault) }
func (f *faulty) failAfter(fault func() error)  { f.set(&f.after, fault) }

func (f *faulty) set(which *func() error, fault func() error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	*which = fault
}

func (f *faulty) ask(which *func() error) error {
	f.mu.Lock()
	fault := *which
	f.mu.Unlock()
	if fault == nil {
		return nil
	}
	return fault()
}

func (f *faulty) Append(ctx context.Context, id engine.SessionID, b engine.Batch) error {
	if err := f.ask(&f.before); err != nil {
		return err
	}
	if err := f.Store.Append(ctx, id, b); err != nil {
		return err
	}
	return f.ask(&f.after)
}

// broken always fails.
func broken() error { return errDisk }
