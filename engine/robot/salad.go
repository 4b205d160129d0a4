package robot

import (
	"strings"

	"proba/engine"
)

// saladBowl is how many words of the salad go into each later message.
const saladBowl = 15

// newSalad says every word of every pattern without order: first all in one breath, then in bowls.
func newSalad(sc *engine.Script, seed int64) Player {
	words := wordsOf(strings.Join(fragmentsOf(sc, nil), " "))
	c := newChance(seed)
	shuffle(c, words)
	all := strings.Join(words, " ")
	messages := []string{all}
	shuffle(c, words)
	for from := 0; from < len(words); from += saladBowl {
		messages = append(messages, strings.Join(words[from:min(from+saladBowl, len(words))], " "))
	}
	if all == "" {
		messages = nil
	}
	next := inTurn(messages)
	return talker{
		say: func(v View, n int) (string, bool) {
			text, ok := next(v, n)
			return v.State.Fill(text), ok
		},
		argue: func(v View, _ int) string { return v.State.Fill(all) },
	}
}

// wordsOf splits at blanks, but not inside the braces of a fact.
func wordsOf(text string) []string {
	braces := 0
	return strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '{':
			braces++
		case '}':
			braces--
		}
		return braces == 0 && r == ' '
	})
}
