package language

// alignment is how an example's words are found in a window.
type alignment struct {
	// recall is the share of the example's weight that was found, precision that of the window's.
	recall, precision float64
	// agreement is the share of the matching weight that is said with the same polarity.
	agreement float64
	// pairs are the places of matching words: in the example and in the window.
	pairs [][2]int
}

// The worth of a pair of words that are not the same (GRADING 3).
const (
	typoWorth   = 0.85
	prefixWorth = 0.7
)

// align pairs each word of the example with the first free word of the window that fits it best.
func align(example, window []lexeme) alignment {
	var a alignment
	taken := make([]bool, len(window))
	total, matched, weight := 0.0, 0.0, 0.0
	for i, e := range example {
		total += e.weight
		best, at := 0.0, -1
		for j, w := range window {
			if worth := pairWorth(e, w); !taken[j] && worth > best {
				best, at = worth, j
			}
		}
		if at >= 0 {
			taken[at] = true
			matched += float64(e.weight * best)
			if e.lean.agrees(window[at].lean) {
				a.agreement += float64(e.weight * best)
			}
			a.pairs = append(a.pairs, [2]int{i, at})
		}
	}
	for j, w := range window {
		weight += w.weight
		if taken[j] {
			a.precision += w.weight
		}
	}
	if total > 0 && weight > 0 {
		a.recall, a.precision = matched/total, a.precision/weight
	}
	if matched > 0 {
		a.agreement /= matched
	}
	return a
}

// pairWorth is 1 for the same stem, less for a typing error or a long common beginning, 0 for different words.
func pairWorth(a, b lexeme) float64 {
	if a.stem == b.stem {
		return 1
	}
	letters := len(a.text)
	if hasDigit(a.text) || hasDigit(b.text) || letters < 5 || len(b.text) < 5 || a.weight < 1 || b.weight < 1 {
		return 0
	}
	if withinDistance(a.text, b.text, min(1, tolerance(len([]rune(a.text))))) {
		return typoWorth
	}
	if commonPrefix(a.text, b.text) >= max(5, 2*max(letters, len(b.text))/3) {
		return prefixWorth
	}
	return 0
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
