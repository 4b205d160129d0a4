package scenarios

import (
	"strings"
	"unicode"

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
	if strings.ContainsAny(lower, "\t\n\v\f\r") || strings.Contains(lower, "  ") {
		return strings.Join(strings.Fields(lower), " ")
	}
	return strings.Trim(lower, " ")
}

// foldKeyword prepares words for comparison with the keyword table. Keywords compare as names do.
func foldKeyword(s string) string { return foldName(s) }

// sameName reports whether two names are one.
func sameName(a, b string) bool { return a == b || foldName(a) == foldName(b) }

// folded is a text prepared for comparison that still knows where each of its bytes came from.
type folded struct {
	text string
	// at holds the offset in the source of every byte of text, and at the end the length of the source.
	at []int
}

// foldText folds s as foldName does, without trimming the ends.
func foldText(s string) folded {
	if isASCII(s) {
		return foldPlain(s)
	}
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	blank := false
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for !it.Done() {
		start := it.Pos()
		for _, r := range string(it.Next()) {
			if unicode.IsSpace(r) {
				if !blank {
					b.WriteByte(' ')
					at = append(at, start)
				}
				blank = true
				continue
			}
			if ignorable(r) {
				continue
			}
			blank = false
			n := b.Len()
			b.WriteString(foldRune(r))
			for ; n < b.Len(); n++ {
				at = append(at, start)
			}
		}
	}
	return folded{text: b.String(), at: append(at, len(s))}
}

// foldPlain is foldText for plain letters, which need no composing.
func foldPlain(s string) folded {
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

// ignorable tells characters that are invisible: soft hyphen, zero-width blanks, byte order mark.
func ignorable(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

func foldRune(r rune) string {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '´':
		return "'"
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`
	case '‐', '‑', '‒', '–', '—', '−':
		return "-"
	case 'ş', 'Ş':
		return "ș"
	case 'ţ', 'Ţ':
		return "ț"
	case 'ё', 'Ё':
		return "е"
	case 'ß', 'ẞ':
		return "ss"
	}
	return string(unicode.ToLower(r))
}
