package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxReply is how much of a reply is heard, in bytes.
const maxReply = 4 << 10

// token is one run of letters and digits (SEMANTICS 7).
type token struct {
	text string // folded
	// from and to are its place in the reply, in characters.
	from, to int
	// unit numbers words as they are counted: an e-mail address, a number with separators and a reference are one.
	unit int
	// sentence and clause count from 0 through the whole text.
	sentence, clause int
	// letters is the set of its letters; numeric tells that a digit is among them.
	letters uint64
	numeric bool
	// digits tells that the text is a run of digits only.
	digits bool
	// mixed tells that the word hides letters of another script or invisible characters.
	mixed bool
	// upper tells that its first letter is a capital.
	upper bool
}

// text is a reply taken apart. gaps[i] stands before tokens[i], folded; gaps[len(tokens)] after the last one.
type text struct {
	source []rune
	tokens []token
	gaps   []string
	// commas[i] counts the commas before tokens[i]; they bound refusals.
	commas []int
	// sentences are token ranges, with their places in characters.
	sentences []sentenceRange
}

// sentenceRange holds the tokens [from,to) at the characters [start,end).
type sentenceRange struct{ from, to, start, end int }

// readText takes a reply apart. Typed tells written sentences from dictated ones.
func readText(s string, typed bool) *text {
	t := splitText(s)
	t.markSentences(typed)
	t.markClauses(typed)
	return t
}

// splitText takes a reply apart into words only.
func splitText(s string) *text {
	t := &text{source: []rune(cut(s))}
	likely := len(t.source)/usualWord + 1
	t.tokens, t.gaps = make([]token, 0, likely), make([]string, 0, likely+1)
	t.splitTokens()
	t.markUnits()
	return t
}

// usualWord is about the length of a word with the blank after it, in letters; it only sizes what is allocated.
const usualWord = 5

// cut limits a reply to its first 4 KiB without cutting a character, and repairs invalid bytes.
func cut(s string) string {
	if len(s) > maxReply {
		s = s[:maxReply]
		for len(s) > 0 && !utf8.RuneStart(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		if r, _ := utf8.DecodeLastRuneInString(s); r == utf8.RuneError && len(s) > 0 {
			s = s[:len(s)-1]
		}
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

func (t *text) splitTokens() {
	at := 0
	for at < len(t.source) {
		from := at
		for at < len(t.source) && !isWordRune(t.source[at]) {
			at++
		}
		t.gaps = append(t.gaps, foldGap(t.source[from:at]))
		if at == len(t.source) {
			return
		}
		to := wordEnd(t.source, at)
		t.tokens = append(t.tokens, newToken(t.source, at, to))
		at = to
	}
	t.gaps = append(t.gaps, "")
}

// foldGap folds what stands between two words: usually one blank.
func foldGap(gap []rune) string {
	if len(gap) == 1 && gap[0] == ' ' {
		return " "
	}
	return Fold(string(gap))
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd runs to the end of the word; marks and invisible characters inside it belong to it.
func wordEnd(source []rune, at int) int {
	end := at
	for at < len(source) {
		r := source[at]
		if isWordRune(r) {
			end = at + 1
		} else if !unicode.Is(unicode.Mn, r) && !isInvisible(r) {
			break
		} else if unicode.Is(unicode.Mn, r) {
			end = at + 1
		}
		at++
	}
	return end
}

func newToken(source []rune, from, to int) token {
	folded, hidden := unmix(Fold(string(source[from:to])))
	for _, r := range source[from:to] {
		hidden = hidden || isInvisible(r) && r != '\u00ad'
	}
	return token{
		text: folded, from: from, to: to, mixed: hidden,
		letters: letters(folded), numeric: hasDigit(folded), digits: allDigits(folded), upper: unicode.IsUpper(source[from]),
	}
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// markUnits joins the tokens that count as one word.
func (t *text) markUnits() {
	unit := -1
	for i := range t.tokens {
		if i == 0 || !t.joins(i) {
			unit++
		}
		t.tokens[i].unit = unit
	}
	t.joinAddresses()
}

// joins reports whether token i belongs to the number or reference of the token before.
func (t *text) joins(i int) bool {
	a, b := t.tokens[i-1], t.tokens[i]
	switch t.gaps[i] {
	case ".", ",", ":", "/", "'":
		return a.digits && b.digits
	case "-":
		return hasDigit(b.text) && !a.digits && len(a.text) <= 4 || a.digits && b.digits && len(b.text) > 3
	}
	return false
}

// joinAddresses makes one unit of every e-mail address: the tokens around an @ that touch.
func (t *text) joinAddresses() {
	shift := 0
	for i := range t.tokens {
		if i > 0 && t.inAddress(i) && t.tokens[i].unit-shift != t.tokens[i-1].unit {
			shift++
		}
		t.tokens[i].unit -= shift
	}
}

func (t *text) inAddress(i int) bool {
	if !isAddressGap(t.gaps[i]) {
		return false
	}
	for j := i; j < len(t.tokens) && isAddressGap(t.gaps[j]); j++ {
		if t.gaps[j] == "@" {
			return true
		}
	}
	for j := i; j > 0 && isAddressGap(t.gaps[j]); j-- {
		if t.gaps[j] == "@" {
			return true
		}
	}
	return false
}

func isAddressGap(gap string) bool {
	switch gap {
	case "@", ".", "-", "_", "+":
		return true
	}
	return false
}

// characters gives the place of the tokens [from,to) in the reply and their surface.
func (t *text) characters(from, to int) ([2]int, string) {
	if from >= to {
		return [2]int{}, ""
	}
	a, b := t.tokens[from].from, t.tokens[to-1].to
	return [2]int{a, b}, string(t.source[a:b])
}

// between counts the words that stand between the tokens i and j, i before j.
func (t *text) between(i, j int) int {
	return max(0, t.tokens[j].unit-t.tokens[i].unit-1)
}
