package scenarios

import (
	"os"
	"strings"
	"testing"
)

func TestTheReferenceHasNotDrifted(t *testing.T) {
	const file = "../docs/scenario-language.md"
	got := Reference()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what the tables say; run this test with -update", file)
	}
}

func TestTheReferenceLeavesNoKeywordOut(t *testing.T) {
	grouped := map[string]bool{}
	for _, g := range referenceGroups {
		grouped[g.prefix] = true
	}
	for _, k := range keywords() {
		if prefix, _, _ := strings.Cut(string(k.id), "."); !grouped[prefix] {
			t.Errorf("the keyword %s is in no part of the reference", k.id)
			grouped[prefix] = true
		}
	}
}
