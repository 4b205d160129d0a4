package language

import "math/bits"

// maxTypoWord bounds the words that are compared for typing errors, in letters.
const maxTypoWord = 40

// withinDistance reports whether at most limit wrong, missing, added or exchanged letters lie between a and b
// (restricted Damerau-Levenshtein distance).
func withinDistance(a, b string, limit int) bool {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit || len(x) > maxTypoWord {
		return false
	}
	rows, near := distances(x, y, limit)
	return near && rows[len(y)] <= limit
}

// prefixWithinDistance reports whether some beginning of word lies within limit of the stem. The first letter must be
// right: with it wrong, a stem fits words that have nothing to do with it (așteptare is no misspelt paste).
func prefixWithinDistance(stem, word string, limit int) bool {
	x, y := []rune(stem), []rune(word)
	if len(y) > len(x)+limit {
		y = y[:len(x)+limit]
	}
	if len(x)-len(y) > limit || len(x) > maxTypoWord || len(y) == 0 || x[0] != y[0] {
		return false
	}
	rows, near := distances(x, y, limit)
	if !near {
		return false
	}
	for _, d := range rows[:len(y)+1] {
		if d <= limit {
			return true
		}
	}
	return false
}

// setsApart tells cheaply of most pairs of words, by their sets of letters, that they are no typo of each other: one wrong
// letter changes the set by two at most.
func setsApart(a, b uint64, limit int) bool { return bits.OnesCount64(a^b) > 2*limit }

// missing counts the letters of a stem that a word does not have at all.
func missing(stem, word uint64) int { return bits.OnesCount64(stem &^ word) }

// letters is the set of the letters of a word, some of them sharing a place.
func letters(word string) uint64 {
	var set uint64
	for _, r := range word {
		set |= 1 << (r & 63)
	}
	return set
}

// distanceRow holds distances to each beginning of a word of at most maxTypoWord letters and the tolerance.
type distanceRow [maxTypoWord + 4]int

// distances gives the distance of x to each beginning of y, by its length. near is false when all of them are already
// beyond the limit. y is at most as long as x and the limit together.
func distances(x, y []rune, limit int) (last distanceRow, near bool) {
	var before, older distanceRow
	for j := 0; j <= len(y); j++ {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		older, before = before, last
		last[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			last[j] = min(before[j]+1, last[j-1]+1, before[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				last[j] = min(last[j], older[j-2]+1)
			}
			least = min(least, last[j])
		}
		// An exchange of neighbours looks two rows back, so both must be beyond the limit.
		if least > limit && leastOf(before[:len(y)+1]) > limit {
			return last, false
		}
	}
	return last, true
}

func leastOf(row []int) int {
	least := row[0]
	for _, d := range row {
		least = min(least, d)
	}
	return least
}
