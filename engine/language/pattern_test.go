package language

import (
	"testing"

	"proba/scenarios"
)

func mustPattern(t testing.TB, s string) scenarios.Pattern {
	t.Helper()
	e, err := scenarios.ParsePattern(s)
	if err != nil {
		t.Fatalf("ParsePattern(%q): %v", s, err)
	}
	return scenarios.Pattern{Text: s, Expr: e}
}

// phraseOf makes a phrase of patterns in one language.
func phraseOf(t testing.TB, name, language string, patterns ...string) scenarios.Phrase {
	t.Helper()
	p := scenarios.Phrase{Name: name, Languages: []string{language}}
	for _, s := range patterns {
		p.Patterns = append(p.Patterns, mustPattern(t, s))
	}
	return p
}

// hearIn hears one phrase in a scenario of these languages.
func hearIn(t testing.TB, languages []string, p scenarios.Phrase, text string) Hearing {
	t.Helper()
	r, err := New([]scenarios.Phrase{p}, Options{Languages: languages})
	if err != nil {
		t.Fatal(err)
	}
	return r.Hear(Reply{Text: text, Typed: true}).Hearings[0]
}
