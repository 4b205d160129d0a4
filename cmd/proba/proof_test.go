package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// demoProof is the proof of one of the demo's finished sessions.
func demoProof(t *testing.T) []byte {
	t.Helper()
	ctx, cfg := context.Background(), store.Config{Path: filepath.Join(t.TempDir(), "proba.db")}
	if _, err := seedDemo(ctx, cfg, time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	records, err := store.OpenToRead(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	defer records.Close() //nolint:errcheck // opened to read
	sessions, err := records.Sessions(ctx, store.SessionFilter{Scenario: "chat-estensione-garanzia", Mode: engine.Assessed, Finished: true})
	if err != nil || len(sessions) == 0 {
		t.Fatalf("assessed chats of the demo = %d, %v", len(sessions), err)
	}
	kept, err := proofOf(ctx, records, sessions[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	return append(text, '\n')
}

// Which words no mark depends on is nobody's business: a proof is a proof of all of it.
func TestOneChangedBitAnywhereBreaksAProof(t *testing.T) {
	text := demoProof(t)
	if !bytes.Contains(text, []byte(`"path":"pictures/mandorla.png","text":"","data":"iVBOR`)) {
		t.Fatal("the proof lacks the picture the customer sent")
	}
	if _, err := verify(text); err != nil {
		t.Fatalf("verify of an untouched proof: %v", err)
	}
	tries := 80
	if testing.Short() {
		tries = 10
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 1))
	for range tries {
		at, bit := chance.IntN(len(text)), chance.IntN(8)
		changed := append([]byte{}, text...)
		changed[at] ^= 1 << bit
		if _, err := verify(changed); !errors.Is(err, errNotProved) {
			t.Errorf("verify with bit %d of byte %d (%q) changed = %v, want %v", bit, at, text[max(0, at-20):at+1], err, errNotProved)
		}
	}
}

func TestAProofCutShortIsNone(t *testing.T) {
	text := demoProof(t)
	for _, keep := range []int{0, 1, len(text) / 2, len(text) - 1} {
		if _, err := verify(text[:keep]); !errors.Is(err, errNotProved) {
			t.Errorf("verify of the first %d bytes = %v, want %v", keep, err, errNotProved)
		}
	}
	if _, err := verify(append(text, text...)); !errors.Is(err, errNotProved) {
		t.Errorf("verify of two proofs in one file = %v, want %v", err, errNotProved)
	}
}
