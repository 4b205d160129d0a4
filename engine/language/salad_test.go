package language

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// valueWords are the words of a language that values are made of, with figures and signs between them.
func valueWords(code string) []string {
	t, sp := tongues[code], speeches[code]
	words := []string{"7", "19", "30", "2047", "1h30", "2k", "7.30pm", "€", "%", "9.", "07:30", "18-40", "1,5", "(10)", "VX", "a", "p.m."}
	for w := range openers[code] {
		words = append(words, w)
	}
	for _, table := range []map[string]int64{t.numbers.small, t.numbers.tens, t.numbers.hundreds} {
		words = slices.AppendSeq(words, maps.Keys(table))
	}
	for _, set := range []map[string]bool{
		t.numbers.hundred, t.numbers.thousand, t.numbers.and, t.from, t.to, sp.point, sp.thousands, sp.clock.before, sp.clock.after, sp.clock.plus,
		sp.clock.minus, sp.clock.minutes, sp.spell.fillers, sp.spell.twice, sp.spell.thrice, betweenUnits, centWords,
	} {
		words = slices.AppendSeq(words, maps.Keys(set))
	}
	words = slices.AppendSeq(words, maps.Keys(t.units))
	words = slices.AppendSeq(words, maps.Keys(t.months))
	words = slices.AppendSeq(words, maps.Keys(dayParts))
	words = slices.AppendSeq(words, maps.Keys(sp.spell.letters))
	for _, p := range slices.Concat(sp.after, sp.before, sp.clock.heads) {
		words = append(words, strings.Join(p.words, " "))
	}
	for _, w := range slices.Concat(sp.clock.past, sp.clock.to, sp.pairs, sp.spell.like, t.percent) {
		words = append(words, strings.Join(w, " "))
	}
	slices.Sort(words)
	return words
}

// TestAnyOrderOfValueWordsIsRead reads heaps of the words that values are made of: what is found lies in the text, and the
// same again.
func TestAnyOrderOfValueWordsIsRead(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	facts := map[string]string{"a": "2047", "b": "VX-204-77", "c": "19:30", "d": "45 €", "e": "90 min", "f": "9.10.", "g": "+39 02 6700 7700", "h": "2,5 %"}
	for _, code := range tongueCodes {
		words := valueWords(code)
		for range 600 {
			heap := make([]string, 1+random.IntN(9))
			for i := range heap {
				heap[i] = words[random.IntN(len(words))]
			}
			text := strings.Join(heap, []string{" ", " ", " ", ", ", "-"}[random.IntN(5)])
			r := read(Reply{Text: text, Typed: true, Facts: facts, Today: "2026-03-12"}, []string{code})
			for name, want := range r.facts {
				if from, to := r.where(want); from >= 0 && (from >= to || to > len(r.tokens)) {
					t.Errorf("%s: %s in %q is found at [%d,%d) of %d words", code, facts[name], text, from, to, len(r.tokens))
				}
			}
			for _, f := range r.meant().all {
				if f.from < 0 || f.from >= f.to || f.to > len(r.tokens) {
					t.Errorf("%s: %+v in %q lies outside of %d words", code, f, text, len(r.tokens))
				}
			}
			if first, again := ParseValue(text, code), ParseValue(text, code); first != again {
				t.Errorf("%s: %q is %v and %v", code, text, first, again)
			}
			partsOf(text, code)
		}
	}
}
