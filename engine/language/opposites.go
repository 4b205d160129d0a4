package language

import (
	_ "embed" // the table of opposites
	"slices"
)

//go:embed opposites.txt
var oppositeTable string

// conceptPair is two concepts that are contraries, the smaller name first.
type conceptPair struct{ a, b string }

// opposites are the contraries of the table, read once.
var opposites = readOpposites(oppositeTable)

func readOpposites(table string) map[conceptPair]bool {
	pairs := map[conceptPair]bool{}
	for _, cells := range conceptRows(table) {
		if len(cells) == 2 {
			pairs[pairOf(cells[0], cells[1])] = true
		}
	}
	return pairs
}

func pairOf(a, b string) conceptPair {
	return conceptPair{min(a, b), max(a, b)}
}

// opposed reports whether two concepts are contraries: who says one of them does not say the other. The order does not
// matter; no concept is opposed to itself, and a name that the table lacks is opposed to nothing. One text may have both
// ("I do not know" names knowing too), so callers ask about a concept that only one of two texts has.
func opposed(a, b string) bool {
	return opposites[pairOf(a, b)]
}

// oppositesByConcept lists the contraries of each concept in the order of their names.
var oppositesByConcept = func() map[string][]string {
	all := map[string][]string{}
	for pair := range opposites {
		all[pair.a] = append(all[pair.a], pair.b)
		all[pair.b] = append(all[pair.b], pair.a)
	}
	for _, list := range all {
		slices.Sort(list)
	}
	return all
}()

// contrariesOf lists the concepts opposed to one, by name.
func contrariesOf(concept string) []string { return oppositesByConcept[concept] }
