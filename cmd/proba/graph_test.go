package main

import (
	"strings"
	"testing"
)

func TestTheGraphComesInEveryForm(t *testing.T) {
	for format, start := range map[string]string{"svg": "<svg ", "dot": "digraph ", "mermaid": "flowchart ", "text": "Il forno che non arriva"} {
		out, errOut, code := proba(t, "graph", "telefono-consegna-mancata", "--format", format)
		if code != 0 || !strings.HasPrefix(out, start) || !strings.Contains(out, "Riepilogo") {
			t.Errorf("graph --format %s ended with %d: %q %q", format, code, out, errOut)
		}
	}
}

func TestTheGraphOfNothingIsRefused(t *testing.T) {
	if _, errOut, code := proba(t, "graph", "nothing"); code != int(exitFailure) || !strings.Contains(errOut, "nothing") {
		t.Errorf("ended with %d: %q", code, errOut)
	}
}
