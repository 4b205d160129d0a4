package eval_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"proba/engine/language/eval"
)

// TestCallKappa prints the figures of the development sets in the folder PROBA_EVAL names, on the classes the weights
// were not fitted on.
func TestCallKappa(t *testing.T) {
	dir := os.Getenv("PROBA_EVAL")
	if dir == "" {
		t.Skip("PROBA_EVAL names no data")
	}
	var out strings.Builder
	if err := eval.Measure(os.DirFS(dir), eval.Plan{Examples: 10, Rubrics: 14, Calls: 10, Seed: 1, Halves: []int{1}}, &out); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(out.String(), "\n") {
		t.Log(line)
		cells := strings.Fields(line)
		if len(cells) < 3 || cells[1] != "proba" {
			continue
		}
		if kappa, err := strconv.ParseFloat(cells[2], 64); err != nil || kappa < leastPublic {
			t.Errorf("%s: kappa of calls %.2f (%v), want %.2f", cells[0], kappa, err, leastPublic)
		}
	}
}

// leastPublic is the kappa of calls no public set may fall below.
const leastPublic = 0.65

// turns makes a tiny set of two kinds of turns a class.
func turns() *eval.Set {
	set := &eval.Set{Name: "tiny", Language: "en", Train: map[string][]string{}, Test: map[string][]string{}}
	for _, thing := range strings.Fields("refund parcel invoice photo address discount warranty password table ticket voucher engine") {
		set.Labels = append(set.Labels, thing)
		for _, frame := range []string{"Where is my %s?", "I need the %s now.", "Please send me the %s.", "Can you check the %s?", "What about a %s?"} {
			set.Train[thing] = append(set.Train[thing], strings.Replace(frame, "%s", thing, 1))
		}
		set.Test[thing] = []string{"Could I have the " + thing + ", please?", "The " + thing + " has not come yet."}
	}
	return set
}

func TestSamePlanGivesSameFigures(t *testing.T) {
	plan := eval.Plan{Examples: 5, Rubrics: 2, Calls: 3, Seed: 3}
	a, err := eval.Calls(turns(), plan, eval.Recogniser)
	if err != nil {
		t.Fatal(err)
	}
	b, err := eval.Calls(turns(), plan, eval.Recogniser)
	if err != nil {
		t.Fatal(err)
	}
	if a.Call.Counts != b.Call.Counts || a.Turn.Counts != b.Turn.Counts {
		t.Errorf("Calls = %v and %v", a.Call.Counts, b.Call.Counts)
	}
}

func TestJudgeThatIsAlwaysRightHasKappaOne(t *testing.T) {
	oracle := func(_ string, _ []string, examples [][]string) (eval.Judge, error) {
		return func(turn string) []eval.Opinion {
			all := make([]eval.Opinion, len(examples))
			for i, texts := range examples {
				words := strings.Fields(strings.Trim(texts[0], "?."))
				for _, w := range words {
					all[i].Met = all[i].Met || len(w) > 4 && w != "Where" && w != "Please" && w != "check" && strings.Contains(turn, " "+w)
				}
				if all[i].Met {
					all[i].Score = 1
				}
			}
			return all
		}, nil
	}
	report, err := eval.Calls(turns(), eval.Plan{Examples: 5, Rubrics: 2, Calls: 5, Seed: 3}, oracle)
	if err != nil {
		t.Fatal(err)
	}
	if got := report.Call.Decided(); got != 1 {
		t.Errorf("kappa of an oracle = %.2f, want 1 (%v)", got, report.Call.Counts)
	}
}
