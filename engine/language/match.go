package language

import (
	"strings"

	"proba/scenarios"
)

// never is the end of a match that does not exist.
const never = 1 << 30

// match is where one part of a pattern was found: tokens [from,to).
type match struct{ from, to int }

// matcher looks for patterns in one sentence of a reply.
type matcher struct {
	*reading
	sentence sentenceRange
	// present are the words of patterns that stand in the sentence.
	present numberSet
}

// find lists the matches of a part: for every first token the shortest one, from left to right. It takes time linear
// in the length of the sentence whatever the pattern is: each item is tried once at each token.
func (m *matcher) find(part patternPart) []match {
	for _, item := range part.items {
		if !m.possible(item) {
			return nil
		}
	}
	n := m.sentence.to - m.sentence.from
	var after []int
	for k := len(part.items) - 1; k >= 0; k-- {
		here := make([]int, n)
		nowhere := true
		for p := range here {
			here[p] = m.shortest(part, k, m.sentence.from+p, after)
			nowhere = nowhere && here[p] == never
		}
		if nowhere {
			return nil // what stands before it need not be looked for
		}
		after = here
	}
	var all []match
	for p, end := range after {
		if end < never {
			all = append(all, match{m.sentence.from + p, end})
		}
	}
	return all
}

// shortest is the earliest end of a match of the items from k on when item k begins at token p; after holds these
// ends for item k+1, by token of the sentence.
func (m *matcher) shortest(part patternPart, k, p int, after []int) int {
	best := never
	for _, alternative := range part.items[k].alternatives {
		for _, end := range m.ends(alternative, p) {
			if after == nil {
				best = min(best, end)
				continue
			}
			for q := end; q < m.sentence.to && m.between(end-1, q) <= part.items[k+1].gap; q++ {
				best = min(best, after[q-m.sentence.from])
			}
		}
	}
	return best
}

// ends lists where a sequence of atoms that begins at token p may end, in ascending order.
func (m *matcher) ends(atoms []atom, p int) []int {
	if atoms[0].place > 0 && m.endOf(&atoms[0], p) == 0 {
		return nil
	}
	ends := m.atomEnds(&atoms[0], p)
	for i := 1; i < len(atoms) && len(ends) > 0; i++ {
		var next []int
		for _, end := range ends {
			next = append(next, m.endsAfter(&atoms[i], end)...)
		}
		ends = unique(next)
	}
	return ends
}

func (m *matcher) endsAfter(a *atom, end int) []int {
	gap := innerGap
	if a.exact {
		gap = 0
	}
	var ends []int
	for q := end; q < m.sentence.to && (q == end || !a.exact) && m.between(end-1, q) <= gap; q++ {
		ends = append(ends, m.atomEnds(a, q)...)
	}
	return ends
}

func unique(sorted []int) []int {
	var out []int
	for _, v := range sorted {
		seen := false
		for _, w := range out {
			seen = seen || v == w
		}
		if !seen {
			out = append(out, v)
		}
	}
	return out
}

// atomEnds lists the ends of one atom at token p: none or one, for values possibly more.
func (m *matcher) atomEnds(a *atom, p int) []int {
	switch a.kind {
	case scenarios.AtomWord, scenarios.AtomStem:
		return m.wordEnds(a, p)
	case scenarios.AtomAnyWord:
		return []int{p + 1}
	case scenarios.AtomFact:
		return m.within(m.factEnds(a.text, p))
	case scenarios.AtomNumber:
		return m.within(m.valueEnds(p, KindNumber, KindRange))
	case scenarios.AtomDate:
		return m.within(m.valueEnds(p, KindDate))
	case scenarios.AtomAmount:
		return m.within(m.valueEnds(p, KindAmount))
	}
	return nil
}

// within keeps the ends that lie in the sentence.
func (m *matcher) within(ends []int) []int {
	var kept []int
	for _, end := range ends {
		if end <= m.sentence.to {
			kept = append(kept, end)
		}
	}
	return kept
}

func (m *matcher) wordEnds(a *atom, p int) []int {
	if end := m.endOf(a, p); end > 0 {
		return []int{end}
	}
	return nil
}

// wordMatcher tells whether a token is a word of a pattern, in a reply of one language and kind.
type wordMatcher struct {
	tongue *tongue
	typed  bool
}

// is reports whether a token by itself is a word or begins with a stem.
func (m wordMatcher) is(a *atom, word *token) bool {
	if a.kind == scenarios.AtomStem {
		return m.beginsLike(a, word)
	}
	return word.text == a.text || m.typed && m.isTypo(a, word)
}

// isTypo allows one wrong letter from five letters on and two from nine; numbers and function words are never typos.
func (m wordMatcher) isTypo(a *atom, word *token) bool {
	if a.typos == 0 || word.numeric || setsApart(a.letters, word.letters, a.typos) || m.isFunctionWord(word.text) {
		return false
	}
	return withinDistance(a.text, word.text, a.typos)
}

func tolerance(letters int) int {
	switch {
	case letters >= 9:
		return 2
	case letters >= 5:
		return 1
	}
	return 0
}

func (m wordMatcher) beginsLike(a *atom, word *token) bool {
	if strings.HasPrefix(word.text, a.text) {
		return true
	}
	if !m.typed || a.typos == 0 || missing(a.letters, word.letters) > a.typos || m.isFunctionWord(word.text) {
		return false
	}
	return prefixWithinDistance(a.text, word.text, a.typos)
}

// isFunctionWord asks all languages of the pattern's reply: a real small word is not another one misspelt.
func (m wordMatcher) isFunctionWord(word string) bool {
	return m.tongue.function[word] || m.tongue.negators[word]
}
