package language

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// allConceptRows gives the rows of every shipped table.
func allConceptRows(t *testing.T) [][]string {
	t.Helper()
	var rows [][]string
	for _, table := range conceptTables(conceptFiles) {
		rows = append(rows, conceptRows(table)...)
	}
	if len(rows) < 300 {
		t.Fatalf("%d concepts, want several hundred", len(rows))
	}
	return rows
}

func TestEveryConceptStandsOnceWithItsLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, cells := range allConceptRows(t) {
		name := cells[0]
		if seen[name] {
			t.Errorf("the concept %s stands in two rows", name)
		}
		seen[name] = true
		if len(cells) != len(conceptColumns)+1 {
			t.Errorf("%s has %d columns, want %d", name, len(cells)-1, len(conceptColumns))
			continue
		}
		for i, code := range conceptColumns {
			if cells[i+1] == "" && slices.Contains([]string{"en", "it", "ro", "ru", "de"}, code) {
				t.Errorf("%s has no words in %s", name, code)
			}
		}
	}
}

func TestConceptWordsCanBeFound(t *testing.T) {
	for _, cells := range allConceptRows(t) {
		for i, cell := range cells[1:] {
			seen := map[string]bool{}
			for _, entry := range strings.Fields(Fold(cell)) {
				if seen[entry] {
					t.Errorf("%s %s: %q stands twice", cells[0], conceptColumns[i], entry)
				}
				seen[entry] = true
				if flaw := entryFlaw(entry); flaw != "" {
					t.Errorf("%s %s: %q %s", cells[0], conceptColumns[i], entry, flaw)
				}
			}
		}
	}
}

// entryFlaw says why no word can ever meet an entry, or nothing.
func entryFlaw(entry string) string {
	words := strings.Split(strings.TrimRight(entry, "_"), "_")
	for i, word := range words {
		stem, isStem := strings.CutSuffix(word, "*")
		switch {
		case strings.Contains(stem, "*"):
			return "has its * inside"
		case isStem && i == 0 && len(words) > 1:
			return "joins words and has a * at the first"
		case isStem && utf8.RuneCountInString(stem) < 3:
			return "has a beginning shorter than three letters"
		case strings.ContainsFunc(stem, splitsWords):
			return "has a sign that splits words"
		}
	}
	return ""
}

func splitsWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func TestConceptsOfReplies(t *testing.T) {
	tests := []struct{ language, text, want string }{
		{"en", "Let us get the ball rolling.", "begin"},
		{"it", "Do un'occhiata subito.", "look_examine"},
		{"ro", "Arunc o privire acum.", "look_examine"},
		{"ru", "Коллега не может взять трубку.", "pick_up_call"},
		{"de", "Ich schaue kurz nach.", "look_examine"},
		{"fr", "Ne quittez pas, je vous prie.", "hold"},
		{"es", "No cuelgue, por favor.", "hold"},
		{"it", "La fattura risulta non pagata.", "debt"},
	}
	for _, tt := range tests {
		read := readText(tt.text, true)
		var got []string
		for i := range read.tokens {
			got = append(got, shippedConcepts.in(tt.language).of(read, i, len(read.tokens))...)
		}
		if !slices.Contains(got, tt.want) {
			t.Errorf("concepts of %q = %v, want %s among them", tt.text, got, tt.want)
		}
	}
}

// TestCommonWordsAreNotSwallowed holds words of nearly every reply that a short beginning of another word once met.
func TestCommonWordsAreNotSwallowed(t *testing.T) {
	tests := []struct{ language, word, concept string }{
		{"ro", "sunt", "call"},
		{"ro", "vreodată", "want"},
		{"es", "para", "suspend"},
		{"es", "como", "eat_food"},
		{"fr", "sur", "guarantee_word"},
		{"fr", "notre", "note"},
		{"ru", "меня", "replace"},
		{"ru", "наши", "find"},
		{"ru", "просто", "apologise"},
		{"it", "dove", "oblige_must"},
		{"it", "persone", "lost"},
		{"de", "meine", "believe"},
		{"de", "vor", "earlier"},
		{"en", "yellow", "shout_raise_voice"},
	}
	for _, tt := range tests {
		read := readText(tt.word, true)
		if got := shippedConcepts.in(tt.language).of(read, 0, 1); slices.Contains(got, tt.concept) {
			t.Errorf("concepts of %q = %v, want no %s", tt.word, got, tt.concept)
		}
	}
}
