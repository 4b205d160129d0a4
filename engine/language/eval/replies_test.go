package eval_test

import (
	"os"
	"path/filepath"
	"testing"

	"proba/engine/language"
	"proba/engine/language/eval"
)

// leastAgreement is the kappa with careful readers, on what is not sent to review, that no language may fall below.
const leastAgreement = 0.55

// mostReview is the largest share that may be sent to review.
const mostReview = 0.36

func TestVerdictsAgreeWithCarefulReaders(t *testing.T) {
	names, _ := filepath.Glob("testdata/replies/*.txt")
	kept, _ := filepath.Glob("testdata/kept/*.txt")
	names = append(names, kept...)
	for _, name := range names {
		set, err := eval.ReadReplies(os.DirFS("."), name)
		if err != nil {
			t.Fatal(err)
		}
		heard, err := set.Hear()
		if err != nil {
			t.Fatal(err)
		}
		tally := set.Judge(heard)
		if tally.Decided() < leastAgreement || tally.Review() > mostReview {
			t.Errorf("%s: kappa %.2f with %.2f sent to review, want %.2f and at most %.2f", name, tally.Decided(), tally.Review(), leastAgreement, mostReview)
		}
		best, from := tally.Best()
		sorts := map[string][3]int{}
		for i, j := range set.Judged {
			key := "n "
			if j.Met {
				key = "y "
			}
			c := sorts[key+j.Sort]
			d := 0
			switch {
			case heard[i].Verdict == language.Unsure:
				d = 1
			case heard[i].Verdict.Heard():
				d = 2
			}
			c[d]++
			sorts[key+j.Sort] = c
			if testing.Verbose() && (d == 2) != j.Met {
				t.Logf("%v %-8s %-6s %.2f %-8s %q | %s | %q", j.Met, j.Sort, heard[i].Verdict, heard[i].Confidence, heard[i].Why, j.Text, set.Phrases[j.Phrase].Name, heard[i].Example)
			}
		}
		t.Logf("%s: decided kappa %.2f review %.2f | best %.2f at %.2f | P %.2f R %.2f\n   no/unsure/met %v", name, tally.Decided(), tally.Review(), best, from, tally.Precision(), tally.Recall(), sorts)
	}
}
