package scenarios

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nearest returns the keyword form under a prefix that a misspelt text most likely meant; "" when none is near.
func nearest(prefix, text string) string {
	var all []string
	for _, k := range keywords() {
		if !k.id.under(prefix) {
			continue
		}
		for _, lang := range keywordLanguages {
			all = append(all, k.forms[lang]...)
		}
	}
	return nearestOf(text, all)
}

// nearestOf returns the candidate that a misspelt text most likely meant; "" when none is near. Letters that differ
// only in their accents count as nearly equal; of equally near candidates the first one wins that begins with the same
// letter, because people seldom get that one wrong.
func nearestOf(text string, candidates []string) string {
	from := []rune(foldName(clip(text, 200)))
	best, bestRank := "", 2*wrongLetters(len(from))*letterCost+2
	for _, c := range candidates {
		if far := abs(len(from) - utf8.RuneCountInString(c)); far > wrongLetters(len(from))+2 {
			continue
		}
		to, ok := foldedForms()[c]
		if !ok {
			to = []rune(foldName(clip(c, 200)))
		}
		if len(to) == 0 || 2*abs(len(from)-len(to))*letterCost >= bestRank {
			continue
		}
		if rank := nearness(from, to); rank < bestRank {
			best, bestRank = c, rank
		}
	}
	return best
}

// nearness ranks how near two texts are, the nearest lowest.
func nearness(from, to []rune) int {
	rank := 2 * editCost(from, to)
	if len(from) == 0 || from[0] != to[0] {
		rank++
	}
	return rank
}

// foldedForms holds every form of every keyword as it is compared.
var foldedForms = sync.OnceValue(func() map[string][]rune {
	folded := map[string][]rune{}
	for _, k := range keywords() {
		for _, forms := range k.forms {
			for _, form := range forms {
				folded[form] = []rune(foldName(form))
			}
		}
	}
	return folded
})

// letterCost is the cost of one wrong letter; a wrong accent costs 1.
const letterCost = 4

// wrongLetters is how many wrong letters a word of n letters may have to be taken for another.
func wrongLetters(n int) int {
	switch {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	default:
		return min(2+n/8, 6)
	}
}

// editCost is the cost of turning one text into the other by inserting, deleting, replacing and swapping letters
// (optimal string alignment).
func editCost(from, to []rune) int {
	width := len(to) + 1
	before, last, row := make([]int, width), make([]int, width), make([]int, width)
	for j := range last {
		last[j] = j * letterCost
	}
	for i := 1; i <= len(from); i++ {
		row[0] = i * letterCost
		for j := 1; j <= len(to); j++ {
			row[j] = min(last[j]+letterCost, row[j-1]+letterCost, last[j-1]+replaceCost(from[i-1], to[j-1]))
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				row[j] = min(row[j], before[j-2]+letterCost)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(to)]
}

func replaceCost(a, b rune) int {
	switch {
	case a == b:
		return 0
	case plainLetter(a) == plainLetter(b):
		return 1
	default:
		return letterCost
	}
}

// plainLetter is a letter without its accents.
func plainLetter(r rune) rune {
	if r < 0x80 {
		return r
	}
	for _, d := range norm.NFD.String(string(r)) {
		return d
	}
	return r
}

// withoutAccents removes accents from a text, as replies are compared.
func withoutAccents(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
