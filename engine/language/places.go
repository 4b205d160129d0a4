package language

import (
	"slices"

	"proba/scenarios"
)

// Many patterns share their words, and each pattern asks for each of its words at every token. So the words of all patterns
// are numbered when a recogniser is made, and a reply is asked once which of them stand at each of its tokens.

// lexicon are the words and stems of all patterns, each with its number as its place in the list; place 0 is none.
type lexicon struct {
	atoms []atom
	// counting are the numbers of those that stand for a quantity and so also for the same quantity said otherwise.
	counting []int32
}

// numberAtoms gives every word and stem of the patterns a number, equal ones the same, from 1.
func numberAtoms(phrases []phrase) lexicon {
	v := lexicon{atoms: make([]atom, 1)}
	numbers := map[atom]int{}
	for i := range phrases {
		for j := range phrases[i].patterns {
			v.number(&phrases[i].patterns[j], numbers)
		}
	}
	return v
}

func (v *lexicon) number(p *pattern, numbers map[atom]int) {
	for _, part := range p.parts {
		for _, item := range part.items {
			for _, alternative := range item.alternatives {
				for k := range alternative {
					alternative[k].place = v.placeNumber(alternative[k], numbers)
				}
			}
		}
	}
}

// placeNumber is the number of an atom; 0 for one that is no word.
func (v *lexicon) placeNumber(a atom, numbers map[atom]int) int {
	if a.kind != scenarios.AtomWord && a.kind != scenarios.AtomStem {
		return 0
	}
	a.exact, a.place = false, 0 // what may stand before it does not change where it stands
	n, ok := numbers[a]
	if !ok {
		n = len(v.atoms)
		numbers[a] = n
		v.atoms = append(v.atoms, a)
		if a.counts && a.kind == scenarios.AtomWord {
			v.counting = append(v.counting, int32(n))
		}
	}
	return n
}

// standing are the words of patterns at one token.
type standing struct {
	// words are the numbers of those that are this token, in ascending order; the list is shared.
	words []int32
	// counted are those that are a quantity that begins here, where no single word is it.
	counted []countedPlace
}

type countedPlace struct {
	word int32
	end  int
}

// numberSet is a set of numbers of words.
type numberSet []uint64

func (s numberSet) add(n int32)      { s[n>>6] |= 1 << (n & 63) }
func (s numberSet) holds(n int) bool { return s[n>>6]&(1<<(n&63)) != 0 }

// place finds out which words of the patterns stand at each token, and in each sentence.
func (r *Recogniser) place(x *reading) {
	x.standing = make([]standing, len(x.tokens))
	size := len(r.lexicon.atoms)/64 + 1
	sets := make(numberSet, size*len(x.sentences))
	x.inSentence = make([]numberSet, len(x.sentences))
	r.memory.placeWords(x, r.lexicon.atoms)
	for s, sentence := range x.sentences {
		set := sets[s*size : (s+1)*size]
		x.inSentence[s] = set
		for i := sentence.from; i < sentence.to; i++ {
			at := &x.standing[i]
			for _, n := range at.words {
				set.add(n)
			}
			if len(x.valuesAt[i]) == 0 {
				continue
			}
			at.counted = r.lexicon.countedAt(x.valuesAt[i], sentence.to, at.words)
			for _, c := range at.counted {
				set.add(c.word)
			}
		}
	}
}

// countedAt lists the words that are one of the values at a token and not the token itself.
func (v *lexicon) countedAt(values []found, last int, words []int32) []countedPlace {
	var all []countedPlace
	for _, n := range v.counting {
		if _, itself := slices.BinarySearch(words, n); itself {
			continue
		}
		if end := quantityEnd(values, v.atoms[n].number, last); end > 0 {
			all = append(all, countedPlace{n, end})
		}
	}
	return all
}

// quantityEnd is where the first of the values that is this number ends, within a sentence; 0 when none is.
func quantityEnd(values []found, number int64, last int) int {
	for _, f := range values {
		if f.value.Kind == KindNumber && f.value.Number == number && f.to <= last {
			return f.to
		}
	}
	return 0
}

// endOf is where a word or stem that begins at token p ends; 0 when it does not stand there.
func (r *reading) endOf(a *atom, p int) int {
	at := &r.standing[p]
	for _, n := range at.words {
		if int(n) == a.place {
			return p + 1
		}
	}
	for _, c := range at.counted {
		if int(c.word) == a.place {
			return c.end
		}
	}
	return 0
}

// stirs tells cheaply that a sentence holds anything of a pattern: false means that nothing of it is there.
func (m *matcher) stirs(p *pattern) bool {
	for _, part := range p.parts {
		for _, item := range part.items {
			if m.possible(item) {
				return true
			}
		}
	}
	return false
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
		if n := atoms[i].place; n > 0 && !m.present.holds(n) {
			return false
		}
	}
	return true
}
