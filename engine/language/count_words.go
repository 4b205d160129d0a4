package language

import (
	"cmp"
	"slices"
)

// countWord is a word that counts, ready to be compared with misspelt ones.
type countWord struct {
	text    string
	letters uint64
	value   int64
}

// longCountWords are the number words up to 99 and the hundreds that are long enough to be misspelt, by language, in a fixed
// order.
var longCountWords = func() map[string][]countWord {
	all := map[string][]countWord{}
	for code, t := range tongues {
		var words []countWord
		add := func(word string, value int64) {
			if len([]rune(word)) >= shortestMisspelt {
				words = append(words, countWord{word, letters(word), value})
			}
		}
		for _, table := range []map[string]int64{t.numbers.small, t.numbers.tens, t.numbers.hundreds} {
			for word, n := range table {
				add(word, n)
			}
		}
		for _, c := range compounds(t) {
			add(c.text, c.value)
		}
		slices.SortFunc(words, func(a, b countWord) int { return cmp.Compare(a.text, b.text) })
		all[code] = words
	}
	return all
}()

// compounds are the numbers from 21 to 99 where they are one word: "quarantacinque", "fünfundvierzig".
func compounds(t *tongue) []countWord {
	var all []countWord
	for tens, n := range t.numbers.tens {
		for small, u := range t.numbers.small {
			if u < 1 || u > 9 || t.numbers.articles[small] && small != "uno" && small != "ein" {
				continue
			}
			switch t.code {
			case "de":
				all = append(all, countWord{text: small + "und" + tens, value: n + u})
			case "it":
				if small[0] == 'u' || small[0] == 'o' {
					tens := tens[:len(tens)-1]
					all = append(all, countWord{text: tens + small, value: n + u})
					continue
				}
				all = append(all, countWord{text: tens + small, value: n + u})
			}
		}
	}
	return all
}
