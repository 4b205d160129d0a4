package prove

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/grading"
)

func TestRehearingWithTheSamePhrasesChangesNothing(t *testing.T) {
	sc := prepare(t, load(t, kiosk(t)), "roses")
	for _, test := range sc.Tests {
		log := Play(sc, test).Log
		if diff := cmp.Diff(log, grading.Rehear(sc, log)); diff != "" {
			t.Errorf("%q heard anew (-played +anew):\n%s", test.Name, diff)
		}
	}
}

func TestRehearingHearsChangedPhrasesAndNothingElse(t *testing.T) {
	old := prepare(t, load(t, kiosk(t)), "roses")
	log := Play(old, testNamed(t, old, "A good call")).Log
	changed := prepare(t, load(t, edited(t, "`hello`, `good (morning/day)`", "`good (morning/day)`")), "roses")
	anew := grading.Rehear(changed, log)
	if got := markOf(grading.Grade(changed.Scenario, anew), "Greets first"); got != grading.NotMet {
		t.Errorf("greeting heard anew: mark = %q, want not met", got)
	}
	if got := markOf(grading.Grade(old.Scenario, log), "Greets first"); got != grading.Met {
		t.Errorf("the old log is changed: mark = %q, want met", got)
	}
	for i, e := range anew {
		before, replied := log[i].Fact.(engine.Replied)
		after, still := e.Fact.(engine.Replied)
		if replied != still || before.Understood != after.Understood || e.At != log[i].At {
			t.Errorf("event %d: %+v became %+v", e.Number, log[i], e)
		}
	}
}
