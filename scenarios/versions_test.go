package scenarios

import (
	"slices"
	"strings"
	"testing"
)

func TestWhichNumberOfAVersionMustMove(t *testing.T) {
	released, problems := Load(rosesPack(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, e := range []struct {
		edit             string
		file, old, fresh string
		effect           EditEffect
		next             string
	}{
		{"nothing", "scenario.md", "# Roses for Friday", "# Roses for Friday", EditNothing, ""},
		{"a note between trainers", "scenario.md", "## Criteria\n", "## Criteria\n\nA note for trainers.\n", EditNothing, ""},
		{"a test", "scenario.md", "agent: Hello!", "agent: Hello, who is there?", EditNothing, ""},
		{"another keyword for the same", "scenario.md", "- **Points:** 20", "- **Punti:** 20", EditNothing, ""},
		{"the brief", "scenario.md", "Take the order for the roses.", "Take the order.", EditWording, "1.0.1"},
		{"words of the customer", "scenario.md", "> - Fine, thank you.", "> - Fine, thanks.", EditWording, "1.0.1"},
		{"advice", "scenario.md", "Write the slip.", "Write the slip at once.", EditWording, "1.0.1"},
		{"the title", "scenario.md", "title: Roses for Friday", "title: Roses", EditWording, "1.0.1"},
		{"one more line of the customer", "scenario.md", "> - Fine, thank you.", "> - Fine, thank you.\n> - Good.", EditContent, "1.1.0"},
		{"an arrow", "scenario.md", "- **When** says *goodbye* -> end", "- **When** says *goodbye* -> *Order*", EditContent, "1.1.0"},
		{"a fact", "scenario.md", "| price | 12,50 € |", "| price | 13,50 € |", EditContent, "1.1.0"},
		{"a timer", "scenario.md", "| dead air | 10 s |", "| dead air | 12 s |", EditContent, "1.1.0"},
		{"a phrase of an ordinary criterion", "scenario.md", "`hello`, `good", "`hello`, `hi`, `good", EditContent, "1.1.0"},
		{"a phrase of a fatal criterion", "scenario.md", "`we deliver`", "`we (deliver/bring)`", EditNotComparable, "2.0.0"},
		{"points", "scenario.md", "- **Points:** 20", "- **Points:** 25", EditNotComparable, "2.0.0"},
		{"evidence", "scenario.md", "with at least 1 right", "with at least 1 right before hangs up", EditNotComparable, "2.0.0"},
		{"a right answer", "scenario.md", `contains "roses"`, `contains "rose"`, EditNotComparable, "2.0.0"},
		{"the pass mark", "scenario.md", "- as in the rubric", "- as in the rubric\n- total at least 80%", EditNotComparable, "2.0.0"},
		{"a criterion less", "scenario.md", "### Takes leave\n\n- **Competence:** Courtesy\n- **Points:** 5\n- **All of:**\n  - says *goodbye*\n- **Advice:** Take leave before you hang up.\n", "", EditNotComparable, "2.0.0"},
		{"the pass mark of the rubric", "rubric.md", "- total at least 75%", "- total at least 80%", EditNotComparable, "2.0.0"},
		{"the meaning of a competence", "rubric.md", "does the work", "works", EditWording, "1.0.1"},
		{"the coverage of a certificate", "certificate.md", "client types", "client types\n- at least 1 with channel *phone*", EditNotComparable, "2.0.0"},
	} {
		t.Run(e.edit, func(t *testing.T) {
			now, _ := Load(rosesPack(t, e.file, e.old, e.fresh))
			if got := EffectOfEdit(Compare(released, now)); got != e.effect {
				t.Errorf("the effect is %v, want %v: %+v", got, e.effect, Compare(released, now))
			}
			found := VersionProblems(released, now)
			if e.next == "" {
				if len(found) > 0 {
					t.Errorf("%v, want nothing", found)
				}
				return
			}
			if len(found) != 1 || found[0].Code != "V601" || !strings.Contains(found[0].Suggestion, e.next) || found[0].Line == 0 {
				t.Errorf("%v, want V601 asking for %s", found, e.next)
			}
		})
	}
}

func TestAVersionThatWasRaisedFarEnoughIsNoProblem(t *testing.T) {
	released, _ := Load(rosesPack(t))
	for version, enough := range map[string]bool{"1.0.1": false, "1.1.0": false, "2.0.0": true, "2.1.3": true, "10.0.0": true, "0.9.0": false} {
		now, _ := Load(rosesPack(t, "scenario.md", "- **Points:** 20", "- **Points:** 25", "scenario.md", "version: 1.0.0", "version: "+version))
		if found := VersionProblems(released, now); (len(found) == 0) != enough {
			t.Errorf("points changed and version %s: %v", version, found)
		}
	}
}

func TestARenameIsToldOnceAndIsNoOtherThing(t *testing.T) {
	released, _ := Load(rosesPack(t))
	for _, e := range []struct {
		was, is string
		spoil   []string
	}{
		{"Takes leave", "Says goodbye", []string{"scenario.md", "### Takes leave", "### Says goodbye"}},
		{"promises delivery", "offers delivery", []string{"scenario.md", "### promises delivery", "### offers delivery",
			"scenario.md", "  - says *promises delivery*", "  - says *offers delivery*",
			"scenario.md", "- **Not recognised:** *promises delivery*", "- **Not recognised:** *offers delivery*"}},
		{"Leave", "Farewell", []string{"scenario.md", "### Leave", "### Farewell", "scenario.md", "*names the price* -> *Leave*", "*names the price* -> *Farewell*",
			"scenario.md", "*Leave*; patience -1", "*Farewell*; patience -1", "scenario.md", "- **Ends in:** *Leave*", "- **Ends in:** *Farewell*"}},
		{"Courtesy", "Manners", []string{"rubric.md", "| Courtesy |", "| Manners |"}},
	} {
		t.Run(e.was, func(t *testing.T) {
			now, _ := Load(rosesPack(t, e.spoil...))
			found := Compare(released, now)
			renamed := slices.DeleteFunc(slices.Clone(found), func(c Change) bool { return c.Was == "" })
			if len(renamed) != 1 || renamed[0].Was != e.was || renamed[0].Name != e.is {
				t.Fatalf("%+v, want the rename of %q to %q", found, e.was, e.is)
			}
			for _, c := range found {
				if c.Kind != KindScenario && e.was != "Courtesy" || c.Added || c.Removed {
					t.Errorf("%+v beside the rename", c)
				}
			}
			if EffectOfEdit(found) != EditWording && e.was != "Courtesy" {
				t.Errorf("a rename has the effect %v: %+v", EffectOfEdit(found), found)
			}
		})
	}
}

func TestAnotherThingOfTheSameShapeIsNoRename(t *testing.T) {
	released, _ := Load(rosesPack(t))
	now, _ := Load(rosesPack(t,
		"scenario.md", "### Takes leave\n\n- **Competence:** Courtesy\n- **Points:** 5\n- **All of:**\n  - says *goodbye*\n- **Advice:** Take leave before you hang up.",
		"### Says hello\n\n- **Competence:** Work\n- **Points:** 5\n- **All of:**\n  - says *greeting*\n- **Advice:** Friendly words cost nothing."))
	var added, removed []string
	for _, c := range Compare(released, now) {
		switch {
		case c.Was != "":
			t.Errorf("%q is taken for %q", c.Name, c.Was)
		case c.Added:
			added = append(added, c.Name)
		case c.Removed:
			removed = append(removed, c.Name)
		}
	}
	if !slices.Equal(added, []string{"Says hello"}) || !slices.Equal(removed, []string{"Takes leave"}) {
		t.Errorf("added %q, removed %q", added, removed)
	}
}

func TestACertificateOutOfReachIsTold(t *testing.T) {
	for _, e := range []struct {
		coverage string
		reached  bool
	}{
		{"at least 1 with channel *phone*", true},
		{"at least 1 with request *order*", true},
		{"at least 1 different client types", true},
		{"at least 1 with channel *chat*", false},
		{"at least 2 with channel *phone*", false}, // the translation of a scenario is no second one
		{"at least 2 different client types", false},
		{"at least 1 different channels among *chat*, *email*", false},
	} {
		_, problems := Load(rosesPack(t, "certificate.md", "at least 1 different client types", e.coverage))
		told := len(problems) == 1 && problems[0].Code == "V603"
		if told == e.reached || e.reached && len(problems) > 0 {
			t.Errorf("%s: %v; can be reached: %v", e.coverage, problems, e.reached)
		}
	}
}

func TestTheShapeOfAThingIsNotWhatItSays(t *testing.T) {
	says := func(name string, phrases ...string) piece {
		c := Criterion{Name: name, Points: 5}
		for i, phrase := range phrases {
			c.AllOf = append(c.AllOf, Item{Number: i + 1, Any: []Clause{{{Verb: VerbSays, Name: Ref{Name: phrase}}}}})
		}
		return criterionPiece("section.criteria", c)
	}
	gone := []piece{says("Old", "greeting", "price", "goodbye")}
	if at := nearestPiece(says("Other", "delivery", "weather", "apology"), gone, nil); at >= 0 {
		t.Error("three other phrases are taken for the same criterion")
	}
	if at := nearestPiece(says("New", "greeting", "price", "farewell"), gone, nil); at != 0 {
		t.Error("a criterion with most of its phrases is not found again")
	}
}
