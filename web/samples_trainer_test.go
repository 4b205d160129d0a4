package web

import (
	"proba/grading/learn"
	"proba/scenarios"
)

// lessonsSample has a lesson of each kind, and every reason for none.
func lessonsSample(p Page) view {
	v := lessonsView{Page: p, Scenario: "x", Written: "it", Path: "scenarios/x.md", Corrections: 9, Diff: "--- a/x.md\n+++ b/x.md\n",
		Lessons: []learn.Lesson{{Phrase: "saluta", Text: "Salve.", Language: "it", Criterion: "Saluta"},
			{Phrase: "saluta", Text: "Non saluto.", Language: "it", Counter: true, Criterion: "Saluta"}}}
	var left []learn.Left
	for _, why := range []learn.Why{learn.NotWords, learn.Ambiguous, learn.NoPlace, learn.Private, learn.Known, learn.Contradicts, learn.NoFile, learn.Unwritable} {
		left = append(left, learn.Left{Criterion: "Saluta", Why: why})
	}
	v.Left = whyLeft(left)
	return v
}

func trainerSamples() []sample {
	problems := []scenarios.Problem{
		{Pos: scenarios.Pos{File: "scenarios/x.md", Line: 2, Column: 5}, Code: "S014", Level: scenarios.LevelError, Message: "There is no phrase.", Suggestion: "Did you mean another?"},
		{Pos: scenarios.Pos{File: "scenarios/x.md", Line: 3}, Code: "F102", Level: scenarios.LevelWarning, Message: "Unused."},
		{Pos: scenarios.Pos{File: "scenarios/x.md"}, Code: "N1", Level: scenarios.LevelNote, Message: "Whole file."},
	}
	file := fileRow{Meta: scenarios.Meta{ID: "x", Title: "Piatti rotti", Version: "1.0.0", Languages: []string{"it"}}, Path: "scenarios/x.md", Short: "x.md", Current: true}
	file.levelCounts = countLevels(problems)
	warned, unread := file, fileRow{Path: "scenarios/y.md", Short: "y.md"}
	warned.Errors, warned.Current = 0, false
	pack := packView{Name: "Mio", Version: 2, By: "Marta", Changed: sampleTime}
	for _, kind := range kindOrder {
		pack.Kinds = append(pack.Kinds, kindView{kind, []fileRow{warned, unread}})
	}
	pack.Kinds[0].Files[0] = file
	library := func(change func(*studioView)) func(Page) view {
		return func(p Page) view {
			v := studioView{Page: p, Check: checkView{Ready: true, Done: 2, All: 2, levelCounts: levelCounts{1, 2, 3}}, Packs: []packView{pack, {}}}
			change(&v)
			return v
		}
	}
	refused := func(key string) func(*studioView) {
		return func(v *studioView) { v.Refused, v.PackName = &refusedPack{Key: key, Name: "x.md"}, "Mio" }
	}
	shown := func(change func(*studioFileView)) func(Page) view {
		return func(p Page) view {
			p.Body = "studio"
			v := studioFileView{Page: p, File: file, Check: checkView{Ready: true}, Pack: pack, All: problems, Scenario: "x", Variants: []string{"A", "B"}}
			v.Lines, v.Whole = linesOf("# X\n> y\n\nz\n", problems)
			for _, outcome := range []scenarios.Outcome{scenarios.Pass, scenarios.Fail, scenarios.Undecided, ""} {
				v.Tests = append(v.Tests, playedTest{Name: "Prova", Line: 3, Want: outcome, Got: scenarios.Pass, WantScore: &scenarios.Range{Min: 10, Max: 20}, Score: 15, AsWanted: outcome == scenarios.Pass})
			}
			v.Tests[3].Got, v.Tests[2].Got, v.Tests[2].WantScore = scenarios.Undecided, scenarios.Fail, &scenarios.Range{Min: 5, Max: 5}
			v.Graph = graphView{Drawing: `<svg class="graph" role="img" aria-label="x"></svg>`, List: "Inizio\n  → fine"}
			change(&v)
			return v
		}
	}
	out := []sample{
		{"trainer/library", "checked", library(func(*studioView) {})},
		{"trainer/library", "being checked", library(func(v *studioView) { v.Check = checkView{Done: 1, All: 9} })},
		{"trainer/library", "refused with problems", library(func(v *studioView) {
			v.Refused = &refusedPack{Key: "studio.refused.problems", Problems: problems, levelCounts: countLevels(problems)}
		})},
		{"trainer/library", "refused for its name", library(refused("studio.refused.packname"))},
		{"trainer/file", "with problems", shown(func(*studioFileView) {})},
		{"trainer/file", "being checked", shown(func(v *studioFileView) { v.Check, v.Tests, v.All = checkView{}, nil, nil })},
		{"trainer/file", "no tests", shown(func(v *studioFileView) { v.Tests, v.Variants = nil, nil })},
		{"trainer/file", "no scenario", shown(func(v *studioFileView) { v.Scenario, v.Graph = "", graphView{} })},
		{"trainer/file", "too large to draw", shown(func(v *studioFileView) { v.Graph.Drawing = "" })},
		{"trainer/lessons", "nothing yet", func(p Page) view { return lessonsView{Page: p, Scenario: "x", Written: "it", Path: "scenarios/x.md"} }},
		{"trainer/lessons", "some, and some left out", lessonsSample},
	}
	for _, key := range uploadKeys {
		out = append(out, sample{"trainer/library", key, library(refused(key))})
	}
	return out
}
