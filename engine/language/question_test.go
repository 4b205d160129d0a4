package language

import "testing"

// TestUnmarkedQuestionsAreHeard wants questions without a mark, as dictation and hurried writing leave them, to be told from
// statements that begin with the same words, and a marked end to be believed.
func TestUnmarkedQuestionsAreHeard(t *testing.T) {
	tests := []struct {
		language, text string
		asks           bool
	}{
		{"en", "can you suggest something instead of the salmon", true},
		{"en", "ok so when did the fault begin", true},
		{"en", "was the frozen bag still sealed", true},
		{"en", "when you are ready I will put you through", false},
		{"en", "Can you believe it.", false},
		{"en", "I can help you with that", false},
		{"de", "wie lange brennt die lampe schon", true},
		{"de", "haben sie ihre kundennummer zur hand", true},
		{"de", "wie gesagt das geht heute nicht", false},
		{"de", "das haben sie gestern bestellt", false},
		{"it", "a che ora pensa di arrivare", true},
		{"it", "allora quanti pezzi sono arrivati rotti", true},
		{"it", "come le dicevo il rimborso arriva domani", false},
		{"it", "il rimborso arriva domani", false},
		{"ro", "ce numar are comanda", true},
		{"ro", "comanda ajunge maine", false},
		{"ru", "какой у вас номер договора", true},
		{"ru", "получили ли вы письмо", true},
		{"ru", "ваш договор готов", false},
		{"fr", "avez vous votre numero de client", true},
		{"es", "puede decirme su numero de pedido", true},
	}
	for _, tt := range tests {
		text := readText(tt.text, true)
		tongue := tongueOf(tt.language)
		m := mannerOf(text, traitMarksOf(text, readDenial(readPolarity(text, tongue), tongue), tongue), 0, len(text.tokens))
		if m[traitAsks] != tt.asks {
			t.Errorf("%s: %q asks: %v, want %v", tt.language, tt.text, m[traitAsks], tt.asks)
		}
	}
}
