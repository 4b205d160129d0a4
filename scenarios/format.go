package scenarios

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Tidy writes an author file the way all files should look, and changes nothing that is read: line ends of one kind, no
// blanks at the ends of lines, one empty line around headings and never two, tables with straight columns. The block of
// keys and fenced blocks, such as transcripts, stay as they are. Tidying what is tidy changes nothing.
func Tidy(text string) string {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	t := tidier{}
	body := afterHeader(lines)
	t.out = append(t.out, lines[:body]...)
	for i := body; i < len(lines); {
		i += t.next(lines[i:])
	}
	return strings.TrimRight(strings.Join(t.out, "\n"), "\n") + "\n"
}

// afterHeader is the index of the first line after the block of keys.
func afterHeader(lines []string) int {
	if strings.TrimRight(lines[0], " \t") != "---" {
		return 0
	}
	for i := 1; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " \t") == "---" {
			return i + 1
		}
	}
	return len(lines)
}

type tidier struct {
	out []string
	// html tells that the paragraph so far began with a tag or comment; rows that a table here is not simple.
	html, rows bool
}

var (
	fenceMark   = regexp.MustCompile("^\\s*(?:[-*+>]\\s*)*(`{3,}|~{3,})")
	headingMark = regexp.MustCompile(`^#{1,6}( |$)`)
	dividerMark = regexp.MustCompile(`^\|(\s*:?-+:?\s*\|)+$`)
)

// next tidies the line, fenced block or table at the start of rest and returns how many lines it was.
func (t *tidier) next(rest []string) int {
	if m := fenceMark.FindStringSubmatch(rest[0]); m != nil {
		n := fenceLength(rest, m[1])
		t.out = append(t.out, rest[:n]...)
		return n
	}
	if n := t.table(rest); n > 0 {
		t.out = append(t.out, straight(rest[:n])...)
		return n
	}
	t.rows = strings.HasPrefix(rest[0], "|")
	line := strings.TrimRight(rest[0], " \t")
	if len(t.out) > 0 && t.needsBlank(line) {
		t.out = append(t.out, "")
	}
	if line != "" || len(t.out) == 0 || t.last() != "" {
		t.out = append(t.out, line)
	}
	t.html = line != "" && (t.html || strings.HasPrefix(strings.TrimSpace(line), "<"))
	return 1
}

func (t *tidier) last() string { return t.out[len(t.out)-1] }

// needsBlank tells that an empty line belongs before a line: before and after a heading. Not where the heading might
// still belong to HTML, which an empty line would end.
func (t *tidier) needsBlank(line string) bool {
	if line == "" || t.last() == "" || t.html {
		return false
	}
	return headingMark.MatchString(line) || headingMark.MatchString(t.last())
}

// table is the length of a simple table that starts here; in the middle of another one nothing starts.
func (t *tidier) table(rest []string) int {
	if t.rows {
		return 0
	}
	return tableLength(rest)
}

// fenceLength is how many lines a fenced block has; one that is never closed lasts to the end.
func fenceLength(lines []string, fence string) int {
	for i := 1; i < len(lines); i++ {
		closing := strings.TrimLeft(strings.TrimSpace(lines[i]), "> ")
		if len(closing) >= len(fence) && strings.Trim(closing, fence[:1]) == "" {
			return i + 1
		}
	}
	return len(lines)
}

// tableLength is how many lines the table at the start has; 0 where there is none, or one that is not simple.
func tableLength(lines []string) int {
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "|") || !dividerMark.MatchString(strings.TrimRight(lines[1], " \t")) {
		return 0
	}
	n := 0
	for n < len(lines) && strings.HasPrefix(lines[n], "|") {
		if len(cellsOf(lines[n])) != len(cellsOf(lines[0])) {
			return 0
		}
		n++
	}
	return n
}

// cellsOf splits a row at its pipes; nil for a row that does not end with one.
func cellsOf(line string) []string {
	line = strings.TrimRight(line, " \t")
	if !strings.HasSuffix(line, "|") || strings.HasSuffix(line, `\|`) || len(line) < 2 {
		return nil
	}
	var cells []string
	start := 1
	for i := 1; i < len(line); i++ {
		if line[i] == '|' && line[i-1] != '\\' {
			cells = append(cells, strings.TrimSpace(line[start:i]))
			start = i + 1
		}
	}
	return cells
}

// straight writes the rows of a table with columns of one width.
func straight(rows []string) []string {
	var width []int
	var table [][]string
	for i, row := range rows {
		cells := cellsOf(row)
		if i == 0 {
			width = make([]int, len(cells))
		}
		for k, cell := range cells {
			if i != 1 {
				width[k] = max(width[k], utf8.RuneCountInString(cell), 3)
			}
		}
		table = append(table, cells)
	}
	var out []string
	for i, cells := range table {
		var b strings.Builder
		b.WriteString("|")
		for k, cell := range cells {
			if i == 1 {
				b.WriteString(" " + divider(cell, width[k]) + " |")
				continue
			}
			b.WriteString(" " + cell + strings.Repeat(" ", width[k]-utf8.RuneCountInString(cell)) + " |")
		}
		out = append(out, b.String())
	}
	return out
}

// divider keeps the colons that align a column.
func divider(cell string, width int) string {
	dashes := []byte(strings.Repeat("-", width))
	if strings.HasPrefix(cell, ":") {
		dashes[0] = ':'
	}
	if strings.HasSuffix(cell, ":") {
		dashes[width-1] = ':'
	}
	return string(dashes)
}
