package eval_test

import (
	"os"
	"testing"

	"proba/engine/language/eval"
)

// TestCallKappa prints the figures of the development sets in the folder PROBA_EVAL names.
func TestCallKappa(t *testing.T) {
	dir := os.Getenv("PROBA_EVAL")
	if dir == "" {
		t.Skip("PROBA_EVAL names no data")
	}
	for _, name := range []string{"banking77", "clinc150", "xsid_it", "xsid_de", "xsid_en"} {
		set, err := eval.ReadSet(os.DirFS(dir), "data/"+name)
		if err != nil {
			t.Fatal(err)
		}
		report, err := eval.Calls(set, eval.Plan{Examples: 10, Rubrics: 14, Calls: 10, Seed: 1, Halves: []int{1}}, eval.Recogniser)
		if err != nil {
			t.Fatal(err)
		}
		c, u := report.Call, report.Turn
		best, from := c.Best()
		t.Logf("%-10s call: decided %.2f review %.2f best %.2f at %.2f banded20 %.2f | turn F1 %.2f P %.2f R %.2f ece %.3f", name,
			c.Decided(), c.Review(), best, from, c.Banded(0.2), u.F1(), u.Precision(), u.Recall(), u.CalibrationError())
	}
}
