package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives text as it is compared: compatibility forms and cases unified, accents removed, curly quotes, dashes and
// blanks made plain, invisible characters dropped. The letter й stays itself, ё becomes е, ß becomes ss.
func Fold(text string) string {
	if isFolded(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	last := rune(0)
	for _, r := range text {
		last = foldRune(&b, r, last)
	}
	return b.String()
}

// isFolded tells of most words that were folded before, or need not be.
func isFolded(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

const breve = '\u0306'

// foldRune appends the folded form of r and returns the last letter written; a breve after и restores the й that a
// decomposed text has split.
func foldRune(b *strings.Builder, r, last rune) rune {
	if r < unicode.MaxASCII {
		r = unicode.ToLower(r)
		b.WriteRune(r)
		return r
	}
	if 'а' <= r && r <= 'я' { // as it is, also й
		b.WriteRune(r)
		return r
	}
	if r == breve && last == 'и' {
		s := strings.TrimSuffix(b.String(), "и")
		b.Reset()
		b.WriteString(s)
		b.WriteRune('й')
		return 'й'
	}
	if plain, ok := plainForms[r]; ok {
		b.WriteString(plain)
		return lastRune(plain, last)
	}
	if isInvisible(r) {
		return last
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		last = unicode.ToLower(d)
		b.WriteRune(last)
	}
	return last
}

func lastRune(s string, last rune) rune {
	for _, r := range s {
		last = r
	}
	return last
}

// isInvisible reports characters that people do not see and that split words for programs.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || r == '\u034f' || r == '\u115f' || r == '\u3164'
}

// plainForms are foldings that Unicode decomposition does not know.
var plainForms = map[rune]string{
	'й': "й", 'Й': "й", 'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ı': "i",
	'’': "'", '‘': "'", 'ʼ': "'", '´': "'", '`': "'", '′': "'", '‛': "'", 'ʹ': "'",
	'“': "\"", '”': "\"", '„': "\"", '«': "\"", '»': "\"", '″': "\"",
	'–': "-", '—': "-", '‑': "-", '‒': "-", '−': "-", '‐': "-", '―': "-",
	'\u00a0': " ", '\u202f': " ", '\u2009': " ", '\u2007': " ",
}
