// Package prove lets a pack examine itself: it plays the embedded tests, checks that examples are recognised and
// counter-examples are not, lets robots try to pass, and returns what is wrong as problems at their place.
//
//	problems := prove.Pack(pack)
//
// What reading alone can find is not here but in scenarios: Pack is asked after Load, and repeats nothing it said.
package prove

import (
	"cmp"
	"maps"
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Pack proves every scenario and library of a pack: examples, tests, robots and random walks. Problems come sorted like
// Load's. It may be called from any number of goroutines. A scenario takes about half a second, most of it walking; use
// [Quick] where somebody waits at every keystroke.
func Pack(p *scenarios.Pack) []scenarios.Problem { return Watched(p, func(Progress) {}) }

// Quick proves only what authors wrote themselves: the examples and tests of every scenario and library.
func Quick(p *scenarios.Pack) []scenarios.Problem {
	return each(p, func(sc *engine.Script, _, _ int) []scenarios.Problem { return Scenario(sc) })
}

// each proves the scenarios of a pack one way and its libraries by their examples. A scenario that cannot be played,
// because its channel has no conversation or Load has refused a phrase of it, has nothing to prove. The numbers given
// to prove count the scenarios of the pack from 1.
func each(p *scenarios.Pack, prove func(sc *engine.Script, number, of int) []scenarios.Problem) []scenarios.Problem {
	var problems []scenarios.Problem
	for i, id := range slices.Sorted(maps.Keys(p.Scenarios)) {
		if script, err := engine.Prepare(p.Scenarios[id]); err == nil {
			problems = append(problems, prove(script, i+1, len(p.Scenarios))...)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(p.Libraries)) {
		problems = append(problems, library(p.Libraries[id])...)
	}
	sortProblems(problems)
	return problems
}

// Scenario proves what the author of one scenario wrote: its own phrases (P203 to P206, P208) and its tests (T401,
// T403, T408). Phrases of libraries are proved with their library.
func Scenario(sc *engine.Script) []scenarios.Problem {
	problems := newHearing(sc).examples()
	problems = append(problems, widePatterns(sc)...)
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
