// Package prove lets a pack examine itself: it plays the embedded tests, checks that examples are recognised and
// counter-examples are not, lets robots try to pass, and returns what is wrong as problems at their place.
//
//	problems := prove.Pack(pack)
//
// What reading alone can find is not here but in scenarios: Pack is asked after Load, and repeats nothing it said.
package prove

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Pack proves every scenario and library of a pack: examples, tests, robots and random walks. Problems come sorted like
// Load's. It may be called from any number of goroutines. A scenario takes about half a second, most of it walking, on
// one core, so that a server's live clocks keep the others; use [Quick] where somebody waits at every keystroke.
func Pack(p *scenarios.Pack) []scenarios.Problem { return each(p, 1, thoroughly, func(Progress) {}) }

// Quick proves only what authors wrote themselves: the examples and tests of every scenario and library.
func Quick(p *scenarios.Pack) []scenarios.Problem {
	return each(p, 1, func(sc *engine.Script) Progress { return Progress{Problems: Scenario(sc)} }, func(Progress) {})
}

// each proves the scenarios of a pack one way, workers of them at a time, and its libraries by their examples. tell is
// called in the order of ids from the caller's goroutine. A scenario that cannot be played, because its channel has no
// conversation or Load has refused a phrase of it, has nothing to prove and is not
// told; so is one that was misread, since what playing it shows follows from mistakes that are reported already.
func each(p *scenarios.Pack, workers int, prove func(*engine.Script) Progress, tell func(Progress)) []scenarios.Problem {
	var problems []scenarios.Problem
	ids := slices.Sorted(maps.Keys(p.Scenarios))
	for i, proved := range inOrder(ids, workers, func(id string) Progress { return proveOne(p.Scenarios[id], prove) }) {
		if proved.Scenario == nil {
			continue
		}
		proved.Number, proved.Of = i+1, len(ids)
		problems = append(problems, proved.Problems...)
		tell(proved)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Libraries)) {
		if lib := p.Libraries[id]; !lib.Misread {
			problems = append(problems, inFile(library(lib), lib.At.File)...)
		}
	}
	sortProblems(problems)
	return problems
}

// proveOne returns the zero Progress for a scenario that cannot be played.
func proveOne(sc *scenarios.Scenario, prove func(*engine.Script) Progress) Progress {
	script, err := engine.Prepare(sc)
	if err != nil || sc.Misread {
		return Progress{}
	}
	if sc.Translation != nil {
		return translation(sc, script, prove)
	}
	proved := prove(script)
	proved.Scenario = sc
	return proved
}

// translation proves a translated scenario like any other, but tells only what stands in its own file: the rest is told
// of the original. Robots have nothing to say about one that still lacks texts.
func translation(sc *scenarios.Scenario, script *engine.Script, prove func(*engine.Script) Progress) Progress {
	if len(sc.Untranslated()) > 0 {
		return Progress{Scenario: sc, Problems: inFile(Scenario(script), sc.At.File)}
	}
	proved := prove(script)
	proved.Scenario, proved.Problems = sc, inFile(proved.Problems, sc.At.File)
	return proved
}

// inFile keeps the problems of one file.
func inFile(problems []scenarios.Problem, file string) []scenarios.Problem {
	return slices.DeleteFunc(problems, func(p scenarios.Problem) bool { return p.File != file })
}

// inOrder does the work on every id, some at a time, and yields the results in the order of ids.
func inOrder(ids []string, workers int, do func(id string) Progress) iter.Seq2[int, Progress] {
	return func(yield func(int, Progress) bool) {
		free := make(chan struct{}, workers)
		results := make([]chan Progress, len(ids))
		for i := range results {
			results[i] = make(chan Progress, 1)
		}
		go func() {
			for i, id := range ids {
				free <- struct{}{}
				go func() {
					results[i] <- do(id)
					<-free
				}()
			}
		}()
		for i := range results {
			if !yield(i, <-results[i]) {
				return
			}
		}
	}
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
