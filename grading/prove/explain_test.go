package prove

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"proba/scenarios"
)

// explained is the pack of the explanations with the mistakes of an example in it.
func explained(t testing.TB, examples []scenarios.MistakeExample) fstest.MapFS {
	t.Helper()
	pack := fstest.MapFS{}
	err := fs.WalkDir(scenarios.ExplanationPack(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(scenarios.ExplanationPack(), name)
		pack[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range examples {
		file, ok := pack[x.File]
		if !ok {
			t.Fatalf("the pack has no file %q", x.File)
		}
		if n := strings.Count(string(file.Data), x.Right); n != 1 {
			t.Fatalf("%q stands %d times in %s, want once", x.Right, n, x.File)
		}
		file.Data = []byte(strings.Replace(string(file.Data), x.Right, x.Wrong, 1))
	}
	return pack
}

// codesFound examines a pack as an author would mend it: what reading finds first, then tests, then robots, then walks.
func codesFound(t testing.TB, fsys fs.FS) []scenarios.Code {
	t.Helper()
	pack, problems := scenarios.Load(fsys)
	if len(problems) == 0 {
		problems = Quick(pack)
	}
	if len(problems) == 0 {
		sc := prepare(t, pack, "roses")
		problems = append(Robots(sc), Walks(sc)...)
	}
	var codes []scenarios.Code
	for _, p := range problems {
		if !slices.Contains(codes, p.Code) {
			codes = append(codes, p.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

func withoutTranslations(pack fstest.MapFS) {
	for name := range pack {
		if strings.HasSuffix(name, ".ro.md") {
			delete(pack, name)
		}
	}
}

// versionCodes compares a pack with the sound one, as if that was released.
func versionCodes(t testing.TB, pack fs.FS) []scenarios.Code {
	released, _ := scenarios.Load(scenarios.ExplanationPack())
	now, _ := scenarios.Load(pack)
	var codes []scenarios.Code
	for _, p := range scenarios.VersionProblems(released, now) {
		codes = append(codes, p.Code)
	}
	return codes
}

// together are checks that find two sides of one mistake, at two places.
var together = map[scenarios.Code][]scenarios.Code{
	"P209": {"C309"}, // the phrase with few examples, and the criterion that rests on it
	"C309": {"P209"},
	"F106": {"F105"},                 // no way to the end is a circle too
	"C303": {"C306"},                 // what nobody can meet may be missing for the pass mark
	"P208": {"P205", "T401", "T403"}, // no test can meet the one without breaking the other
	"T405": {"T406"},                 // who may recite words may send them one by one
	"T407": {"T405", "T406"},         // a pass mark a parrot reaches is in reach of all
}

func TestEveryExplanationIsTrue(t *testing.T) {
	if found := codesFound(t, explained(t, nil)); len(found) > 0 {
		t.Fatalf("the pack of the explanations has problems itself: %v", found)
	}
	for _, code := range scenarios.Codes() {
		t.Run(string(code), func(t *testing.T) {
			e, err := scenarios.Explain(code, "en")
			if err != nil {
				t.Fatal(err)
			}
			if len(e.Examples) == 0 {
				t.Fatal("no example")
			}
			want := append([]scenarios.Code{code}, together[code]...)
			slices.Sort(want)
			pack := explained(t, e.Examples)
			if !strings.HasPrefix(string(code), "L") {
				withoutTranslations(pack) // they grow old with every mistake
			}
			got := codesFound(t, pack)
			if code == "V601" || code == "V602" {
				got = append(got, versionCodes(t, pack)...)
			}
			if !slices.Equal(got, want) {
				t.Errorf("the wrong example gives %v, want %v", got, want)
			}
		})
	}
}
