package language

import "testing"

func TestMiddleOfAnExampleOfTwoParts(t *testing.T) {
	tests := []struct {
		language, text string
		want           string // first word of the second part; "" when there is none
	}{
		{"it", "Mi scuso per il ritardo e le offro un buono.", "e"},
		{"ro", "Îmi dați vă rog indexul și o poză cu contorul?", "si"},
		{"ru", "Спасибо, что написали о мошенниках, ваши деньги в безопасности.", "ваши"},
		{"en", "We can't refund it, but we can replace it.", "but"},
		{"de", "Ausweis mitbringen.", ""},
	}
	for _, tt := range tests {
		m := &models{tongue: tongueOf(tt.language)}
		s := m.sampleOf(0, true, tt.text)
		got := ""
		if s.middle > 0 {
			got = s.lexemes[s.middle].text
		}
		if got != tt.want {
			t.Errorf("second part of %q begins at %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestHalfOfAMeaningIsLopsided(t *testing.T) {
	m := &models{tongue: tongueOf("en")}
	example := m.sampleOf(0, true, "I'm sorry about the delay and I'll send you a voucher.")
	whole := m.sampleOf(0, true, "Sorry for the delay, a voucher is on its way to you.")
	half := m.sampleOf(0, true, "I'm really sorry about the delay.")
	numbers := wordNumbers{}
	numbers.number(example.lexemes)
	lopsided := func(reply sample) float64 {
		return example.lopsided(newWorths(reply.lexemes, len(numbers)).align(example.lexemes, 0, len(reply.lexemes)).pairs)
	}
	a := lopsided(whole)
	b := lopsided(half)
	if b < a+0.3 {
		t.Errorf("half is lopsided by %.2f, the whole by %.2f", b, a)
	}
}
