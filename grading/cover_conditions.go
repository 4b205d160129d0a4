package grading

import (
	"cmp"
	"fmt"
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Names of conditions in [ConditionState].
const (
	ConditionAttempts    = "attempts"
	ConditionSupervised  = "supervised"
	ConditionSecondRater = "second rater"
)

// conditions judges what a certificate asks besides coverage. What was not recorded does not hold (SEMANTICS 58).
func conditions(c *scenarios.Certificate, sessions []PassedSession, rules []RuleCoverage, all []*scenarios.Scenario) []ConditionState {
	counted := countedSessions(sessions, rules)
	var states []ConditionState
	if limit := c.Conditions.AttemptsPerScenario; limit > 0 {
		states = append(states, attemptsState(limit, sessions))
	}
	if c.Conditions.Supervised {
		states = append(states, supervisedState(counted))
	}
	for _, competence := range c.Conditions.SecondRater {
		states = append(states, secondRaterState(competence.Name, counted, all))
	}
	return states
}

// countedSessions are those by which the rules hold.
func countedSessions(sessions []PassedSession, rules []RuleCoverage) []PassedSession {
	var counted []PassedSession
	for _, s := range sessions {
		if slices.ContainsFunc(rules, func(r RuleCoverage) bool { return slices.Contains(r.By, s.Session) }) {
			counted = append(counted, s)
		}
	}
	slices.SortFunc(counted, func(a, b PassedSession) int { return cmp.Compare(a.Session, b.Session) })
	return counted
}

// attemptsState holds while no scenario was started more often than allowed. The detail names the scenario with most
// attempts.
func attemptsState(limit int, sessions []PassedSession) ConditionState {
	most, times := "", 0
	for scenario, n := range attempts(sessions) {
		if n > times || n == times && scenario < most {
			most, times = scenario, n
		}
	}
	state := ConditionState{Condition: ConditionAttempts, Holds: times <= limit}
	if most != "" {
		state.Detail = fmt.Sprintf("%s: %d / %d", most, times, limit)
	}
	return state
}

// attempts counts assessed sessions by scenario.
func attempts(sessions []PassedSession) map[string]int {
	n := map[string]int{}
	for _, s := range sessions {
		if s.Mode == engine.Assessed {
			n[s.Scenario]++
		}
	}
	return n
}

// untried are the offers that may still be attempted.
func untried(c *scenarios.Certificate, sessions []PassedSession, offers []offer) []offer {
	limit, tried := c.Conditions.AttemptsPerScenario, attempts(sessions)
	var left []offer
	for _, o := range offers {
		if limit == 0 || tried[o.scenario] < limit {
			left = append(left, o)
		}
	}
	return left
}

// supervisedState holds when every session that counts was supervised, and there is one.
func supervisedState(counted []PassedSession) ConditionState {
	supervised := 0
	for _, s := range counted {
		supervised += one(s.Supervised)
	}
	return ConditionState{
		Condition: ConditionSupervised,
		Holds:     len(counted) > 0 && supervised == len(counted),
		Detail:    fmt.Sprintf("%d / %d", supervised, len(counted)),
	}
}

// secondRaterState holds when every session that counts and marks the competence was marked there by two people, and
// there is one. A session of a scenario that is not in the pack any more is taken as marking it.
func secondRaterState(competence string, counted []PassedSession, all []*scenarios.Scenario) ConditionState {
	rated, asked := 0, 0
	for _, s := range counted {
		if !marksCompetence(s.Scenario, competence, all) {
			continue
		}
		asked++
		rated += one(slices.Contains(s.SecondRated, competence))
	}
	return ConditionState{
		Condition: ConditionSecondRater,
		Holds:     asked > 0 && rated == asked,
		Detail:    fmt.Sprintf("%s: %d / %d", competence, rated, asked),
	}
}

func marksCompetence(scenario, competence string, all []*scenarios.Scenario) bool {
	for _, sc := range all {
		if sc.ID != scenario {
			continue
		}
		in := func(c scenarios.Criterion) bool { return c.Competence.Name == competence }
		return slices.ContainsFunc(sc.Criteria, in) || slices.ContainsFunc(sc.Debrief, in)
	}
	return true
}
