package grading

import (
	"slices"

	"proba/scenarios"
)

// maxSearch bounds the search for the shortest set: the number of sets looked at before the greedy answer is taken.
const maxSearch = 50_000

// shortest is the smallest set of offers that supplies what the rules still miss, by scenario id; of several the
// first in the order of ids. nil when no set does. The search is exact up to maxSearch sets, then greedy.
func shortest(c *scenarios.Certificate, counting []PassedSession, offers []offer) []string {
	s := setSearch{rules: c.Coverage, offers: offers, left: maxSearch}
	for _, p := range counting {
		s.had = append(s.had, p.offer())
	}
	if !s.holds(offers) {
		return nil
	}
	s.gain = s.mostGain()
	for size := 1; size <= len(offers) && s.left > 0; size++ {
		if found, ok := s.ofSize(size, 0, nil); ok {
			return ids(found)
		}
	}
	return ids(s.greedy())
}

// setSearch looks for sets of offers that, with what is there already, satisfy every rule.
type setSearch struct {
	rules  []scenarios.CoverageRule
	had    []offer
	offers []offer
	// gain is the most that one offer can lower the deficit.
	gain int
	left int
}

// holds reports whether these offers supply what is missing.
func (s *setSearch) holds(chosen []offer) bool { return s.deficit(chosen) == 0 }

// deficit is how many things the rules miss together.
func (s *setSearch) deficit(chosen []offer) int {
	sum := 0
	for _, r := range s.rules {
		var have []string
		for _, o := range s.had {
			have = append(have, without(counts(r, o), have)...)
		}
		for _, o := range chosen {
			have = append(have, without(counts(r, o), have)...)
		}
		sum += max(0, r.N-len(have))
	}
	return sum
}

// mostGain is at most what any offer adds to any set, because what an offer adds only shrinks as the set grows.
func (s *setSearch) mostGain() int {
	before, most := s.deficit(nil), 0
	for i := range s.offers {
		most = max(most, before-s.deficit(s.offers[i:i+1]))
	}
	return most
}

// ofSize tries the sets of that size in the order of ids, from an offer on. A set that cannot get there with the
// offers it may still take is given up.
func (s *setSearch) ofSize(size, from int, chosen []offer) ([]offer, bool) {
	s.left--
	deficit := s.deficit(chosen)
	if deficit == 0 && len(chosen) == size {
		return chosen, true
	}
	if deficit > s.gain*(size-len(chosen)) {
		return nil, false
	}
	for i := from; i < len(s.offers) && s.left > 0 && len(chosen) < size; i++ {
		if found, ok := s.ofSize(size, i+1, append(chosen, s.offers[i])); ok {
			return found, true
		}
	}
	return nil, false
}

// greedy takes, again and again, the first offer that lowers the deficit most.
func (s *setSearch) greedy() []offer {
	var chosen []offer
	for deficit := s.deficit(nil); deficit > 0; {
		best, left := -1, deficit
		for i := range s.offers {
			if d := s.deficit(append(slices.Clone(chosen), s.offers[i])); d < left {
				best, left = i, d
			}
		}
		if best < 0 {
			return nil
		}
		chosen, deficit = append(chosen, s.offers[best]), left
	}
	return chosen
}

func ids(offers []offer) []string {
	names := make([]string, 0, len(offers))
	for _, o := range offers {
		names = append(names, o.scenario)
	}
	slices.Sort(names)
	return names
}
