package language

import "strings"

// isQuestion reports whether a question mark stands in the tokens [from,to) or right after them.
func isQuestion(t *text, from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if strings.Contains(t.gaps[i], "?") {
			return true
		}
	}
	return false
}
