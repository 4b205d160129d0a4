package scenarios

import "strings"

// withoutComments takes HTML comments out of Markdown that is shown to people: they are notes between trainers. What
// stands in code blocks stays as it is.
func withoutComments(markdown string) string {
	var b strings.Builder
	fenced, comment := false, false
	for line := range strings.Lines(markdown) {
		if !comment && isFence(line) {
			fenced = !fenced
		}
		if !fenced {
			line, comment = cutComments(line, comment)
		}
		b.WriteString(line)
	}
	return strings.TrimSpace(b.String())
}

func isFence(line string) bool {
	line = strings.TrimLeft(line, " ")
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}

// cutComments removes comments from one line; inside says whether one is open, before and after.
func cutComments(line string, inside bool) (string, bool) {
	var b strings.Builder
	for {
		if inside {
			_, rest, closed := strings.Cut(line, "-->")
			if !closed {
				return b.String(), true
			}
			line, inside = rest, false
		}
		before, rest, opened := strings.Cut(line, "<!--")
		b.WriteString(before)
		if !opened {
			return b.String(), false
		}
		line, inside = rest, true
	}
}
