package prove

import (
	"slices"

	"proba/scenarios"
)

// world is one state of the facts in which an example may be heard.
type world struct {
	variant string
	facts   map[string]string
}

// worlds are the states of the facts: every variant, and of values drawn by the seed the first of all, the second of
// all, and so on.
func worlds(facts []scenarios.Fact, variants []string) []world {
	if len(variants) == 0 {
		variants = []string{""}
	}
	var all []world
	for _, v := range variants {
		most := 1
		for _, f := range facts {
			most = max(most, len(f.Options(v)))
		}
		for n := range most {
			all = append(all, world{v, drawn(facts, v, n)})
		}
	}
	return all
}

// drawn takes the n-th option of every fact, the last of those that have fewer.
func drawn(facts []scenarios.Fact, variant string, n int) map[string]string {
	values := make(map[string]string, len(facts))
	for _, f := range facts {
		if options := f.Options(variant); len(options) > 0 {
			values[f.Name] = options[min(n, len(options)-1)]
		}
	}
	return values
}

// worldsOf leaves out the variants in which the phrase does not exist.
func (h hearing) worldsOf(p scenarios.Phrase) []world {
	if len(p.OnlyIn) == 0 {
		return h.worlds
	}
	return slices.DeleteFunc(slices.Clone(h.worlds), func(w world) bool { return !slices.Contains(p.OnlyIn, w.variant) })
}
