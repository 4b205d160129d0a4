package scenarios

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestFrontMatterOfEveryKindIsChecked(t *testing.T) {
	for _, kind := range []string{"framework", "quiz", "briefing", "world", "phrases"} {
		_, problems := Load(fstest.MapFS{"a.md": file("---\nkind: " + kind + "\nformat: 2\nid: a\ntitle: A\n---\n\n## Phrases\n")})
		if !slices.ContainsFunc(problems, func(p Problem) bool { return p.Code == "S003" && strings.Contains(p.Message, "format: 2") }) {
			t.Errorf("kind %s with format 2: %v, want S003", kind, problems)
		}
	}
}

func TestRepositoryNotesAreNoAuthorFiles(t *testing.T) {
	fsys := fstest.MapFS{
		"README.md": file("# A pack\n"), "docs/CHANGELOG.md": file("# 1.0\n"), ".git/x.md": file("x"), "LICENSE.md": file("x"),
		"notes.txt": file("x"), "picture.png": file("x"),
	}
	pack, problems := Load(fsys)
	if len(problems) > 0 || len(pack.Files) > 0 {
		t.Errorf("files %v, problems %v; want none", pack.Files, problems)
	}
	fsys["lesson.md"] = file("# A lesson\n")
	if _, problems = Load(fsys); len(problems) != 1 || problems[0].Code != "S001" {
		t.Errorf("a file without front matter: %v, want S001", problems)
	}
}

func TestFilesAreKeptAsWrittenInPathOrder(t *testing.T) {
	fsys := packIn(t, "ru")
	fsys["scenario.md"].Data = []byte("\ufeff" + strings.ReplaceAll(string(fsys["scenario.md"].Data), "\n", "\r\n"))
	pack, _ := Load(fsys)
	if !slices.IsSortedFunc(pack.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the files are not in path order")
	}
	for _, f := range pack.Files {
		if f.Text != string(fsys[f.Path].Data) || f.Digest != DigestOf(f.Text) {
			t.Errorf("%s is not kept byte for byte", f.Path)
		}
	}
	sc := pack.Scenarios["late-parcel"]
	if sc == nil {
		t.Fatal("a file with Windows line ends is not read")
	}
	var paths []string
	for _, f := range sc.Sources {
		paths = append(paths, f.Path)
	}
	want := []string{"scenario.md", "base.md", "box.png", "depot.md", "label.pdf", "persona.md", "rubric.md", "shop.md"}
	if !slices.Equal(paths, want) {
		t.Errorf("sources = %v, want %v", paths, want)
	}
}

func TestAFileWithErrorsStaysAmongTheFiles(t *testing.T) {
	pack, problems := Load(fstest.MapFS{"a.md": file("nothing")})
	if len(pack.Files) != 1 || len(problems) != 1 || pack.Files[0].Text != "nothing" {
		t.Errorf("files %v, problems %v; want the file and one problem", pack.Files, problems)
	}
}

func TestTheCellSaysWhatAFactCanBe(t *testing.T) {
	tests := []struct {
		cell string
		want []string
	}{
		{"", nil},
		{"9,90 €", []string{"9,90 €"}},
		{"one of: 20, 24, 30", []string{"20", "24", "30"}},
		{"uno di: 9,90 €, 12,50 €", []string{"9,90 €", "12,50 €"}},
		{"una din: 9,90 €; 12,50 €", []string{"9,90 €", "12,50 €"}},
		{"одно из: 1,2,3", []string{"1", "2", "3"}},
		{"eines von: Rom", []string{"Rom"}},
		{"one of the shops", []string{"one of the shops"}},
	}
	for _, tt := range tests {
		if got := drawOptions(tt.cell); !slices.Equal(got, tt.want) {
			t.Errorf("drawOptions(%q) = %q, want %q", tt.cell, got, tt.want)
		}
	}
	f := Fact{Value: "3", ByVariant: map[string]string{"messy": "one of: 5, 6"}}
	if got := f.Options("messy"); !slices.Equal(got, []string{"5", "6"}) {
		t.Errorf("Options in a variant with a cell of its own = %q", got)
	}
	if got := f.Options("tidy"); !slices.Equal(got, []string{"3"}) {
		t.Errorf("Options in a variant without one = %q", got)
	}
}

func TestAPersonasRowForAnotherScenarioIsLeftOut(t *testing.T) {
	fsys := packIn(t, "en")
	fsys["persona.md"].Data = []byte(strings.Replace(string(fsys["persona.md"].Data), "*apologises*", "*shouts*", 1))
	pack, problems := Load(fsys)
	if rows := pack.Scenarios["late-parcel"].Persona.PatienceRows; len(rows) != 3 {
		t.Errorf("%d patience rows in the scenario, want 3", len(rows))
	}
	if rows := pack.Personas["ann"].PatienceRows; len(rows) != 4 {
		t.Errorf("%d patience rows in the persona, want 4", len(rows))
	}
	i := slices.IndexFunc(problems, func(p Problem) bool { return p.Code == "S014" })
	if i < 0 || problems[i].Level != LevelWarning || problems[i].File != "persona.md" {
		t.Errorf("problems %v, want a warning S014 at the persona's row", problems)
	}
}

func TestNamesTakeTheSpellingOfTheirHeading(t *testing.T) {
	fsys := packIn(t, "en")
	text := string(fsys["scenario.md"].Data)
	text = strings.ReplaceAll(text, "says *greets*", "says *GREETS*")
	text = strings.ReplaceAll(text, "-> *Middle*", "-> *middle*")
	fsys["scenario.md"].Data = []byte(text)
	pack, _ := Load(fsys)
	other, _ := Load(packIn(t, "en"))
	if got, want := dumpPack(pack), dumpPack(other); got != want {
		t.Errorf("names in other letters: %s", firstDifference(got, want))
	}
}

func TestLinesAroundAProblemAreQuoted(t *testing.T) {
	fsys := packIn(t, "it")
	fsys["scenario.md"].Data = []byte(strings.Replace(string(fsys["scenario.md"].Data), "-> *middle*", "-> *midle*", 1))
	_, problems := Load(fsys)
	i := slices.IndexFunc(problems, func(p Problem) bool { return p.Code == "F102" })
	if i < 0 {
		t.Fatalf("no F102 in %v", problems)
	}
	p := problems[i]
	if len(p.Source) < 2 || p.Source[1].Number != p.Line || !strings.Contains(p.Source[1].Text, "*midle*") || p.Width != len("midle") {
		t.Errorf("source %v, width %d", p.Source, p.Width)
	}
	if !strings.Contains(p.Message, "«midle»") {
		t.Errorf("message %q is not in the language of the file", p.Message)
	}
}
