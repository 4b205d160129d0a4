package web

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"proba/scenarios"
)

// zipped is one entry of a test archive.
type zipped struct {
	name string
	text string
	mode fs.FileMode
}

func archiveOf(t *testing.T, entries ...zipped) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		header.SetMode(e.mode | 0o644)
		entry, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write([]byte(e.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestHostileArchivesAreRefusedWithinASecond(t *testing.T) {
	many := make([]zipped, maxPackFiles+1)
	for i := range many {
		many[i] = zipped{name: fmt.Sprintf("scenarios/%d.md", i), text: "x"}
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"not an archive":               {[]byte("---\nkind: scenario\n"), errUploadArchive},
		"an empty archive":             {archiveOf(t), errUploadEmpty},
		"only pictures":                {archiveOf(t, zipped{name: "a.png", text: "x"}), errUploadEmpty},
		"a name that climbs out":       {archiveOf(t, zipped{name: "../../etc/a.md", text: "x"}), errUploadName},
		"a climb hidden in the middle": {archiveOf(t, zipped{name: "a/../../b.md", text: "x"}), errUploadName},
		"an absolute name":             {archiveOf(t, zipped{name: "/etc/a.md", text: "x"}), errUploadName},
		"a drive letter":               {archiveOf(t, zipped{name: "C:a.md", text: "x"}), errUploadName},
		"back slashes":                 {archiveOf(t, zipped{name: `..\a.md`, text: "x"}), errUploadName},
		"a very deep name":             {archiveOf(t, zipped{name: strings.Repeat("a/", 20) + "b.md", text: "x"}), errUploadName},
		"a very long name":             {archiveOf(t, zipped{name: strings.Repeat("a", 4000) + ".md", text: "x"}), errUploadName},
		"a link":                       {archiveOf(t, zipped{name: "a.md", text: "/etc/passwd", mode: fs.ModeSymlink}), errUploadLink},
		"too many files":               {archiveOf(t, many...), errUploadCount},
		"a bomb":                       {archiveOf(t, zipped{name: "a.md", text: strings.Repeat("a", 12<<20)}), errUploadSize},
		"a picture too large":          {archiveOf(t, zipped{name: "a.md", text: "x"}, zipped{name: "a.png", text: strings.Repeat("a", scenarios.MaxMediaSize+2)}), errUploadSize},
		"bytes that are not text":      {archiveOf(t, zipped{name: "a.md", text: "\xff\xfe\x00"}), errUploadText},
		"one name in two spellings":    {archiveOf(t, zipped{name: "a.md", text: "x"}, zipped{name: "A.md", text: "x"}), errUploadName},
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, err := unpackZip(c.data)
			if !errors.Is(err, c.want) {
				t.Errorf("unpackZip = %v, want %v", err, c.want)
			}
			if took := time.Since(began); took > time.Second {
				t.Errorf("refused after %v, want within a second", took)
			}
		})
	}
}

func TestArchiveLosesItsOuterFolderAndWhatNoPackIsMadeOf(t *testing.T) {
	files, err := unpackZip(archiveOf(t,
		zipped{name: "my-pack/", mode: fs.ModeDir},
		zipped{name: "my-pack/scenarios/b.md", text: "two"},
		zipped{name: "my-pack/personas/a.md", text: "one"},
		zipped{name: "my-pack/pictures/c.png", text: "\x89\xff\x00"},
		zipped{name: "my-pack/page.html", text: "not read"},
		zipped{name: "my-pack/drawing.svg", text: "not read"}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Path+"="+f.Text)
	}
	if want := "personas/a.md=one pictures/c.png=\x89\xff\x00 scenarios/b.md=two"; strings.Join(got, " ") != want {
		t.Errorf("unpackZip = %v, want %v", got, want)
	}
}

func TestFoldersOfKindsAreNotTakenForAnOuterFolder(t *testing.T) {
	files, err := unpackZip(archiveOf(t, zipped{name: "scenarios/a.md", text: "x"}, zipped{name: "scenarios/b.md", text: "x"}))
	if err != nil {
		t.Fatal(err)
	}
	if files[0].Path != "scenarios/a.md" {
		t.Errorf("path = %q, want scenarios/a.md", files[0].Path)
	}
}
