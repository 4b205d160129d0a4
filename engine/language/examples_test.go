package language

import (
	"os"
	"testing"

	"proba/scenarios"
)

// TestExamplesBehaveAsDeclared proves P203 and P204 for the shipped library.
func TestExamplesBehaveAsDeclared(t *testing.T) {
	pack, problems := scenarios.Load(os.DirFS("../../content/library"))
	if len(pack.Scenarios) == 0 {
		t.Fatal("the shipped library has no scenarios")
	}
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			t.Log(p)
		}
	}
	for _, sc := range pack.Scenarios {
		checkUtterances(t, sc)
	}
}

func checkUtterances(t *testing.T, sc *scenarios.Scenario) {
	r, err := New(sc.Phrases, Options{Languages: sc.Languages, Facts: sc.Facts})
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]string{}
	for _, f := range sc.Facts {
		if options := f.Options(first(sc.Variants)); len(options) > 0 {
			facts[f.Name] = options[0]
		}
	}
	for i, p := range sc.Phrases {
		for _, typed := range []bool{true, false} {
			for _, u := range p.Examples {
				if h := r.Hear(Reply{Text: u.Text, Typed: typed, Before: u.Language, Facts: facts, Variant: first(sc.Variants)}).Hearings[i]; !h.Verdict.Heard() {
					t.Errorf("%s: example of %q not heard (typed %v): %q: %+v", sc.ID, p.Name, typed, u.Text, h)
				}
			}
			for _, u := range p.Not {
				if h := r.Hear(Reply{Text: u.Text, Typed: typed, Before: u.Language, Facts: facts, Variant: first(sc.Variants)}).Hearings[i]; h.Verdict.Heard() {
					t.Errorf("%s: counter-example of %q heard (typed %v): %q: %+v", sc.ID, p.Name, typed, u.Text, h)
				}
			}
		}
	}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
