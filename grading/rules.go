package grading

import "proba/scenarios"

// Codes of pass rules in [RuleResult].
const (
	RuleTotal           = "total"
	RuleCompetence      = "competence"
	RuleEveryCompetence = "every competence"
	RuleRequired        = "required"
	RuleFatal           = "fatal"
)

// end is one of the two ends at which a result is judged: every undecided mark at nothing, or at full (SEMANTICS 47).
type end int

const (
	worst end = iota
	best
)

// rules judges the pass mark at both ends. Marks awaiting a person count as undecided here, and in the total.
func rules(sc *scenarios.Scenario, marks []Mark) []RuleResult {
	pass := sc.Pass
	if len(pass) == 0 && sc.Rubric != nil {
		pass = sc.Rubric.Pass
	}
	results := make([]RuleResult, 0, len(pass))
	for _, r := range pass {
		results = append(results, judgeRule(sc.Rubric, r, marks))
	}
	return results
}

func judgeRule(rubric *scenarios.Rubric, rule scenarios.PassRule, marks []Mark) RuleResult {
	var r RuleResult
	var holds func(end) bool
	switch rule := rule.(type) {
	case scenarios.TotalAtLeast:
		r.Rule, r.Limit = RuleTotal, rule.Percent
		holds = func(e end) bool { return shareAt(marks, e).Reaches(rule.Percent) }
	case scenarios.CompetenceAtLeast:
		r.Rule, r.Name, r.Limit = RuleCompetence, rule.Competence.Name, rule.Percent
		holds = func(e end) bool { return shareAt(ofCompetence(marks, rule.Competence.Name), e).Reaches(rule.Percent) }
	case scenarios.EveryCompetence:
		r.Rule = RuleEveryCompetence
		holds = func(e end) bool { return everyCompetence(rubric, marks, e) }
	case scenarios.AllRequired:
		r.Rule = RuleRequired
		holds = func(e end) bool { return allRequired(marks, e) }
	case scenarios.NoFatal:
		r.Rule = RuleFatal
		holds = func(e end) bool { return noFatal(marks, e) }
	default: // a rule that is not known here is never taken as kept
		r.Rule = "unknown"
		holds = func(end) bool { return false }
	}
	r.Worst, r.Best = holds(worst), holds(best)
	return r
}

// shareAt is the share of points at one end.
func shareAt(marks []Mark, e end) Share {
	var s Share
	for _, m := range marks {
		switch {
		case m.Mark == NotApplicable:
		case m.Mark == Undecided && e == best:
			s = s.plus(m.Of, m.Of)
		default:
			s = s.plus(m.Points, m.Of)
		}
	}
	return s
}

func everyCompetence(rubric *scenarios.Rubric, marks []Mark, e end) bool {
	if rubric == nil {
		return true
	}
	for _, c := range rubric.Competences {
		if !shareAt(ofCompetence(marks, c.Name), e).Reaches(c.Minimum) {
			return false
		}
	}
	return true
}

func allRequired(marks []Mark, e end) bool {
	for _, m := range marks {
		missed := m.Mark == NotMet || m.Mark == Undecided && e == worst
		if m.Required && missed {
			return false
		}
	}
	return true
}

func noFatal(marks []Mark, e end) bool {
	for _, m := range marks {
		broken := m.Broken || m.Mark == Undecided && e == worst
		if m.Fatal && broken {
			return false
		}
	}
	return true
}

// result is pass when every rule holds at both ends, fail when one fails at both, else undecided. Where nothing says
// what a pass is, it is undecided: nobody passes by an oversight.
func result(rules []RuleResult) scenarios.Outcome {
	outcome := scenarios.Pass
	if len(rules) == 0 {
		return scenarios.Undecided
	}
	for _, r := range rules {
		if !r.Best {
			return scenarios.Fail
		}
		if !r.Worst {
			outcome = scenarios.Undecided
		}
	}
	return outcome
}
