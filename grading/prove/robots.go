package prove

import (
	"slices"
	"strconv"
	"strings"

	"proba/engine"
	"proba/engine/robot"
	"proba/grading"
	"proba/scenarios"
)

// robotSeed is the seed of the robots' sessions: any would do, but always the same.
const robotSeed = 1

// mustFail are the robots that must not pass, with the check that says so when one does.
var mustFail = []struct {
	robot string
	code  scenarios.Code
}{
	{robot.WordSalad, "T405"},
	{robot.RubricEcho, "T405/echo"},
	{robot.WrongLanguage, "T405/language"},
	{robot.Rude, "T405/rude"},
	{robot.Fragments, "T406/message"},
	{robot.FragmentsByTurn, "T406"},
	{robot.Parrot, "T407"},
}

// Robots lets the players that are not people play a scenario in every variant: T404 to T407, C308. They find what no
// test of the author's shows. Problems come in the order of the checks.
func Robots(sc *engine.Script) []scenarios.Problem { return judgeRobots(sc, robotRuns(sc)) }

// judgeRobots says what is wrong with what the robots reached.
func judgeRobots(sc *engine.Script, all []run) []scenarios.Problem {
	problems := modelPlayer(sc, all)
	for _, m := range mustFail {
		best, ok := bestRun(all, m.robot)
		if ok && best.evaluation.Result == scenarios.Pass {
			problems = append(problems, best.problem(sc, m.code))
		}
	}
	if silent, ok := bestRun(all, robot.Silent); ok && silent.evaluation.Earned > 0 {
		problems = append(problems, silent.problem(sc, "C308"))
	}
	return problems
}

// run is one session of a robot.
type run struct {
	robot      string
	variant    string
	log        []engine.Event
	evaluation grading.Evaluation
}

// robotRuns lets every robot but the one that wanders play; see [Walks] for that.
func robotRuns(sc *engine.Script) []run {
	var all []run
	for _, name := range robot.Names() {
		if name != robot.RandomWalk {
			all = append(all, runs(sc, name)...)
		}
	}
	return all
}

// runs lets a robot play every variant; one that cannot start is left out.
func runs(sc *engine.Script, name string) []run {
	variants := sc.Variants
	if len(variants) == 0 {
		variants = []string{""}
	}
	var all []run
	for _, v := range variants {
		player, err := robot.New(name, sc, robotSeed)
		if err != nil {
			continue
		}
		log, err := robot.Play(sc, engine.Opening{Mode: engine.Practice, Seed: robotSeed, Variant: v, Instant: true}, player)
		if err == nil {
			all = append(all, run{name, v, log, grading.Grade(sc.Scenario, log)})
		}
	}
	return all
}

// bestRun is the one that reached most: one that passes before one that does not, then by score, then the first.
func bestRun(all []run, name string) (run, bool) {
	own := slices.DeleteFunc(slices.Clone(all), func(r run) bool { return r.robot != name })
	if len(own) == 0 {
		return run{}, false
	}
	return slices.MaxFunc(own, func(a, b run) int { return a.reached() - b.reached() }), true
}

func (r run) reached() int {
	if r.evaluation.Result == scenarios.Pass {
		return 1000 + r.evaluation.Score
	}
	return r.evaluation.Score
}

// modelPlayer wants every applicable point in every variant (T404).
func modelPlayer(sc *engine.Script, all []run) []scenarios.Problem {
	var problems []scenarios.Problem
	for _, r := range all {
		if r.robot == robot.Model && r.evaluation.Earned < r.evaluation.Of {
			problems = append(problems, r.problem(sc, "T404"))
		}
	}
	return problems
}

// problem words a check about a robot's session.
func (r run) problem(sc *engine.Script, code scenarios.Code) scenarios.Problem {
	lang := languageOf(sc.Meta)
	return scenarios.NewProblem(code, lang, sc.At, map[string]string{
		"percent":  cutPercent(r.evaluation),
		"variant":  r.variant,
		"criteria": missedAndWhy(lang, r.evaluation),
		"patterns": strings.Join(r.patterns(), ", "),
	})
}

// cutPercent never shows 100 for less than all points.
func cutPercent(ev grading.Evaluation) string {
	if ev.Earned < ev.Of && ev.Score == 100 {
		return "99"
	}
	return strconv.Itoa(ev.Score)
}

// mostPatterns is how many patterns a message names.
const mostPatterns = 5

// patterns are those that earned the robot its marks, in the order of the marks.
func (r run) patterns() []string {
	var found []string
	for _, m := range r.evaluation.Marks {
		if m.Mark != grading.Met {
			continue
		}
		for _, e := range m.Evidence {
			quoted := "`" + e.Pattern + "`"
			if e.Why == "heard" && e.Pattern != "" && !slices.Contains(found, quoted) && len(found) < mostPatterns {
				found = append(found, quoted)
			}
		}
	}
	return found
}
