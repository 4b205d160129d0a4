package language

import "slices"

// alignment is how an example's words are found in a window.
type alignment struct {
	// recall is the share of the example's weight that was found, precision that of the window's.
	recall, precision float64
	// agreement is the share of the matching weight that is said with the same polarity.
	agreement float64
	// pairs are the places of matching words: in the example and in the window. They hold until the next alignment.
	pairs [][2]int
	// heavy are the pairs of content words among them.
	heavy [][2]int
}

// The worth of a pair of words that are not the same (GRADING 3).
const (
	typoWorth    = 0.85
	conceptWorth = 0.8
	prefixWorth  = 0.7
)

// align pairs each word of the example with the first free word of the window that fits it best.
func (w *worths) align(example []lexeme, from, to int) alignment {
	window := w.lexemes[from:to]
	a := alignment{pairs: w.pairs[:0], heavy: w.heavy[:0]}
	taken := w.free(len(window))
	total, matched, weight := 0.0, 0.0, 0.0
	for i := range example {
		e := &example[i]
		total += e.weight
		best, at := 0.0, -1
		for j, worth := range w.row(e)[from:to] {
			if worth > best && !taken[j] {
				if best, at = worth, j; best == 1 {
					break
				}
			}
		}
		if at >= 0 {
			taken[at] = true
			matched += float64(e.weight * best)
			if e.lean.agrees(window[at].lean) {
				a.agreement += float64(e.weight * best)
			}
			a.pairs = append(a.pairs, [2]int{i, at})
			if e.weight == 1 {
				a.heavy = append(a.heavy, [2]int{i, at})
			}
		}
	}
	for j := range window {
		weight += window[j].weight
		if taken[j] {
			a.precision += window[j].weight
		}
	}
	if total > 0 && weight > 0 {
		a.recall, a.precision = matched/total, a.precision/weight
	}
	if matched > 0 {
		a.agreement /= matched
	}
	w.pairs, w.heavy = a.pairs, a.heavy
	return a
}

// pairWorth is 1 for the same stem, less for a typing error or a long common beginning, 0 for different words.
func pairWorth(a, b *lexeme) float64 {
	if a.key == b.key && a.stem == b.stem {
		return 1
	}
	if a.meanings&b.meanings != 0 && sharesConcept(a, b) {
		return conceptWorth
	}
	short, long := len(a.letters), len(b.letters)
	if short > long {
		short, long = long, short
	}
	if short < 5 || a.weight < 1 || b.weight < 1 || a.letters[0] != b.letters[0] && long-short > 1 {
		return 0
	}
	prefix := commonPrefix(a.letters, b.letters)
	if long-short <= 1 && oneEdit(a.letters[prefix:], b.letters[prefix:]) {
		return typoWorth
	}
	if prefix >= max(5, 2*long/3) {
		return prefixWorth
	}
	return 0
}

// oneEdit reports whether two endings with different first letters are one wrong, missing, added or exchanged letter
// apart.
func oneEdit(a, b []rune) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a)+len(b) <= 1
	}
	switch {
	case len(a) == len(b) && slices.Equal(a[1:], b[1:]):
		return true
	case len(a) == len(b):
		return len(a) > 1 && a[0] == b[1] && a[1] == b[0] && slices.Equal(a[2:], b[2:])
	case len(a) < len(b):
		return slices.Equal(a, b[1:])
	}
	return slices.Equal(a[1:], b)
}

func commonPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func sharesConcept(a, b *lexeme) bool {
	for _, c := range a.concepts {
		if contains(b.concepts, c) {
			return true
		}
	}
	return false
}

// alignBest finds the example whose words fit the window best, first by the words alone, then with their polarity.
func (m *models) alignBest(own *model, w *worths, x examined, e *evidence) {
	best, agreed, ordered, worst := 0.0, 0.0, 0.0, 0.0
	for _, s := range own.own {
		a := w.align(m.examples[s].lexemes, x.from, x.to)
		f := a.fit()
		agreed, ordered = max(agreed, f*a.agreement), max(ordered, f*a.order())
		if f > best {
			best, e.nearest, e.recall, e.precision, e.matches = f, s, a.recall, a.precision, len(a.heavy)
			e.lopsided = 0
			if own.twofold {
				e.lopsided = m.examples[s].lopsided(a.pairs)
			}
		}
	}
	for _, s := range own.against {
		a := w.align(m.examples[s].lexemes, x.from, x.to)
		worst = max(worst, float64(a.fit()*a.agreement))
	}
	if best > 0 {
		e.agreement, e.order = agreed/best, ordered/best
	}
	e.against = worst - best
}

// fit is the harmonic mean of recall and precision.
func (a alignment) fit() float64 {
	if a.recall+a.precision == 0 {
		return 0
	}
	return 2 * float64(a.recall*a.precision) / (a.recall + a.precision)
}

// order is the share of the matching words that stand in the example's order; small words may stand anywhere.
func (a alignment) order() float64 {
	if len(a.heavy) == 0 {
		return 1
	}
	return float64(longestRising(a.heavy)) / float64(len(a.heavy))
}

// longestRising is the length of the longest rising run of window places, by the example's order.
func longestRising(pairs [][2]int) int {
	best := 0
	lengths := make([]int, len(pairs))
	for i := range pairs {
		lengths[i] = 1
		for j := range i {
			if pairs[j][1] < pairs[i][1] {
				lengths[i] = max(lengths[i], lengths[j]+1)
			}
		}
		best = max(best, lengths[i])
	}
	return best
}
