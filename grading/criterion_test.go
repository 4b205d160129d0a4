package grading

import (
	"testing"

	"proba/engine"
	"proba/scenarios"
)

type criterionTest struct {
	name      string
	criterion scenarios.Criterion
	log       []moment
	want      MarkValue
	points    int
}

func runCriteria(t *testing.T, tests []criterionTest) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := markOf(t, tt.criterion, logOf(tt.log...))
			if got.Mark != tt.want || got.Points != tt.points {
				t.Errorf("mark = %q with %d points, want %q with %d", got.Mark, got.Points, tt.want, tt.points)
			}
			if len(got.Evidence) == 0 {
				t.Errorf("mark %q has no evidence", got.Mark)
			}
		})
	}
}

func TestEachLabel(t *testing.T) {
	abc := items(says("a"), says("b"), says("c"))
	all := scenarios.Criterion{AllOf: abc}
	anyOne := scenarios.Criterion{AnyOf: abc}
	two := scenarios.Criterion{AtLeast: &scenarios.AtLeast{N: 2, Items: abc}}
	none := scenarios.Criterion{NoneOf: abc}
	runCriteria(t, []criterionTest{
		{"all of: every one", all, []moment{{1, replyWith("c", "a")}, {2, replyWith("b")}}, Met, 10},
		{"all of: one missing", all, []moment{{1, replyWith("c", "a")}}, NotMet, 0},
		{"any of: one", anyOne, []moment{{1, replyWith("c")}}, Met, 10},
		{"any of: no one", anyOne, []moment{{1, replyWith("x")}}, NotMet, 0},
		{"at least two: two", two, []moment{{1, replyWith("c", "a")}}, Met, 10},
		{"at least two: one, twice", two, []moment{{1, replyWith("c")}, {2, replyWith("c")}}, NotMet, 0},
		{"none of: no one", none, []moment{{1, replyWith("x")}}, Met, 10},
		{"none of: one", none, []moment{{1, replyWith("b")}}, NotMet, 0},
	})
}

func TestSeveralLabelsMustAllHold(t *testing.T) {
	c := scenarios.Criterion{
		AllOf:  items(says("a")),
		NoneOf: []scenarios.Item{{Number: 2, Any: []scenarios.Clause{{says("b")}}}},
	}
	runCriteria(t, []criterionTest{
		{"both hold", c, []moment{{1, replyWith("a")}}, Met, 10},
		{"the forbidden was said too", c, []moment{{1, replyWith("a", "b")}}, NotMet, 0},
		{"nothing was said", c, []moment{{1, replyWith()}}, NotMet, 0},
	})
}

func TestJoinedSentences(t *testing.T) {
	both := scenarios.Criterion{AllOf: []scenarios.Item{{Number: 1, Any: []scenarios.Clause{{says("a"), says("b")}}}}}
	either := scenarios.Criterion{AllOf: []scenarios.Item{{Number: 1, Any: []scenarios.Clause{{says("a")}, {says("b")}}}}}
	runCriteria(t, []criterionTest{
		{"and: both", both, []moment{{1, replyWith("a")}, {2, replyWith("b")}}, Met, 10},
		{"and: one", both, []moment{{1, replyWith("a")}}, NotMet, 0},
		{"or: one", either, []moment{{1, replyWith("b")}}, Met, 10},
		{"or: none", either, []moment{{1, replyWith("x")}}, NotMet, 0},
	})
}

