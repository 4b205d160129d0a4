package language

import "testing"

// TestSpeechFlowsAndHeapsDoNot wants sentences of words no act of service holds to flow better than the same words in another
// order, in every language with a grammar.
func TestSpeechFlowsAndHeapsDoNot(t *testing.T) {
	tests := []struct{ language, speech, heap string }{
		{"it", "il gatto della vicina dorme sul mio divano", "divano vicina il sul della dorme mio gatto"},
		{"ro", "pisica vecinei doarme pe canapeaua mea", "mea canapeaua pe vecinei doarme pisica"},
		{"ru", "я вчера видел вашу кошку на нашем диване", "диване кошку нашем вчера на вашу видел я"},
		{"en", "the cat of the neighbour sleeps on my sofa", "sofa the sleeps of my neighbour on cat the"},
		{"de", "die Katze der Nachbarin schläft auf meinem Sofa", "Sofa meinem Nachbarin die auf schläft der Katze"},
		{"fr", "le chat de la voisine dort sur mon canapé", "canapé dort mon la sur chat de le voisine"},
		{"es", "el gato de la vecina duerme en mi sofá", "sofá duerme mi la en gato de el vecina"},
	}
	for _, tt := range tests {
		m, g := &models{tongue: tongueOf(tt.language)}, shippedGrammars[tt.language]
		speech, heap := g.flow(m.sampleOf(0, true, tt.speech).lexemes), g.flow(m.sampleOf(0, true, tt.heap).lexemes)
		if speech <= heap {
			t.Errorf("%s: %q flows %.2f, the same in disorder %.2f", tt.language, tt.speech, speech, heap)
		}
	}
}

// TestFlowOfNothing wants no words, and a language without a grammar, to say nothing.
func TestFlowOfNothing(t *testing.T) {
	if got := shippedGrammars["it"].flow(nil); got != 0 {
		t.Errorf("no words flow %.2f, want 0", got)
	}
	m := &models{tongue: tongueOf("it")}
	if got := grammar(nil).flow(m.sampleOf(0, true, "buongiorno signora").lexemes); got != 0 {
		t.Errorf("without a grammar words flow %.2f, want 0", got)
	}
}
