package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/rater"
	"proba/engine/store"
)

// opinionated is a chat service that answers everything with not met, as long as it is up.
type opinionated struct {
	*httptest.Server
	up    atomic.Bool
	asked atomic.Int64
}

func newOpinionated(t testing.TB) *opinionated {
	t.Helper()
	o := &opinionated{}
	o.up.Store(true)
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		o.asked.Add(1)
		io.Copy(io.Discard, r.Body) //nolint:errcheck // only its end matters
		if !o.up.Load() {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": `{"met": false, "quote": ""}`}}}})
	}))
	t.Cleanup(o.Close)
	return o
}

// demoRating is a rating of the demo's records, as after a start of the server.
func demoRating(t *testing.T, records *store.Store, o *opinionated) *rating {
	t.Helper()
	raters, err := raterFlags{Address: o.URL + "/v1", Model: "small", Timeout: time.Second}.raters()
	if err != nil {
		t.Fatal(err)
	}
	return newRating(records, live.NewShelf(records), raters, slog.New(slog.DiscardHandler))
}

func demoRecords(t *testing.T) *store.Store {
	t.Helper()
	ctx, cfg := context.Background(), store.Config{Path: filepath.Join(t.TempDir(), "proba.db")}
	if _, err := seedDemo(ctx, cfg, time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	records, err := store.Open(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { records.Close() })
	return records
}

// votesOn counts the votes on sessions a filter finds, and the sessions with some.
func votesOn(t *testing.T, records *store.Store, f store.SessionFilter) (votes, sessions int) {
	t.Helper()
	found, err := records.Sessions(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range found {
		list, err := records.RaterVotes(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		votes += len(list)
		if len(list) > 0 {
			sessions++
		}
	}
	return votes, sessions
}

var waitingForVerdict = store.SessionFilter{Verdict: store.AwaitingVerdict}

func TestSessionsThatWaitForAVerdictAreRatedOnce(t *testing.T) {
	records, o := demoRecords(t), newOpinionated(t)
	if err := demoRating(t, records, o).once(t.Context()); err != nil {
		t.Fatal(err)
	}
	votes, sessions := votesOn(t, records, waitingForVerdict)
	if sessions == 0 || int64(votes) != o.asked.Load() {
		t.Fatalf("%d votes on %d sessions after %d questions", votes, sessions, o.asked.Load())
	}
	if n, _ := votesOn(t, records, store.SessionFilter{Mode: engine.Practice}); n != 0 {
		t.Errorf("practice has %d votes, want none", n)
	}
	if n, _ := votesOn(t, records, store.SessionFilter{Verdict: store.WithVerdict}); n != 0 {
		t.Errorf("decided sessions have %d votes, want none", n)
	}
	before := o.asked.Load()
	for range 2 { // the second is as after a restart
		if err := demoRating(t, records, o).once(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if asked := o.asked.Load(); asked != before {
		t.Errorf("%d questions were asked twice", asked-before)
	}
}

func TestASessionIsRatedWhenTheServiceIsBack(t *testing.T) {
	records, o := demoRecords(t), newOpinionated(t)
	o.up.Store(false)
	r := demoRating(t, records, o)
	for range mostFailed + 1 {
		if err := r.once(t.Context()); err == nil {
			t.Fatal("a service that is down gives no error")
		}
	}
	if n, _ := votesOn(t, records, waitingForVerdict); n != 0 {
		t.Errorf("%d votes of a service that was down", n)
	}
	o.up.Store(true)
	if err := r.once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, sessions := votesOn(t, records, waitingForVerdict); sessions == 0 {
		t.Error("no session was rated once the service was back")
	}
}

func TestRatingEndsWithTheServerAndStartsOnlyWhenNamed(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	done := make(chan struct{})
	records := demoRecords(t)
	go func() {
		defer close(done)
		demoRating(t, records, newOpinionated(t)).run(ctx)
		newRating(records, live.NewShelf(records), nil, slog.New(slog.DiscardHandler)).run(t.Context())
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("rating goes on")
	}
	if raters, err := (raterFlags{}).raters(); err != nil || len(raters) != 0 {
		t.Errorf("without an address there are %d raters (%v)", len(raters), err)
	}
}

func TestTwoRatersNeedTwoNames(t *testing.T) {
	f := raterFlags{Address: "http://127.0.0.1:1/v1", Model: "m", EmbeddingsAddress: "http://127.0.0.1:1/v1", EmbeddingsModel: "m"}
	if _, err := f.raters(); err == nil {
		t.Error("two raters of one name were taken")
	}
	f.EmbeddingsModel = "n"
	raters, err := f.raters()
	if err != nil || len(raters) != 2 {
		t.Fatalf("%d raters, %v; want both", len(raters), err)
	}
	if _, ok := raters[1].(*rater.Embeddings); !ok {
		t.Errorf("the second rater is a %T", raters[1])
	}
}
