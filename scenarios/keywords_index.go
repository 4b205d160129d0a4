package scenarios

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// keywordRule is a form of a keyword as the index holds it.
type keywordRule struct {
	id word
	formRule
}

// keywordIndex holds the forms by prefix (a whole id, or what stands before its dot), language and first letter, in the
// order of the table. Under letter 0 are the forms that begin with a hole.
type keywordIndex map[string]*[len(keywordLanguages)]map[rune][]keywordRule

var keywordsByStart = sync.OnceValue(func() keywordIndex {
	index := keywordIndex{}
	for _, k := range keywords() {
		group, _, _ := strings.Cut(string(k.id), ".")
		for _, r := range k.rules {
			for _, prefix := range []string{group, string(k.id)} {
				index.add(prefix, keywordRule{k.id, r})
			}
		}
	}
	return index
})

func (x keywordIndex) add(prefix string, r keywordRule) {
	if x[prefix] == nil {
		x[prefix] = &[len(keywordLanguages)]map[rune][]keywordRule{}
	}
	lang := languageIndex(r.lang)
	if x[prefix][lang] == nil {
		x[prefix][lang] = map[rune][]keywordRule{}
	}
	var first rune
	if len(r.steps) > 0 && r.steps[0].kind == stepLiteral {
		first, _ = utf8.DecodeRuneInString(r.steps[0].text)
	}
	x[prefix][lang][first] = append(x[prefix][lang][first], r)
}

// languageIndex is the place of a keyword language; the first for any other.
func languageIndex(lang string) int { return max(0, slices.Index(keywordLanguages[:], lang)) }

// starting returns the forms of a language a text can begin with, whose first letter is given; see [firstLetter].
func (x keywordIndex) starting(prefix string, lang int, letter rune) []keywordRule {
	byLang := x[prefix]
	if byLang == nil {
		return nil
	}
	byLetter := byLang[lang]
	holes := byLetter[0]
	if len(holes) == 0 {
		return byLetter[letter]
	}
	if len(byLetter[letter]) == 0 {
		return holes
	}
	return append(append([]keywordRule{}, byLetter[letter]...), holes...)
}

// firstLetter is the folded letter a text begins with: with it alone most texts can be told apart.
func firstLetter(text string) rune {
	text = strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || ignorable(r) })
	if len(text) > 1 && text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf {
		return unicode.ToLower(rune(text[0]))
	}
	first, size := utf8.DecodeRuneInString(text)
	if next, _ := utf8.DecodeRuneInString(text[size:]); unicode.Is(unicode.Mn, next) {
		first = 0 // a letter with its accent apart: composed below
		for _, c := range foldText(clip(text, 12)).text {
			first = c
			break
		}
	}
	letter, _ := utf8.DecodeRuneInString(foldRune(first))
	return letter
}
