package language

import "testing"

// TestHeapsOfWordsAreNoSpeech wants honest replies, short and telegraphic ones too, to be told from words thrown together.
func TestHeapsOfWordsAreNoSpeech(t *testing.T) {
	tests := []struct {
		language, text string
		heap           bool
	}{
		{"it", "scuse piatti rotti dispiace danno merce rimborso", true},
		{"it", "Mi dispiace molto che i piatti siano arrivati rotti, le chiedo scusa.", false},
		{"it", "purtroppo oggi non riesco, la richiamo domani mattina va bene?", false},
		{"ro", "comandă factură sumă total confirmare baxuri", true},
		{"ro", "Deci zece baxuri de apă și două de suc, în total 340 de lei. Este corect?", false},
		{"ru", "код пароль вход новый советую сменить срочно", true},
		{"ru", "Здравствуйте, сейчас посмотрю, что случилось с вашим заказом.", false},
		{"en", "hold minute mind check moment line while", true},
		{"en", "Let me check this, is it all right if you hold for a minute?", false},
		{"de", "Schaden Hergang passiert Unfall Beschreibung wie", true},
		{"de", "Ich habe mir die Fotos angesehen, das Gerät war eindeutig defekt.", false},
	}
	for _, tt := range tests {
		m := &models{tongue: tongueOf(tt.language)}
		var samples []sample
		for _, line := range stockLines(tt.language) {
			samples = append(samples, m.sampleOf(-1, false, line))
		}
		p := pairsOf(samples, tongueOf(tt.language))
		if got := p.disordered(m.sampleOf(0, true, tt.text).lexemes); got != tt.heap {
			t.Errorf("%q is a heap: %v, want %v", tt.text, got, tt.heap)
		}
	}
}
