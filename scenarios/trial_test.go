package scenarios_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"proba/scenarios"
)

// The trial of thirty ways: every way is one mistake that somebody makes who never saw the format, made in every shipped
// file where it can be made. It must come back as one message, with the code of its check, on the line of the mistake,
// with the words that repair it; otherwise he cannot mend it from the message alone.

// way breaks a file in one place.
type way struct {
	name string
	// code is that of the one message; "" where the mistake is read as it was meant.
	code scenarios.Code
	// made returns the file with the mistake in it; false where the file offers no place for it.
	made func(f shipped) (broken, bool)
}

// shipped is one file of a pack that is sound.
type shipped struct {
	path string
	text string
}

// broken is a file with one mistake.
type broken struct {
	text string
	// line is where the mistake is seen, from 1.
	line int
	// says must stand in message or suggestion.
	says string
}

// packs are the shipped library and, where it lies beside the checkout, the example pack of the design.
func trialPacks(t *testing.T) map[string]fstest.MapFS {
	t.Helper()
	packs := map[string]fstest.MapFS{}
	for name, dir := range map[string]string{"library": "../content/library", "examples": examples} {
		if _, err := os.Stat(dir); err == nil {
			packs[name] = filesOf(t, os.DirFS(dir))
		}
	}
	return packs
}

func filesOf(t *testing.T, fsys fs.FS) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") && !scenarios.IsMedia(path) {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestThirtyWaysOfBreakingAFile(t *testing.T) {
	tried := map[string]bool{} // by way
	for name, files := range trialPacks(t) {
		done := map[string]bool{} // files that were broken in another part
		for _, part := range partsOf(files) {
			_, before := scenarios.Load(part)
			usual := map[string]bool{}
			for _, p := range before {
				usual[string(p.Code)+linesAway.ReplaceAllString(p.Message, "#")] = true
			}
			for _, w := range ways {
				t.Run(name+"/"+w.name, func(t *testing.T) {
					if tryWay(t, part, done, usual, w) {
						tried[w.name] = true
					}
				})
			}
			for path := range part {
				done[path] = true
			}
		}
	}
	for _, w := range ways {
		if !tried[w.name] {
			t.Errorf("no file offers a place for %s", w.name)
		}
	}
}

// partsOf cuts a pack into scenarios with the files they name, their translations, and at last the whole: a mistake is
// looked for in as little as can be read together.
func partsOf(files fstest.MapFS) []fstest.MapFS {
	var parts []fstest.MapFS
	for _, path := range slices.Sorted(maps.Keys(files)) {
		file := files[path]
		if !strings.HasPrefix(path, "scenarios/") || translates(file) != "" {
			continue
		}
		part := fstest.MapFS{path: file}
		for other, f := range files {
			id := idLine.FindStringSubmatch(string(f.Data))
			if scenarios.IsMedia(other) || id != nil && strings.Contains(head(file), ": "+id[1]) {
				part[other] = f
			}
		}
		addTranslations(part, files)
		parts = append(parts, part)
	}
	return append(parts, files)
}

// addTranslations adds the translations of what is in a part.
func addTranslations(part, files fstest.MapFS) {
	ids := map[string]bool{}
	for _, f := range part {
		if id := idLine.FindStringSubmatch(string(f.Data)); id != nil {
			ids[id[1]] = true
		}
	}
	for path, f := range files {
		if ids[translates(f)] {
			part[path] = f
		}
	}
}

// translates is the id of the original of a translation; "" for any other file.
func translates(file *fstest.MapFile) string {
	if m := regexp.MustCompile(`(?m)^translates: (.*)$`).FindStringSubmatch(head(file)); m != nil {
		return m[1]
	}
	return ""
}

var idLine = regexp.MustCompile(`(?m)^id: (.*)$`)

// head is the front matter of a file.
func head(file *fstest.MapFile) string {
	text, _, _ := strings.Cut(strings.TrimPrefix(string(file.Data), "---"), "\n---")
	return text
}

// linesAway finds the numbers of lines in messages, which move when a line is added.
var linesAway = regexp.MustCompile(`[0-9]+`)

// noMistake are the ways that are none in a translation: a condition may be written in any language there.
var noMistake = map[string]bool{
	"a verb in another language": true,
}

// tryWay breaks every file of a part that was not broken in another, and reports whether any offers a place for it.
func tryWay(t *testing.T, files fstest.MapFS, done, usual map[string]bool, w way) bool {
	tried := false
	for path, file := range files {
		if testing.Short() && !strings.HasPrefix(path, "scenarios/") || scenarios.IsMedia(path) {
			continue
		}
		b, ok := w.made(shipped{path, string(file.Data)})
		if !ok || done[path] || translates(file) != "" && noMistake[w.name] {
			continue
		}
		tried = true
		spoiled := fstest.MapFS{}
		for p, f := range files {
			spoiled[p] = f
		}
		spoiled[path] = &fstest.MapFile{Data: []byte(b.text)}
		_, problems := scenarios.Load(spoiled)
		var found []scenarios.Problem
		for _, p := range problems {
			if !usual[string(p.Code)+linesAway.ReplaceAllString(p.Message, "#")] {
				found = append(found, p)
			}
		}
		judge(t, w, path, b, found)
	}
	return tried
}

func judge(t *testing.T, w way, path string, b broken, found []scenarios.Problem) {
	t.Helper()
	if w.code == "" && len(found) == 0 {
		return // it is read as it was meant
	}
	if len(found) != 1 {
		var all strings.Builder
		for _, p := range found[:min(6, len(found))] {
			fmt.Fprintf(&all, "\n    %d:%d %s %s %s", p.Line, p.Column, p.Code, p.Message, p.Suggestion)
		}
		t.Errorf("%s:%d: %d messages, want one %s:%s", path, b.line, len(found), w.code, all.String())
		return
	}
	p := found[0]
	if p.Code != w.code || p.File != path || p.Line != b.line {
		t.Errorf("%s: got %s on line %d, want %s on line %d", path, p.Code, p.Line, w.code, b.line)
	}
	if !strings.Contains(p.Message+" "+p.Suggestion, b.says) {
		t.Errorf("%s: %q %q does not say %q", path, p.Message, p.Suggestion, b.says)
	}
	t.Logf("%s:%d: %s %s %s", path, p.Line, p.Code, p.Message, p.Suggestion)
}
