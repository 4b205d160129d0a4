package scenarios

import (
	"strconv"
	"strings"
)

// Limits of one author file, far above what any trainer writes. They are checked before the Markdown is parsed, because
// some inputs take time that grows with the square of their length.
const (
	maxLine     = 4 << 10
	maxNesting  = 10
	maxBrackets = 400  // "[" in one run of lines without a blank line
	maxInBlock  = 4000 // emphasis, code and entity signs in such a run
	maxCells    = 20000
)

// tooWild returns the problem of the first line that exceeds a limit, with the line's number and the limit; "" when the
// text can be parsed.
func tooWild(text string) (code Code, line int, limit string) {
	var b blockSize
	for written := range strings.Lines(text) {
		line++
		written = strings.TrimRight(written, "\n")
		b.add(written)
		switch {
		case len(written) > maxLine:
			return "S003/line-length", line, strconv.Itoa(maxLine)
		case nesting(written) > maxNesting:
			return "S003/nesting", line, strconv.Itoa(maxNesting)
		case b.brackets > maxBrackets || b.marks > maxInBlock || b.lines*b.pipes > maxCells:
			return "S003/markup", line, ""
		}
	}
	return "", 0, ""
}

// blockSize counts what a run of lines without a blank line holds.
type blockSize struct {
	lines, brackets, marks int
	pipes                  int // the most in one line: the parser fills every row of a table up to its widest
}

func (b *blockSize) add(line string) {
	if strings.Trim(line, " \t>") == "" {
		*b = blockSize{}
	}
	b.lines++
	pipes := 0
	for i := range len(line) {
		switch line[i] {
		case '[':
			b.brackets++
		case '*', '_', '`', '<', '&':
			b.marks++
		case '|':
			pipes++
		}
	}
	b.pipes = max(b.pipes, pipes)
}

// nesting counts the quotes and list items a line opens, and its indentation in steps of four columns.
func nesting(line string) int {
	depth, blanks := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			blanks++
		case c == '\t':
			blanks += 4
		case c == '>' || (strings.IndexByte("-*+", c) >= 0 && followedByBlank(line, i)):
			depth++
		case c >= '0' && c <= '9' || (c == '.' || c == ')') && i > 0 && followedByBlank(line, i):
			if c == '.' || c == ')' {
				depth++
			}
		default:
			return depth + blanks/8
		}
	}
	return depth + blanks/8
}

func followedByBlank(line string, i int) bool {
	return i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
}
