package engine

import (
	"time"

	"proba/scenarios"
)

// numbersOf returns the numbers an author gave a verb in a condition, in order; sentences without one are left out.
func numbersOf(c *scenarios.Condition, verb scenarios.Verb) []time.Duration {
	var found []time.Duration
	for _, clause := range c.Any {
		for i := range clause {
			if canonical(clause[i].Verb) == verb && clause[i].For > 0 {
				found = append(found, clause[i].For)
			}
		}
	}
	return found
}

// names tells whether a condition speaks of the verb at all.
func names(c *scenarios.Condition, verb scenarios.Verb) bool {
	for _, clause := range c.Any {
		for i := range clause {
			if canonical(clause[i].Verb) == verb {
				return true
			}
		}
	}
	return false
}
