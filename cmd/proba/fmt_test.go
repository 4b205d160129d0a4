package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFmtTidiesAFileOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(file, []byte("# A  \r\ntext\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, _, code := proba(t, "fmt", "--diff", file); code != 0 || !strings.Contains(out, "+ # A") {
		t.Errorf("fmt --diff ended with %d: %q", code, out)
	}
	if out, _, code := proba(t, "fmt", file); code != 0 || strings.TrimSpace(out) != file {
		t.Errorf("fmt ended with %d: %q", code, out)
	}
	if got, _ := os.ReadFile(file); string(got) != "# A\n\ntext\n" {
		t.Errorf("the file is %q", got)
	}
	if out, _, code := proba(t, "fmt", file); code != 0 || out != "" {
		t.Errorf("fmt of a tidy file ended with %d: %q", code, out)
	}
}
