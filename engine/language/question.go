package language

import "strings"

// isQuestion reports whether the tokens [from,to) end with a question mark, or hold one.
func isQuestion(t *text, from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if strings.Contains(t.gaps[i], "?") {
			return true
		}
	}
	return false
}
