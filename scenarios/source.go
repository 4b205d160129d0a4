package scenarios

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// source is one author file prepared for reading: its text with look-alike characters replaced one for one, so that
// columns counted in it are columns of the file as written.
type source struct {
	path  string
	text  string
	lines []int // byte offset of each line's start
	body  int   // byte offset where the Markdown begins, after the front matter
	// language is that of messages about this file; langs is the order in which sentences are tried.
	language string
	langs    []string
	tried    []string // see languagesFor
	// things are the names of the file's "###" headings.
	things []string
}

func newSource(path, written string) *source {
	text := readable(written)
	s := &source{path: path, text: text, lines: make([]int, 1, strings.Count(text, "\n")+1), language: "en"}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// readable replaces what word processors leave behind, character for character (format 2.11): hard blanks become blanks,
// old cedilla letters their comma forms. Line ends become "\n"; bytes that are not text become U+FFFD.
func readable(written string) string {
	written = strings.TrimPrefix(written, "\ufeff")
	written = strings.ReplaceAll(written, "\r\n", "\n")
	if isReadable(written) {
		return written
	}
	return strings.Map(readableRune, written)
}

// isReadable reports whether readableRune leaves every character of a text as it is.
func isReadable(text string) bool {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c == 0 || c == '\r' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError || readableRune(r) != r {
			return false
		}
		i += size
	}
	return true
}

func readableRune(r rune) rune {
	switch r {
	case '\r':
		return '\n'
	case 0:
		return utf8.RuneError
	case 'ş':
		return 'ș'
	case 'ţ':
		return 'ț'
	case 'Ş':
		return 'Ș'
	case 'Ţ':
		return 'Ț'
	}
	if isHardBlank(r) {
		return ' '
	}
	return r
}

// isHardBlank reports whether r is a blank that looks like the usual one and is not.
func isHardBlank(r rune) bool {
	return r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2009'
}

// pos turns a byte offset into a place in the file.
func (s *source) pos(offset int) Pos {
	offset = max(0, min(offset, len(s.text)))
	line := s.lineAt(offset)
	column := utf8.RuneCountInString(s.text[s.lines[line]:offset]) + 1
	return Pos{File: s.path, Line: line + 1, Column: column}
}

// lineAt returns the index of the line that holds the offset.
func (s *source) lineAt(offset int) int {
	i, found := slices.BinarySearch(s.lines, offset)
	if found {
		return i
	}
	return i - 1
}

// line returns the text of a line by its number from 1, without its end; "" for a line that is not there.
func (s *source) line(number int) string {
	if number < 1 || number > len(s.lines) {
		return ""
	}
	end := len(s.text)
	if number < len(s.lines) {
		end = s.lines[number] - 1
	}
	return s.text[s.lines[number-1]:end]
}

// around returns the lines shown with a message: the one before, the one meant and the one after, without blank ones
// at the edges.
func (s *source) around(number int) []SourceLine {
	var shown []SourceLine
	for n := number - 1; n <= number+1; n++ {
		text := s.line(n)
		if n != number && strings.TrimSpace(text) == "" {
			continue
		}
		shown = append(shown, SourceLine{Number: n, Text: text})
	}
	return shown
}
