package scenarios

import (
	"cmp"
	"slices"
)

// details are the named things a message is made of.
type details map[string]string

// findings collects the problems of a load: each once, a bounded number per file, with the lines around the place.
type findings struct {
	sources map[string]*source
	all     []Problem
	seen    map[findingKey]bool
	perFile map[string]int
	// dangling are the problems of names that name nothing.
	dangling map[findingKey]bool
}

type findingKey struct {
	at      Pos
	code    Code
	message string
}

// maxPerFile bounds what one file can report; nobody reads more, and looking for the nearest name takes its time.
const maxPerFile = 200

// full reports whether a file has reported all it may.
func (f *findings) full(path string) bool { return f.perFile[path] >= maxPerFile }

func newFindings() *findings {
	return &findings{
		sources: map[string]*source{}, seen: map[findingKey]bool{}, perFile: map[string]int{}, dangling: map[findingKey]bool{},
	}
}

// add notes a problem. Width is how many characters are marked under the line; 0 marks one.
func (f *findings) add(code Code, at Pos, width int, with details) {
	if f.full(at.File) {
		return
	}
	f.addProblem(f.problem(code, at, width, with))
}

// addDangling notes a name that names nothing, perhaps because what it names could not be read.
func (f *findings) addDangling(code Code, at Pos, width int, with details) {
	if f.full(at.File) {
		return
	}
	p := f.problem(code, at, width, with)
	f.dangling[keyOf(p)] = true
	f.addProblem(p)
}

func keyOf(p Problem) findingKey { return findingKey{p.Pos, p.Code, p.Message} }

// addDanglingAs notes it at another level than the code usually has.
func (f *findings) addDanglingAs(level Level, code Code, at Pos, width int, with details) {
	p := f.problem(code, at, width, with)
	p.Level = level
	f.dangling[keyOf(p)] = true
	f.addProblem(p)
}

func (f *findings) problem(code Code, at Pos, width int, with details) Problem {
	lang := "en"
	src := f.sources[at.File]
	if src != nil {
		lang = src.language
	}
	p := NewProblem(code, lang, at, with)
	p.Width, p.Nearest = width, with["nearest"]
	if src != nil && at.Line > 0 {
		p.Source = src.around(at.Line)
	}
	return p
}

func (f *findings) addProblem(p Problem) {
	key := keyOf(p)
	if f.seen[key] || f.full(p.File) {
		return
	}
	f.seen[key] = true
	f.perFile[p.File]++
	f.all = append(f.all, p)
}

// misread reports whether something in a file was refused or not read as it was meant, so that what depends on its texts
// would only repeat the mistake.
func (f *findings) misread(path string) bool {
	return slices.ContainsFunc(f.all, func(p Problem) bool {
		return p.File == path && (p.Level == LevelError || p.Code == "S012" || p.Code == "S019")
	})
}

// sorted returns the problems by file, line and column.
func (f *findings) sorted() []Problem {
	slices.SortStableFunc(f.all, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code))
	})
	return f.all
}
