package learn

import (
	"maps"
	"slices"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// Change is a file of a pack with lessons written into it.
type Change struct {
	Path          string
	Before, After string
	// Lessons are those it holds, in the order they were written.
	Lessons []Lesson
}

// Propose writes lessons from sessions of a scenario into the files of the present pack: each into the list of its phrase,
// once, and only where it says something new. The pack is not changed. What is left out is told with its reason.
func Propose(pack *scenarios.Pack, scenario string, lessons []Lesson) ([]Change, []Left) {
	sc, ok := pack.Scenarios[scenario]
	if !ok {
		return nil, leftAll(lessons, NoFile)
	}
	b := bench{sc: sc, texts: map[string]string{}, changes: map[string]*Change{}}
	for _, f := range pack.Files {
		b.texts[f.Path] = f.Text
	}
	for _, l := range agreed(lessons, &b.left) {
		if why := b.write(l); why != "" {
			b.left = append(b.left, Left{l.Criterion, why})
		}
	}
	var all []Change
	for _, path := range slices.Sorted(maps.Keys(b.changes)) {
		all = append(all, *b.changes[path])
	}
	return all, b.left
}

func leftAll(lessons []Lesson, why Why) []Left {
	var left []Left
	for _, l := range lessons {
		left = append(left, Left{l.Criterion, why})
	}
	return left
}

// agreed are the lessons, each once, without those that people judged in two ways.
func agreed(lessons []Lesson, left *[]Left) []Lesson {
	type sentence struct{ phrase, text string }
	key := func(l Lesson) sentence { return sentence{language.Fold(l.Phrase), wordsOf(l.Text)} }
	sides := map[sentence][2]bool{}
	for _, l := range lessons {
		both := sides[key(l)]
		both[side(l)] = true
		sides[key(l)] = both
	}
	var all []Lesson
	taken := map[sentence]bool{}
	for _, l := range lessons {
		switch {
		case taken[key(l)]:
		case sides[key(l)] == [2]bool{true, true}:
			*left = append(*left, Left{l.Criterion, Contradicts})
		default:
			all = append(all, l)
		}
		taken[key(l)] = true
	}
	return all
}

func side(l Lesson) int {
	if l.Counter {
		return 1
	}
	return 0
}

// bench is where files are changed.
type bench struct {
	sc      *scenarios.Scenario
	texts   map[string]string
	changes map[string]*Change
	left    []Left
}

// write puts a lesson into its file. The places in a phrase are those of the file as it was, so each phrase is read again
// from the changed text: see moved.
func (b *bench) write(l Lesson) Why {
	p, ok := b.sc.Phrase(l.Phrase)
	if !ok || p.Act != "" {
		return NoFile
	}
	switch {
	case holds(p.Examples, l.Text):
		return knownOr(Contradicts, !l.Counter)
	case holds(p.Not, l.Text):
		return knownOr(Contradicts, l.Counter)
	}
	path := p.At.File
	before, ok := b.texts[path]
	if !ok {
		return NoFile
	}
	c := b.changes[path]
	if c == nil {
		c = &Change{Path: path, Before: before, After: before}
	}
	after, ok := scenarios.InsertUtterance(c.After, moved(p, c), scenarios.Utterance{Text: l.Text, Language: l.Language}, l.Counter)
	if !ok {
		return Unwritable
	}
	c.After = after
	c.Lessons = append(c.Lessons, l)
	b.changes[path] = c
	return ""
}

func knownOr(other Why, known bool) Why {
	if known {
		return Known
	}
	return other
}

func holds(all []scenarios.Utterance, text string) bool {
	return slices.ContainsFunc(all, func(u scenarios.Utterance) bool { return wordsOf(u.Text) == wordsOf(text) })
}

// wordsOf is a sentence as it is compared: stops and capitals make no other example.
func wordsOf(text string) string {
	var words []string
	for _, w := range language.Words(text) {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}

// moved is a phrase whose places are those of a file that lines were added to.
func moved(p *scenarios.Phrase, c *Change) *scenarios.Phrase {
	added := addedBefore(c.Before, c.After)
	shift := func(all []scenarios.Utterance) []scenarios.Utterance {
		out := slices.Clone(all)
		for i := range out {
			if out[i].At.File == c.Path {
				out[i].At.Line += added(out[i].At.Line)
			}
		}
		return out
	}
	fresh := *p
	fresh.Examples, fresh.Not = shift(p.Examples), shift(p.Not)
	return &fresh
}

// addedBefore tells how many lines were added before a line (from 1) of a text to which nothing but lines was added.
func addedBefore(before, after string) func(line int) int {
	var at []int // where each line of before stands in after
	old := strings.Split(before, "\n")
	for i, line := range strings.Split(after, "\n") {
		if len(at) < len(old) && line == old[len(at)] {
			at = append(at, i)
		}
	}
	return func(line int) int {
		if line < 1 || line > len(at) {
			return 0
		}
		return at[line-1] - (line - 1)
	}
}
