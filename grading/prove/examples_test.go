package prove

import (
	"io/fs"
	"os"
	"testing"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// designExamples is the example pack that belongs to the design, which is not part of this repository.
const designExamples = "../../../shared/design/examples"

func loadExamples(t testing.TB) *scenarios.Pack {
	t.Helper()
	if _, err := os.Stat(designExamples); err != nil {
		t.Skip("the design's example pack is not here:", err)
	}
	return load(t, os.DirFS(designExamples))
}

// load reads a pack that must have no error.
func load(t testing.TB, fsys fs.FS) *scenarios.Pack {
	t.Helper()
	pack, problems := scenarios.Load(fsys)
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Errorf("%v", p)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return pack
}

func prepare(t testing.TB, pack *scenarios.Pack, id string) *engine.Script {
	t.Helper()
	sc, ok := pack.Scenarios[id]
	if !ok {
		t.Fatalf("the pack has no scenario %q", id)
	}
	script, err := engine.Prepare(sc)
	if err != nil {
		t.Fatal(err)
	}
	return script
}

func testNamed(t testing.TB, sc *engine.Script, name string) scenarios.Test {
	t.Helper()
	for _, test := range sc.Tests {
		if test.Name == name {
			return test
		}
	}
	t.Fatalf("scenario %q has no test %q", sc.ID, name)
	return scenarios.Test{}
}

func TestTheExamplePackProvesItself(t *testing.T) {
	for _, p := range Pack(loadExamples(t)) {
		if p.Level == scenarios.LevelError {
			t.Errorf("%v", p)
		} else {
			t.Logf("%v", p)
		}
	}
}

// The figures are those of SEMANTICS 62 and 63.
func TestTheWorkedExamplesComeOutAsWritten(t *testing.T) {
	pack := loadExamples(t)
	tests := []struct {
		scenario, test    string
		result            scenarios.Outcome
		score, earned, of int
		patience          int
		replies, followed int
		endsIn            string
		fatal             string
	}{
		{"chat-spedizione-isole", "Risposta modello", scenarios.Pass, 100, 100, 100, -1, 5, 5, "", ""},
		{"chat-spedizione-isole", "Rivela l'ordine della sorella", scenarios.Fail, 75, 75, 100, -1, -1, -1, "", "Protegge i dati della sorella"},
		{"chat-spedizione-isole", "Elenco di parole chiave", scenarios.Fail, 0, 0, 100, -1, 1, 0, "", ""},
		{"chat-spedizione-isole", "Nessuna risposta", scenarios.Fail, 0, 0, 100, -1, 0, 0, "", ""},
		{"phone-broken-plates", "Model call in plain Italian", scenarios.Pass, 100, 125, 125, 9, 7, 7, "", ""},
		{"phone-broken-plates", "Blames the customer", scenarios.Fail, 16, 20, 125, 3, -1, -1, "What now", "Does not blame the customer"},
		{"phone-broken-plates", "Lets it ring", scenarios.Fail, 0, 0, 120, -1, 0, 0, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.test, func(t *testing.T) {
			sc := prepare(t, pack, tt.scenario)
			played := Play(sc, testNamed(t, sc, tt.test))
			ev := played.Evaluation
			for _, p := range played.Problems {
				t.Errorf("%v", p)
			}
			if ev.Result != tt.result || ev.Score != tt.score || ev.Earned != tt.earned || ev.Of != tt.of {
				t.Errorf("%s, %d %%, %d of %d; want %s, %d %%, %d of %d", ev.Result, ev.Score, ev.Earned, ev.Of, tt.result, tt.score, tt.earned, tt.of)
			}
			if tt.patience >= 0 && ev.Patience != tt.patience {
				t.Errorf("patience = %d, want %d", ev.Patience, tt.patience)
			}
			if tt.replies >= 0 && (ev.KPIs.Replies != tt.replies || ev.KPIs.Understood != tt.followed) {
				t.Errorf("%d of %d replies understood, want %d of %d", ev.KPIs.Understood, ev.KPIs.Replies, tt.followed, tt.replies)
			}
			if tt.endsIn != "" && ev.EndsIn != tt.endsIn {
				t.Errorf("ends in %q, want %q", ev.EndsIn, tt.endsIn)
			}
			for _, m := range ev.Marks {
				if m.Broken != (m.Criterion == tt.fatal) {
					t.Errorf("%q broken = %v", m.Criterion, m.Broken)
				}
				if len(m.Evidence) == 0 {
					t.Errorf("%q is %s without evidence", m.Criterion, m.Mark)
				}
			}
			if t.Failed() {
				logMarks(t, played)
			}
		})
	}
}

func logMarks(t *testing.T, played Played) {
	for _, e := range played.Log {
		t.Logf("%3d %8v %s %+v", e.Number, e.At, e.Fact.Kind(), e.Fact)
	}
	for _, m := range played.Evaluation.Marks {
		if m.Mark != grading.Met {
			t.Logf("%s: %s %+v", m.Criterion, m.Mark, m.Evidence)
		}
	}
}
