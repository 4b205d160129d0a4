package scenarios

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldName prepares a name for comparison (KEYWORDS 1.1, SEMANTICS 53): NFC, case folded, blanks collapsed and
// trimmed, the foldings of word processors undone (curly quotes, dashes, hard blanks, ş for ș), ё read as е. Accents count.
func foldName(s string) string {
	if isASCII(s) {
		return foldASCII(s)
	}
	return strings.TrimSpace(foldText(s).text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// foldASCII is foldName for plain letters, which most keywords are looked up with.
func foldASCII(s string) string {
	lower := strings.ToLower(s)
	if hasGap(lower) {
		return strings.Join(strings.Fields(lower), " ")
	}
	return strings.Trim(lower, " ")
}

// sameName reports whether two names are one.
func sameName(a, b string) bool { return a == b || foldName(a) == foldName(b) }

// folded is a text prepared for comparison that still knows where each of its bytes came from.
type folded struct {
	text string
	// at holds the offset in the source of every byte of text, and at the end the length of the source; nil where every
	// byte stands where it stood.
	at []int
}

// offset is where byte i of the text, or its end, stands in the source.
func (f folded) offset(i int) int {
	if f.at == nil {
		return i
	}
	return f.at[i]
}

// foldText folds s as foldName does, without trimming the ends.
func foldText(s string) folded {
	if isASCII(s) {
		return foldPlain(s)
	}
	b := foldBuilder{text: make([]byte, 0, len(s)+4), at: make([]int, 0, len(s)+5)}
	if isComposed(s) {
		for i, r := range s {
			b.add(r, i)
		}
	} else {
		var it norm.Iter
		it.InitString(norm.NFC, s)
		for !it.Done() {
			start := it.Pos()
			for _, r := range string(it.Next()) {
				b.add(r, start)
			}
		}
	}
	return folded{text: string(b.text), at: append(b.at, len(s))}
}

// isComposed reports whether a text is certainly in NFC, one character after the other, because it has no others than
// the usual ones of the languages of keywords.
func isComposed(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x300, 0x400 <= r && r <= 0x481, 0x2010 <= r && r <= 0x2027, r == '→', r == '−', r == '€':
		default:
			return false
		}
	}
	return true
}

// foldBuilder puts a folded text together.
type foldBuilder struct {
	text  []byte
	at    []int
	blank bool // the last character was a blank
}

// add adds a character that stands at an offset of the source.
func (b *foldBuilder) add(r rune, start int) {
	switch {
	case unicode.IsSpace(r):
		if !b.blank {
			b.text, b.at = append(b.text, ' '), append(b.at, start)
		}
		b.blank = true
		return
	case ignorable(r):
		return
	}
	b.blank = false
	if r == 'ß' || r == 'ẞ' {
		b.text = append(b.text, "ss"...)
	} else {
		b.text = utf8.AppendRune(b.text, foldRune(r))
	}
	for len(b.at) < len(b.text) {
		b.at = append(b.at, start)
	}
}

// foldPlain is foldText for plain letters, which need no composing.
func foldPlain(s string) folded {
	if !hasGap(s) {
		return folded{text: strings.ToLower(s)}
	}
	text := make([]byte, 0, len(s))
	at := make([]int, 0, len(s)+1)
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			if n := len(text); n > 0 && text[n-1] == ' ' {
				continue
			}
			c = ' '
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		text, at = append(text, c), append(at, i)
	}
	return folded{text: string(text), at: append(at, len(s))}
}

// hasGap reports whether plain letters have blanks that are folded: others than the usual one, or several together.
func hasGap(s string) bool {
	for i := range len(s) {
		if c := s[i]; '\t' <= c && c <= '\r' || c == ' ' && i > 0 && s[i-1] == ' ' {
			return true
		}
	}
	return false
}

// ignorable tells characters that are invisible: soft hyphen, zero-width blanks, byte order mark.
func ignorable(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// foldRune folds one character. ß, which becomes two, stays.
func foldRune(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '´':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '−':
		return '-'
	case 'ş', 'Ş':
		return 'ș'
	case 'ţ', 'Ţ':
		return 'ț'
	case 'ё', 'Ё':
		return 'е'
	}
	return unicode.ToLower(r)
}
