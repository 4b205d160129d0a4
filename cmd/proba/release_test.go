package main

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"proba/scenarios"
)

// rosesFolder writes the sound pack of the explanations to a folder.
func rosesFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, scenarios.ExplanationPack()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func rewrite(t *testing.T, file, old, fresh string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q: %v", file, old, err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), old, fresh, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAReleasedPackHoldsItsVersions(t *testing.T) {
	dir := rosesFolder(t)
	if _, errOut, code := proba(t, "release", dir); code != 0 {
		t.Fatalf("release ended with %d: %s", code, errOut)
	}
	if out, _, code := proba(t, "check", dir); code != 0 || !strings.Contains(out, "0 errors, 0 warnings, 0 notes") {
		t.Fatalf("check after release ended with %d: %s", code, out)
	}
	scenario := filepath.Join(dir, "scenario.md")
	rewrite(t, scenario, "- **Points:** 20", "- **Points:** 25")
	if out, _, code := proba(t, "check", dir); code != int(exitProblems) || !strings.Contains(out, "V601") || !strings.Contains(out, "2.0.0") {
		t.Errorf("check after an edit ended with %d: %s", code, out)
	}
	if out, _, code := proba(t, "release", dir); code != int(exitProblems) || !strings.Contains(out, "V601") {
		t.Errorf("a release without a raised version ended with %d: %s", code, out)
	}
	rewrite(t, scenario, "version: 1.0.0", "version: 2.0.0")
	for range 2 { // the second time there is nothing new to keep
		if out, errOut, code := proba(t, "release", dir); code != 0 {
			t.Errorf("the next release ended with %d: %s %s", code, out, errOut)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".proba-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("a release leaves %v, %v", left, err)
	}
}

func TestAPackIsComparedWithAFolderOrAZip(t *testing.T) {
	before, dir := rosesFolder(t), rosesFolder(t)
	rewrite(t, filepath.Join(dir, "scenario.md"), "> - Fine, thank you.", "> - Fine, thanks.")
	archive := filepath.Join(t.TempDir(), "before.zip")
	f, err := os.Create(archive)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	if err := w.AddFS(os.DirFS(before)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for _, against := range []string{before, archive} {
		if out, _, code := proba(t, "check", "--against", against, dir); code != int(exitProblems) || !strings.Contains(out, "1.0.1") {
			t.Errorf("check --against %s ended with %d: %s", against, code, out)
		}
	}
	if _, errOut, code := proba(t, "check", "--against", filepath.Join(dir, "nothing"), dir); code != int(exitFailure) || !strings.Contains(errOut, "compare with") {
		t.Errorf("check against nothing ended with %d: %s", code, errOut)
	}
}
