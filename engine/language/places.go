package language

import "proba/scenarios"

// Many patterns share their words, and each pattern asks for each of its words at every token. So the words of all patterns
// are numbered when a recogniser is made, and a reply remembers where each of them stands.

// numberAtoms gives every word and stem of the patterns a number, equal ones the same, from 1; it returns the highest.
func numberAtoms(phrases []phrase) int {
	numbers := map[atom]int{}
	for i := range phrases {
		for j := range phrases[i].patterns {
			numberPattern(&phrases[i].patterns[j], numbers)
		}
	}
	return len(numbers)
}

func numberPattern(p *pattern, numbers map[atom]int) {
	for _, part := range p.parts {
		for _, item := range part.items {
			for _, alternative := range item.alternatives {
				for k := range alternative {
					alternative[k].place = placeNumber(alternative[k], numbers)
				}
			}
		}
	}
}

// placeNumber is the number of an atom; 0 for one that is no word.
func placeNumber(a atom, numbers map[atom]int) int {
	if a.kind != scenarios.AtomWord && a.kind != scenarios.AtomStem {
		return 0
	}
	a.exact, a.place = false, 0 // what may stand before it does not change where it stands
	n, ok := numbers[a]
	if !ok {
		n = len(numbers) + 1
		numbers[a] = n
	}
	return n
}

// places are where one atom stands in a reply, from left to right.
type places struct {
	known bool
	at    []match
}

// placesOf finds where a numbered atom stands in the whole reply, once.
func (r *reading) placesOf(a *atom) []match {
	if a.place >= len(r.places) {
		grown := make([]places, max(a.place+1, r.atoms+1))
		copy(grown, r.places)
		r.places = grown
	}
	p := &r.places[a.place]
	if !p.known {
		p.known, p.at = true, r.search(a)
	}
	return p.at
}

func (r *reading) search(a *atom) []match {
	var all []match
	for s := range r.sentences {
		m := matcher{r, r.sentences[s]}
		for p := m.sentence.from; p < m.sentence.to; p++ {
			if end := m.endOf(a, p); end > 0 {
				all = append(all, match{p, end})
			}
		}
	}
	return all
}

// possible tells cheaply that an item may be in the sentence: false means that it is not.
func (m *matcher) possible(item patternItem) bool {
	for _, alternative := range item.alternatives {
		if m.mayHold(alternative) {
			return true
		}
	}
	return false
}

func (m *matcher) mayHold(atoms []atom) bool {
	for i := range atoms {
		if atoms[i].place > 0 && !m.stands(&atoms[i]) {
			return false
		}
	}
	return true
}

// stands reports whether a numbered atom is anywhere in the sentence.
func (m *matcher) stands(a *atom) bool {
	for _, at := range m.placesOf(a) {
		if at.from >= m.sentence.from {
			return at.from < m.sentence.to
		}
	}
	return false
}
