package language

import (
	"strings"
	"unicode"
)

// unmix rewrites a word that mixes Latin and Cyrillic letters in the script most of its letters have, and tells
// whether it was mixed. Only letters that look alike are rewritten.
func unmix(word string) (string, bool) {
	latin, cyrillic := countScripts(word)
	if latin == 0 || cyrillic == 0 {
		return word, false
	}
	table := toLatin
	if cyrillic > latin {
		table = toCyrillic
	}
	return strings.Map(func(r rune) rune {
		if twin, ok := table[r]; ok {
			return twin
		}
		return r
	}, word), true
}

func countScripts(word string) (latin, cyrillic int) {
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
	}
	return latin, cyrillic
}

var (
	toLatin = map[rune]rune{
		'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'к': 'k', 'м': 'm', 'т': 't', 'в': 'b', 'н': 'h',
	}
	toCyrillic = map[rune]rune{
		'a': 'а', 'e': 'е', 'o': 'о', 'p': 'р', 'c': 'с', 'y': 'у', 'x': 'х', 'i': 'і', 'k': 'к', 'm': 'м', 't': 'т', 'b': 'в', 'h': 'н',
	}
)
