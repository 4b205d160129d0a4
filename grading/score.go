package grading

import "proba/scenarios"

// scored fills in what follows from the marks: points, competences, rules, result.
func scored(sc *scenarios.Scenario, ev Evaluation) Evaluation {
	total, ifMet := inScore(ev.Marks)
	ev.Earned, ev.Of = total.Earned, total.Of
	ev.Score, ev.IfMet = total.Percent(), ifMet.Percent()
	ev.Competences = competences(sc.Rubric, ev.Marks)
	ev.Rules = rules(sc, ev.Marks)
	ev.Result = result(ev.Rules)
	return ev
}

// inScore adds up what counts now: undecided marks at 0, those awaiting a person and not applicable ones not at all
// (SEMANTICS 46). ifMet takes the undecided ones as met.
func inScore(marks []Mark) (total, ifMet Share) {
	for _, m := range marks {
		if m.Mark == NotApplicable || m.AwaitsPerson {
			continue
		}
		total = total.plus(m.Points, m.Of)
		if m.Mark == Undecided {
			ifMet = ifMet.plus(m.Of, m.Of)
		} else {
			ifMet = ifMet.plus(m.Points, m.Of)
		}
	}
	return total, ifMet
}

// competences are those of the rubric that have criteria here, in the rubric's order.
func competences(rubric *scenarios.Rubric, marks []Mark) []CompetenceScore {
	scores := []CompetenceScore{}
	if rubric == nil {
		return scores
	}
	for _, c := range rubric.Competences {
		own := ofCompetence(marks, c.Name)
		if len(own) == 0 {
			continue
		}
		total, _ := inScore(own)
		scores = append(scores, CompetenceScore{
			Name: c.Name, Earned: total.Earned, Of: total.Of, Minimum: c.Minimum,
			Percent: total.Percent(), Reached: total.Reaches(c.Minimum),
		})
	}
	return scores
}

func ofCompetence(marks []Mark, name string) []Mark {
	var own []Mark
	for _, m := range marks {
		if m.Competence == name {
			own = append(own, m)
		}
	}
	return own
}
