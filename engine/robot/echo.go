package robot

import (
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// newRubricEcho recites what can be known about the marking: the brief, and of each criterion its name, reason and
// advice. In the debrief it repeats the question and its advice.
func newRubricEcho(sc *engine.Script) Player {
	texts := []string{sc.Brief}
	for i := range sc.Criteria {
		texts = append(texts, recited(&sc.Criteria[i]))
	}
	said := inTurn(nonEmpty(texts))
	return talker{
		say: func(v View, n int) (string, bool) {
			text, ok := said(v, n)
			return v.State.Fill(text), ok
		},
		argue: func(v View, question int) string { return v.State.Fill(recited(&sc.Debrief[question-1])) },
	}
}

func recited(c *scenarios.Criterion) string {
	return strings.Join(nonEmpty([]string{c.Name, c.Why, c.Advice, c.Praise}), ". ")
}

func nonEmpty(texts []string) []string {
	var kept []string
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			kept = append(kept, t)
		}
	}
	return kept
}
