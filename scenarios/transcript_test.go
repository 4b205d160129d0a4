package scenarios

import (
	"os"
	"testing"
	"time"
)

func shippedScenario(t *testing.T, id string) *Scenario {
	t.Helper()
	pack, _ := Load(os.DirFS("../content/library"))
	sc, ok := pack.Scenarios[id]
	if !ok {
		t.Fatalf("no scenario %q in the shipped library", id)
	}
	return sc
}

func TestTranscriptInAFileOfItsOwnReadsLikeAnEmbeddedTest(t *testing.T) {
	sc := shippedScenario(t, "comanda-la-telefon")
	test, problems := ReadTranscript(sc, "a.txt",
		"```conversație\nvarianta: RESTANT seed: 4\noperator (9 s): Bună ziua.\noperator: (9 s) Bună ziua.\noperator face: consultă Situația datoriei\nașteptare: 3 s\n```\n")
	if len(problems) != 1 || problems[0].Code != "T408" || problems[0].Line != 3 {
		t.Errorf("problems = %v, want the one T408 in line 3", problems)
	}
	if test.Variant != "restant" || test.Seed != 4 || !test.SeedGiven {
		t.Errorf("variant %q, seed %d (given %v); want restant, 4", test.Variant, test.Seed, test.SeedGiven)
	}
	if len(test.Steps) != 3 {
		t.Fatalf("steps = %v, want 3", test.Steps)
	}
	if say, ok := test.Steps[0].(AgentSays); !ok || say.Took != 9*time.Second || say.Text != "Bună ziua." {
		t.Errorf("first step = %#v, want the greeting after 9 s", test.Steps[0])
	}
	if does, ok := test.Steps[1].(AgentDoes); !ok || does.What.Name.Name != "Situația datoriei" {
		t.Errorf("second step = %#v, want the look-up of the debt", test.Steps[1])
	}
}

func TestTranscriptWithAnUnknownVariantSaysSo(t *testing.T) {
	_, problems := ReadTranscript(shippedScenario(t, "comanda-la-telefon"), "a.txt", "varianta: restan\n")
	if len(problems) != 1 || problems[0].Code != "S014" {
		t.Errorf("problems = %v, want one S014", problems)
	}
}
