package grading

import (
	"fmt"
	"testing"

	"proba/engine"
	"proba/scenarios"
)

func TestPercentRoundsHalvesUp(t *testing.T) {
	for _, tt := range []struct {
		share Share
		want  int
	}{{Share{80, 105}, 76}, {Share{10, 15}, 67}, {Share{85, 105}, 81}, {Share{1, 200}, 1}, {Share{20, 125}, 16}, {Share{0, 0}, 0}, {Share{125, 125}, 100}} {
		if got := tt.share.Percent(); got != tt.want {
			t.Errorf("%v.Percent() = %d, want %d", tt.share, got, tt.want)
		}
	}
}

func TestSharesCompareExactly(t *testing.T) {
	for _, tt := range []struct {
		share   Share
		minimum int
		reaches bool
		shown   string
	}{
		{Share{70, 100}, 70, true, "70%"},
		{Share{696, 1000}, 70, false, "69.6%"},
		{Share{6999, 10000}, 70, false, "69.9%"},
		{Share{69, 100}, 70, false, "69%"},
		{Share{0, 0}, 70, true, "–"},
	} {
		if got := tt.share.Reaches(tt.minimum); got != tt.reaches {
			t.Errorf("%v.Reaches(%d) = %v, want %v", tt.share, tt.minimum, got, tt.reaches)
		}
		if got := tt.share.Show(tt.minimum); got != tt.shown {
			t.Errorf("%v.Show(%d) = %q, want %q", tt.share, tt.minimum, got, tt.shown)
		}
	}
}

// saying is a criterion that a reply decides: its phrase is its name.
func saying(name string, points int) scenarios.Criterion {
	return scenarios.Criterion{Name: name, Points: points, Competence: scenarios.Ref{Name: "Ascolto"}, AllOf: items(says(name))}
}

// exampleOf46 is SEMANTICS 46: contact 105 points, 80 met, 20 missed, 5 undecided, debrief 20 awaiting a person.
func exampleOf46(mode engine.Mode) (*scenarios.Scenario, Evaluation) {
	sc := scenarioOf(saying("good", 80), saying("missing", 20), saying("maybe", 5))
	sc.Criteria[0].Competence.Name = "Soluzione"
	sc.Rubric = &scenarios.Rubric{Competences: []scenarios.Competence{{Name: "Soluzione", Minimum: 60}, {Name: "Ascolto", Minimum: 60}, {Name: "Motivazione", Minimum: 60}, {Name: "Altro", Minimum: 60}}}
	sc.Pass = []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 70}}
	for i := range 2 {
		d := saying(fmt.Sprint("question ", i+1), 10)
		d.MarkedBy, d.Competence.Name = scenarios.MarkedByBoth, "Motivazione"
		sc.Debrief = append(sc.Debrief, d)
	}
	log := logFrom(engine.Started{Mode: mode}, moment{1, replyWith("good", "maybe unsure")})
	return sc, Grade(sc, log)
}

func TestUndecidedStaysInTheTotalAndAwaitingOutside(t *testing.T) {
	_, ev := exampleOf46(engine.Assessed)
	if ev.Earned != 80 || ev.Of != 105 || ev.Score != 76 || ev.IfMet != 81 {
		t.Errorf("score = %d of %d, %d %%, if met %d %%; want 80 of 105, 76 %%, 81 %%", ev.Earned, ev.Of, ev.Score, ev.IfMet)
	}
	for _, m := range ev.Marks[3:] {
		if !m.AwaitsPerson || m.Mark != Undecided || m.Found != NotMet {
			t.Errorf("%s: awaits %v, mark %q, found %q; want a person awaited, undecided, found not met", m.Criterion, m.AwaitsPerson, m.Mark, m.Found)
		}
	}
	if len(ev.Competences) != 3 || ev.Competences[2] != (CompetenceScore{Name: "Motivazione", Minimum: 60, Reached: true}) {
		t.Errorf("competences = %+v, want Motivazione without points and nothing for Altro", ev.Competences)
	}
}

func TestInPracticeTheEngineMarksTheDebrief(t *testing.T) {
	for _, mode := range []engine.Mode{engine.Practice, engine.Trial} {
		_, ev := exampleOf46(mode)
		if ev.Of != 125 || ev.Marks[3].AwaitsPerson {
			t.Errorf("%s: of = %d, awaits %v; want 125 and nobody awaited", mode, ev.Of, ev.Marks[3].AwaitsPerson)
		}
	}
}

