package prove

import (
	"strings"

	"proba/engine"
	"proba/engine/language"
	"proba/grading"
	"proba/scenarios"
)

// tests plays every test of a scenario and reports what came out otherwise than declared. Where a line of a transcript
// could not be played, what came out is a consequence and not reported as well.
func tests(sc *engine.Script) []scenarios.Problem {
	var problems []scenarios.Problem
	var evaluations []grading.Evaluation
	unplayed := false
	for _, t := range sc.Tests {
		played := Play(sc, t)
		evaluations = append(evaluations, played.Evaluation)
		if len(played.Problems) > 0 {
			unplayed = true
			problems = append(problems, played.Problems...)
			continue
		}
		problems = append(problems, unexpected(sc, t, played)...)
	}
	if unplayed {
		return problems
	}
	return append(problems, unproved(sc, evaluations)...)
}

// unexpected words the differences of one test, each at its own expectation (T401). The first that is about the
// outcome says which criteria were missed and why.
func unexpected(sc *engine.Script, t scenarios.Test, played Played) []scenarios.Problem {
	var problems []scenarios.Problem
	lang := languageOf(sc.Meta)
	missed := missedAndWhy(lang, played.Evaluation)
	for _, d := range differences(t, played) {
		at, ok := t.Expect.At[d.what]
		if !ok {
			at = t.At
		}
		code := scenarios.Code("T401/" + d.what)
		args := map[string]string{"test": t.Name, "expected": d.expected, "got": d.got, "criterion": d.expected}
		switch d.what {
		case "result", "score":
			code = "T401"
			args["expected"], args["got"] = outcomeText(lang, d.expected), outcomeText(lang, d.got)
			args["missed"], missed = missed, ""
		case "met":
			args["missed"] = whyMissed(lang, played.Evaluation, d.expected)
		}
		problems = append(problems, scenarios.NewProblem(code, lang, at, args))
	}
	return problems
}

// outcomeText is a result in the words of a keyword language; a figure stays as it is.
func outcomeText(lang, outcome string) string {
	if word := scenarios.Keyword("result."+outcome, lang); word != "" {
		return word
	}
	return outcome
}

// missedAndWhy lists the criteria that are not met with the reason of each; "" when there is none.
func missedAndWhy(lang string, ev grading.Evaluation) string {
	var parts []string
	for _, m := range ev.Marks {
		if m.Mark == grading.NotMet || m.Mark == grading.Undecided {
			parts = append(parts, missText(lang, m))
		}
	}
	return strings.Join(parts, ", ")
}

func whyMissed(lang string, ev grading.Evaluation, criterion string) string {
	for _, m := range ev.Marks {
		if m.Criterion == criterion && m.Mark != grading.Met {
			return missText(lang, m)
		}
	}
	return ""
}

// missText names a criterion and, in brackets, why it was missed.
func missText(lang string, m grading.Mark) string {
	return wording("T401/why-", dashed(missReason(m)), lang, map[string]string{"criterion": m.Criterion})
}

// missReason is the mark's own reason, else that of the first item that does not help it.
func missReason(m grading.Mark) string {
	if m.Reason != "" {
		return m.Reason
	}
	for _, e := range m.Evidence {
		if holds(m, e.Item) {
			continue
		}
		switch e.Why { // evidence of what happened speaks against what must not
		case "heard":
			return "said"
		case "happened":
			return "done"
		default:
			return e.Why
		}
	}
	return "other"
}

// holds reports whether an item helps its criterion: found where it is wanted, absent where it is forbidden.
func holds(m grading.Mark, item int) bool {
	for _, it := range m.Items {
		if it.Item == item {
			return it.Held != (it.Label == "none of")
		}
	}
	return false
}

func heardIn(f engine.Fact) []language.Hearing {
	switch f := f.(type) {
	case engine.Replied:
		return f.Hearings
	case engine.Argued:
		return f.Hearings
	default:
		return nil
	}
}
