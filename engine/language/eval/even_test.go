package eval_test

import (
	"maps"
	"math"
	"strings"
	"testing"

	"proba/engine/language/eval"
)

// evenSets are the sets in which the length of a reply says nothing of its truth, with their files a language.
var evenSets = map[string]map[string]int{
	"dev3":    {"de": 3, "en": 3, "it": 3, "ro": 3, "ru": 3},
	"unseen2": {"de": 2, "en": 2, "it": 2, "ro": 2, "ru": 2},
}

// TestEvenSetsKeepTheirForm wants files of six phrases a recogniser can be made of, with a fact, each phrase with twelve
// replies of known sorts, six of them met.
func TestEvenSetsKeepTheirForm(t *testing.T) {
	for folder, want := range evenSets {
		files := map[string]int{}
		for name, set := range judgedFiles(t, folder) {
			files[set.Language]++
			if len(set.Phrases) != 6 || len(set.Facts) == 0 {
				t.Errorf("%s has %d phrases and %d facts, want 6 and at least 1", name, len(set.Phrases), len(set.Facts))
			}
			for i, p := range set.Phrases {
				if replies, met := judgedOf(t, set, i); len(p.Examples) < 7 || replies != 12 || met != 6 {
					t.Errorf("%s: %q has %d examples and %d replies, %d of them met, want at least 7, 12 and 6", name, p.Name, len(p.Examples), replies, met)
				}
			}
			if _, err := set.Recogniser(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if !maps.Equal(files, want) {
			t.Errorf("%s has %v files, want %v", folder, files, want)
		}
	}
}

// TestLengthTellsNothing wants a longer reply of an even set to be met as often as a shorter one: of a right and a wrong
// reply to the same phrase, either is the longer one equally often.
func TestLengthTellsNothing(t *testing.T) {
	for folder := range evenSets {
		longer, pairs := 0.0, 0.0
		for _, set := range judgedFiles(t, folder) {
			for _, right := range set.Judged {
				for _, wrong := range set.Judged {
					if right.Met && !wrong.Met && right.Phrase == wrong.Phrase {
						longer += half(words(right) - words(wrong))
						pairs++
					}
				}
			}
		}
		if share := longer / pairs; math.Abs(share-0.5) > 0.03 {
			t.Errorf("%s: of a right and a wrong reply the right one is the longer in %.3f of cases, want .5", folder, share)
		}
	}
}

func words(j eval.Judged) int { return len(strings.Fields(j.Text)) }

// half counts a difference as won, lost, or half of each.
func half(difference int) float64 {
	switch {
	case difference > 0:
		return 1
	case difference < 0:
		return 0
	}
	return 0.5
}

// TestEvenSetsShareNothing wants no text of the sets to stand in them twice, nor in another set.
func TestEvenSetsShareNothing(t *testing.T) {
	sharesNothing(t, "dev3", "dev", "dev2", "kept", "replies", "unseen")
	sharesNothing(t, "unseen2", "dev", "dev2", "dev3", "kept", "replies", "unseen")
}
