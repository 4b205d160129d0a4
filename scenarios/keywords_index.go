package scenarios

import (
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
type keywordIndex map[string]map[string]map[rune][]keywordRule

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
		x[prefix] = map[string]map[rune][]keywordRule{}
	}
	if x[prefix][r.lang] == nil {
		x[prefix][r.lang] = map[rune][]keywordRule{}
	}
	var first rune
	if len(r.steps) > 0 && r.steps[0].kind == stepLiteral {
		first, _ = utf8.DecodeRuneInString(r.steps[0].text)
	}
	x[prefix][r.lang][first] = append(x[prefix][r.lang][first], r)
}

// starting returns the forms a text can begin with. It looks at the first letter only, so that most texts need not be
// folded to be told apart.
func (x keywordIndex) starting(prefix, lang, text string) []keywordRule {
	byLetter := x[prefix][lang]
	text = strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsSpace(r) || ignorable(r) })
	first, size := utf8.DecodeRuneInString(text)
	if next, _ := utf8.DecodeRuneInString(text[size:]); unicode.Is(unicode.Mn, next) {
		first = 0 // a letter with its accent apart: composed below
		for _, c := range foldText(clip(text, 12)).text {
			first = c
			break
		}
	}
	letter, _ := utf8.DecodeRuneInString(foldRune(first))
	if len(byLetter[0]) == 0 {
		return byLetter[letter]
	}
	if len(byLetter[letter]) == 0 {
		return byLetter[0]
	}
	return append(append([]keywordRule{}, byLetter[letter]...), byLetter[0]...)
}
