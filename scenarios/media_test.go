package scenarios

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// shows is the test pack with a picture of those bytes in the place of its own.
func shows(t *testing.T, name string, data []byte) (*Pack, []Problem) {
	t.Helper()
	fsys := packIn(t, "en")
	fsys[name] = &fstest.MapFile{Data: data}
	text := strings.ReplaceAll(string(fsys["scenario.md"].Data), "(box.png)", "("+name+")")
	fsys["scenario.md"] = &fstest.MapFile{Data: []byte(text)}
	return Load(fsys)
}

func codeAbout(problems []Problem) string {
	for _, p := range problems {
		if p.Code == "S021" || p.Code == "S022" {
			return string(p.Code) + " " + p.Message
		}
	}
	return ""
}

func TestAPictureIsHeldToItsNameAndTheLimits(t *testing.T) {
	var wide bytes.Buffer
	if err := png.Encode(&wide, image.NewGray(image.Rect(0, 0, maxPixels/1000+1, 1000))); err != nil {
		t.Fatal(err)
	}
	sound := packIn(t, "en")["box.png"].Data
	tests := []struct {
		what, name string
		data       []byte
		want       string
	}{
		{"a sound picture", "pictures/box.png", sound, ""},
		{"capitals in the ending", "BOX.PNG", sound, ""},
		{"plain text", "note.txt", []byte("Grüße, товарищ"), ""},
		{"a page under the name of a picture", "page.png", []byte("<html><script>alert(1)</script>"), "does not hold what its name says"},
		{"a picture of another kind", "box.gif", sound, "does not hold what its name says"},
		{"a cut picture", "cut.png", sound[:20], "does not hold what its name says"},
		{"a page under the name of a document", "page.pdf", []byte("<html>"), "does not hold what its name says"},
		{"bytes under the name of text", "bytes.txt", []byte{'a', 0, 0xff}, "does not hold what its name says"},
		{"a picture that unfolds to too much", "wide.png", wide.Bytes(), "too many points"},
		{"a file too large", "large.txt", bytes.Repeat([]byte("a"), MaxMediaSize+1), "larger than 2 MiB"},
		{"a file just large enough", "most.txt", bytes.Repeat([]byte("a"), MaxMediaSize), ""},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			pack, problems := shows(t, tt.name, tt.data)
			got := codeAbout(problems)
			if (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
				t.Errorf("problem %q, want %q", got, tt.want)
			}
			kept := slices.ContainsFunc(pack.Media, func(f File) bool { return f.Path == tt.name })
			if kept != (tt.want == "") {
				t.Errorf("kept: %v, want %v", kept, tt.want == "")
			}
		})
	}
}

func TestAScenarioIsMadeOfThePicturesItShows(t *testing.T) {
	pack, _ := Load(packIn(t, "en"))
	sc := pack.Scenarios["late-parcel"]
	var shown LineAttachment
	for _, b := range sc.Beats {
		for _, block := range b.Blocks {
			for _, line := range block.Lines {
				if len(line.Attachments) > 0 {
					shown = line.Attachments[0]
				}
			}
		}
	}
	i := slices.IndexFunc(sc.Sources, func(f File) bool { return f.Path == "box.png" })
	if i < 1 || sc.Sources[i].Digest != shown.Digest || shown.Digest != DigestOf(sc.Sources[i].Text) {
		t.Fatalf("the line shows %+v, the sources have it at %d", shown, i)
	}
	other, _ := shows(t, "box.png", append(slices.Clone([]byte(sc.Sources[i].Text)), 0))
	if before, after := meaning(*sc), meaning(*other.Scenarios["late-parcel"]); before == after {
		t.Error("a scenario with another picture means the same")
	}
}

func TestATranslationShowsThePicturesOfItsOriginal(t *testing.T) {
	pack, _ := Load(ExplanationPack())
	original := pack.Scenarios["roses"].Beats[0].Blocks[0].Lines[0].Attachments
	translated := pack.Scenarios["roses-ro"].Beats[0].Blocks[0].Lines[0].Attachments
	if len(original) != 1 || original[0].Digest == "" || !slices.Equal(original, translated) {
		t.Errorf("the translation shows %+v, want %+v", translated, original)
	}
	own := strings.Replace(string(rosesPack(t)["scenario.ro.md"].Data), "pentru vineri.", "pentru vineri. ![Acestea](other.png)", 1)
	files := rosesPack(t)
	files["scenario.ro.md"], files["other.png"] = &fstest.MapFile{Data: []byte(own)}, files["roses.png"]
	pack, _ = Load(files)
	if got := pack.Scenarios["roses-ro"].Beats[0].Blocks[0].Lines[0].Attachments; len(got) != 1 || got[0].File != "other.png" {
		t.Errorf("a translation with a picture of its own shows %+v", got)
	}
}

func TestWhatNothingShowsIsLeftOut(t *testing.T) {
	fsys := packIn(t, "en")
	fsys["other.png"] = fsys["box.png"]
	fsys["huge.pdf"] = &fstest.MapFile{Data: make([]byte, MaxMediaSize+1)}
	pack, problems := Load(fsys)
	var paths []string
	for _, f := range pack.Media {
		paths = append(paths, f.Path)
	}
	if want := []string{"box.png", "label.pdf"}; !slices.Equal(paths, want) || codeAbout(problems) != "" {
		t.Errorf("kept %q with %q, want %q and no problem", paths, codeAbout(problems), want)
	}
	if all := pack.All(); len(all) != len(pack.Files)+2 || !slices.IsSortedFunc(all, func(a, b File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Errorf("All() has %d files of %d and 2", len(all), len(pack.Files))
	}
}

func TestMediaTogetherAreBounded(t *testing.T) {
	fsys := packIn(t, "en")
	for i := range MaxMediaTotal/MaxMediaSize + 1 {
		fsys["a"+itoa(i)+".txt"] = &fstest.MapFile{Data: bytes.Repeat([]byte("a"), MaxMediaSize)}
	}
	_, problems := Load(fsys)
	if got := codeAbout(problems); !strings.Contains(got, "too many or too large together") {
		t.Errorf("problem %q, want that the files are too large together", got)
	}
}
