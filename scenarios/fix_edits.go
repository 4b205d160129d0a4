package scenarios

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// lineEdit replaces one line of a file, or puts a line before it.
type lineEdit struct {
	line   int // from 1
	insert bool
	more   int    // how many lines after it are replaced too
	text   string // of all these lines
}

func (e lineEdit) key() string { return fmt.Sprint(e.line, e.insert, e.text) }

func (e lineEdit) apply(text string) string {
	lines := strings.Split(text, "\n")
	end := ""
	if strings.HasSuffix(lines[min(e.line, len(lines))-1], "\r") {
		end = "\r"
	}
	if e.insert {
		lines = append(lines[:e.line-1], append([]string{e.text + end}, lines[e.line-1:]...)...)
	} else {
		fresh := strings.Split(strings.ReplaceAll(e.text, "\n", end+"\n")+end, "\n")
		lines = append(lines[:e.line-1], append(fresh, lines[e.line+e.more:]...)...)
	}
	return strings.Join(lines, "\n")
}

// edit is the repair of a problem; false where thought is needed.
func (m *mender) edit(p Problem) (lineEdit, bool) {
	lines := m.lines(p.File)
	if p.Line < 1 || p.Line > len(lines) || p.Line == 1 && strings.HasPrefix(lines[0], "\ufeff") {
		return lineEdit{}, false
	}
	line := strings.TrimSuffix(lines[p.Line-1], "\r")
	fresh := line
	switch p.Code {
	case "S011":
		if fresh = boldLabel(line); fresh == line {
			fresh = replaceMarked(line, p, func(marked string) string { return "**" + strings.Trim(marked, "* ") + "**" })
		}
	case "S017":
		fresh = replaceMarked(line, p, func(marked string) string { return "`" + bareOf(marked) + "`" })
	case "F110":
		return m.otherwise(p, lines)
	case "S019":
		if p.Nearest == "" {
			return moveOut(p, lines)
		}
		return moveIn(p, lines)
	case "S008":
		if p.Nearest != "" {
			fresh = "## " + p.Nearest
		}
	default:
		fresh = arrows(line, p)
		if fresh == line && p.Code == "S014" {
			fresh = italics(line, p)
		}
		if fresh == line && p.Nearest != "" && m.onlyNearest(line, p) {
			fresh = replaceMarked(line, p, func(string) string { return p.Nearest })
		}
	}
	return lineEdit{line: p.Line, text: fresh}, fresh != line
}

var (
	plainLabel = regexp.MustCompile(`^(\s*[-*+]\s+)\**([^:*]+?)\**:\**(\s|$)`)
	oddArrow   = regexp.MustCompile(`\s*(?:=+>|--+>|-\s+>|>{2,}|⇒|➔|➜|⟶|-&gt;)\s*`)
)

func boldLabel(line string) string { return plainLabel.ReplaceAllString(line, "$1**$2:**$3") }

// arrows writes arrows as arrows in a line that starts like a reaction.
func arrows(line string, p Problem) string {
	if trimmed := strings.TrimSpace(line); !strings.HasPrefix(trimmed, "- **") || p.Code[0] != 'S' && p.Code[0] != 'F' {
		return line
	}
	return oddArrow.ReplaceAllString(line, " -> ")
}

// nameSigns are what people put around a name instead of asterisks.
const nameSigns = "*\"“”„«»‘’'"

// italics puts a name that is not in italics between asterisks, for whatever stands around it.
func italics(line string, p Problem) string {
	if p.Nearest == "" || p.Width != utf8.RuneCountInString(p.Nearest) {
		return line
	}
	at := byteOfColumn(line, p.Column)
	i := strings.Index(line[at:], p.Nearest)
	if i < 0 || i > len("„“*") {
		return line
	}
	before, after := line[:at+i], line[at+i+len(p.Nearest):]
	if strings.HasSuffix(before, "*") && !strings.HasSuffix(before, "**") {
		return line // it is in italics; something else is wrong
	}
	return strings.TrimRight(before, nameSigns) + "*" + p.Nearest + "*" + strings.TrimLeft(after, nameSigns)
}

