package web

import (
	"cmp"
	"errors"
	"html/template"
	"slices"
	"strings"

	"proba/scenarios"
)

// studioFileView is one author file: its pack on the left, its text with the problems under their lines, and the tests.
type studioFileView struct {
	Page
	File  fileRow
	Check checkView
	Pack  packView
	// Whole are problems of the file as a whole.
	Whole []scenarios.Problem
	Lines []sourceLine
	// All are its problems in order of lines.
	All []scenarios.Problem
	// Scenario is the id to try, "" for a file of another kind or one that cannot be played.
	Scenario string
	Variants []string
	Tests    []playedTest
	// Graph is how the beats lead on, empty for a file without beats.
	Graph graphView
}

// graphView is the drawing of the beats and the same in words. Drawing is empty where there are too many to draw.
type graphView struct {
	Drawing template.HTML
	List    string
}

// sourceLine is one line of the file. Class is how it is drawn: heading, quote or "".
type sourceLine struct {
	Number   int
	Text     string
	Class    string
	Problems []scenarios.Problem
}

// Worst is the worst level of the line's problems, "" without one.
func (l sourceLine) Worst() scenarios.Level { return worst(l.Problems) }

func worst(problems []scenarios.Problem) scenarios.Level {
	if len(problems) == 0 {
		return ""
	}
	levels := []scenarios.Level{scenarios.LevelError, scenarios.LevelWarning, scenarios.LevelNote}
	return slices.MinFunc(problems, func(a, b scenarios.Problem) int {
		return cmp.Compare(slices.Index(levels, a.Level), slices.Index(levels, b.Level))
	}).Level
}

// studioFile shows one file of the library.
func (s *Server) studioFile(v *visit) error {
	pack := s.Library.Pack()
	i := slices.IndexFunc(pack.Files, func(f scenarios.File) bool { return f.Path == v.Param("*") })
	if i < 0 {
		return errNotFound
	}
	file, found := pack.Files[i], s.exam.of(s.Library)
	view := studioFileView{Page: s.titled(v, cmp.Or(file.Meta.Title, file.Path), "/studio"), Check: checkOf(found)}
	view.Body = "studio"
	owner, uploaded, err := s.packOf(v, file.Path)
	if err != nil {
		return err
	}
	folder := ""
	if uploaded {
		folder, view.Pack.Name, view.Pack.Version = shelfFolder(owner.Name), owner.Name, owner.Version
	}
	view.Pack.fill(pack.Files, folder, found)
	view.Pack.mark(file.Path, &view.File)
	view.All = found.Problems[file.Path]
	view.Lines, view.Whole = linesOf(file.Text, view.All)
	view.trial(file, s.Library, found)
	if view.Graph, err = graphOf(pack, file, v.texts.Language()); err != nil {
		return err
	}
	return s.render(v, "trainer/file", view)
}

// graphOf draws the beats of a scenario's file; it is empty where there are none.
func graphOf(pack *scenarios.Pack, file scenarios.File, language string) (graphView, error) {
	sc, known := pack.Scenarios[file.Meta.ID]
	if !known || file.Meta.Kind != scenarios.KindScenario || len(sc.Beats) == 0 {
		return graphView{}, nil
	}
	graph, labels := scenarios.GraphOf(sc), scenarios.GraphLabelsIn(language)
	out := graphView{List: graph.List(labels)}
	drawn, err := graph.SVG(labels)
	if err != nil && !errors.Is(err, scenarios.ErrGraphTooLarge) {
		return graphView{}, err
	}
	out.Drawing = template.HTML(drawn) //nolint:gosec // attributes and escaped words only; see scenarios/graph_svg.go
	return out, nil
}

// mark marks the file shown in its pack.
func (p *packView) mark(path string, shown *fileRow) {
	for i := range p.Kinds {
		for j := range p.Kinds[i].Files {
			if row := &p.Kinds[i].Files[j]; row.Path == path {
				row.Current = true
				*shown = *row
			}
		}
	}
}

// trial adds what a scenario that can be played has: its variants and tests.
func (v *studioFileView) trial(file scenarios.File, library *Library, found examined) {
	script, playable := library.Script(file.Meta.ID)
	if file.Meta.Kind != scenarios.KindScenario || !playable {
		return
	}
	v.Scenario, v.Variants, v.Tests = script.ID, script.Variants, found.Tests[script.ID]
}

// linesOf cuts a text into lines with the problems found there, and those that are of the whole file.
func linesOf(text string, problems []scenarios.Problem) (lines []sourceLine, whole []scenarios.Problem) {
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		lines = append(lines, sourceLine{Number: i + 1, Text: strings.TrimSuffix(line, "\r"), Class: classOf(line)})
	}
	for _, p := range problems {
		if p.Line < 1 || p.Line > len(lines) {
			whole = append(whole, p)
			continue
		}
		lines[p.Line-1].Problems = append(lines[p.Line-1].Problems, p)
	}
	return lines, whole
}

func classOf(line string) string {
	switch trimmed := strings.TrimSpace(line); {
	case strings.HasPrefix(trimmed, "#"):
		return "tok-h"
	case strings.HasPrefix(trimmed, ">"):
		return "tok-q"
	default:
		return ""
	}
}
