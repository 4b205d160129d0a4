package scenarios

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "rewrite golden files")

// packIn writes the test pack in the words of a language: <<id>> is the keyword's preferred form, and <<id:2>> that form
// with what stands in its places.
func packIn(tb testing.TB, lang string) fstest.MapFS {
	tb.Helper()
	fsys := fstest.MapFS{}
	for _, name := range []string{"scenario.md", "persona.md", "shop.md", "others.md"} {
		data, err := os.ReadFile("testdata/pack/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), "language: LANG", "language: "+lang)
		for _, piece := range strings.Split("\n"+localised(tb, text, lang), "\n=== ") {
			if file, body, ok := strings.Cut(piece, "\n"); ok && strings.HasSuffix(file, ".md") {
				fsys[file] = &fstest.MapFile{Data: []byte(body)}
			} else {
				fsys[name] = &fstest.MapFile{Data: []byte(strings.TrimPrefix(piece, "\n"))}
			}
		}
	}
	delete(fsys, "others.md")
	for _, name := range []string{"box.png", "label.pdf"} {
		data, err := os.ReadFile("testdata/pack/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

var numberPlace = regexp.MustCompile(`\bN\b`)

var keywordPlace = regexp.MustCompile(`<<([a-z.-]+)((?::[^:>]+)*)>>`)

func localised(tb testing.TB, text, lang string) string {
	tb.Helper()
	return keywordPlace.ReplaceAllStringFunc(text, func(place string) string {
		m := keywordPlace.FindStringSubmatch(place)
		form := Keyword(m[1], lang)
		if form == "" {
			tb.Fatalf("no keyword %q", m[1])
		}
		for _, value := range strings.Split(m[2], ":")[1:] {
			switch {
			case strings.Contains(form, "LANG") && !isDigit(value[0]):
				form = strings.Replace(form, "LANG", Keyword("lang."+value, lang), 1)
			case strings.Contains(form, "*x*") && !isDigit(value[0]):
				form = strings.Replace(form, "*x*", "*"+value+"*", 1)
			default:
				form = numberPlace.ReplaceAllString(form, value)
			}
		}
		return form
	})
}

func TestOnePackMeansTheSameInFiveLanguages(t *testing.T) {
	var english string
	for _, lang := range keywordLanguages {
		pack, problems := Load(packIn(t, lang))
		for _, p := range problems {
			if p.Level == LevelError || strings.HasPrefix(string(p.Code), "S0") {
				t.Errorf("in %s: %s %s %s: %s %s", lang, p.Pos, p.Code, p.Level, p.Message, p.Suggestion)
			}
		}
		got := dumpPack(pack)
		if lang == "en" {
			english = got
			golden(t, "testdata/pack.golden", got)
			continue
		}
		if got != english {
			t.Errorf("the pack in %s is another than in English:\n%s", lang, firstDifference(got, english))
		}
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs:\n%s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}

func dumpPack(p *Pack) string {
	var b strings.Builder
	for _, v := range []any{p.Scenarios["late-parcel"], p.Personas["ann"], p.Worlds["shop"], p.Libraries["base"],
		p.Certificates["certificate"], p.Shifts["shift"], p.Frameworks["profile"], p.Quizzes["quiz"], p.Briefings["new-days"],
		p.DeskWork["back-office"]} {
		dump(&b, "", "", reflect.ValueOf(v))
	}
	return b.String()
}

// dump writes a value with the types of its interfaces, without zero values, places, texts as written and what differs
// between the languages of the files.
func dump(b *strings.Builder, indent, name string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			dump(b, indent, name, v.Elem())
		}
	case reflect.Struct:
		fmt.Fprintf(b, "%s%s %s\n", indent, name, v.Type().Name())
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !dumped(v.Type().Name(), field.Name) || v.Field(i).IsZero() {
				continue
			}
			dump(b, indent+"  ", field.Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			dump(b, indent, fmt.Sprintf("%s[%d]", name, i), v.Index(i))
		}
	default:
		fmt.Fprintf(b, "%s%s: %v\n", indent, name, v.Interface())
	}
}

func dumped(in, field string) bool {
	switch field {
	case "At", "Sources", "Languages", "Value", "Resolved", "KnownTo":
		return in == "Competence" || field == "KnownTo" || field == "Value" && in != "Fact"
	case "Text":
		return in == "Line" || in == "QuizOption" || in == "FrameworkRow" || in == "Utterance" || in == "AgentSays" || in == "PatternAtom"
	}
	return true
}
