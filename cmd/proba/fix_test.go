package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proba/scenarios"
)

// spoiledPack writes the pack of the explanations to a folder with two mistakes in it.
func spoiledPack(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, scenarios.ExplanationPack()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "scenario.md")
	text, err := fs.ReadFile(scenarios.ExplanationPack(), "scenario.md")
	if err != nil {
		t.Fatal(err)
	}
	spoiled := strings.NewReplacer("- **Advice:** Write the slip.", "- Advice: Write the slip.", "*Leave*; patience -1", "*Leeve*; patience -1").Replace(string(text))
	if err := os.WriteFile(file, []byte(spoiled), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestFixShowsFirstAndWritesWhenAsked(t *testing.T) {
	dir := spoiledPack(t)
	file := filepath.Join(dir, "scenario.md")
	before, _ := os.ReadFile(file)
	out, _, code := proba(t, "check", "--fix", dir)
	if code != 0 || !strings.Contains(out, "- - Advice: Write the slip.") || !strings.Contains(out, "+ - **Advice:** Write the slip.") {
		t.Errorf("check --fix ended with %d: %s", code, out)
	}
	if after, _ := os.ReadFile(file); string(after) != string(before) {
		t.Error("check --fix wrote without being asked to")
	}
	if out, errOut, code := proba(t, "check", "--fix", "--write", dir); code != 0 || !strings.Contains(out, "0 errors, 0 warnings, 0 notes") {
		t.Errorf("check --fix --write ended with %d: %s %s", code, out, errOut)
	}
	after, _ := os.ReadFile(file)
	want, _ := fs.ReadFile(scenarios.ExplanationPack(), "scenario.md")
	if string(after) != string(want) {
		t.Errorf("the repaired file is\n%s", after)
	}
	if info, _ := os.Stat(file); info.Mode().Perm() != 0o640 {
		t.Errorf("the file has the permissions %v now", info.Mode().Perm())
	}
}

func TestWriteAloneIsRefused(t *testing.T) {
	if _, errOut, code := proba(t, "check", "--write", "."); code != int(exitFailure) || !strings.Contains(errOut, "--fix") {
		t.Errorf("ended with %d: %s", code, errOut)
	}
}
