package language

import (
	_ "embed" // the table of concepts
	"strings"
)

//go:embed concepts.txt
var conceptTable string

// concepts are the words of the trade that mean the same in one language: a paraphrase far from every example still
// shares its concepts.
type concepts struct {
	words    map[string][]string // whole words
	stems    map[string][]string // beginnings
	longest  int                 // of the beginnings, in bytes
	sequence map[string][]conceptSequence
}

// conceptSequence is several words that make one concept, kept by their first.
type conceptSequence struct {
	rest    []string
	concept string
}

// conceptColumns is the order of the languages in the table.
var conceptColumns = []string{"en", "it", "ro", "ru", "de", "fr", "es"}

// conceptsByLanguage is read once from the table.
var conceptsByLanguage = readConcepts(conceptTable)

func readConcepts(table string) map[string]*concepts {
	all := make(map[string]*concepts, len(conceptColumns))
	for _, code := range conceptColumns {
		all[code] = &concepts{words: map[string][]string{}, stems: map[string][]string{}, sequence: map[string][]conceptSequence{}}
	}
	for _, line := range strings.Split(table, "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "|")
		for i, code := range conceptColumns {
			if i+1 < len(cells) {
				all[code].add(strings.TrimSpace(cells[0]), cells[i+1])
			}
		}
	}
	return all
}

func (c *concepts) add(concept, list string) {
	for _, entry := range strings.Fields(Fold(list)) {
		words := strings.FieldsFunc(entry, func(r rune) bool { return r == '_' })
		stem, isStem := strings.CutSuffix(entry, "*")
		switch {
		case len(words) == 0 || strings.HasSuffix(entry, "_"):
		case len(words) > 1:
			c.sequence[words[0]] = append(c.sequence[words[0]], conceptSequence{words[1:], concept})
		case isStem:
			c.stems[stem] = append(c.stems[stem], concept)
			c.longest = max(c.longest, len(stem))
		default:
			c.words[entry] = append(c.words[entry], concept)
		}
	}
}

// of gives the concepts of the word at position i; the longest beginning decides among beginnings.
func (c *concepts) of(t *text, i, end int) []string {
	word := t.tokens[i].text
	found := append([]string(nil), c.words[word]...)
	for n := min(len(word), c.longest); n >= 3; n-- {
		if stems := c.stems[word[:n]]; stems != nil {
			found = append(found, stems...)
			break
		}
	}
	for _, s := range c.sequence[word] {
		if s.follows(t, i+1, end) {
			found = append(found, s.concept)
		}
	}
	return found
}

func (s conceptSequence) follows(t *text, i, end int) bool {
	if i+len(s.rest) > end {
		return false
	}
	for k, w := range s.rest {
		if t.tokens[i+k].text != w {
			return false
		}
	}
	return true
}
