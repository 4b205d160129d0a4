package prove

import (
	"strings"

	"proba/engine"
	"proba/engine/language"
	"proba/grading"
	"proba/scenarios"
)

// tests plays every test of a scenario and reports what came out otherwise than declared.
func tests(sc *engine.Script) []scenarios.Problem {
	var problems []scenarios.Problem
	var evaluations []grading.Evaluation
	for _, t := range sc.Tests {
		played := Play(sc, t)
		evaluations = append(evaluations, played.Evaluation)
		problems = append(problems, played.Problems...)
		problems = append(problems, unexpected(sc, t, played)...)
	}
	return append(problems, unproved(sc, evaluations)...)
}

// unexpected words the differences of one test, each at its own expectation (T401). The first one that is about marks
// says which criteria were missed and why.
func unexpected(sc *engine.Script, t scenarios.Test, played Played) []scenarios.Problem {
	var problems []scenarios.Problem
	lang := languageOf(sc.Meta)
	missed := missedAndWhy(lang, played.Evaluation)
	for _, d := range differences(t, played) {
		at, ok := t.Expect.At[d.what]
		if !ok {
			at = t.At
		}
		args := map[string]string{"name": t.Name, "expected": d.expected, "got": d.got}
		if d.what == "result" || d.what == "score" {
			args["expected"], args["got"] = outcomeText(lang, d.expected), outcomeText(lang, d.got)
			args["missed"] = missed
		}
		if d.what == "met" {
			args["why"] = whyMissed(lang, played.Evaluation, d.expected)
		}
		problems = append(problems, scenarios.NewProblem(scenarios.Code("T401/"+d.what), lang, at, args))
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

// missText names a criterion and, in brackets, why it was missed: the reason of the first item that does not hold.
func missText(lang string, m grading.Mark) string {
	why := m.Reason
	for _, e := range m.Evidence {
		if why != "" {
			break
		}
		if !holds(m, e.Item) {
			why = e.Why
		}
	}
	args := map[string]string{"criterion": m.Criterion, "words": firstWords(m), "why": why}
	return scenarios.NewProblem(scenarios.Code("T401/why-"+strings.ReplaceAll(why, " ", "-")), lang, scenarios.Pos{}, args).Message
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

// firstWords are the first words quoted as evidence against a mark.
func firstWords(m grading.Mark) string {
	for _, e := range m.Evidence {
		if e.Words != "" && !holds(m, e.Item) {
			return e.Words
		}
	}
	return ""
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
