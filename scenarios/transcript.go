package scenarios

import "strings"

// ReadTranscript reads the text of a conversation block that stands in a file of its own, against the scenario it plays.
// The fence around it may be left on. file names it in problems. The Test has no name and no expectations; steps that
// cannot be read are left out and reported.
func ReadTranscript(sc *Scenario, file, text string) (Test, []Problem) {
	src := newSource(file, text)
	if len(sc.Languages) > 0 {
		src.language, src.langs = sc.Languages[0], sc.Languages
	}
	l := newLoader()
	own := *sc
	d := &draftScenario{Scenario: &own, r: &reader{src: src, find: l.find, rules: l.rules}}
	l.find.sources[file] = src
	t := draftTest{Test: Test{Seed: 1, At: Pos{File: file, Line: 1, Column: 1}}}
	d.r.transcript(&t, fence{lines: transcriptLines(src)})
	s := l.newResolver(d)
	s.variant(&t.Test)
	return s.actions(t), l.find.sorted()
}

// transcriptLines are the lines of a text with their places, without the fence.
func transcriptLines(src *source) []fenceLine {
	var lines []fenceLine
	for n, at := range src.lines {
		if line := src.line(n + 1); !strings.HasPrefix(line, "```") {
			lines = append(lines, fenceLine{text: line, at: at})
		}
	}
	return lines
}
