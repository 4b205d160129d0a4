package eval_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proba/engine/language"
	"proba/engine/language/eval"
)

// tie is how far a weight in use may lie from the one fitted anew.
const tie = 0.75

// TestFitWeights fits the weights on half of the classes of the public sets and on the judged replies, prints them and
// wants those in use to be the same within a tie. The replies kept apart are never fitted on.
func TestFitWeights(t *testing.T) {
	dir := os.Getenv("PROBA_EVAL")
	if dir == "" {
		t.Skip("PROBA_EVAL names no data")
	}
	var all []eval.Fitted
	for _, name := range []string{"banking77", "clinc150", "xsid_it", "xsid_de", "xsid_en"} {
		set, err := eval.ReadSet(os.DirFS(dir), "data/"+name)
		if err != nil {
			t.Fatal(err)
		}
		train := func(code string, names []string, examples [][]string) (eval.Judge, error) {
			r, err := eval.Trained(code, names, examples)
			return func(turn string) []eval.Opinion {
				evidence := r.Evidence(language.Reply{Text: turn, Typed: true})
				opinions := make([]eval.Opinion, len(evidence))
				for i := range opinions {
					opinions[i].Evidence = evidence[i]
				}
				return opinions
			}, err
		}
		report, err := eval.Calls(set, eval.Plan{Examples: 9, Rubrics: 4, Calls: 10, Seed: 7, Halves: []int{0}}, train)
		if err != nil {
			t.Fatal(err)
		}
		n := float64(len(report.Turn.Fitted))
		for _, f := range report.Turn.Fitted {
			f.Weight = 1 / n
			all = append(all, f)
		}
	}
	all = append(all, judged(t, "testdata/replies/*.txt", func(int) bool { return true })...)
	all = append(all, judged(t, "testdata/dev/*.txt", func(int) bool { return true })...)
	all = append(all, judged(t, "testdata/dev2/*.txt", func(int) bool { return true })...)
	signs := []float64{0} // more of it never speaks for less
	for _, w := range language.Weights()[1:] {
		signs = append(signs, math.Copysign(1, w))
	}
	w := eval.Fit(all, signs, 0.0005)
	for i, used := range language.Weights() {
		if max(used-w[i], w[i]-used) > tie {
			t.Errorf("weight %d in use is %.2f, fitted anew %.2f", i, used, w[i])
		}
	}
	t.Log(len(all), strings.ReplaceAll(fmt.Sprintf("%.2f", w), " ", ", "))
}

// judged gathers the evidence of judged replies of some phrases, a file weighing as much as any other. What a fact
// decided is left out: words have no say there.
func judged(t *testing.T, glob string, keep func(phrase int) bool) []eval.Fitted {
	t.Helper()
	names, _ := filepath.Glob(glob)
	var all []eval.Fitted
	for _, name := range names {
		set, err := eval.ReadReplies(os.DirFS("."), name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := set.Recogniser()
		if err != nil {
			t.Fatal(err)
		}
		for _, j := range set.Half(keep).Judged {
			e := r.Evidence(set.Reply(j))[j.Phrase]
			h := r.Hear(set.Reply(j)).Hearings[j.Phrase]
			if e != nil && (h.Why != language.WhyFact || h.Verdict != language.No) {
				all = append(all, eval.Fitted{Evidence: e, Truth: j.Met, Weight: 1.0 / 40})
			}
		}
	}
	return all
}