func TestInOrder(t *testing.T) {
	abc := scenarios.Criterion{InOrder: items(says("a"), does(scenarios.VerbLooksUp, "x"), says("c"))}
	look := engine.LookedUp{Name: "x"}
	thrice := scenarios.Criterion{InOrder: items(says("a", scenarios.AtLeastTimes{N: 2}), says("b"))}
	runCriteria(t, []criterionTest{
		{"in order", abc, []moment{{1, replyWith("a")}, {2, look}, {3, replyWith("c")}}, Met, 10},
		{"repeats and others in between do no harm", abc,
			[]moment{{1, replyWith("c")}, {2, look}, {3, replyWith("a")}, {4, replyWith("x")}, {5, look}, {6, replyWith("a")}, {7, replyWith("c")}}, Met, 10},
		{"the middle one came first", abc, []moment{{1, look}, {2, replyWith("a")}, {3, replyWith("c")}}, NotMet, 0},
		{"one is missing", abc, []moment{{1, replyWith("a")}, {3, replyWith("c")}}, NotMet, 0},
		{"the second time is what is followed", thrice, []moment{{1, replyWith("a")}, {2, replyWith("b")}, {3, replyWith("a")}}, NotMet, 0},
		{"followed after the second time", thrice, []moment{{1, replyWith("a")}, {2, replyWith("a")}, {3, replyWith("b")}}, Met, 10},
	})
}

func TestEqualPositionsSatisfyInOrder(t *testing.T) {
	c := scenarios.Criterion{InOrder: items(says("a"), says("b"))}
	if got := markOf(t, c, logOf(moment{1, replyWith("b", "a")})).Mark; got != Met {
		t.Errorf("two phrases of one sentence: mark = %q, want met", got)
	}
}

func TestNothingSaidEarnsNothing(t *testing.T) {
	none := scenarios.Criterion{NoneOf: items(says("bad"))}
	few := scenarios.Criterion{AllOf: items(does(scenarios.VerbHolds, "", scenarios.AtMostTimes{N: 2}))}
	quiet := scenarios.Criterion{AllOf: measured(scenarios.HoldTime{AtMost: 1})}
	mixed := scenarios.Criterion{AllOf: items(does(scenarios.VerbLooksUp, "x")), NoneOf: items(says("bad"))}
	mixed.NoneOf[0].Number = 2
	for name, c := range map[string]scenarios.Criterion{"none of": none, "at most": few, "at-most measure": quiet} {
		got := markOf(t, c, logOf(moment{1, replyWith("x unsure")}))
		if got.Mark != NotMet || got.Points != 0 || got.Reason != "nothing said" || got.Broken {
			t.Errorf("%s: mark = %q %d %q broken %v, want not met with 0 points, nothing said, not broken", name, got.Mark, got.Points, got.Reason, got.Broken)
		}
	}
	runCriteria(t, []criterionTest{
		{"something else was said", none, []moment{{1, replyWith("x likely")}}, Met, 10},
		{"an action is evidence enough", mixed, []moment{{1, engine.LookedUp{Name: "x"}}}, Met, 10},
	})
}

func TestNothingSaidDoesNotBreakFatal(t *testing.T) {
	c := scenarios.Criterion{Points: 10, Fatal: true, NoneOf: items(says("bad"))}
	ev := Grade(scenarioOf(c), logOf())
	if ev.Marks[0].Broken || ev.Result != scenarios.Pass {
		t.Errorf("broken = %v, result = %q; want not broken and the rule kept", ev.Marks[0].Broken, ev.Result)
	}
}