func TestWhatOnlyATrainerMarksAlwaysAwaitsHim(t *testing.T) {
	c := scenarios.Criterion{Points: 10, MarkedBy: scenarios.MarkedByTrainer, AllOf: items(says("a"))}
	ev := Grade(scenarioOf(c), logOf(moment{1, replyWith("a")}))
	if m := ev.Marks[0]; !m.AwaitsPerson || m.Found != Met || m.FoundPoints != 10 || ev.Of != 0 || ev.Score != 0 {
		t.Errorf("mark = %+v of %d, want a person awaited, found met, nothing in the score", m, ev.Of)
	}
}

func TestResultIsJudgedAtBothEnds(t *testing.T) {
	missing := func(c scenarios.Criterion) scenarios.Criterion { c.AllOf = items(says("never said")); return c }
	sure, unsure := saying("good", 70), saying("maybe", 30)
	required, fatal, gone := unsure, unsure, missing(sure)
	required.Required, fatal.Fatal, gone.Required = true, true, true
	total := []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 70}}
	high := []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 80}}
	all := []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 70}, scenarios.AllRequired{}, scenarios.NoFatal{}}
	tests := []struct {
		name     string
		criteria []scenarios.Criterion
		pass     []scenarios.PassRule
		want     scenarios.Outcome
	}{
		{"reached even at worst", []scenarios.Criterion{sure, unsure}, total, scenarios.Pass},
		{"reached at best only", []scenarios.Criterion{sure, unsure}, high, scenarios.Undecided},
		{"reached at neither end", []scenarios.Criterion{gone, unsure}, total, scenarios.Fail},
		{"a harmless undecided one does not block", []scenarios.Criterion{sure, unsure}, all, scenarios.Pass},
		{"an undecided required one does", []scenarios.Criterion{sure, required}, all, scenarios.Undecided},
		{"an undecided fatal one does", []scenarios.Criterion{sure, fatal}, all, scenarios.Undecided},
		{"a missed required one fails", []scenarios.Criterion{sure, gone}, all, scenarios.Fail},
		{"no rule at all is no pass", []scenarios.Criterion{sure}, nil, scenarios.Undecided},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sc := scenarioOf(tt.criteria...)
			sc.Pass = tt.pass
			if got := Grade(sc, logOf(moment{1, replyWith("good", "maybe unsure")})).Result; got != tt.want {
				t.Errorf("result = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAwaitingMarksAreInTheTotalOfTheResult(t *testing.T) {
	sc, ev := exampleOf46(engine.Assessed)
	// 80 of 125 at worst, 105 of 125 at best: neither 70 % for certain nor out of reach.
	if ev.Result != scenarios.Undecided || ev.Rules[0].Worst || !ev.Rules[0].Best {
		t.Errorf("result = %q with %+v, want undecided", ev.Result, ev.Rules)
	}
	sc.Pass = []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 64}}
	if got := Grade(sc, logFrom(engine.Started{Mode: engine.Assessed}, moment{1, replyWith("good", "maybe unsure")})).Result; got != scenarios.Pass {
		t.Errorf("result = %q, want pass at exactly 64 %%", got)
	}
}

func TestCompetencesWithoutPointsAreLeftOut(t *testing.T) {
	sc := scenarioOf(saying("good", 10))
	sc.Rubric = &scenarios.Rubric{Competences: []scenarios.Competence{{Name: "Ascolto", Minimum: 100}, {Name: "Altro", Minimum: 100}}}
	sc.Pass = []scenarios.PassRule{scenarios.EveryCompetence{}, scenarios.CompetenceAtLeast{Competence: scenarios.Ref{Name: "Altro"}, Percent: 90}}
	if got := Grade(sc, logOf(moment{1, replyWith("good")})).Result; got != scenarios.Pass {
		t.Errorf("result = %q, want pass", got)
	}
	if got := Grade(sc, logOf()).Result; got != scenarios.Fail {
		t.Errorf("nothing said: result = %q, want fail", got)
	}
}

func TestFatalBrokenFailsButTheScoreIsShown(t *testing.T) {
	fatal := scenarios.Criterion{Name: "forbidden", Points: 5, Fatal: true, NoneOf: items(says("bad"))}
	ev := Grade(scenarioOf(saying("good", 95), fatal), logOf(moment{1, replyWith("good", "bad")}))
	if ev.Result != scenarios.Fail || ev.Score != 95 || !ev.Marks[1].Broken {
		t.Errorf("result %q, score %d, broken %v; want fail, 95, broken", ev.Result, ev.Score, ev.Marks[1].Broken)
	}
}
