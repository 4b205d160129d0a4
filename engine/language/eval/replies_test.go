package eval_test

import (
	"maps"
	"slices"
	"testing"

	"proba/engine/language/eval"
)

// TestVerdictsAgreeWithCarefulReaders wants the first judged replies, which the weights were fitted on, and those kept apart,
// which they were not, to be decided as their readers did, in all languages together: 25 replies a language tell little.
func TestVerdictsAgreeWithCarefulReaders(t *testing.T) {
	tests := []struct {
		folder      string
		least, most float64 // kappa on what is decided, share sent to review
	}{
		{"replies", 0.75, 0.30},
		{"kept", 0.60, 0.33},
	}
	for _, tt := range tests {
		t.Run(tt.folder, func(t *testing.T) {
			var tally eval.Tally
			cases := map[string][3]int{}
			sets := judgedFiles(t, tt.folder)
			for _, name := range slices.Sorted(maps.Keys(sets)) {
				heard, err := sets[name].Hear()
				if err != nil {
					t.Fatal(err)
				}
				own := sets[name].Judge(heard)
				t.Logf("%s: kappa %.2f, review %.0f %%", name, own.Decided(), 100*own.Review())
				tally.Merge(own)
				tell(t, sets[name], heard, cases)
			}
			t.Logf("kappa %.2f, review %.0f %%\nno/unsure/met by sort:%s", tally.Decided(), 100*tally.Review(), listed(cases))
			if tally.Decided() < tt.least || tally.Review() > tt.most {
				t.Errorf("kappa %.2f with %.2f sent to review, want %.2f and at most %.2f", tally.Decided(), tally.Review(), tt.least, tt.most)
			}
		})
	}
}
