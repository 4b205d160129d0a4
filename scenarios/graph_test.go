package scenarios

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// tangled is a conversation with everything a graph can show: a circle, a jump ahead, a beat nobody comes to, one that
// leads nowhere, an arrow to itself, an end in the middle.
func tangled() *Scenario {
	when := func(text, to string) Reaction {
		return Reaction{When: Condition{Text: text, Any: []Clause{{{Verb: VerbSays}}}}, Target: Target{Beat: Ref{Name: to}}}
	}
	ends := Reaction{When: Condition{Text: "closes", Any: []Clause{{{Verb: VerbCloses}}}}, Target: Target{End: true}}
	stays := Reaction{When: Condition{Text: "says *sorry*", Any: []Clause{{{Verb: VerbSays}}}}}
	to := func(name string) *Reaction { return &Reaction{Target: Target{Beat: Ref{Name: name}}} }
	return &Scenario{Meta: Meta{Title: "A tangle & more"}, Beats: []Beat{
		{Name: "Greeting", Reactions: []Reaction{when(`says *a "b"*`, "Question"), stays}, Otherwise: to("Question")},
		{Name: "Question", Reactions: []Reaction{when("says *x*", "Answer"), when("says *y*", "Answer"), when("says *z*", "Goodbye")}},
		{Name: "Answer <quick>", Reactions: []Reaction{when("says *x*", "Question"), ends}, Otherwise: to("Answer <quick>")},
		{Name: "Answer", Reactions: []Reaction{when("says *x*", "Question")}, Otherwise: to("Trap with a very long name that no box can hold in two lines")},
		{Name: "Trap with a very long name that no box can hold in two lines", Reactions: []Reaction{stays},
			Otherwise: to("Trap with a very long name that no box can hold in two lines")},
		{Name: "Island", Otherwise: to("Goodbye")},
		{Name: "Goodbye"},
	}}
}

func TestGraphFindsWhatCannotBeReachedAndWhatCannotEnd(t *testing.T) {
	g := GraphOf(tangled())
	for _, b := range g.Beats {
		wantUnreachable := b.Name == "Island"
		if b.Unreachable != wantUnreachable {
			t.Errorf("%q unreachable = %v, want %v", b.Name, b.Unreachable, wantUnreachable)
		}
		if want := strings.HasPrefix(b.Name, "Trap"); b.DeadEnd != want {
			t.Errorf("%q dead end = %v, want %v", b.Name, b.DeadEnd, want)
		}
	}
	if reasons := g.Arrows[slices.IndexFunc(g.Arrows, func(a GraphArrow) bool { return a.From == 1 && a.To == 3 })].Reasons; len(reasons) != 2 {
		t.Errorf("two reactions lead from Question to Answer; the arrow has %v", reasons)
	}
}

func TestGraphsAreWrittenAsBefore(t *testing.T) {
	g, labels := GraphOf(tangled()), GraphLabelsIn("en")
	svg, err := g.SVG(labels)
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"svg": svg, "dot": g.DOT(labels), "mmd": g.Mermaid(labels), "txt": g.List(labels)} {
		file := filepath.Join("testdata", "graph", "tangle."+name)
		if *update {
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; look at it, then run with -update\n%s", name, file, got)
		}
	}
}

func TestGraphWordsExistInEveryLanguage(t *testing.T) {
	for _, lang := range keywordLanguages {
		l := GraphLabelsIn(lang)
		for _, text := range []string{l.Start, l.End, l.Unreachable, l.DeadEnd, l.Otherwise, l.Nothing, l.Over, l.Stays, l.Beats} {
			if text == "" {
				t.Errorf("%s lacks a word of graphs: %+v", lang, l)
			}
		}
	}
	if got, want := GraphLabelsIn("xx"), GraphLabelsIn("en"); got != want {
		t.Errorf("GraphLabelsIn(xx) = %+v, want the English ones", got)
	}
}

