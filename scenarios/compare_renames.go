package scenarios

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// rename is a thing that has another name now.
type rename struct{ old, now piece }

// renames pairs what is gone with what is new in the same section and says nearly the same. Things that others name come
// first, so that a criterion whose phrase was renamed is not taken for another one.
func renames(old, now []piece) []rename {
	var found []rename
	for _, section := range []string{"section.facts", "section.phrases", "section.conversation", "section.desk", "section.criteria", "section.debrief", "section.competences"} {
		gone := only(section, old, now)
		fresh := only(section, now, old)
		for _, n := range fresh {
			if i := nearestPiece(n, gone, found); i >= 0 {
				found = append(found, rename{gone[i], n})
				gone = slices.Delete(gone, i, i+1)
			}
		}
	}
	return found
}

// only are the pieces of a section that the other state has not.
func only(section string, all, other []piece) []piece {
	var own []piece
	for _, p := range all {
		if p.section == section && p.name != "" && !slices.ContainsFunc(other, p.sameThing) {
			own = append(own, p)
		}
	}
	return own
}

// nearestPiece is the piece that says most of what another says; -1 where none says at least two thirds.
func nearestPiece(p piece, gone []piece, known []rename) int {
	best, at := 2.0/3, -1
	for i, g := range gone {
		for _, r := range known {
			g = renamed(g, r)
		}
		if s := likeness(g, p); s >= best && (at < 0 || s > best) {
			best, at = s, i
		}
	}
	return at
}

// likeness is the share of words two pieces have in common, of the longer one.
func likeness(a, b piece) float64 {
	words := map[string]int{}
	wordsA, wordsB := pieceWords(a), pieceWords(b)
	for _, w := range wordsA {
		words[w]++
	}
	common := 0
	for _, w := range wordsB {
		if words[w] > 0 {
			words[w]--
			common++
		}
	}
	longer := max(len(wordsA), len(wordsB))
	if longer == 0 {
		return 0
	}
	return float64(common) / float64(longer)
}

var quotedWords = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)

// pieceWords are the words an author wrote in a piece, without how the model is built.
func pieceWords(p piece) []string {
	words := strings.Fields(p.says)
	for _, m := range quotedWords.FindAllStringSubmatch(p.asks+" "+p.goes, -1) {
		words = append(words, strings.Fields(m[1])...)
	}
	return words
}

// renamed writes the old name of a thing as its new one, in all that names it.
func renamed(p piece, r rename) piece {
	if p.section == r.old.section && sameName(p.name, r.old.name) {
		p.name = r.now.name
	}
	from, to := fmt.Sprintf("%q", foldName(r.old.name)), fmt.Sprintf("%q", foldName(r.now.name))
	p.asks = strings.ReplaceAll(p.asks, from, to)
	if r.old.section == "section.facts" {
		from, to = "{"+r.old.name+"}", "{"+r.now.name+"}"
		p.asks, p.says = strings.ReplaceAll(p.asks, from, to), strings.ReplaceAll(p.says, from, to)
	}
	return p
}

func renamePiece(pieces []piece, r rename) {
	for i := range pieces {
		pieces[i] = renamed(pieces[i], r)
	}
}
