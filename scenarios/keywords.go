package scenarios

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
)

// keywordTable is the whole vocabulary of the language: an id and its forms in five languages, the preferred one first.
//
//go:embed keywords.tsv
var keywordTable string

// word is the stable id of a keyword, the first column of the table, such as "verb.says".
type word string

// keywordLanguages are the languages keywords exist in, in the order in which they are tried (KEYWORDS 1.3).
var keywordLanguages = [...]string{"en", "it", "ro", "ru", "de"}

// keyword is one row of the table.
type keyword struct {
	id    word
	forms map[string][]string // by language
	rules []formRule
}

// match is a keyword found in a text.
type match struct {
	word word
	lang string
	// n is how many bytes of the text were used, leading blanks included.
	n int
	// holes holds what stood at N, "N s", LANG (as a code), *x* (without asterisks) and X, in order, as written.
	holes []string
}

// keywords reads the table once. Nothing in it changes afterwards.
var keywords = sync.OnceValue(func() []keyword { return readKeywords(keywordTable) })

func readKeywords(table string) []keyword {
	lines := strings.Split(strings.TrimSpace(table), "\n")
	all := make([]keyword, 0, len(lines))
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		k := keyword{id: word(cells[0]), forms: map[string][]string{}}
		for i, lang := range keywordLanguages {
			k.forms[lang] = strings.Split(cells[i+1], " / ")
		}
		all = append(all, k)
	}
	limits := limitForms(all)
	for i := range all {
		all[i].rules = formRules(all[i], limits)
	}
	return all
}

// under reports whether the word has the prefix: a whole id ("verb.says") or what stands before its dot ("verb").
func (w word) under(prefix string) bool {
	rest, ok := strings.CutPrefix(string(w), prefix)
	return ok && (rest == "" || rest[0] == '.')
}

// wordsOf returns the ids under a prefix in table order; none for an unknown prefix.
func wordsOf(prefix string) []word {
	var found []word
	for _, k := range keywords() {
		if k.id.under(prefix) {
			found = append(found, k.id)
		}
	}
	return found
}

// forms returns the forms of a word in a language, the preferred one first; none where the word or the language is
// unknown. The slice is not the caller's to change.
func forms(w word, lang string) []string {
	for _, k := range keywords() {
		if k.id == w {
			return k.forms[lang]
		}
	}
	return nil
}

// Keyword returns the preferred form of a keyword ("verb.says", "section.criteria") in a language, for templates,
// editors and exports. A language the table does not have is answered in English, an unknown id with "".
func Keyword(id, lang string) string {
	found := forms(word(id), lang)
	if len(found) == 0 {
		found = forms(word(id), "en")
	}
	if len(found) == 0 {
		return ""
	}
	return found[0]
}

// lookup finds the keyword that a text is as a whole, in any language, and what stood in its holes.
func lookup(prefix, text string) (w word, lang string, holes []string, ok bool) {
	l := newLooking(text)
	best, at, found := l.first(prefix)
	if !found {
		return "", "", nil, false
	}
	return best.id, best.lang, l.holes(at), true
}

// looking is a text that is looked up as a whole.
type looking struct {
	text   string
	letter rune
	folded folded
	ready  bool // it is folded
}

func newLooking(text string) looking {
	text = strings.TrimSpace(text)
	return looking{text: text, letter: firstLetter(text)}
}

// is reports whether the text is a form as a whole, and what stood in its holes.
func (l *looking) is(r *keywordRule) ([]hole, bool) {
	if !l.ready {
		l.folded, l.ready = foldText(l.text), true
	}
	end, holes, ok := r.matchAt(l.folded.text, 0, wholeText)
	return holes, ok && end == len(l.folded.text)
}

// first finds the form under a prefix that the text is: of several the first of the table, then of the languages.
func (l *looking) first(prefix string) (best *keywordRule, at []hole, ok bool) {
	lettered, holed := keywordsByStart().starting(prefix, l.letter)
	if lettered == nil && holed == nil {
		return nil, nil, false
	}
	for lang := range keywordLanguages {
		r, holes := l.among(lettered.in(lang))
		if other, more := l.among(holed.in(lang)); other != nil && (r == nil || other.place < r.place) {
			r, holes = other, more
		}
		if r != nil && (best == nil || r.place < best.place) {
			best, at = r, holes
		}
	}
	return best, at, best != nil
}

// holes are what stood in the holes of a form.
func (l *looking) holes(at []hole) []string { return holeTexts(at, l.folded, l.text) }

// among finds the first form of a list that the text is; nil for none.
func (l *looking) among(rules []keywordRule) (*keywordRule, []hole) {
	for i := range rules {
		if holes, ok := l.is(&rules[i]); ok {
			return &rules[i], holes
		}
	}
	return nil, nil
}

// lookupAll finds every keyword that a text is as a whole, for words with two meanings ("risposta"): in the order of
// the table, and for each word in the order of the languages.
func lookupAll(prefix, text string) []match {
	l := newLooking(text)
	var found []match
	lettered, holed := keywordsByStart().starting(prefix, l.letter)
	for lang := range keywordLanguages {
		found = l.all(found, lettered.in(lang))
		found = l.all(found, holed.in(lang))
	}
	sortByTable(found)
	return found
}

