package engine

import (
	"cmp"
	"slices"
	"strconv"

	"proba/scenarios"
)

// habitsBeat is the BEAT of a persona's blockquotes in draws (SEMANTICS 26).
const habitsBeat = "persona"

// number gives every blockquote its name, "BEAT/NUMBER": all blockquotes of a beat in file order, those of its
// reactions included; a persona's habits are one beat called "persona".
func (sc *Script) number() {
	sc.beats = make(map[string]int, len(sc.Beats))
	sc.blocks = map[*scenarios.Block]string{}
	sc.homes = map[*scenarios.Block][]string{}
	for i := range sc.Beats {
		b := &sc.Beats[i]
		if _, twice := sc.beats[b.Name]; !twice {
			sc.beats[b.Name] = i
		}
		sc.name(b.Name, blocksOf(b), sc.Languages)
	}
	sc.name(habitsBeat, blocksOfAll(sc.person.Habits), sc.person.Languages)
}

func (sc *Script) name(beat string, blocks []*scenarios.Block, home []string) {
	slices.SortStableFunc(blocks, func(a, b *scenarios.Block) int { return cmp.Compare(a.At.Line, b.At.Line) })
	for i, b := range blocks {
		sc.blocks[b] = beat + "/" + strconv.Itoa(i+1)
		sc.homes[b] = home
	}
}

func blocksOf(b *scenarios.Beat) []*scenarios.Block {
	var all []*scenarios.Block
	for i := range b.Blocks {
		all = append(all, &b.Blocks[i])
	}
	all = append(all, blocksOfAll(b.Reactions)...)
	if b.Otherwise != nil {
		for i := range b.Otherwise.Blocks {
			all = append(all, &b.Otherwise.Blocks[i])
		}
	}
	return all
}

func blocksOfAll(reactions []scenarios.Reaction) []*scenarios.Block {
	var all []*scenarios.Block
	for i := range reactions {
		for j := range reactions[i].Blocks {
			all = append(all, &reactions[i].Blocks[j])
		}
	}
	return all
}
