package eval

import (
	"strings"

	"proba/engine/language"
)

// Keywords is the baseline every recogniser must beat: a phrase is met when a turn holds at least half of the words of
// one of its examples, function words aside.
func Keywords(_ string, _ []string, examples [][]string) (Judge, error) {
	wanted := make([][][]string, len(examples))
	for i, texts := range examples {
		for _, text := range texts {
			wanted[i] = append(wanted[i], keywords(text))
		}
	}
	return func(turn string) []Opinion {
		said := keywords(turn)
		opinions := make([]Opinion, len(wanted))
		for i, all := range wanted {
			for _, words := range all {
				opinions[i].Score = max(opinions[i].Score, covered(words, said))
			}
			opinions[i].Met = opinions[i].Score >= 0.5
		}
		return opinions
	}, nil
}

func keywords(text string) []string {
	var words []string
	for _, w := range language.Words(text) {
		if len([]rune(w.Text)) >= 4 {
			words = append(words, w.Text)
		}
	}
	return words
}

func covered(words, said []string) float64 {
	held := " " + strings.Join(said, " ") + " "
	n := 0
	for _, w := range words {
		if strings.Contains(held, " "+w+" ") {
			n++
		}
	}
	return float64(n) / float64(max(1, len(words)))
}
