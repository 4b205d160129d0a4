package language

import (
	"strings"
)

// Word is one run of letters and digits, folded, with its place in characters (SEMANTICS 7).
type Word struct {
	Text string
	Span [2]int
	// Unit numbers words as they are counted: an e-mail address, a number with its separators and a reference are one.
	Unit int
}

// Words gives the words of the first 4 KiB of a text, split at apostrophes and hyphens; none for an empty text.
func Words(s string) []Word {
	t := splitText(s)
	words := make([]Word, len(t.tokens))
	for i, tok := range t.tokens {
		words[i] = Word{tok.text, [2]int{tok.from, tok.to}, tok.unit}
	}
	return words
}

// CountWords counts words as SEMANTICS 7 does.
func CountWords(s string) int {
	words := Words(s)
	if len(words) == 0 {
		return 0
	}
	return words[len(words)-1].Unit + 1
}

// CutWords gives the beginning of a text that holds its first n counted words, whole when it has no more.
func CutWords(s string, n int) string {
	if n <= 0 {
		return ""
	}
	for _, w := range Words(s) {
		if w.Unit >= n {
			return strings.TrimRight(string([]rune(s)[:w.Span[0]]), " \t\n")
		}
	}
	return s
}

// Sentences cuts a text into sentences, with their words counted and the function words and language of each decided
// among the languages. A dictated text is cut at line breaks only, which stand for its pauses.
func Sentences(s string, typed bool, languages []string) []Sentence {
	return read(Reply{Text: s, Typed: typed}, languages).describe()
}

// describe lists the sentences as others see them.
func (r *reading) describe() []Sentence {
	all := make([]Sentence, len(r.sentences))
	for i, s := range r.sentences {
		words := make([]string, 0, s.to-s.from)
		for _, tok := range r.tokens[s.from:s.to] {
			words = append(words, tok.text)
		}
		all[i] = Sentence{
			Span: [2]int{s.start, s.end}, Words: r.tokens[s.to-1].unit - r.tokens[s.from].unit + 1,
			FunctionWords: countFunction(words, r.tongue), Language: r.sentenceLanguage[i],
		}
	}
	return all
}

// FindWordSequence looks for whole words one after the other, such as "bolla" or "nota di credit*", where * stands
// for any ending, and returns the place of the first in characters. Nothing is found in or by an empty text.
func FindWordSequence(s, entry string) (span [2]int, found bool) {
	t := readText(s, true)
	wanted := wantedWords(entry)
	for i := range t.tokens {
		if len(wanted) > 0 && t.standsAt(i, wanted) {
			span, _ = t.characters(i, i+len(wanted))
			return span, true
		}
	}
	return [2]int{}, false
}

// wantedWord is a word, or the beginning of one, of a list of words.
type wantedWord struct {
	text   string
	prefix bool
}

func wantedWords(entry string) []wantedWord {
	var all []wantedWord
	for _, w := range strings.Fields(entry) {
		parts := foldedWords(w)
		for i, p := range parts {
			all = append(all, wantedWord{p, i == len(parts)-1 && strings.HasSuffix(w, "*")})
		}
	}
	return all
}

func (t *text) standsAt(i int, wanted []wantedWord) bool {
	if i+len(wanted) > len(t.tokens) {
		return false
	}
	for k, w := range wanted {
		got := t.tokens[i+k].text
		if got != w.text && !(w.prefix && strings.HasPrefix(got, w.text)) {
			return false
		}
	}
	return true
}

// ContainsWord reports whether a text holds the words in sequence: whole, with * for any ending, or of the same stem
// in the language (SEMANTICS 52).
func ContainsWord(s, word, language string) bool {
	if _, ok := FindWordSequence(s, word); ok {
		return true
	}
	t, wanted := readText(s, true), wantedWords(word)
	for i := range wanted {
		if !wanted[i].prefix {
			wanted[i].text = Stem(wanted[i].text, language)
		}
	}
	for i := range t.tokens {
		t.tokens[i].text = Stem(t.tokens[i].text, language)
	}
	for i := range t.tokens {
		if len(wanted) > 0 && t.standsAt(i, wanted) {
			return true
		}
	}
	return false
}

// foldedWords gives the words of a text, folded.
func foldedWords(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !isWordRune(r) })
}

func joinWords(words []string) string { return strings.Join(words, " ") }
