package store_test

import (
	"strings"
	"testing"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

func mediumOf(path, data string) scenarios.File {
	return scenarios.File{Path: path, Text: data, Digest: scenarios.DigestOf(data)}
}

func TestPicturesAreKeptByteForByteBesideTheTexts(t *testing.T) {
	f := open(t)
	picture := mediumOf("pictures/a.png", "\x89PNG\r\n\x00\xff\xfe")
	// The same bytes as text and as a document are two things.
	text, note := mediumOf("a.md", "# One"), mediumOf("note.txt", "# One")
	files := []scenarios.File{text, note, picture}
	must(t, f.SaveSources(f.ctx, files))
	must(t, f.SaveSources(f.ctx, files))
	f.reopen()
	pinned := []engine.Source{{Path: picture.Path, Digest: picture.Digest}, {Path: note.Path, Digest: note.Digest}, {Path: text.Path, Digest: text.Digest}}
	got, err := f.Sources(f.ctx, pinned)
	must(t, err)
	if len(got) != 3 || got[0].Text != picture.Text || got[1].Text != note.Text || got[2].Text != text.Text {
		t.Errorf("Sources = %d files, want the three as they were", len(got))
	}
	_, err = f.Sources(f.ctx, []engine.Source{{Path: "b.png", Digest: text.Digest}, {Path: "b.gif", Digest: scenarios.DigestOf("none")}})
	wants(t, "a picture that is not there", err, store.ErrNotFound)
}

func TestAPictureIsWhatItsDigestSays(t *testing.T) {
	f := open(t)
	wrong := mediumOf("a.png", "one")
	wrong.Text = "two"
	wants(t, "another picture under a digest", f.SaveSources(f.ctx, []scenarios.File{wrong}), store.ErrInvalid)
	binary := mediumOf("a.md", "a\x00b")
	wants(t, "bytes as an author file", f.SaveSources(f.ctx, []scenarios.File{binary}), store.ErrInvalid)
}

func TestAPackKeepsItsPictures(t *testing.T) {
	f := open(t)
	trainer := f.person("trainer", store.Trainer)
	files := []scenarios.File{mediumOf("a.md", "# A"), mediumOf("p/a.png", strings.Repeat("\xff\x00", 1000))}
	_, err := f.SavePack(f.ctx, actor(trainer), "Mio", 0, files)
	must(t, err)
	got, err := f.PackFiles(f.ctx, "Mio", 1)
	must(t, err)
	if len(got) != 2 || got[1].Path != "p/a.png" || got[1].Text != files[1].Text {
		t.Errorf("PackFiles = %d files, want both as they were", len(got))
	}
}
