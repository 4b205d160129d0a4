// Package prove lets a pack examine itself: it plays the embedded tests, checks that examples are recognised and
// counter-examples are not, and returns what is wrong as problems at their place.
//
//	problems := prove.Pack(pack)
//
// What reading alone can find is not here but in scenarios: Pack is asked after Load, and repeats nothing it said.
package prove

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Pack proves every scenario and library of a pack: P203, P204, P205, P208, T401, T403, T408. Problems come sorted like
// Load's. It may be called from any number of goroutines.
func Pack(p *scenarios.Pack) []scenarios.Problem {
	var problems []scenarios.Problem
	for _, id := range slices.Sorted(maps.Keys(p.Scenarios)) {
		script, err := engine.Prepare(p.Scenarios[id])
		if errors.Is(err, engine.ErrNotPlayable) || err != nil {
			continue // a channel without conversation, or a phrase that Load has refused
		}
		problems = append(problems, Scenario(script)...)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Libraries)) {
		problems = append(problems, library(p.Libraries[id])...)
	}
	sortProblems(problems)
	return problems
}

// Scenario proves one scenario: its own phrases and its tests. Phrases of libraries are proved with their library.
func Scenario(sc *engine.Script) []scenarios.Problem {
	problems := newHearing(sc).examples()
	problems = append(problems, tests(sc)...)
	sortProblems(problems)
	return problems
}

func sortProblems(problems []scenarios.Problem) {
	slices.SortStableFunc(problems, func(a, b scenarios.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
}

// languageOf is the language of messages about a file.
func languageOf(m scenarios.Meta) string {
	if len(m.Languages) == 0 {
		return "en"
	}
	return m.Languages[0]
}