func TestStrictAndWide(t *testing.T) {
	all := scenarios.Criterion{AllOf: items(says("a"))}
	none := scenarios.Criterion{NoneOf: items(says("a"))}
	fatal := scenarios.Criterion{NoneOf: items(says("a")), Fatal: true}
	asks := scenarios.Criterion{AllOf: items(says("permesso", scenarios.Before{Of: does(scenarios.VerbHolds, "")}))}
	runCriteria(t, []criterionTest{
		{"likely counts", all, []moment{{1, replyWith("a likely")}}, Met, 10},
		{"unsure is undecided", all, []moment{{1, replyWith("a unsure")}}, Undecided, 0},
		{"negated is not met", all, []moment{{1, replyWith("a negated")}}, NotMet, 0},
		{"unsure once, certain later", all, []moment{{1, replyWith("a unsure")}, {2, replyWith("a")}}, Met, 10},
		{"forbidden and unsure", none, []moment{{1, replyWith("a unsure", "b")}}, Undecided, 0},
		{"forbidden and likely", none, []moment{{1, replyWith("a likely")}}, NotMet, 0},
		{"fatal and likely", fatal, []moment{{1, replyWith("a likely")}}, Undecided, 0},
		{"fatal and certain", fatal, []moment{{1, replyWith("a")}}, NotMet, 0},
		{"fatal, unsure, and nothing else was said", fatal, []moment{{1, replyWith("a unsure")}}, Undecided, 0},
		{"asked in a language in which the phrase is blind", asks, []moment{{1, replyWith("permesso blind")}, {2, engine.Held{}}}, Undecided, 0},
		{"blind, but only after the hold", asks, []moment{{1, engine.Held{}}, {2, replyWith("permesso blind")}}, NotMet, 0},
	})
}

func TestOnlyIf(t *testing.T) {
	holds := scenarios.Item{Any: []scenarios.Clause{{does(scenarios.VerbHolds, "")}}}
	told := scenarios.Item{Any: []scenarios.Clause{{says("x")}}}
	c := scenarios.Criterion{AllOf: items(says("a")), OnlyIf: &holds}
	d := scenarios.Criterion{AllOf: items(says("a")), OnlyIf: &told}
	runCriteria(t, []criterionTest{
		{"did not happen", c, []moment{{1, replyWith("a")}}, NotApplicable, 0},
		{"happened and met", c, []moment{{1, replyWith("a")}, {2, engine.Held{}}}, Met, 10},
		{"happened and missed", c, []moment{{2, engine.Held{}}}, NotMet, 0},
		{"itself undecided, even if met", d, []moment{{1, replyWith("a", "x unsure")}}, Undecided, 0},
	})
}

func TestOnlyIn(t *testing.T) {
	c := scenarios.Criterion{AllOf: items(says("a")), OnlyIn: []string{"tidy"}, Points: 10}
	for variant, want := range map[string]MarkValue{"tidy": Met, "late": NotApplicable} {
		log := logFrom(engine.Started{Variant: variant}, moment{1, replyWith("a")})
		ev := Grade(scenarioOf(c), log)
		if got := ev.Marks[0].Mark; got != want {
			t.Errorf("variant %q: mark = %q, want %q", variant, got, want)
		}
		if wantOf := map[MarkValue]int{Met: 10, NotApplicable: 0}[want]; ev.Of != wantOf {
			t.Errorf("variant %q: of = %d, want %d", variant, ev.Of, wantOf)
		}
	}
}

func TestPartMarks(t *testing.T) {
	abc := items(says("a"), says("b"), says("c"))
	all := scenarios.Criterion{AllOf: abc, PartMarks: true}
	two := scenarios.Criterion{AtLeast: &scenarios.AtLeast{N: 2, Items: abc}, PartMarks: true}
	both := scenarios.Criterion{AllOf: abc, PartMarks: true, AtLeast: &scenarios.AtLeast{N: 2, Items: []scenarios.Item{
		{Number: 4, Any: []scenarios.Clause{{says("d")}}}, {Number: 5, Any: []scenarios.Clause{{says("e")}}}, {Number: 6, Any: []scenarios.Clause{{says("f")}}},
	}}}
	guarded := scenarios.Criterion{AllOf: abc, PartMarks: true, NoneOf: []scenarios.Item{{Number: 4, Any: []scenarios.Clause{{says("bad")}}}}}
	runCriteria(t, []criterionTest{
		{"2 of 3 of 10 points is 6", all, []moment{{1, replyWith("a", "b")}}, NotMet, 6},
		{"all", all, []moment{{1, replyWith("a", "b", "c")}}, Met, 10},
		{"none", all, []moment{{1, replyWith("x")}}, NotMet, 0},
		{"at least 2, one held", two, []moment{{1, replyWith("a")}}, NotMet, 5},
		{"at least 2, three held", two, []moment{{1, replyWith("a", "b", "c")}}, Met, 10},
		{"both labels added up: 2 of 3 and 2 of 2", both, []moment{{1, replyWith("a", "b", "d", "e", "f")}}, NotMet, 8},
		{"none of must hold or it is 0", guarded, []moment{{1, replyWith("a", "b", "bad")}}, NotMet, 0},
		{"none of holds", guarded, []moment{{1, replyWith("a", "b")}}, NotMet, 6},
	})
}

