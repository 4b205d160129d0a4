package scenarios

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// The checks of this and the other lint files look at a pack that was read and resolved. They say what can be known
// without playing: where a conversation can go, what patience can become, which criteria can be met. What needs to hear
// a reply is checked in grading/prove.

// reporter takes one problem; width is how many characters are marked.
type reporter func(code Code, at Pos, width int, with details)

// lint runs every check on the whole pack. Scenarios that lack a part because of an error are checked as far as they go.
func lint(p *Pack, report reporter) {
	l := &linter{pack: p, report: report, lines: map[string][]string{}}
	for _, id := range slices.Sorted(maps.Keys(p.Libraries)) {
		l.phrases(p.Libraries[id].Phrases)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Personas)) {
		l.persona(p.Personas[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.Scenarios)) {
		l.within(p.Scenarios[id]).scenario(p.Scenarios[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.DeskWork)) {
		l.within(p.DeskWork[id]).phrases(ownPhrases(p.DeskWork[id]))
	}
	for _, id := range slices.Sorted(maps.Keys(p.Certificates)) {
		l.certificate(p.Certificates[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.Translations)) {
		l.translation(p.Translations[id])
	}
	for _, id := range slices.Sorted(maps.Keys(p.Rubrics)) {
		l.rubric(p.Rubrics[id])
	}
}

// within looks at a translation only for what its own file says: its structure was checked with the original.
func (l *linter) within(sc *Scenario) *linter {
	if sc.Translation == nil {
		return l
	}
	own := *l
	own.report = func(code Code, at Pos, width int, with details) {
		if at.File == sc.At.File {
			l.report(code, at, width, with)
		}
	}
	return &own
}

type linter struct {
	pack   *Pack
	report reporter
	lines  map[string][]string // of each file, split when first needed
}

// scenarioLint checks one scenario.
type scenarioLint struct {
	*linter
	sc *Scenario
	// variants are those of the scenario, or the one without a name.
	variants []string
	beats    map[string]int // their indexes
	phrase   map[string]*Phrase
	marked   []*Criterion // of the contact, then of the debrief
	// reached holds the beats that can be reached, by variant.
	reached map[string]map[string]bool
	// waits and said are what conditions and spots return, once they were asked.
	waits []Condition
	said  []spot
}

func (l *linter) scenario(sc *Scenario) {
	s := newScenarioLint(l, sc)
	l.phrases(ownPhrases(sc))
	s.flow()
	s.reactions()
	s.customer()
	s.moods()
	s.timers()
	s.verbs()
	s.unused()
	s.languages()
	s.criteria()
	s.orders()
	s.points()
	s.desk()
	s.tests()
}

func newScenarioLint(l *linter, sc *Scenario) *scenarioLint {
	s := &scenarioLint{
		linter: l, sc: sc, variants: sc.Variants,
		beats: map[string]int{}, phrase: map[string]*Phrase{}, reached: map[string]map[string]bool{},
	}
	if len(s.variants) == 0 {
		s.variants = []string{""}
	}
	for i := range sc.Beats {
		s.beats[sc.Beats[i].Name] = i
	}
	for i := range sc.Criteria {
		s.marked = append(s.marked, &sc.Criteria[i])
	}
	for i := range sc.Debrief {
		s.marked = append(s.marked, &sc.Debrief[i])
	}
	for i := range sc.Phrases {
		s.phrase[sc.Phrases[i].Name] = &sc.Phrases[i]
	}
	for _, v := range s.variants {
		s.reached[v] = s.reachable(v)
	}
	return s
}

func ownPhrases(sc *Scenario) []Phrase {
	if !slices.ContainsFunc(sc.Phrases, func(p Phrase) bool { return p.Library != "" }) {
		return sc.Phrases
	}
	var own []Phrase
	for _, p := range sc.Phrases {
		if p.Library == "" {
			own = append(own, p)
		}
	}
	return own
}

// at reports a problem at a name.
func (l *linter) at(code Code, at Pos, name string, with details) {
	l.report(code, at, utf8.RuneCountInString(name), with)
}

// place finds a piece of text on the line of a position or the few after it, for marking; where it is not found the
// position itself is returned.
func (l *linter) place(at Pos, piece string) (Pos, int) {
	lines := l.fileLines(at.File)
	for n := at.Line; n > 0 && n <= len(lines) && n < at.Line+5; n++ {
		line := lines[n-1]
		from := 0
		if n == at.Line {
			from = byteOfColumn(line, at.Column)
		}
		if i := strings.Index(line[from:], piece); i >= 0 {
			column := utf8.RuneCountInString(line[:from+i]) + 1
			return Pos{File: at.File, Line: n, Column: column}, utf8.RuneCountInString(piece)
		}
	}
	return at, 0
}

func (l *linter) fileLines(path string) []string {
	if lines, ok := l.lines[path]; ok {
		return lines
	}
	for _, f := range l.pack.Files {
		if f.Path == path {
			l.lines[path] = strings.Split(strings.ReplaceAll(f.Text, "\r\n", "\n"), "\n")
		}
	}
	return l.lines[path]
}

// heading finds a section of the scenario's file; the file's start where the section is left out.
func (s *scenarioLint) heading(section string) (Pos, int) {
	for n, line := range s.fileLines(s.sc.At.File) {
		title, ok := strings.CutPrefix(line, "## ")
		if !ok {
			continue
		}
		if _, _, _, ok := lookup(section, title); ok {
			return Pos{File: s.sc.At.File, Line: n + 1, Column: len("## ") + 1}, utf8.RuneCountInString(title)
		}
	}
	return s.sc.At, 0
}

// byteOfColumn turns a column in characters into an offset of its line.
func byteOfColumn(line string, column int) int {
	for i := range line {
		if column <= 1 {
			return i
		}
		column--
	}
	return len(line)
}

// quoteNames joins names for a message.
func quoteNames(names []string) string { return strings.Join(names, ", ") }