// moveIn puts what should be said behind ">", or what belongs to the bullet above inside it: the line and those like it
// that follow.
func moveIn(p Problem, lines []string) (lineEdit, bool) {
	first := strings.TrimSuffix(lines[p.Line-1], "\r")
	margin := first[:len(first)-len(strings.TrimLeft(first, " "))]
	put := p.Nearest
	switch {
	case put == ">":
		put = "> "
	case len(margin) < len(put):
		put = put[len(margin):]
	}
	var fresh []string
	for _, line := range lines[p.Line-1:] {
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || !strings.HasPrefix(line, margin) || len(fresh) > 0 && !goesOn(first[len(margin):], line[len(margin):]) {
			break
		}
		fresh = append(fresh, margin+put+line[len(margin):])
	}
	return lineEdit{line: p.Line, more: len(fresh) - 1, text: strings.Join(fresh, "\n")}, len(fresh) > 0
}

// goesOn reports whether a line belongs to the run that another one starts: the same sign, and no label.
func goesOn(first, line string) bool {
	if strings.HasPrefix(line, "- **") || strings.HasPrefix(line, "#") {
		return false
	}
	for _, sign := range []string{">", "-"} {
		if strings.HasPrefix(first, sign) {
			return strings.HasPrefix(line, sign)
		}
	}
	return true
}

// replaceMarked puts something else in the place that a problem marks.
func replaceMarked(line string, p Problem, fresh func(marked string) string) string {
	runes := []rune(line)
	from, to := p.Column-1, p.Column-1+p.Width
	if from < 0 || to > len(runes) || p.Width == 0 {
		return line
	}
	return string(runes[:from]) + fresh(string(runes[from:to])) + string(runes[to:])
}

// onlyNearest reports whether no other name of the pack is as near to what is marked.
func (m *mender) onlyNearest(line string, p Problem) bool {
	marked := ""
	replaceMarked(line, p, func(text string) string { marked = text; return text })
	from := []rune(foldName(marked))
	cost := editCost(from, []rune(foldName(p.Nearest)))
	for _, f := range m.files {
		for _, l := range strings.Split(f.text, "\n") {
			name, ok := definedOn(l)
			if ok && !sameName(name, p.Nearest) && len(name) < 200 && editCost(from, []rune(foldName(name))) <= cost {
				return false
			}
		}
	}
	return marked != ""
}

// definedOn is the name a line defines: a heading's, or that of the first cell of a table.
func definedOn(line string) (string, bool) {
	line = strings.TrimSpace(line)
	if name, ok := strings.CutPrefix(line, "### "); ok {
		return name, true
	}
	if !strings.HasPrefix(line, "|") {
		return "", false
	}
	name, _, _ := strings.Cut(line[1:], "|")
	return strings.TrimSpace(name), true
}

// otherwise writes down what the engine does without an Otherwise: it goes to the next beat, or ends.
func (m *mender) otherwise(p Problem, lines []string) (lineEdit, bool) {
	for _, sc := range m.pack.Scenarios {
		for i, b := range sc.Beats {
			if b.At.File != p.File || b.At.Line != p.Line {
				continue
			}
			lang := "en"
			if len(sc.Languages) > 0 {
				lang = sc.Languages[0]
			}
			target := Keyword("effect.end", lang)
			if i+1 < len(sc.Beats) {
				target = "*" + sc.Beats[i+1].Name + "*"
			}
			return lineEdit{line: endOfPart(lines, p.Line) + 1, insert: true,
				text: "- **" + Keyword("label.otherwise", lang) + "** -> " + target}, true
		}
	}
	return lineEdit{}, false
}

// endOfPart is the number of the last line with text before the next heading.
func endOfPart(lines []string, heading int) int {
	last := heading
	for n := heading; n < len(lines) && !strings.HasPrefix(lines[n], "#"); n++ {
		if strings.TrimSpace(lines[n]) != "" {
			last = n + 1
		}
	}
	return last
}
