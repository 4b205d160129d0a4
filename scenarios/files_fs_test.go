package scenarios

import (
	"io/fs"
	"testing"
)

func TestFilesFSHoldsEveryFileUnderItsPath(t *testing.T) {
	tree := FilesFS([]File{{Path: "personas/a.md", Text: "one"}, {Path: "b.md", Text: "two"}})
	for path, want := range map[string]string{"personas/a.md": "one", "b.md": "two"} {
		got, err := fs.ReadFile(tree, path)
		if err != nil || string(got) != want {
			t.Errorf("ReadFile(%q) = %q, %v; want %q", path, got, err, want)
		}
	}
	if _, err := fs.ReadFile(tree, "c.md"); err == nil {
		t.Error("a file that is not there was read")
	}
}
