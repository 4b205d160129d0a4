package language

import (
	"slices"
	"testing"
)

func TestWordsSplitAtApostrophesAndHyphens(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"an Italian elision", "L’ordine dell'isola", []string{"l", "ordine", "dell", "isola"}},
		{"a Romanian hyphen", "Nu-i nimic, vă mulţumesc", []string{"nu", "i", "nimic", "va", "multumesc"}},
		{"Russian yo and short i", "Её чёрный чай", []string{"ее", "черный", "чай"}},
		{"a decomposed short i", "мои\u0306", []string{"мой"}},
		{"German umlauts and sharp s", "Größe Straße", []string{"grosse", "strasse"}},
		{"a ligature and full width", "ﬁne ＯＫ", []string{"fine", "ok"}},
		{"nothing", " … ", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, w := range Words(tt.text) {
				got = append(got, w.Text)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("Words(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestNumbersAddressesAndReferencesCountAsOneWord(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"costa 9,90 euro", 3},
		{"scriva a danni@lario.example grazie", 4},
		{"il numero LR-20417 va bene", 5},
		{"1.840,50 lei", 2},
		{"alle 14:30", 2},
		{"l'ordine", 2},
		{"", 0},
	}
	for _, tt := range tests {
		if got := CountWords(tt.text); got != tt.want {
			t.Errorf("CountWords(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}

func TestCutWordsKeepsWholeWords(t *testing.T) {
	if got, want := CutWords("Le costa 9,90 euro in tutto", 3), "Le costa 9,90"; got != want {
		t.Errorf("CutWords = %q, want %q", got, want)
	}
	if got, want := CutWords("due parole", 5), "due parole"; got != want {
		t.Errorf("CutWords = %q, want %q", got, want)
	}
}

func TestSentencesDoNotEndInAbbreviationsAndNumbers(t *testing.T) {
	tests := []struct {
		name, text string
		typed      bool
		want       int
	}{
		{"a price", "Costa 9.90 euro. Va bene?", true, 2},
		{"a law", "Vale il D.Lgs. 206/2005.", true, 1},
		{"a title", "Buongiorno sig. Rossi, come sta?", true, 1},
		{"an English no", "I said no. Then I left.", true, 2},
		{"a line break", "Buongiorno\nSono Anna", true, 2},
		{"speech has no full stops", "Buongiorno. Sono Anna.", false, 1},
		{"a pause of speech", "buongiorno\nsono Anna", false, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Sentences(tt.text, tt.typed, []string{"it", "en"}); len(got) != tt.want {
				t.Errorf("Sentences(%q) = %v, want %d", tt.text, got, tt.want)
			}
		})
	}
}

func TestSpansCountCharacters(t *testing.T) {
	got := Words("Perché è così")
	if want := [2]int{9, 13}; got[2].Span != want {
		t.Errorf("span of the last word = %v, want %v", got[2].Span, want)
	}
}

func TestContainsWordAcceptsStems(t *testing.T) {
	tests := []struct {
		name, text, word, language string
		want                       bool
	}{
		{"the word", "attesa foto", "foto", "it", true},
		{"not a part of a word", "fotografia", "foto", "it", false},
		{"any ending", "fotografia", "foto*", "it", true},
		{"the same stem", "tre piatti rotti", "piatto", "it", true},
		{"several words", "nota di credito", "nota di credito", "it", true},
		{"another word", "nota spese", "credito", "it", false},
		{"nothing asked", "nota", "", "it", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ContainsWord(tt.text, tt.word, tt.language); got != tt.want {
				t.Errorf("ContainsWord(%q, %q) = %v, want %v", tt.text, tt.word, got, tt.want)
			}
		})
	}
}

func TestUnknownWordsAreWholeWordsInSequence(t *testing.T) {
	span, ok := FindWordSequence("Le mando la nota di credito.", "nota di credit*")
	if want := [2]int{12, 27}; !ok || span != want {
		t.Errorf("FindWordSequence = %v %v, want %v", span, ok, want)
	}
	if _, ok := FindWordSequence("nota del credito", "nota di credito"); ok {
		t.Error("FindWordSequence found words that are not in sequence")
	}
}
