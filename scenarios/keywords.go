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
	found := lookupAll(prefix, text)
	if len(found) == 0 {
		return "", "", nil, false
	}
	return found[0].word, found[0].lang, found[0].holes, true
}

// lookupAll finds every keyword that a text is as a whole, for words with two meanings ("risposta"): in the order of
// the table, and for each word in the order of the languages.
func lookupAll(prefix, text string) []match {
	text = strings.TrimSpace(text)
	var f folded
	var found []match
	letter := firstLetter(text)
	for lang := range keywordLanguages {
		rules := keywordsByStart().starting(prefix, lang, letter)
		if len(rules) > 0 && f.at == nil {
			f = foldText(text)
		}
		for _, r := range rules {
			end, holes, ok := r.matchAt(f.text, 0, wholeText)
			if ok && end == len(f.text) && !hasMatch(found, r.id, r.lang) {
				found = append(found, match{word: r.id, lang: r.lang, n: len(text), holes: holeTexts(holes, f, text)})
			}
		}
	}
	sortByTable(found)
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
	found := matchesAt(prefix, text, lang)
	if len(found) == 0 {
		return "", 0, nil, false
	}
	return found[0].word, found[0].n, found[0].holes, true
}

// reach is how many bytes of a text are looked at for a keyword; the longest one is far shorter.
const reach = 200

// matchesAt finds all keywords of one language at the start of a text, the longest first, equal ones in table order.
func matchesAt(prefix, text, lang string) []match {
	if lang == "" {
		return matchesInAll(prefix, text)
	}
	rules := keywordsByStart().starting(prefix, languageIndex(lang), firstLetter(text))
	if len(rules) == 0 {
		return nil
	}
	f := foldText(clip(text, reach))
	start := 0
	if strings.HasPrefix(f.text, " ") {
		start = 1
	}
	var found []match
	for _, r := range rules {
		if end, holes, ok := r.matchAt(f.text, start, startOfText); ok {
			found = append(found, match{word: r.id, lang: r.lang, n: f.at[end], holes: holeTexts(holes, f, text)})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].n > found[j].n })
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
