package scenarios

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Format prints the problem as trainers read it: place, code and level; what is wrong; the lines around with a mark
// under the place; how to repair it. It ends with a line break. Lines are wrapped, long source lines are cut around
// the mark.
func (p Problem) Format() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s %s\n", p.Pos, p.Code, p.Level)
	writeWrapped(&b, p.Message)
	p.writeSource(&b)
	writeWrapped(&b, p.Suggestion)
	return b.String()
}

const (
	formatIndent = "   "
	formatWidth  = 76 // characters of a line of text
	sourceWidth  = 110
)

func writeWrapped(b *strings.Builder, text string) {
	for _, paragraph := range strings.Split(text, "\n") {
		line := ""
		for _, w := range strings.Fields(paragraph) {
			if line != "" && cells(line)+1+cells(w) > formatWidth {
				b.WriteString(formatIndent + line + "\n")
				line = ""
			}
			line = strings.TrimPrefix(line+" "+w, " ")
		}
		if line != "" {
			b.WriteString(formatIndent + line + "\n")
		}
	}
}

// writeSource quotes the lines around the place, the one meant followed by its mark.
func (p Problem) writeSource(b *strings.Builder) {
	digits := 0
	for _, l := range p.Source {
		digits = max(digits, len(fmt.Sprint(l.Number)))
	}
	for _, l := range p.Source {
		text, column := l.Text, 0
		if l.Number == p.Line {
			column = p.Column
		}
		text, column = window(text, column)
		fmt.Fprintf(b, "%s%*d | %s\n", formatIndent, digits, l.Number, printable(text))
		if column > 0 {
			fmt.Fprintf(b, "%s%*s | %s\n", formatIndent, digits, "", underline(text, column, p.Width))
		}
	}
}

// window cuts a long line to the part around a column and says which column that is in it.
func window(text string, column int) (string, int) {
	runes := []rune(text)
	if len(runes) <= sourceWidth {
		return text, column
	}
	start := max(0, min(column-1-sourceWidth/3, len(runes)-sourceWidth))
	cut := string(runes[start:min(len(runes), start+sourceWidth)])
	if start+sourceWidth < len(runes) {
		cut += "…"
	}
	if start > 0 {
		cut = "…" + cut
		column++
	}
	return cut, max(0, column-start)
}

// underline puts marks under width characters from a column on. Characters that take no room on the screen, such as
// combining accents, get none.
func underline(text string, column, width int) string {
	var b strings.Builder
	marks := 0
	for i, r := range []rune(text) {
		switch {
		case i+1-column >= max(1, width):
		case i+1 < column:
			b.WriteString(strings.Repeat(" ", runeCells(r)))
		default:
			b.WriteString(strings.Repeat("^", runeCells(r)))
			marks += runeCells(r)
		}
	}
	if marks == 0 {
		beyond := min(column-1-utf8.RuneCountInString(text), sourceWidth)
		b.WriteString(strings.Repeat(" ", max(0, beyond)) + "^")
	}
	return b.String()
}

// cells is how many places of the screen a text takes.
func cells(text string) int {
	n := 0
	for _, r := range text {
		n += runeCells(r)
	}
	return n
}

// runeCells is 0 for what is drawn over the character before it, 2 for wide East Asian characters and pictures.
func runeCells(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || ignorable(r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0x1F300 && r <= 0x1FAFF:
		return 2
	default:
		return 1
	}
}

// printable shows tabs as one blank, so that marks stay below what they mark, and control characters as a sign.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unicode.IsControl(r):
			return '\ufffd'
		default:
			return r
		}
	}, text)
}
