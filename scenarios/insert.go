package scenarios

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestInserted bounds a sentence that is written into a list, in characters: what is longer is no example.
const longestInserted = 300

var bulletStart = regexp.MustCompile(`^(\s*)([-*+]) +`)

// InsertUtterance writes an example, or a counter-example, at the end of its list in the text of the file the phrase stands
// in, in a list of its language where there is one. Nothing else changes. False when it cannot be written: it has no text in
// one line, begins like the mark of a language, is too long, or the phrase has no bullet to stand beside.
func InsertUtterance(text string, p *Phrase, u Utterance, counter bool) (string, bool) {
	written := asWritten(u.Text)
	if written == "" || written[0] == '(' || utf8.RuneCountInString(u.Text) > longestInserted || strings.ContainsAny(u.Text, "{}") {
		return "", false
	}
	own, other := p.Examples, p.Not
	if counter {
		own, other = other, own
	}
	lines := strings.Split(text, "\n")
	if beside, ok := nearestUtterance(own, p.At.File, u.Language); ok {
		return insertBeside(lines, beside.At.Line, languageMark(p, lines, beside, u.Language)+written)
	}
	if beside, ok := nearestUtterance(other, p.At.File, u.Language); ok {
		beside.Language = ""
		return insertList(lines, beside.At.Line, counter, languageOfFile(p), languageMark(p, lines, beside, u.Language)+written)
	}
	return "", false
}

// nearestUtterance is the last in that language, else the last without a mark, else the last at all.
func nearestUtterance(all []Utterance, file, language string) (nearest Utterance, ok bool) {
	rank := 0
	for _, u := range all {
		r := 1
		switch u.Language {
		case language:
			r = 3
		case "":
			r = 2
		}
		if u.At.File == file && r >= rank {
			nearest, rank = u, r
		}
	}
	return nearest, rank > 0
}

// languageMark is the mark an utterance needs beside another: none where the file has only its language, or the list says it.
func languageMark(p *Phrase, lines []string, beside Utterance, language string) string {
	alone := beside.Language == "" && len(p.Languages) == 1 && p.Languages[0] == language
	if language == "" || alone {
		return ""
	}
	mark := "(" + language + ") "
	if at := beside.At.Line; beside.Language == language && at >= 1 && at <= len(lines) && !strings.Contains(lines[at-1], mark) {
		return ""
	}
	return mark
}

func languageOfFile(p *Phrase) string {
	if len(p.Languages) == 0 {
		return "en"
	}
	return p.Languages[0]
}

// insertBeside adds a bullet after the one on a line (from 1) and what belongs to it.
func insertBeside(lines []string, at int, text string) (string, bool) {
	m, end := bulletAt(lines, at)
	if m == nil || strings.HasPrefix(strings.TrimSpace(lines[at-1][len(m[0]):]), "**") {
		return "", false
	}
	return strings.Join(slices.Insert(slices.Clone(lines), end, m[1]+m[2]+" "+text+ending(lines)), "\n"), true
}

// insertList adds a label with one bullet after the list that a line is in.
func insertList(lines []string, at int, counter bool, language, text string) (string, bool) {
	m, end := bulletAt(lines, at)
	if m == nil || m[1] == "" {
		return "", false
	}
	word := "label.examples"
	if counter {
		word = "label.not-these"
	}
	for end < len(lines) && strings.HasPrefix(lines[end], m[1]) && strings.TrimSpace(lines[end]) != "" {
		end++
	}
	label := m[2] + " **" + Keyword(word, language) + ":**" + ending(lines)
	return strings.Join(slices.Insert(slices.Clone(lines), end, label, m[1]+m[2]+" "+text+ending(lines)), "\n"), true
}

// bulletAt is the beginning of the bullet on a line, nil without one, and the index of the line after all that is in it.
func bulletAt(lines []string, at int) (start []string, end int) {
	if at < 1 || at > len(lines) {
		return nil, 0
	}
	start = bulletStart.FindStringSubmatch(lines[at-1])
	if start == nil {
		return nil, 0
	}
	for end = at; end < len(lines); end++ {
		line := lines[end]
		if strings.TrimSpace(line) == "" || !strings.HasPrefix(line, start[1]+" ") || bulletStart.MatchString(line) {
			break
		}
	}
	return start, end
}

// ending is the carriage return that the lines of a file end with, if they do.
func ending(lines []string) string {
	if len(lines) > 1 && strings.HasSuffix(lines[0], "\r") {
		return "\r"
	}
	return ""
}

// asWritten is a text in one line with the signs escaped that Markdown reads as its own.
func asWritten(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var b strings.Builder
	for i, c := range text {
		if strings.ContainsRune("\\`*_[]<>|~&", c) || i == 0 && strings.ContainsRune("#+-!", c) || i > 0 && (c == '.' || c == ')') && onlyDigits(text[:i]) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
