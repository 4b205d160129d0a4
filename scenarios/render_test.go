package scenarios

import (
	"strings"
	"testing"
)

func TestProblemIsPrintedAsTheReferenceShows(t *testing.T) {
	p := NewProblem("F102", "ro", Pos{File: "scenarios/comanda-la-colt.md", Line: 63, Column: 38}, details{
		"name": "Nemultumit", "nearest": "Nemulțumit",
		"names": "Salut, Așteaptă, Nemulțumit, Comanda, Oferta, Livrare, La revedere, Transferat"})
	p.Width = len("Nemultumit")
	p.Source = []SourceLine{
		{62, "- **Când** transferă la *Manager alocat* -> *Transferat*"},
		{63, "- **Când** spune *anunță datoria* -> *Nemultumit*"},
	}
	want := `scenarios/comanda-la-colt.md:63:38  F102 error
   Pasul „Nemultumit” nu există.
   62 | - **Când** transferă la *Manager alocat* -> *Transferat*
   63 | - **Când** spune *anunță datoria* -> *Nemultumit*
      |                                      ^^^^^^^^^^
   Ai vrut să scrii „Nemulțumit”? Pași aici: Salut, Așteaptă, Nemulțumit,
   Comanda, Oferta, Livrare, La revedere, Transferat.
`
	if got := p.Format(); got != want {
		t.Errorf("Format() =\n%s\nwant\n%s", got, want)
	}
}

func TestMarkStandsUnderWhatItMeans(t *testing.T) {
	tests := map[string]struct {
		line          string
		column, width int
		want          string
	}{
		"letters of one character":               {"abc def", 5, 3, "    ^^^"},
		"Cyrillic letters are one place each":    {"Когда говорит", 7, 7, "      ^^^^^^^"},
		"a combining accent takes no place":      {"cafe\u0301 nero", 7, 4, "     ^^^^"},
		"a marked combining accent gets no mark": {"e\u0301e\u0301", 1, 4, "^^"},
		"a wide character takes two":             {"日本 x", 4, 1, "     ^"},
		"no width marks one":                     {"abc", 2, 0, " ^"},
		"a mark behind the end of the line":      {"abc", 5, 1, "    ^"},
		"a width past the end stops at the end":  {"abc", 2, 99, " ^^"},
		"a tab is one place":                     {"\tabc", 2, 3, " ^^^"},
		"an invisible character takes no place":  {"a\u200bbc", 3, 2, " ^^"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := underline(tt.line, tt.column, tt.width); got != tt.want {
				t.Errorf("underline(%q, %d, %d) = %q, want %q", tt.line, tt.column, tt.width, got, tt.want)
			}
		})
	}
}

func TestLongLineIsCutAroundTheMark(t *testing.T) {
	p := Problem{Pos: Pos{File: "a.md", Line: 1, Column: 3001}, Code: "S014", Level: LevelError, Message: "No.", Width: 4}
	p.Source = []SourceLine{{1, strings.Repeat("x", 3000) + "here" + strings.Repeat("y", 1000)}}
	lines := strings.Split(p.Format(), "\n")
	text, mark := lines[2], lines[3]
	if at := strings.Index(text, "here"); at < 0 || len(text) > 150 || len([]rune(text[:at])) != strings.Index(mark, "^^^^") {
		t.Errorf("printed\n%s\n%s", text, mark)
	}
}

func TestProblemWithoutLineHasNoSource(t *testing.T) {
	p := NewProblem("S008", "en", Pos{File: "a.md"}, details{"section": "Criteria"})
	want := "a.md  S008 error\n   The section \"Criteria\" is missing.\n   Start with: ## Criteria\n"
	if got := p.Format(); got != want {
		t.Errorf("Format() = %q, want %q", got, want)
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("a\u0301 \t*x*", 3, 2, "message with {braces}")
	f.Add("", -4, 1<<30, "")
	f.Fuzz(func(t *testing.T, line string, column, width int, message string) {
		p := Problem{Pos: Pos{File: "a.md", Line: 1, Column: column}, Message: message, Width: width, Source: []SourceLine{{1, line}}}
		if got := p.Format(); !strings.HasPrefix(got, "a.md:1") {
			t.Errorf("Format() = %q", got)
		}
	})
}