func TestRightFieldsOfTheLastSave(t *testing.T) {
	form := does(scenarios.VerbFiles, "Scheda")
	form.Right = 2
	timely := form
	timely.Mods = []scenarios.Modifier{scenarios.Within{For: 10e9}}
	filed := func(right, wide, wrong int) engine.Filed {
		f := engine.Filed{Form: "Scheda"}
		for range right {
			f.Checks = append(f.Checks, engine.FieldCheck{Field: "r", Right: true})
		}
		for range wide {
			f.Checks = append(f.Checks, engine.FieldCheck{Field: "n", Wide: true})
		}
		for range wrong {
			f.Checks = append(f.Checks, engine.FieldCheck{Field: "w"})
		}
		return f
	}
	runSentences(t, []sentenceTest{
		{"two of three right", form, []moment{{1, filed(2, 0, 1)}}, Met},
		{"one right", form, []moment{{1, filed(1, 0, 2)}}, NotMet},
		{"a later save spoils it", form, []moment{{1, filed(2, 0, 1)}, {2, filed(1, 0, 2)}}, NotMet},
		{"a later save repairs it", form, []moment{{1, filed(0, 0, 3)}, {2, filed(3, 0, 0)}}, Met},
		{"a save that is late does not count", timely, []moment{{1, filed(2, 0, 0)}, {11, filed(0, 0, 3)}}, Met},
		{"right only if an unsure phrase was said", form, []moment{{1, filed(1, 1, 0)}}, Undecided},
		{"never filed", form, []moment{{1, replyWith("a")}}, NotMet},
	})
}

func TestDebriefSeesOnlyItsOwnAnswer(t *testing.T) {
	sc := scenarioOf()
	sc.Debrief = []scenarios.Criterion{
		{Name: "why", Points: 10, AllOf: items(says("reason"))},
		{Name: "which", Points: 10, AllOf: items(says("rule"))},
		{Name: "never answered", Points: 10, AllOf: items(says("rule"))},
	}
	argued := func(n int, heard ...string) engine.Argued {
		return engine.Argued{Question: n, Hearings: replyWith(heard...).Hearings}
	}
	ev := Grade(sc, logOf(moment{1, replyWith("reason", "rule")}, moment{2, engine.ContactEnded{}}, moment{3, engine.DebriefStarted{}},
		moment{4, argued(1, "reason")}, moment{5, argued(2, "reason")}))
	want := []MarkValue{Met, NotMet, NotMet}
	for i, m := range ev.Marks {
		if m.Mark != want[i] || m.Debrief != i+1 {
			t.Errorf("question %d: mark = %q (debrief %d), want %q", i+1, m.Mark, m.Debrief, want[i])
		}
	}
}

func TestContactCriteriaSeeWrapUpButNotTheDebrief(t *testing.T) {
	look := does(scenarios.VerbLooksUp, "x")
	runSentences(t, []sentenceTest{
		{"in wrap-up", look, []moment{{1, engine.ContactEnded{}}, {2, engine.LookedUp{Name: "x"}}}, Met},
		{"in the debrief", says("a"), []moment{{1, engine.ContactEnded{}}, {2, engine.DebriefStarted{}}, {3, engine.Argued{Question: 1, Hearings: replyWith("a").Hearings}}}, NotMet},
	})
}
