package prove

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden evaluations")

// The whole evaluation of each test of the kiosk, evidence and all, as it goes out. Review the difference after -update.
func TestGoldenEvaluations(t *testing.T) {
	sc := prepare(t, load(t, kiosk(t)), "roses")
	for _, test := range sc.Tests {
		ev := Play(sc, test).Evaluation
		ev.Pack, ev.Engine = "", "" // they change with every edit of a file and every release
		got, err := json.MarshalIndent(ev, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "golden", strings.ReplaceAll(test.Name, " ", "-")+".json")
		if *update {
			if err := os.WriteFile(file, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)+"\n"); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.Name, diff)
		}
	}
}
