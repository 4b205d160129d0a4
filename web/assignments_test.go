package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"proba/content"
	"proba/engine"
	"proba/scenarios"
)

func TestAssignmentsReachEveryChosenTrainee(t *testing.T) {
	s := newSite(t)
	b := s.as("trainer")
	b.post("/assignments", "scenario", "telefono-consegna-mancata", "mode", "assessed", "due", "2026-11-25", "attempts", "3",
		"person", string(s.people["trainee"]), "person", string(s.people["other trainee"])).wantStatus(t, "assign", http.StatusSeeOther)
	for _, who := range []string{"trainee", "other trainee"} {
		got, err := s.store.AssignmentsOf(t.Context(), s.people[who])
		if err != nil || len(got) != 1 || got[0].Attempts != 3 || got[0].Mode != engine.Assessed || got[0].By != s.people["trainer"] {
			t.Fatalf("assignments of %s: %+v, %v", who, got, err)
		}
		if want := time.Date(2026, 11, 25, 23, 59, 0, 0, time.UTC); got[0].Due == nil || !got[0].Due.Equal(want) {
			t.Errorf("due %v, want the last minute of the day", got[0].Due)
		}
	}
	page := b.get("/assignments").wantStatus(t, "list", http.StatusOK).page(t)
	if n := page.Find("tbody tr").Length(); n != 2 {
		t.Fatalf("%d standing, want 2", n)
	}
	b.post(page.Find(`form[action$="/withdraw"]`).First().AttrOr("action", "")).wantStatus(t, "withdraw", http.StatusSeeOther)
	if n := b.get("/assignments").page(t).Find("tbody tr").Length(); n != 1 {
		t.Errorf("%d standing after one was withdrawn, want 1", n)
	}
}

func TestImpossibleAssignmentsAreSentBack(t *testing.T) {
	s := newSite(t)
	b, person := s.as("trainer"), string(s.people["trainee"])
	tests := map[string][]string{
		"scenario": {"scenario", "none", "mode", "assessed", "attempts", "3", "person", person},
		"mode":     {"scenario", "telefono-consegna-mancata", "mode", "trial", "attempts", "3", "person", person},
		"attempts": {"scenario", "telefono-consegna-mancata", "mode", "assessed", "attempts", "-1", "person", person},
		"due":      {"scenario", "telefono-consegna-mancata", "mode", "assessed", "attempts", "3", "due", "2026-11-19", "person", person},
		"people":   {"scenario", "telefono-consegna-mancata", "mode", "assessed", "attempts", "3"},
	}
	for field, form := range tests {
		got := b.post("/assignments", form...).wantStatus(t, field, http.StatusUnprocessableEntity)
		if got.text(t, "#"+field+"-e") == "" {
			t.Errorf("%s: the problem is not shown", field)
		}
	}
	if got, err := s.store.AssignmentsOf(t.Context(), s.people["trainee"]); err != nil || len(got) != 0 {
		t.Errorf("assignments %v, %v, want none", got, err)
	}
	ghost := []string{"scenario", "telefono-consegna-mancata", "mode", "assessed", "attempts", "3", "person", "nobody"}
	if got := b.post("/assignments", ghost...); got.status < 400 || got.status >= 500 {
		t.Errorf("assigning to nobody = %d, want it refused", got.status)
	}
}

func TestAnIncompleteTranslationIsPractisedButNotAssessed(t *testing.T) {
	const id = "chat-estensione-garanzia-ro"
	s := newSite(t, func(c *Config) {
		pack, _ := scenarios.Load(content.Library())
		pack.Scenarios[id].Translation.Blocks[0].Missing = true
		library, err := NewLibrary(pack)
		if err != nil {
			t.Fatal(err)
		}
		c.Library = library
	})
	b, person := s.as("trainer"), string(s.people["trainee"])
	form := func(mode string) []string {
		return []string{"scenario", id, "mode", mode, "attempts", "3", "person", person}
	}
	got := b.post("/assignments", form("assessed")...).wantStatus(t, "assessed", http.StatusUnprocessableEntity)
	if text := got.text(t, "#scenario-e"); !strings.Contains(text, "not complete") {
		t.Errorf("the problem shown is %q", text)
	}
	if got := b.post("/assignments", form("practice")...); got.status >= 400 {
		t.Errorf("assigning it as practice = %d, want it accepted", got.status)
	}
}
