package prove

import (
	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// unproved reports criteria that no test meets, or that no test misses (T403): nobody knows yet whether they can be.
// Without tests there is nothing to say; that is T402.
func unproved(sc *engine.Script, played []grading.Evaluation) []scenarios.Problem {
	if len(played) == 0 {
		return nil
	}
	var problems []scenarios.Problem
	criteria := append(append([]scenarios.Criterion(nil), sc.Criteria...), sc.Debrief...)
	for i, c := range criteria {
		if c.MarkedBy == scenarios.MarkedByTrainer {
			continue
		}
		met, missed := 0, 0
		for _, ev := range played {
			switch ev.Marks[i].Mark {
			case grading.Met:
				met++
			case grading.NotMet:
				missed++
			}
		}
		if code := unprovedCode(met, missed); code != "" {
			problems = append(problems, scenarios.NewProblem(code, languageOf(sc.Meta), c.At, map[string]string{"criterion": c.Name}))
		}
	}
	return problems
}

func unprovedCode(met, missed int) scenarios.Code {
	switch {
	case met == 0 && missed == 0:
		return "T403/none"
	case met == 0:
		return "T403/met"
	case missed == 0:
		return "T403"
	default:
		return ""
	}
}