// anyGraph has up to 60 beats with up to three arrows each, some to themselves and some back.
func anyGraph(t *rapid.T) Graph {
	count := rapid.IntRange(0, 60).Draw(t, "beats")
	g := Graph{Title: rapid.String().Draw(t, "title")}
	for i := range count {
		g.Beats = append(g.Beats, GraphBeat{Name: fmt.Sprint("Beat ", i, rapid.StringN(0, 40, 80).Draw(t, "name"))})
		for _, to := range rapid.SliceOfNDistinct(rapid.IntRange(0, count-1), 0, min(3, count), rapid.ID).Draw(t, "to") {
			g.Arrows = append(g.Arrows, GraphArrow{From: i, To: to, Reasons: []GraphReason{{Kind: ReasonOtherwise}}})
		}
	}
	return g
}

func TestNoBoxesOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph(t)
		d := layered(g)
		d.untangle()
		_, heights := boxTexts(g, GraphLabelsIn("en"))
		d.place(heights)
		for i, a := range d.nodes {
			for _, b := range d.nodes[:i] {
				if a.x-a.w/2 < b.x+b.w/2-0.01 && b.x-b.w/2 < a.x+a.w/2-0.01 && a.y < b.y+b.h && b.y < a.y+a.h {
					t.Fatalf("%+v and %+v overlap", a, b)
				}
			}
			if width, height := d.size(); a.x-a.w/2 < 0 || a.x+a.w/2 > width || a.y < 0 || a.y+a.h > height {
				t.Fatalf("%+v is not on the paper", a)
			}
		}
	})
}

func TestArrowsRunFromLayerToLayer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph(t)
		d := layered(g)
		for i, path := range d.paths {
			a := g.Arrows[i]
			if a.From == a.To {
				continue
			}
			if ends := []int{path[0], path[len(path)-1]}; !slices.Contains(ends, a.From) || !slices.Contains(ends, a.To) {
				t.Fatalf("the path of %+v leads from %d to %d", a, ends[0], ends[1])
			}
			for k, n := range path[1:] {
				if d.nodes[n].layer != d.nodes[path[k]].layer+1 {
					t.Fatalf("the path of %+v leaves out a layer", a)
				}
			}
		}
	})
}

func TestEveryDrawingIsWellFormedAndHasOnlyAttributes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := anyGraph(t)
		svg, err := g.SVG(GraphLabelsIn("ru"))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := g.SVG(GraphLabelsIn("ru"))
		if svg != again {
			t.Fatal("the same graph was drawn differently")
		}
		boxes := 0
		for decoder := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("the drawing is no XML: %v\n%s", err, svg)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if start.Name.Local == "rect" {
				boxes++
			}
			for _, a := range start.Attr {
				if a.Name.Local == "style" || a.Name.Local == "id" || strings.HasPrefix(a.Name.Local, "on") {
					t.Fatalf("a drawing with %s=%q", a.Name.Local, a.Value)
				}
			}
		}
		if boxes != len(g.Beats) {
			t.Fatalf("%d boxes for %d beats", boxes, len(g.Beats))
		}
	})
}

func TestAGraphThatNobodyCanReadIsNotDrawn(t *testing.T) {
	g := Graph{Beats: make([]GraphBeat, MaxDrawnBeats+1)}
	if _, err := g.SVG(GraphLabelsIn("en")); !errors.Is(err, ErrGraphTooLarge) {
		t.Errorf("SVG of %d beats: %v, want ErrGraphTooLarge", len(g.Beats), err)
	}
	if list := g.List(GraphLabelsIn("en")); !strings.Contains(list, "201") {
		t.Errorf("its list is %q", firstLine(list))
	}
}

func BenchmarkSVGOfSixtyBeats(b *testing.B) {
	g := Graph{Beats: make([]GraphBeat, 60)}
	for i := range g.Beats {
		for _, to := range []int{i * 7 % 60, i * 13 % 60, (i + 1) % 60} {
			g.Arrows = append(g.Arrows, GraphArrow{From: i, To: to, Reasons: []GraphReason{{Kind: ReasonOtherwise}}})
		}
	}
	for b.Loop() {
		if _, err := g.SVG(GraphLabelsIn("en")); err != nil {
			b.Fatal(err)
		}
	}
}
