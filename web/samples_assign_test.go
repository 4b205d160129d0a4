package web

import "proba/engine"

func assignSamples() []sample {
	page := func(change func(*assignmentsView)) func(Page) view {
		return func(p Page) view {
			v := assignmentsView{
				Page: p, Group: "B", Groups: []string{"A", "B"}, Scenarios: []scenarioChoice{{"x", "Il forno", "it", "phone"}},
				Trainees: []traineeChoice{{"p1", "Elena Rusu", "B", true}, {"p2", "Luca Ferrante", "", false}},
				Form:     assignmentForm{Scenario: "x", Mode: engine.Assessed, Attempts: "3"}, Pager: pager{Previous: "?from=0", Next: "?from=50"},
				Rows: []assignmentRow{
					{ID: "a", Person: "Elena Rusu", Title: "Il forno", Language: "it", Mode: engine.Assessed, Due: sampleTime, Over: true, Attempts: 3, Used: 1},
					{ID: "b", Title: "gone", Mode: engine.Practice},
				},
			}
			change(&v)
			return v
		}
	}
	out := []sample{
		{"assign/assignments", "some", page(func(*assignmentsView) {})},
		{"assign/assignments", "nobody", page(func(v *assignmentsView) { v.Trainees, v.Rows, v.Pager = nil, nil, pager{} })},
	}
	for _, field := range []string{"scenario", "mode", "attempts", "due", "people"} {
		out = append(out, sample{"assign/assignments", field, page(func(v *assignmentsView) {
			v.Problem = fieldProblem{field, "assignments." + field + ".wrong"}
		})})
	}
	return out
}
