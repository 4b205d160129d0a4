package language

import (
	"testing"

	"proba/scenarios"
)

// holdPhrase asks permission before holding; it has no patterns, only examples.
func holdPhrase() scenarios.Phrase {
	p := scenarios.Phrase{Name: "asks before holding", Languages: []string{"en"}}
	for _, s := range []string{
		"May I put you on hold for a minute while I check?", "Would you mind holding for a moment?", "Can I place you on a brief hold?",
		"Is it okay if I put you on hold for two minutes?", "Do you mind waiting on the line while I look this up?",
		"Could you hold the line a second, please?", "Are you happy to hold while I speak to a colleague?",
		"Let me check this, is it all right if you hold for a minute?",
	} {
		p.Examples = append(p.Examples, scenarios.Utterance{Text: s})
	}
	for _, s := range []string{"I'm putting you on hold now.", "You have to wait.", "Thanks for holding.", "I won't put you on hold."} {
		p.Not = append(p.Not, scenarios.Utterance{Text: s})
	}
	return p
}

func TestModelHearsParaphrases(t *testing.T) {
	tests := []struct {
		name, text string
		atLeast    Verdict
		atMost     Verdict
	}{
		{"an example", "Would you mind holding for a moment?", Likely, Likely},
		{"a near paraphrase", "Would you mind if I put you on hold for a minute while I check?", Likely, Likely},
		{"with typing errors", "Is it ok if I put you on hodl for two minuts?", Unsure, Likely},
		{"inside a longer reply", "Thank you, Mr Price. I need to ask the depot. May I put you on hold for a minute while I check?", Likely, Likely},
		{"a counter-example", "Thanks for holding.", No, No},
		{"negated", "I can't put you on hold for a minute while I check.", No, No},
		{"small talk", "It has been a busy day here, hasn't it?", No, No},
		{"words without order", "hold minute mind check moment line while", No, Unsure},
		{"the phrase's own name", "Asks before holding.", No, Unsure},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := hearIn(t, []string{"en"}, holdPhrase(), tt.text)
			if got.Verdict.Rank() < tt.atLeast.Rank() || got.Verdict.Rank() > tt.atMost.Rank() {
				t.Errorf("Hear(%q) = %s %.2f (%s), want %s to %s", tt.text, got.Verdict, got.Confidence, got.Why, tt.atLeast, tt.atMost)
			}
		})
	}
}

func TestModelExplainsItself(t *testing.T) {
	got := hearIn(t, []string{"en"}, holdPhrase(), "Would you mind if I put you on hold for a minute?")
	if got.Why != WhyModel || got.Example == "" || len(got.For) == 0 || got.Words == "" || got.Confidence <= 0.5 {
		t.Errorf("hearing = %+v, want an example, words for it and a confidence", got)
	}
}

func TestVerbatimExampleIsMarked(t *testing.T) {
	if got := hearIn(t, []string{"en"}, holdPhrase(), "can i place you on a brief hold"); !got.Verbatim || got.Verdict != Likely {
		t.Errorf("hearing = %+v, want a likely verbatim example", got)
	}
}

func TestModelIsOffBelowFiveExamples(t *testing.T) {
	p := holdPhrase()
	p.Examples = p.Examples[:4]
	if got := hearIn(t, []string{"en"}, p, p.Examples[0].Text); got.Verdict != No {
		t.Errorf("hearing = %+v, want no from four examples", got)
	}
}

func TestOnlyPatternsSwitchesTheModelOff(t *testing.T) {
	p := holdPhrase()
	p.OnlyPatterns = true
	p.Patterns = []scenarios.Pattern{mustPattern(t, "hold the line")}
	if got := hearIn(t, []string{"en"}, p, p.Examples[0].Text); got.Verdict != No {
		t.Errorf("hearing = %+v, want no without its pattern", got)
	}
}

func TestModelDoesNotOverruleARefusal(t *testing.T) {
	p := holdPhrase()
	p.Patterns = []scenarios.Pattern{mustPattern(t, "put you on hold")}
	got := hearIn(t, []string{"en"}, p, "I cannot put you on hold for a minute while I check.")
	if got.Verdict != No || got.Why != WhyNegated || got.Negator != "cannot" {
		t.Errorf("hearing = %+v, want no because of cannot", got)
	}
}
