package eval_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"proba/engine/language"
	"proba/engine/language/eval"
)

// tie is how far a weight in use may lie from the one fitted anew.
const tie = 0.75

// What the parts of the fit count for, beside the judged replies. The same replies heard against the other phrases of their
// file are what most phrases hear most of the time, the public sets what they hear from others, and the graded answers what
// phrases with many counter-examples hear.
const (
	strangersShare = 0.5
	publicShare    = 0.4
	gradedShare    = 0.3
)

// TestFitWeights fits the weights on the judged replies, on the same replies against the phrases they are not about, on half of
// the classes of the public sets and on graded answers to train with; it prints them and wants those in use to be the same within a tie. The replies kept
// apart and the unseen ones are never fitted on.
func TestFitWeights(t *testing.T) {
	dir := os.Getenv("PROBA_EVAL")
	if dir == "" {
		t.Skip("PROBA_EVAL names no data")
	}
	own, strangers := judged(t, "replies", "dev", "dev2", "dev3")
	total := float64(len(own))
	all := append(own, sharing(strangersShare*total, strangers)...)
	for _, name := range publicSets {
		all = append(all, sharing(publicShare*total/float64(len(publicSets)), public(t, dir, name))...)
	}
	for _, name := range gradedSets {
		all = append(all, sharing(gradedShare*total/float64(len(gradedSets)), graded(t, dir, name))...)
	}
	signs := []float64{0} // more of it never speaks for less
	for _, w := range language.Weights()[1:] {
		signs = append(signs, math.Copysign(1, w))
	}
	w := eval.Fit(all, signs, 0.0005)
	for i, used := range language.Weights() {
		if max(used-w[i], w[i]-used) > tie {
			t.Errorf("the weight of %s in use is %.2f, fitted anew %.2f", language.EvidenceNames()[i], used, w[i])
		}
	}
	t.Log(len(all), strings.ReplaceAll(fmt.Sprintf("%.2f", w), " ", ", "))
}

var (
	publicSets = []string{"banking77", "clinc150", "xsid_it", "xsid_de", "xsid_en"}
	gradedSets = []string{"beetle", "sciEntsBank"}
)

// sharing lets decisions count for so much together.
func sharing(total float64, all []eval.Fitted) []eval.Fitted {
	for i := range all {
		all[i].Weight = total / float64(len(all))
	}
	return all
}

// public gathers the evidence of calls of a public set, from the first half of its classes.
func public(t *testing.T, dir, name string) []eval.Fitted {
	t.Helper()
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
	return report.Turn.Fitted
}

// graded gathers the evidence of a third of the answers to train with, of every other question, when the others were taught.
func graded(t *testing.T, dir, name string) []eval.Fitted {
	t.Helper()
	questions, err := eval.ReadGraded(os.DirFS(dir), "semeval2013/"+name+".train.tsv", true)
	if err != nil {
		t.Fatal(err)
	}
	var all []eval.Fitted
	for i, q := range questions {
		if i%2 == 1 {
			continue
		}
		right, heardRight := thirds(q.Right)
		wrong, heardWrong := thirds(append(q.Wrong, q.Contradictory...))
		judge, err := eval.EvidenceGrader("en")(right, wrong)
		if err != nil {
			t.Fatal(err)
		}
		for truth, texts := range map[bool][]string{true: heardRight, false: heardWrong} {
			for _, text := range texts {
				if e := judge(text)[0].Evidence; e != nil {
					all = append(all, eval.Fitted{Evidence: e, Truth: truth})
				}
			}
		}
	}
	return all
}

// thirds parts every third text from the others.
func thirds(texts []string) (two, one []string) {
	for i, text := range texts {
		if i%3 == 2 {
			one = append(one, text)
		} else {
			two = append(two, text)
		}
	}
	return two, one
}

// judged gathers the evidence of judged replies of some folders for the phrase they were judged by, and for the others of their
// file, which they do not say. What a fact decided is left out: words have no say there.
func judged(t *testing.T, folders ...string) (own, strangers []eval.Fitted) {
	t.Helper()
	for _, folder := range folders {
		for _, set := range judgedFiles(t, folder) {
			r, err := set.Recogniser()
			if err != nil {
				t.Fatal(err)
			}
			for _, j := range set.Judged {
				hearings := r.Hear(set.Reply(j)).Hearings
				for i, e := range r.Evidence(set.Reply(j)) {
					switch h := hearings[i]; {
					case e == nil || h.Why == language.WhyFact && h.Verdict == language.No:
					case i == j.Phrase:
						own = append(own, eval.Fitted{Evidence: e, Truth: j.Met, Weight: 1})
					default:
						strangers = append(strangers, eval.Fitted{Evidence: e, Weight: 1})
					}
				}
			}
		}
	}
	return own, strangers
}
