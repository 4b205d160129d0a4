package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// TestRaterStandsBesideTheMarks lets a service deny everything about a session of the demo: what the machine found met
// goes to review, the votes are kept with their raw answers, and the evaluation stays as it was.
func TestRaterStandsBesideTheMarks(t *testing.T) {
	asked := 0
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		io.Copy(io.Discard, r.Body) //nolint:errcheck // only its end matters
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": `{"met": false, "quote": ""}`}}}})
	}))
	defer service.Close()
	ctx, dir := context.Background(), t.TempDir()
	cfg := store.Config{Path: filepath.Join(dir, "proba.db")}
	if _, err := seedDemo(ctx, cfg, time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	id, before := finishedChat(t, cfg)
	var out, errOut strings.Builder
	args := []string{"rate", "--data", dir, "--address", service.URL + "/v1", "--model", "small", string(id)}
	if code := run(ctx, args, strings.NewReader(""), &out, &errOut); code != 0 {
		t.Fatalf("proba rate = %d: %s", code, errOut.String())
	}
	_, after := finishedChat(t, cfg)
	if before != after {
		t.Error("a rater changed the evaluation")
	}
	records, err := store.OpenToRead(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer records.Close() //nolint:errcheck // opened to read
	votes, err := records.RaterVotes(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	review := 0
	for _, v := range votes {
		if v.Model != "small" || len(v.Prompt) != 64 || !strings.Contains(v.Raw, "choices") || v.Opinion != "not met" {
			t.Errorf("vote = %+v", v)
		}
		if v.Standing == "review" {
			review++
		}
	}
	if asked == 0 || len(votes) != asked || review == 0 {
		t.Errorf("%d asked, %d votes, %d for review\n%s", asked, len(votes), review, out.String())
	}
}

func TestNoRaterWithoutAnAddress(t *testing.T) {
	var errOut strings.Builder
	if code := run(context.Background(), []string{"rate", "--model", "m", "x"}, strings.NewReader(""), io.Discard, &errOut); code != int(exitFailure) || !strings.Contains(errOut.String(), "address") {
		t.Errorf("proba rate without an address = %d: %s", code, errOut.String())
	}
}

// finishedChat is an assessed chat of the demo with the text of its newest evaluation.
func finishedChat(t *testing.T, cfg store.Config) (engine.SessionID, string) {
	t.Helper()
	ctx := context.Background()
	records, err := store.OpenToRead(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer records.Close() //nolint:errcheck // opened to read
	sessions, err := records.Sessions(ctx, store.SessionFilter{Scenario: "chat-estensione-garanzia", Mode: engine.Assessed, Finished: true})
	if err != nil || len(sessions) == 0 {
		t.Fatalf("assessed chats of the demo = %d, %v", len(sessions), err)
	}
	ev, err := records.LatestEvaluation(ctx, sessions[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return sessions[0].ID, string(ev.JSON)
}
