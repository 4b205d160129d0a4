package eval_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"proba/engine/language"
	"proba/scenarios"
)

var update = flag.Bool("update", false, "write the tables of pairs, the grammars and the digests again")

// TestPairTablesAreThoseOfTheActs wants the shipped tables of word pairs and the grammars to be made of the shipped acts of service.
func TestPairTablesAreThoseOfTheActs(t *testing.T) {
	pack, _ := scenarios.Load(os.DirFS("../../../content/acts"))
	if len(pack.Libraries) == 0 {
		t.Fatal("no acts of service")
	}
	for _, lib := range pack.Libraries {
		code := lib.Languages[0]
		var texts []string
		for _, p := range lib.Phrases {
			for _, u := range append(p.Examples, p.Not...) {
				texts = append(texts, u.Text)
			}
		}
		sameTable(t, "../pairs/"+code+".bin", language.PairTable(code, texts))
		sameTable(t, "../grammar/"+code+".bin", language.GrammarTable(code, texts))
	}
}

func sameTable(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not made of the acts as they are; run this test with -update", file)
	}
}
