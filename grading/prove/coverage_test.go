package prove

import (
	"os"
	"testing"

	"proba/engine"
	"proba/scenarios"
)

func covered(t *testing.T, fsys string, id string) Coverage {
	t.Helper()
	pack, _ := scenarios.Load(os.DirFS(fsys))
	script, err := engine.Prepare(pack.Scenarios[id])
	if err != nil {
		t.Fatal(err)
	}
	c, err := Cover(script)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCoverageCountsWhatATestComesBy(t *testing.T) {
	c := covered(t, "../../content/library", "chat-estensione-garanzia")
	fired := map[string]Reached{}
	for _, r := range c.Reactions {
		fired[r.Text] = r
	}
	// The model conversation and three others say the instalments; only one denies them.
	yes := fired["- **Quando** dice *conferma le rate* -> *Domanda sulla garanzia*; pazienza +1"]
	no := fired["- **Quando** dice *nega le rate* -> *Domanda sulla garanzia*; pazienza -2"]
	if yes.Tests < 3 || no.Tests != 1 || yes.Walks == 0 {
		t.Errorf("the reactions fired %+v and %+v", yes, no)
	}
	for _, r := range append(c.Lines, c.Reactions...) {
		if r.Never() {
			t.Errorf("%s was never reached in a shipped scenario: %s", r.At, r.Text)
		}
	}
	if len(c.Variants) != 1 || c.Variants[0].Tests != 5 {
		t.Errorf("variants: %+v, want one with five tests", c.Variants)
	}
}

func TestCoverageShowsWhatNobodyComesBy(t *testing.T) {
	fsys := explained(t, nil)
	fsys["scenario.md"].Data = append([]byte(nil), fsys["scenario.md"].Data...)
	pack, _ := scenarios.Load(fsys)
	sc := pack.Scenarios["roses"]
	sc.Tests = sc.Tests[:1]
	script, err := engine.Prepare(sc)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Cover(script)
	if err != nil {
		t.Fatal(err)
	}
	untested := 0
	for _, r := range c.Reactions {
		if r.Tests == 0 {
			untested++
		}
	}
	onlyMet := 0
	for _, r := range c.Criteria {
		if r.Tests.Met > 0 && r.Tests.Missed == 0 || r.Tests.Met == 0 && r.Tests.Missed > 0 {
			onlyMet++
		}
	}
	if untested == 0 || onlyMet != len(c.Criteria) {
		t.Errorf("%d reactions untested, %d of %d criteria one-sided; one test cannot reach all", untested, onlyMet, len(c.Criteria))
	}
}
