package robot

import (
	"slices"
	"testing"

	"proba/engine"
)

// firstSaid is the number of the first event in which a phrase was heard for certain; 0 for never.
func firstSaid(log []engine.Event, phrase string) int {
	for _, e := range log {
		if f, ok := e.Fact.(engine.Replied); ok {
			for _, h := range f.Hearings {
				if h.Phrase == phrase && h.Verdict.Heard() {
					return e.Number
				}
			}
		}
	}
	return 0
}

func first[F engine.Fact](log []engine.Event) int {
	for _, e := range log {
		if _, ok := e.Fact.(F); ok {
			return e.Number
		}
	}
	return 0
}

func TestModelDoesEverythingAskedInItsOrder(t *testing.T) {
	sc := bakery(t)
	for _, variant := range sc.Variants {
		log := play(t, sc, Model, variant, 1)
		tests := []struct {
			name         string
			first, later int
		}{
			{"greets before it asks which bread", firstSaid(log, "greets"), firstSaid(log, "asks which bread")},
			{"looks up before it tells the price", first[engine.LookedUp](log), firstSaid(log, "tells the price")},
			{"tells the price before it offers anything", firstSaid(log, "tells the price"), firstSaid(log, "polite offer")},
			{"asks before it holds, since that is an Only if", firstSaid(log, "asks to wait"), first[engine.Held](log)},
			{"says goodbye before the contact is over", firstSaid(log, "says goodbye"), first[engine.ContactEnded](log)},
			{"files before it argues", first[engine.Filed](log), first[engine.Argued](log)},
		}
		for _, tt := range tests {
			if tt.first == 0 || tt.later == 0 || tt.first > tt.later {
				t.Errorf("%s: %s: events %d and %d of %q", variant, tt.name, tt.first, tt.later, replies(log))
			}
		}
	}
}

func TestModelArguesWithWhatIsTrueInTheVariant(t *testing.T) {
	for _, e := range play(t, bakery(t), Model, "Sunday", 1) {
		if f, ok := e.Fact.(engine.Argued); ok && f.Text != "That is 4,10 € on Sundays." {
			t.Errorf("argued %q", f.Text)
		}
	}
}

func TestModelNeverSaysWhatIsForbidden(t *testing.T) {
	sc := bakery(t)
	if at := firstSaid(play(t, sc, Model, "Sunday", 1), "is rude"); at != 0 {
		t.Errorf("rude at event %d, though it is the first of an Any of", at)
	}
	if at := firstSaid(play(t, sc, Model, "Sunday", 1), "offers cake"); at == 0 {
		t.Error("never offers cake, the first of the Any of that is allowed")
	}
}

func TestModelSaysWhatBelongsToABeatThere(t *testing.T) {
	log := play(t, bakery(t), Model, "weekday", 1)
	beats := []string{}
	for _, e := range log[:firstSaid(log, "offers tea")] {
		if f, ok := e.Fact.(engine.BeatEntered); ok {
			beats = append(beats, f.Beat)
		}
	}
	if len(beats) == 0 || beats[len(beats)-1] != "Anything else" {
		t.Errorf("offers tea after the beats %q, want in Anything else", beats)
	}
}

func TestModelFillsFormsRight(t *testing.T) {
	for _, e := range play(t, bakery(t), Model, "Sunday", 1) {
		if f, ok := e.Fact.(engine.Filed); ok {
			if i := slices.IndexFunc(f.Checks, func(c engine.FieldCheck) bool { return !c.Right }); i >= 0 || len(f.Checks) != 4 {
				t.Errorf("filed %+v", f.Checks)
			}
			return
		}
	}
	t.Error("no form was filed")
}
