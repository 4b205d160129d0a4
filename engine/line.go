package engine

import (
	"cmp"
	"slices"
	"strings"

	"proba/scenarios"
)

// mood is what the choice of a customer line depends on: how he feels, and what he has heard up to and including the
// reply he answers.
type mood struct {
	band     scenarios.Band
	language string
	variant  string
	said     func(phrase string) bool
	// unknownWord is the word he did not know; without one no line asks about it.
	unknownWord string
}

func (s *State) mood() mood {
	return mood{band: s.Band(), language: s.LastLanguage, variant: s.Opened.Variant, said: s.hasSaid}
}

// The ranks of labels, most specific first (SEMANTICS 26).
const (
	rankVariant = iota
	rankPhrase
	rankLanguage
	rankBand
	rankNone
)

func rankOf(l scenarios.LineLabel) int {
	switch {
	case l.Variant != "":
		return rankVariant
	case l.IfSaid.Name != "":
		return rankPhrase
	case l.IfLanguage != "":
		return rankLanguage
	case l.Band != "":
		return rankBand
	default:
		return rankNone
	}
}

// fits tells whether an ordinary alternative may be said in this mood; "again" lines are for rephrasing only.
func (m mood) fits(l *scenarios.Line) bool {
	label := l.Label
	switch {
	case label.Again:
		return false
	case label.Variant != "":
		return label.Variant == m.variant
	case label.IfSaid.Name != "":
		return m.said(label.IfSaid.Name)
	case label.IfLanguage != "":
		return label.IfLanguage == m.language
	case label.Band != "":
		return label.Band == m.band
	default:
		return m.unknownWord != "" || !asksUnknownWord(l.Text)
	}
}

// candidate is an alternative that may be said.
type candidate struct {
	index int
	rank  int
	use   lineUse
}

func (sc *Script) candidates(s *State, b *scenarios.Block, fits func(*scenarios.Line) bool) []candidate {
	var found []candidate
	for i := range b.Lines {
		if fits(&b.Lines[i]) {
			found = append(found, candidate{index: i, rank: rankOf(b.Lines[i].Label), use: s.lineUse(sc.blocks[b], i)})
		}
	}
	return found
}

// before orders candidates: least said, then most specific, then longest unsaid. Zero means equal.
func (c candidate) before(d candidate) int {
	return cmp.Or(cmp.Compare(c.use.times, d.use.times), cmp.Compare(c.rank, d.rank), cmp.Compare(c.use.last, d.use.last))
}

// choose picks one of the candidates and tells whether the seed had to decide; false when there are none.
func (sc *Script) choose(s *State, b *scenarios.Block, from []candidate) (index int, drawn, ok bool) {
	if len(from) == 0 {
		return 0, false, false
	}
	slices.SortStableFunc(from, candidate.before)
	equal := 1
	for equal < len(from) && from[0].before(from[equal]) == 0 {
		equal++
	}
	name := sc.blocks[b]
	i := draw(s.Opened.Seed, "line "+name, counted(s.rules.draws, name), equal)
	return from[i].index, equal > 1, true
}

// usedUp tells whether a reaction that stays has said every fitting alternative in this visit (SEMANTICS 19).
// One that leads away, or has no fitting line, is never used up.
func (sc *Script) usedUp(s *State, r *scenarios.Reaction, m mood) bool {
	if !r.Target.Stays() {
		return false
	}
	fitting := false
	for i := range r.Blocks {
		for _, c := range sc.candidates(s, &r.Blocks[i], m.fits) {
			fitting = true
			if c.use.visit != s.rules.visit {
				return false
			}
		}
	}
	return fitting
}

// again finds a rephrase of the beat not yet said in this visit; false when there is none left.
func (sc *Script) again(s *State, beat *scenarios.Beat) (*scenarios.Block, []candidate, bool) {
	for i := range beat.Blocks {
		b := &beat.Blocks[i]
		left := slices.DeleteFunc(sc.candidates(s, b, isAgain), func(c candidate) bool { return c.use.visit == s.rules.visit })
		if len(left) > 0 {
			return b, left, true
		}
	}
	return nil, nil, false
}

func isAgain(l *scenarios.Line) bool { return l.Label.Again }

// languageOf is the language of a line: its mark, else the first of its file, else the scenario's (SEMANTICS 25).
func (sc *Script) languageOf(b *scenarios.Block, l *scenarios.Line) string {
	if l.Language != "" {
		return l.Language
	}
	if home := sc.homes[b]; len(home) > 0 {
		return home[0]
	}
	return sc.mainLanguage()
}

// unknownWordSlots are the spellings of {unknown word} in the keyword languages.
var unknownWordSlots = []string{"unknown word", "parola sconosciuta", "cuvânt necunoscut", "незнакомое слово", "unbekanntes wort"}

func isUnknownWordSlot(name string) bool {
	return slices.Contains(unknownWordSlots, strings.ToLower(name))
}

func asksUnknownWord(text string) bool {
	if !strings.Contains(text, "{") { // nearly every line, and every turn looks at several
		return false
	}
	text = strings.ToLower(text)
	for _, slot := range unknownWordSlots {
		if strings.Contains(text, "{"+slot+"}") {
			return true
		}
	}
	return false
}
