package prove

import (
	"runtime"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// Progress is one scenario proved: the Number-th of Of.
type Progress struct {
	Scenario   *scenarios.Scenario
	Number, Of int
	// Robots are what the robots reached, in the order they ran, each in every variant.
	Robots []RobotResult
	// Problems are those of this scenario, in the order of the checks.
	Problems []scenarios.Problem
}

// RobotResult is one session of a robot.
type RobotResult struct {
	Robot string
	// Variant is "" in a scenario without variants.
	Variant    string
	Evaluation grading.Evaluation
}

// Watched is [Pack] for somebody who waits at a machine of his own: all cores work, and tell is called after each
// scenario, from the goroutine of the caller.
func Watched(p *scenarios.Pack, tell func(Progress)) []scenarios.Problem {
	return each(p, runtime.GOMAXPROCS(0), thoroughly, tell)
}

func thoroughly(sc *engine.Script) Progress {
	all := robotRuns(sc)
	problems := append(append(Scenario(sc), judgeRobots(sc, all)...), Walks(sc)...)
	return Progress{Robots: results(all), Problems: problems}
}

func results(all []run) []RobotResult {
	var found []RobotResult
	for _, r := range all {
		found = append(found, RobotResult{Robot: r.robot, Variant: r.variant, Evaluation: r.evaluation})
	}
	return found
}
