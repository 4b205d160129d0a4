package prove

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/engine/robot"
)

// What an agent does at random becomes a test that does the same again. Times are cut to seconds, so a clock may strike
// elsewhere; what the agent did and said may not change.
func TestAnySessionCanBeKeptAsATest(t *testing.T) {
	sc := prepare(t, load(t, kiosk(t)), "roses")
	for seed := int64(1); seed <= 30; seed++ {
		player, err := robot.New(robot.RandomWalk, sc, seed)
		if err != nil {
			t.Fatal(err)
		}
		log, err := robot.Play(sc, engine.Opening{Seed: seed, Instant: true}, player)
		if err != nil {
			t.Fatal(err)
		}
		text := Transcript(log, "en")
		again := Play(keptAsTest(t, text))
		if diff := cmp.Diff(deeds(log), deeds(again.Log)); diff != "" {
			t.Fatalf("seed %d kept as a test (-played +again):\n%s\n%s\n%v", seed, diff, text, again.Problems)
		}
	}
}

// deeds are what the agent did, by kind and name.
func deeds(log []engine.Event) []string {
	var all []string
	w := transcriptWriter{lang: "en"}
	for _, e := range log {
		if f, ok := e.Fact.(engine.Replied); ok {
			all = append(all, oneLine(f.Text))
		} else if action, ok := w.action(e.Fact); ok {
			all = append(all, action)
		}
	}
	return slices.Clip(all)
}
