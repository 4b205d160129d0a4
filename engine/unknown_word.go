package engine

import (
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// strangeWords is an entry of what a persona does not know: words one after the other, whole; one that ends in * stands
// for any ending.
type strangeWords struct {
	entry string
	words []strangeWord
}

type strangeWord struct {
	text string
	open bool // any ending
}

// strangeTo reads a persona's entries in table order, those without words left out.
func strangeTo(understands []scenarios.Understanding) []strangeWords {
	var all []strangeWords
	for _, u := range understands {
		for _, entry := range u.Unknown {
			if words := readStrange(entry); len(words) > 0 {
				all = append(all, strangeWords{entry: entry, words: words})
			}
		}
	}
	return all
}

func readStrange(entry string) []strangeWord {
	var words []strangeWord
	for _, field := range strings.Fields(entry) {
		parts := language.Words(field)
		for i, w := range parts {
			words = append(words, strangeWord{text: w.Text, open: i == len(parts)-1 && strings.HasSuffix(field, "*")})
		}
	}
	return words
}

// unknownWord is the first entry that the text holds: as the table spells it, or as it was said where the table leaves
// the last ending open; "" when he knows every word (SEMANTICS 16).
func unknownWord(strange []strangeWords, text string) string {
	if len(strange) == 0 {
		return ""
	}
	said := language.Words(text)
	for _, s := range strange {
		for i := range said {
			if !s.standsAt(said[i:]) {
				continue
			}
			if !s.words[len(s.words)-1].open {
				return s.entry
			}
			return string([]rune(text)[said[i].Span[0]:said[i+len(s.words)-1].Span[1]])
		}
	}
	return ""
}

func (s strangeWords) standsAt(said []language.Word) bool {
	if len(s.words) > len(said) {
		return false
	}
	for i, w := range s.words {
		if said[i].Text != w.text && !(w.open && strings.HasPrefix(said[i].Text, w.text)) {
			return false
		}
	}
	return true
}
