package main

import (
	"strings"
	"testing"

	"proba/scenarios"
)

func TestEveryCheckIsListedAndExplained(t *testing.T) {
	list, _, code := proba(t, "explain")
	if code != 0 {
		t.Fatalf("explain ended with %d", code)
	}
	for _, c := range scenarios.Codes() {
		page, _, code := proba(t, "explain", strings.ToLower(string(c)))
		if code != 0 || !strings.HasPrefix(page, "# "+string(c)+": ") || !strings.Contains(list, string(c)+"  ") {
			t.Errorf("explain %s ended with %d: %q", c, code, page)
		}
	}
}

func TestACheckThatDoesNotExistIsRefused(t *testing.T) {
	if _, errOut, code := proba(t, "explain", "X999"); code != int(exitFailure) || !strings.Contains(errOut, "X999") {
		t.Errorf("ended with %d: %q", code, errOut)
	}
}
