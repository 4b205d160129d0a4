package scenarios

import (
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// untidy spoils the looks of a text in ways that mean nothing.
func untidy(text string) string {
	var out []string
	fenced := false
	header := 0
	for _, line := range strings.Split(text, "\n") {
		if line == "---" {
			header++
		}
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		if header < 2 || fenced || strings.HasPrefix(line, "---") {
			out = append(out, line)
			continue
		}
		out = append(out, line+" ")
		if line == "" {
			out = append(out, "", "")
		}
	}
	return strings.Join(out, "\r\n") + "\r\n\r\n"
}

// sameModel compares packs by all but places, texts and digests.
func sameModel(t *testing.T, a, b *Pack) string {
	t.Helper()
	return cmp.Diff(a, b, cmp.FilterPath(func(p cmp.Path) bool {
		return p.Last().Type() == reflect.TypeFor[Pos]() || strings.HasSuffix(p.String(), "Files") || strings.HasSuffix(p.String(), "Sources")
	}, cmp.Ignore()))
}

func TestTidyingChangesNothingThatIsRead(t *testing.T) {
	for _, dir := range []string{"../content/library", "explain/pack", "testdata/pack"} {
		fsys, messy, tidy := os.DirFS(dir), fstest.MapFS{}, fstest.MapFS{}
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			if IsMedia(name) {
				tidy[name] = &fstest.MapFile{Data: data}
				return err
			}
			messy[name] = &fstest.MapFile{Data: []byte(untidy(string(data)))}
			tidy[name] = &fstest.MapFile{Data: []byte(Tidy(string(messy[name].Data)))}
			if again := Tidy(string(tidy[name].Data)); again != string(tidy[name].Data) {
				t.Errorf("%s is tidied a second time:\n%s", name, cmp.Diff(string(tidy[name].Data), again))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		before, _ := Load(fsys)
		after, _ := Load(tidy)
		if diff := sameModel(t, before, after); diff != "" {
			t.Errorf("%s (-before +after):\n%s", dir, diff)
		}
	}
}

func TestTidyStraightensTablesAndBlanks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a table", "| a | bbbb |\n|---|:-:|\n| cccc | `x\\|y` |\n", "| a    | bbbb   |\n| ---- | :----: |\n| cccc | `x\\|y` |\n"},
		{"a table with a cell too many stays", "| a |\n|---|\n| b | c |\n", "| a |\n|---|\n| b | c |\n"},
		{"blanks and empty lines", "\ufeff# A  \r\ntext \r\n\r\n\r\n\r\nmore\r\n\r\n", "# A\n\ntext\n\nmore\n"},
		{"a transcript stays", "```conversation\nagent: a  \n\n\nagent: b\n```\n", "```conversation\nagent: a  \n\n\nagent: b\n```\n"},
		{"keys stay", "---\nid:  a \n\n\n---\n# T\n", "---\nid:  a \n\n\n---\n\n# T\n"},
		{"nothing", "", "\n"},
	}
	for _, tt := range tests {
		if got := Tidy(tt.text); got != tt.want {
			t.Errorf("%s: Tidy = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTidyingTwiceIsTidyingOnce(t *testing.T) {
	pieces := []string{"# A", "### b", "", "", "  ", "> a", "- **x:** y ", "| a | b |", "|---|---|", "| c |", "```", "````", "<div>", "<!--", "-->", "---", "\tx", "a\\|"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "lines"), "\n")
		once := Tidy(text)
		if twice := Tidy(once); twice != once {
			t.Fatalf("Tidy(%q) = %q, tidied again %q", text, once, twice)
		}
	})
}

func FuzzTidy(f *testing.F) {
	f.Add(soundScenario)
	f.Fuzz(func(t *testing.T, text string) {
		if once := Tidy(text); Tidy(once) != once {
			t.Errorf("Tidy(%q) is not tidy", text)
		}
	})
}

func TestTidyingTakesTimeByLengthOnly(t *testing.T) {
	for _, piece := range []string{"|-|\n", "<b>\n#\n", "#\n", "```\n~~~~\n", "| a |\n|---|\n| b | c |\n"} {
		text := strings.Repeat(piece, MaxFileSize/len(piece))
		start := time.Now()
		Tidy(text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes of %q took %s", len(text), piece, took)
		}
	}
}
