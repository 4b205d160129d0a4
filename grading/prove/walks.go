package prove

import (
	"strconv"

	"proba/engine"
	"proba/engine/robot"
	"proba/scenarios"
)

// walkRuns is how many random conversations look for lines that nobody ever hears.
const walkRuns = 1000

// Walks plays a thousand random conversations and reports the customer lines of the scenario that were said in none of
// them (F115). A persona's habits are not reported: they wait for other scenarios.
func Walks(sc *engine.Script) []scenarios.Problem {
	reached, err := robot.Walk(sc, walkRuns, robotSeed)
	if err != nil {
		return nil
	}
	var problems []scenarios.Problem
	for _, w := range sc.Wordings() {
		if _, own := sc.Beat(w.Beat); !own || reached.Line(w) > 0 {
			continue
		}
		problems = append(problems, scenarios.NewProblem("F115", languageOf(sc.Meta), w.Line.At,
			map[string]string{"runs": strconv.Itoa(reached.Runs)}))
	}
	return problems
}
