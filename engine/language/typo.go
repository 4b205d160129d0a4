package language

// maxTypoWord bounds the words that are compared for typing errors, in letters.
const maxTypoWord = 40

// withinDistance reports whether at most limit wrong, missing, added or exchanged letters lie between a and b
// (restricted Damerau-Levenshtein distance).
func withinDistance(a, b string, limit int) bool {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit || len(x) > maxTypoWord {
		return false
	}
	rows := distances(x, y)
	return rows[len(y)] <= limit
}

// prefixWithinDistance reports whether some beginning of word lies within limit of the stem.
func prefixWithinDistance(stem, word string, limit int) bool {
	x, y := []rune(stem), []rune(word)
	if len(y) > len(x)+limit {
		y = y[:len(x)+limit]
	}
	if len(x)-len(y) > limit || len(x) > maxTypoWord {
		return false
	}
	for _, d := range distances(x, y) {
		if d <= limit {
			return true
		}
	}
	return false
}

// distances gives the distance of x to each beginning of y, by its length.
func distances(x, y []rune) []int {
	before, row, older := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		older, before, row = before, row, older
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(before[j]+1, row[j-1]+1, before[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], older[j-2]+1)
			}
		}
	}
	return row
}
