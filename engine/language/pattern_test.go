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
