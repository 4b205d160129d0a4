package engine

import (
	"cmp"
	"slices"

	"proba/scenarios"
)

// Wording is one alternative a customer may say, by the name under which CustomerSaid logs it.
type Wording struct {
	Beat        string // "persona" for habits
	Block       string
	Alternative int
	Line        scenarios.Line
}

// Wordings lists every alternative of the scenario's beats in file order, then those of the persona's habits. The
// caller owns the slice.
func (sc *Script) Wordings() []Wording {
	var all []Wording
	for i := range sc.Beats {
		all = sc.appendWordings(all, sc.Beats[i].Name, blocksOf(&sc.Beats[i]))
	}
	return sc.appendWordings(all, habitsBeat, blocksOfAll(sc.person.Habits))
}

func (sc *Script) appendWordings(all []Wording, beat string, blocks []*scenarios.Block) []Wording {
	slices.SortStableFunc(blocks, func(a, b *scenarios.Block) int { return cmp.Compare(a.At.Line, b.At.Line) })
	for _, b := range blocks {
		for i, l := range b.Lines {
			all = append(all, Wording{Beat: beat, Block: sc.blocks[b], Alternative: i, Line: l})
		}
	}
	return all
}

// Ears returns what the script hears with.
func (sc *Script) Ears() Hearer { return sc.ears }

// WithEars returns the same script with other ears, for a player that remembers what it has heard before.
func (sc *Script) WithEars(ears Hearer) *Script {
	other := *sc
	other.ears = ears
	return &other
}