// all adds every form of a list that the text is; of each word the first.
func (l *looking) all(found []match, rules []keywordRule) []match {
	for i := range rules {
		r := &rules[i]
		if holes, ok := l.is(r); ok && !hasMatch(found, r.id, r.lang) {
			found = append(found, match{word: r.id, lang: r.lang, n: len(l.text), holes: holeTexts(holes, l.folded, l.text)})
		}
	}
	return found
}

// sortByTable puts matches in the order of the table; those of one word stay in the order of the languages.
func sortByTable(found []match) {
	if len(found) < 2 {
		return
	}
	place := keywordPlaces()
	sort.SliceStable(found, func(i, j int) bool { return place[found[i].word] < place[found[j].word] })
}

// keywordPlaces is the row of each keyword in the table.
var keywordPlaces = sync.OnceValue(func() map[word]int {
	places := map[word]int{}
	for i, k := range keywords() {
		places[k.id] = i
	}
	return places
})

func hasMatch(found []match, w word, lang string) bool {
	for _, m := range found {
		if m.word == w && m.lang == lang {
			return true
		}
	}
	return false
}

// longestAt finds the longest keyword of one language at the start of a text and says how many bytes it took. Leading
// blanks are skipped. With lang "" all languages are tried.
func longestAt(prefix, text, lang string) (w word, n int, holes []string, ok bool) {
	if lang == "" {
		found := matchesInAll(prefix, text)
		if len(found) == 0 {
			return "", 0, nil, false
		}
		return found[0].word, found[0].n, found[0].holes, true
	}
	return ahead{source: text}.longest(prefix, lang)
}

// reach is how many bytes of a text are looked at for a keyword; the longest one is far shorter.
const reach = 200

// ahead is what stands before a reader.
type ahead struct {
	source string
	// folded is the source as it is compared, where it is plain letters and has no other length; else "".
	folded string
}

// rules returns the forms a text may begin with, and the text as it is compared; nil where there are none.
func (a ahead) rules(prefix, lang string) (lettered, holed []keywordRule, f folded) {
	index := languageIndex(lang)
	byLetter, others := keywordsByStart().starting(prefix, a.firstLetter())
	lettered, holed = byLetter.in(index), others.in(index)
	switch {
	case len(lettered)+len(holed) == 0:
	case a.folded != "":
		f = folded{text: clip(a.folded, reach)}
	default:
		f = foldText(clip(a.source, reach))
	}
	return lettered, holed, f
}

func (a ahead) firstLetter() rune {
	if letters := strings.TrimLeft(a.folded, " "); letters != "" {
		return rune(letters[0])
	}
	return firstLetter(a.source)
}

// longest finds the longest keyword of a language; the first of several.
func (a ahead) longest(prefix, lang string) (w word, n int, holes []string, ok bool) {
	lettered, holed, f := a.rules(prefix, lang)
	start := startOf(f.text)
	var best *keywordRule
	var at []hole
	for _, rules := range [...][]keywordRule{lettered, holed} {
		for i := range rules {
			end, h, is := rules[i].matchAt(f.text, start, startOfText)
			if is && (best == nil || f.offset(end) > n) {
				best, n, at = &rules[i], f.offset(end), h
			}
		}
	}
	if best == nil {
		return "", 0, nil, false
	}
	return best.id, n, holeTexts(at, f, a.source), true
}

func startOf(text string) int {
	if strings.HasPrefix(text, " ") {
		return 1
	}
	return 0
}

// matchesAt finds all keywords of one language at the start of a text, the longest first, equal ones in table order.
func matchesAt(prefix, text, lang string) []match {
	if lang == "" {
		return matchesInAll(prefix, text)
	}
	return ahead{source: text}.all(prefix, lang)
}

func (a ahead) all(prefix, lang string) []match {
	lettered, holed, f := a.rules(prefix, lang)
	start := startOf(f.text)
	var found []match
	for _, rules := range [...][]keywordRule{lettered, holed} {
		for i := range rules {
			if end, holes, ok := rules[i].matchAt(f.text, start, startOfText); ok {
				found = append(found, match{word: rules[i].id, lang: rules[i].lang, n: f.offset(end), holes: holeTexts(holes, f, a.source)})
			}
		}
	}
	if len(found) > 1 {
		sort.SliceStable(found, func(i, j int) bool { return found[i].n > found[j].n })
	}
	return found
}

// matchesInAll is matchesAt over all languages.
func matchesInAll(prefix, text string) []match {
	var found []match
	for _, lang := range keywordLanguages {
		found = append(found, matchesAt(prefix, text, lang)...)
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].n > found[j].n })
	return found
}

// clip cuts a text to at most max bytes without splitting a character.
func clip(text string, max int) string {
	if len(text) <= max {
		return text
	}
	for max > 0 && text[max]&0xC0 == 0x80 {
		max--
	}
	return text[:max]
}
