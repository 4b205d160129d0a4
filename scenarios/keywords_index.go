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
	id    word
	place int // of the keyword in the table
	formRule
}

// keywordIndex holds the forms by prefix: a whole id, or what stands before its dot.
type keywordIndex map[string]*keywordGroup

// keywordGroup holds forms by the letter they begin with, those that begin with a hole apart.
type keywordGroup struct {
	letters []letterRules
	holes   *rulesByLanguage // nil for none
}

type letterRules struct {
	letter rune
	rules  *rulesByLanguage
}

// under returns the forms that begin with a letter; nil for none.
func (g *keywordGroup) under(letter rune) *rulesByLanguage {
	for i := range g.letters {
		if g.letters[i].letter == letter {
			return g.letters[i].rules
		}
	}
	return nil
}

// rulesByLanguage are forms in the order of the table.
type rulesByLanguage [len(keywordLanguages)][]keywordRule

var keywordsByStart = sync.OnceValue(func() keywordIndex {
	index := keywordIndex{}
	for i, k := range keywords() {
		group, _, _ := strings.Cut(string(k.id), ".")
		for _, r := range k.rules {
			for _, prefix := range []string{group, string(k.id)} {
				index.add(prefix, keywordRule{k.id, i, r})
			}
		}
	}
	return index
})

func (x keywordIndex) add(prefix string, r keywordRule) {
	g := x[prefix]
	if g == nil {
		g = &keywordGroup{}
		x[prefix] = g
	}
	lang, rules := languageIndex(r.lang), g.placeFor(r)
	rules[lang] = append(rules[lang], r)
}

// placeFor is where a form belongs.
func (g *keywordGroup) placeFor(r keywordRule) *rulesByLanguage {
	if len(r.steps) == 0 || r.steps[0].kind != stepLiteral {
		if g.holes == nil {
			g.holes = &rulesByLanguage{}
		}
		return g.holes
	}
	first, _ := utf8.DecodeRuneInString(r.steps[0].text)
	if rules := g.under(first); rules != nil {
		return rules
	}
	rules := &rulesByLanguage{}
	g.letters = append(g.letters, letterRules{first, rules})
	return rules
}

// starting returns the forms a text can begin with, whose first letter is given (see [firstLetter]): those with that
// letter, and those that begin with a hole. Both are nil where there is no such prefix.
func (x keywordIndex) starting(prefix string, letter rune) (lettered, holed *rulesByLanguage) {
	g := x[prefix]
	if g == nil {
		return nil, nil
	}
	return g.under(letter), g.holes
}

// in returns the forms of one language.
func (r *rulesByLanguage) in(lang int) []keywordRule {
	if r == nil {
		return nil
	}
	return r[lang]
}

// languageIndex is the place of a keyword language; the first for any other.
func languageIndex(lang string) int { return max(0, slices.Index(keywordLanguages[:], lang)) }

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
	if first == 'ß' || first == 'ẞ' {
		return 's'
	}
	return foldRune(first)
}
