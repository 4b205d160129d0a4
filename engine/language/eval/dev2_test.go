package eval_test

import "testing"

// TestSecondDevelopmentSetKeepsItsForm wants four files a language, each of six phrases a recogniser can be made of and
// with a fact, each phrase with eight examples, four counter-examples and ten replies of known sorts, five of them met.
func TestSecondDevelopmentSetKeepsItsForm(t *testing.T) {
	files := map[string]int{}
	for name, set := range judgedFiles(t, "dev2") {
		files[set.Language]++
		if len(set.Phrases) != 6 || len(set.Facts) == 0 {
			t.Errorf("%s has %d phrases and %d facts, want 6 and at least 1", name, len(set.Phrases), len(set.Facts))
		}
		for i, p := range set.Phrases {
			replies, met := judgedOf(t, set, i)
			if len(p.Examples) != 8 || len(p.Not) != 4 || replies != 10 || met != 5 {
				t.Errorf("%s: %q has %d examples, %d counter-examples and %d replies, %d of them met, want 8, 4, 10 and 5",
					name, p.Name, len(p.Examples), len(p.Not), replies, met)
			}
		}
		if _, err := set.Recogniser(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, code := range []string{"de", "en", "it", "ro", "ru"} {
		if files[code] != 4 {
			t.Errorf("%s has %d files, want 4", code, files[code])
		}
	}
}

// TestSecondDevelopmentSetSharesNothing wants no text of the set to stand in it twice, nor in another set.
func TestSecondDevelopmentSetSharesNothing(t *testing.T) {
	sharesNothing(t, "dev2", "dev", "kept", "replies", "unseen")
}
