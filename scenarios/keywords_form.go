package scenarios

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// formRule is one form of a keyword, ready to be found in a folded text.
type formRule struct {
	lang  string
	steps []formStep
}

// formStep is one thing that must stand next.
type formStep struct {
	kind stepKind
	text string // of a literal, folded
	// glued: nothing but the step before stands in front, so no blank is needed ("N%", "(N").
	glued bool
}

type stepKind int

const (
	stepLiteral  stepKind = iota
	stepComma             // may be left out
	stepNumber            // N
	stepTime              // N s: a number and any unit of time, perhaps several pairs
	stepWords             // "N words": any form of the unit
	stepLanguage          // LANG
	stepName              // *x*
	stepRest              // X: all that follows
)

// extent says how much of a text a form must account for.
type extent int

const (
	startOfText extent = iota
	wholeText
)

// limitForms are the words for a limit in each language; measures take any of them, before or after their name.
func limitForms(all []keyword) map[string][][]string {
	limits := map[string][][]string{}
	for _, k := range all {
		if k.id != "num.at-least" && k.id != "num.at-most" && k.id != "mod.within" {
			continue
		}
		for lang, forms := range k.forms {
			limits[lang] = append(limits[lang], forms)
		}
	}
	return limits
}

func formRules(k keyword, limits map[string][][]string) []formRule {
	var rules []formRule
	for _, lang := range keywordLanguages {
		for _, form := range k.forms[lang] {
			for _, variant := range limitVariants(k.id, form, limits[lang]) {
				rules = append(rules, formRule{lang: lang, steps: readForm(variant, lang)})
			}
		}
	}
	return rules
}

// limitVariants writes a measure's limit with every word for it and on either side of the name (KEYWORDS 1.8).
func limitVariants(id word, form string, limits [][]string) []string {
	if !id.under("measure") {
		return []string{form}
	}
	for _, same := range limits {
		for _, limit := range same {
			name, rest, ok := strings.Cut(form, " "+limit+" N")
			if !ok {
				continue
			}
			var variants []string
			for _, other := range same {
				variants = append(variants, name+" "+other+" N"+rest, other+" N"+rest+" "+name)
			}
			return variants
		}
	}
	return []string{form}
}

// readForm turns a form as the table has it into steps.
func readForm(form, lang string) []formStep {
	var steps []formStep
	fields := strings.Fields(form)
	for i := 0; i < len(fields); i++ {
		steps = append(steps, readField(fields[i])...)
		if fields[i] == "N" || fields[i] == "(N" {
			continue
		}
		if n := len(steps); n >= 2 && steps[n-2].kind == stepNumber {
			steps = joinUnit(steps, lang)
		}
	}
	return steps
}

// joinUnit makes one step of a number and a unit after it.
func joinUnit(steps []formStep, lang string) []formStep {
	n := len(steps)
	last := steps[n-1]
	unit, closing := strings.TrimSuffix(last.text, ")"), strings.HasSuffix(last.text, ")")
	switch {
	case last.kind != stepLiteral:
		return steps
	case unit == map[string]string{"ru": "с"}[lang] || unit == "s":
		steps[n-2].kind = stepTime
		steps = steps[:n-1]
	case slices.Contains([]string{"words", "parole", "cuvinte", "слов", "wörter"}, unit):
		steps[n-1].kind = stepWords
	}
	if closing {
		steps = append(steps, formStep{kind: stepLiteral, text: ")", glued: true})
	}
	return steps
}

func readField(field string) []formStep {
	switch field {
	case "N":
		return []formStep{{kind: stepNumber}}
	case "N%":
		return []formStep{{kind: stepNumber}, {kind: stepLiteral, text: "%", glued: true}}
	case "LANG":
		return []formStep{{kind: stepLanguage}}
	case "X":
		return []formStep{{kind: stepRest}}
	case "*x*":
		return []formStep{{kind: stepName}}
	}
	if before, ok := strings.CutSuffix(field, ","); ok {
		return append(readField(before), formStep{kind: stepComma, glued: true})
	}
	return []formStep{{kind: stepLiteral, text: foldName(field)}}
}

// matchAt finds the form at an offset of a folded text and returns where it ends and what stood in its holes.
func (r formRule) matchAt(text string, at int, how extent) (end int, holes []hole, ok bool) {
	for i, step := range r.steps {
		next := at
		if i > 0 && strings.HasPrefix(text[at:], " ") {
			next = at + 1
		}
		if next == at && i > 0 && needsBlank(r.steps[i-1], step, text[:at]) {
			return 0, nil, false
		}
		n, found, ok := step.matchAt(text[next:], r.lang, how)
		if !ok {
			return 0, nil, false
		}
		if step.kind == stepComma && n == 0 {
			continue
		}
		at = next + n
		if found.end > 0 {
			holes = append(holes, hole{start: next + found.start, end: next + found.end, code: found.code})
		}
	}
	return at, holes, true
}

// needsBlank reports whether two steps may not touch: both sides are words, and no apostrophe parts them.
func needsBlank(before, step formStep, sofar string) bool {
	if step.glued || step.kind == stepComma {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(sofar)
	return unicode.IsLetter(last) || unicode.IsDigit(last) && before.kind != stepNumber
}

// matchAt finds one step at the start of a text and says how long it is. A hole may not be empty.
func (s formStep) matchAt(text, lang string, how extent) (n int, h hole, ok bool) {
	switch s.kind {
	case stepLiteral:
		return len(s.text), hole{}, strings.HasPrefix(text, s.text) && wordEndsAt(text, len(s.text))
	case stepComma:
		if strings.HasPrefix(text, ",") {
			n = 1
		}
		return n, hole{}, true
	case stepNumber:
		n, digits := numberHole(text, lang)
		start := strings.Index(text[:n], digits)
		return n, hole{start: start, end: start + len(digits)}, n > 0
	case stepTime:
		n := timeLength(text, lang)
		return n, hole{end: n}, n > 0
	case stepWords:
		n := unitLength(text, lang, []string{"unit.word"})
		return n, hole{}, n > 0
	case stepLanguage:
		n, code := languageHole(text, lang)
		return n, hole{end: n, code: code}, n > 0
	case stepName:
		n, name := nameHole(text)
		return n, hole{start: 1, end: 1 + len(name)}, n > 0
	default:
		return len(text), hole{end: len(text)}, how == wholeText && strings.TrimSpace(text) != ""
	}
}

// wordEndsAt reports whether a word of a folded text ends at an offset. An apostrophe before it ends a word by itself
// (KEYWORDS 1.7), and so does any sign.
func wordEndsAt(text string, end int) bool {
	if end >= len(text) || end == 0 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	if !isWordRune(last) {
		return true
	}
	next, size := utf8.DecodeRuneInString(text[end:])
	if next == '-' {
		after, _ := utf8.DecodeRuneInString(text[end+size:])
		return !isWordRune(after)
	}
	return !isWordRune(next)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
