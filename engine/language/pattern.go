package language

import (
	"strings"

	"proba/scenarios"
)

// innerGap is how many other words may stand between the words of one alternative (SEMANTICS 9).
const innerGap = 2

// pattern is a pattern ready to be looked for.
type pattern struct {
	text string
	// languages it belongs to; empty means any.
	languages []string
	parts     []patternPart
	// negated tells that it holds a negator of its own and is exempt from the negation rules.
	negated bool
	// words counts its items, for near misses.
	words int
}

type patternPart struct{ items []patternItem }

type patternItem struct {
	gap          int
	alternatives [][]atom
}

// atom is one word of a pattern, folded. Words that count ("tre", "14") carry their number.
type atom struct {
	kind   scenarios.AtomKind
	text   string
	exact  bool
	number int64
	counts bool
	length int // in letters
	// letters is the set of its letters; typos is how many wrong letters it may have, none with a digit in it.
	letters uint64
	typos   int
	// place is its number among the words of all patterns, from 1; 0 for what is no word.
	place int
}

func compilePattern(p scenarios.Pattern, languages []string) pattern {
	c := pattern{text: p.Text, languages: languages}
	if p.Language != "" {
		c.languages = []string{p.Language}
	}
	for _, part := range p.Expr.Parts {
		var compiled patternPart
		for _, item := range part.Items {
			compiled.items = append(compiled.items, c.item(item))
		}
		if len(compiled.items) > 0 {
			c.parts = append(c.parts, compiled)
			c.words += len(compiled.items)
		}
	}
	return c
}

func (c *pattern) item(item scenarios.PatternItem) patternItem {
	compiled := patternItem{gap: max(0, item.Gap)}
	for _, alternative := range item.Alternatives {
		var atoms []atom
		for _, a := range alternative {
			atoms = append(atoms, c.atoms(a)...)
		}
		c.negated = c.negated || c.holdsNegator(atoms)
		if len(atoms) > 0 {
			compiled.alternatives = append(compiled.alternatives, atoms)
		}
	}
	return compiled
}

// atoms folds one written word; a word with an apostrophe or hyphen is several, with nothing between.
func (c *pattern) atoms(a scenarios.PatternAtom) []atom {
	if a.Kind != scenarios.AtomWord && a.Kind != scenarios.AtomStem {
		return []atom{{kind: a.Kind, text: a.Text, exact: a.Exact}}
	}
	words := strings.FieldsFunc(Fold(a.Text), func(r rune) bool { return !isWordRune(r) })
	var atoms []atom
	for i, w := range words {
		compiled := atom{kind: scenarios.AtomWord, text: w, exact: a.Exact || i > 0, length: len([]rune(w)), letters: letters(w)}
		if !hasDigit(w) && !compiled.exact {
			compiled.typos = tolerance(compiled.length)
		}
		if a.Kind == scenarios.AtomStem && i == len(words)-1 {
			compiled.kind = scenarios.AtomStem
		} else if !a.Exact {
			compiled.number, compiled.counts = c.count(w)
		}
		atoms = append(atoms, compiled)
	}
	return atoms
}

// count is the number a pattern word stands for, in one of the pattern's languages.
func (c *pattern) count(word string) (int64, bool) {
	if allDigits(word) {
		return decimalNumber(word, "")
	}
	for _, code := range c.languages {
		t := tongueOf(code)
		if v, ok := t.numbers.additive(word); ok && !t.numbers.articles[word] {
			return v * scale, true
		}
	}
	return 0, false
}

func (c *pattern) holdsNegator(atoms []atom) bool {
	for i, a := range atoms {
		if a.kind != scenarios.AtomWord {
			continue
		}
		if a.text == "t" && i > 0 && strings.HasSuffix(atoms[i-1].text, "n") {
			return true
		}
		for _, code := range c.languages {
			if tongueOf(code).negators[a.text] {
				return true
			}
		}
	}
	return false
}

// speaks reports whether the pattern belongs to a language.
func (c *pattern) speaks(language string) bool {
	if len(c.languages) == 0 {
		return true
	}
	for _, l := range c.languages {
		if l == language {
			return true
		}
	}
	return false
}

func (a atom) isSlot() bool { return a.kind == scenarios.AtomAnyWord }
