package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestANewScenarioIsSoundAndNeverOverwrites(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "pack")
	if _, errOut, code := proba(t, "new", "scenario", "--id", "primo", "--channel", "chat", "--language", "it", "--dir", dir); code != 0 {
		t.Fatalf("new scenario ended with %d: %s", code, errOut)
	}
	if out, _, code := proba(t, "check", "--strict", dir); code != 0 || !strings.Contains(out, "0 errors, 0 warnings, 0 notes") {
		t.Errorf("check of the new pack ended with %d: %s", code, out)
	}
	if _, errOut, code := proba(t, "new", "scenario", "--id", "primo", "--dir", dir); code != int(exitFailure) || !strings.Contains(errOut, "there already") {
		t.Errorf("a second new scenario ended with %d: %s", code, errOut)
	}
}
