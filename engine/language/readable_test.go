package language

import (
	"math"
	"testing"
)

// The texts were counted by hand: words, sentences, letters, words of more than six letters, syllables.
func TestLegibleCountsWhatAPersonCounts(t *testing.T) {
	tests := []struct {
		language, text string
		want           Legibility
	}{
		{"it", "Buongiorno, sono Anna. Mi dispiace per il ritardo.", Legibility{8, 2, 40, 3, 16}},
		{"en", "I am very sorry. We will refund the whole table today.", Legibility{11, 2, 42, 0, 16}},
		{"de", "Guten Tag. Ihre Bestellung kommt heute an.", Legibility{7, 2, 34, 1, 12}},
		{"fr", "Je vous prie de patienter. Votre commande arrive demain.", Legibility{9, 2, 46, 2, 14}},
		{"es", "Su pedido llega el lunes. Siento mucho el retraso.", Legibility{9, 2, 40, 1, 17}},
		{"ru", "Здравствуйте! Ваш заказ приедет завтра.", Legibility{5, 2, 33, 2, 11}},
		{"ro", "Bună seara. Coletul ajunge mâine.", Legibility{5, 2, 27, 1, 12}},
		{"en", "", Legibility{}},
	}
	for _, tt := range tests {
		if got := Legible(tt.text, tt.language); got != tt.want {
			t.Errorf("Legible(%q) = %+v, want %+v", tt.text, got, tt.want)
		}
	}
}

func TestSyllables(t *testing.T) {
	for language, words := range map[string]map[string]int{
		"en": {"make": 1, "table": 2, "the": 1, "wanted": 2, "refunded": 3, "arrives": 2, "makes": 1, "boxes": 2, "watches": 2, "places": 2, "tables": 2, "rules": 1, "bathes": 1, "asked": 1, "yes": 1, "quick": 1, "sorry": 2, "7": 1},
		"es": {"poeta": 3, "país": 2, "bien": 1, "guerra": 2, "que": 1, "guapo": 2},
		"de": {"Bauer": 2, "Theater": 3, "Eier": 2, "Briefe": 2, "See": 1},
		"fr": {"porte": 1, "portes": 1, "je": 1, "arrivé": 3, "parlent": 1},
		"ru": {"заказ": 2, "поезд": 2, "в": 1},
	} {
		for word, want := range words {
			if got := Syllables(word, language); got != want {
				t.Errorf("Syllables(%q, %s) = %d, want %d", word, language, got, want)
			}
		}
	}
}

// TestMeasuresFollowTheirFormulas uses ten words in two sentences with fifty letters, three long words and twenty syllables.
func TestMeasuresFollowTheirFormulas(t *testing.T) {
	l := Legibility{Words: 10, Sentences: 2, Letters: 50, Long: 3, Syllables: 20}
	near := func(name string, got float64, ok bool, want float64) {
		t.Helper()
		if !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s = %v, %v; want %v", name, got, ok, want)
		}
	}
	lix, ok := l.LIX()
	near("LIX", lix, ok, 35)
	gulpease, ok := l.Gulpease()
	near("Gulpease", gulpease, ok, 99)
	for language, want := range map[string]float64{"en": 32.56, "de": 58, "fr": 54.725, "es": 81.74, "ru": 68.955} {
		got, ok := l.Flesch(language)
		near("Flesch "+language, got, ok, want)
	}
	for _, language := range []string{"it", "ro", ""} {
		if _, ok := l.Flesch(language); ok {
			t.Errorf("Flesch(%q) has a formula", language)
		}
	}
	if l.Plus(l) != (Legibility{20, 4, 100, 6, 40}) || l.WordsPerSentence() != 5 {
		t.Errorf("Plus = %+v, words per sentence %v", l.Plus(l), l.WordsPerSentence())
	}
	var none Legibility
	_, lixed := none.LIX()
	_, eased := none.Gulpease()
	if _, ok := none.Flesch("en"); ok || lixed || eased || none.WordsPerSentence() != 0 {
		t.Error("nothing said has a measure")
	}
}
