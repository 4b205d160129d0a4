package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proba/scenarios"
)

func TestANewTranslationStartsFromItsOriginalAndNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, scenarios.ExplanationPack()); err != nil {
		t.Fatal(err)
	}
	if _, errOut, code := proba(t, "new", "translation", "roses", "--language", "de", "--pack", dir); code != 0 {
		t.Fatalf("new translation ended with %d: %s", code, errOut)
	}
	text, err := os.ReadFile(filepath.Join(dir, "scenario.de.md"))
	if err != nil || !strings.Contains(string(text), "translates: roses") || !strings.Contains(string(text), "> - Hello, I would like roses") {
		t.Fatalf("the skeleton: %v\n%s", err, text)
	}
	out, _, code := proba(t, "check", dir)
	if code != 0 || !strings.Contains(out, "L501") {
		t.Errorf("check of a pack with a skeleton ended with %d, want only warnings: %s", code, out)
	}
	if _, _, code := proba(t, "check", "--strict", dir); code != int(exitProblems) {
		t.Errorf("check --strict ended with %d, want %d: certification wants every block", code, exitProblems)
	}
	if _, errOut, code := proba(t, "new", "translation", "roses", "--language", "de", "--pack", dir); code != int(exitFailure) || !strings.Contains(errOut, "scenario.de.md") {
		t.Errorf("a second skeleton ended with %d: %s", code, errOut)
	}
}

func TestATranslationThatWasComparedIsNotStaleAnyMore(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, scenarios.ExplanationPack()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "scenario.md")
	text, _ := os.ReadFile(file)
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), "Fine, thank you.", "Fine, thanks.", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _, _ := proba(t, "check", dir); !strings.Contains(out, "L502") {
		t.Fatalf("nothing is stale: %s", out)
	}
	if _, errOut, code := proba(t, "new", "translation", "roses", "--language", "ro", "--update", "--pack", dir); code != 0 {
		t.Fatalf("--update ended with %d: %s", code, errOut)
	}
	if out, _, _ := proba(t, "check", dir); strings.Contains(out, "L502") {
		t.Errorf("it is stale still: %s", out)
	}
}
