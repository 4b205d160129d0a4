package scenarios

import "strings"

// moveOut takes lines that are indented too far back to where the first of them belongs: a quotation inside the bullet
// above it, a bullet beside that one. Lines below that are indented as far or farther go with it, over several reactions.
func moveOut(p Problem, lines []string) (lineEdit, bool) {
	margin := marginOf(lines[p.Line-1])
	by := margin - belongsAt(lines, p.Line-1)
	if by <= 0 {
		return lineEdit{}, false
	}
	var fresh []string
	end := 0 // after the last line with text
	for i, line := range lines[p.Line-1:] {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			fresh = append(fresh, line)
			continue
		}
		if marginOf(line) < margin || i > 0 && marginOf(line) == margin && !sameSign(lines[p.Line-1], line) {
			break
		}
		fresh = append(fresh, line[by:])
		end = i + 1
	}
	return lineEdit{line: p.Line, more: end - 1, text: strings.Join(fresh[:end], "\n")}, end > 0
}

// marginOf counts the blanks a line begins with.
func marginOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func sameSign(a, b string) bool {
	a, b = strings.TrimLeft(a, " "), strings.TrimLeft(b, " ")
	return a != "" && b != "" && a[0] == b[0]
}

// belongsAt is how far a line should be indented: a bullet as the bullet above it that is not indented as far, anything
// else by two more. Without such a bullet below the same heading it stands at the margin.
func belongsAt(lines []string, i int) int {
	margin := marginOf(lines[i])
	for n := i - 1; n >= 0 && !strings.HasPrefix(lines[n], "#"); n-- {
		if at := marginOf(lines[n]); at < margin && strings.HasPrefix(lines[n][at:], "- ") {
			if strings.HasPrefix(lines[i][margin:], "- ") {
				return at
			}
			return at + 2
		}
	}
	return 0
}
