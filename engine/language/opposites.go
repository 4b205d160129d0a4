package language

import (
	_ "embed" // the table of opposites
	"slices"
	"sync"
)

//go:embed opposites.txt
var oppositeTable string

// shippedOpposites are the contraries of the shipped table, read when first asked for.
var shippedOpposites = sync.OnceValue(func() map[string][]string { return readOpposites(oppositeTable) })

// readOpposites lists the contraries of each concept in the order of their names.
func readOpposites(table string) map[string][]string {
	all := map[string][]string{}
	for _, cells := range conceptRows(table) {
		if len(cells) == 2 {
			all[cells[0]] = append(all[cells[0]], cells[1])
			all[cells[1]] = append(all[cells[1]], cells[0])
		}
	}
	for _, list := range all {
		slices.Sort(list)
	}
	return all
}

// contrariesOf lists the concepts opposed to one, by name: who says one of them does not say the other. None for a concept the
// table lacks. One text may have both ("I do not know" names knowing too), so callers ask about a concept that only one of two
// texts has.
func contrariesOf(concept string) []string { return shippedOpposites()[concept] }
