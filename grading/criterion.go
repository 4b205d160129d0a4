package grading

import "proba/scenarios"

// label is the kind of evidence an item stands under.
type label string

const (
	allOf   label = "all of"
	anyOf   label = "any of"
	atLeast label = "at least"
	noneOf  label = "none of"
	inOrder label = "in order"
	onlyIf  label = "only if"
)

// labelled are the items of one label with what was found of them.
type labelled struct {
	label label
	items []scenarios.Item
	found []itemFinding
}

func (l labelled) held() int {
	n := 0
	for _, f := range l.found {
		if f.held {
			n++
		}
	}
	return n
}

// findings are one reading of a criterion.
type findings struct {
	// applies tells that Only if happened, or was not asked.
	applies bool
	onlyIf  itemFinding
	groups  []labelled
	// holds tells that every label holds and that the criterion is not earned by silence.
	holds bool
	// silent: it would hold, but only because nothing was said.
	silent bool
	points int
}

// judgeCriterion reads a criterion once.
func (j judge) judgeCriterion(c *scenarios.Criterion) findings {
	f := findings{applies: true, groups: j.groups(c)}
	if c.OnlyIf != nil {
		f.onlyIf = j.contactItem(*c.OnlyIf)
		f.applies = f.onlyIf.held
	}
	f.holds = len(f.groups) > 0
	for _, g := range f.groups {
		f.holds = f.holds && g.holds(c)
	}
	if f.holds && heldBySilence(c) && !j.somethingSaid() {
		f.holds, f.silent = false, true
	}
	f.points = f.earned(c)
	return f
}

// contactItem judges Only if, which asks about the contact even where the criterion is a question of the debrief:
// whether it applies is not evidence.
func (j judge) contactItem(it scenarios.Item) itemFinding {
	return judge{j.contactScope(), j.reading}.item(it)
}

func (j judge) groups(c *scenarios.Criterion) []labelled {
	var groups []labelled
	add := func(l label, items []scenarios.Item, judge func([]scenarios.Item) []itemFinding) {
		if len(items) > 0 {
			groups = append(groups, labelled{l, items, judge(items)})
		}
	}
	add(allOf, c.AllOf, j.items)
	add(anyOf, c.AnyOf, j.items)
	if c.AtLeast != nil {
		add(atLeast, c.AtLeast.Items, j.items)
	}
	add(noneOf, c.NoneOf, j.items)
	add(inOrder, c.InOrder, j.inOrder)
	return groups
}

// holds tells whether the evidence of one label is there (SEMANTICS 41).
func (l labelled) holds(c *scenarios.Criterion) bool {
	switch l.label {
	case anyOf:
		return l.held() > 0
	case atLeast:
		return l.held() >= c.AtLeast.N
	case noneOf:
		return l.held() == 0
	default:
		return l.held() == len(l.items)
	}
}

// earned are the points: all when it holds; with part marks the share of the items held, cut to whole points, where
// the labels that know no parts hold (SEMANTICS 44).
func (f findings) earned(c *scenarios.Criterion) int {
	switch {
	case f.holds:
		return c.Points
	case !c.PartMarks || f.silent:
		return 0
	}
	held, asked := 0, 0
	for _, g := range f.groups {
		switch g.label {
		case allOf:
			held, asked = held+g.held(), asked+len(g.items)
		case atLeast:
			held, asked = held+min(g.held(), c.AtLeast.N), asked+c.AtLeast.N
		default:
			if !g.holds(c) {
				return 0
			}
		}
	}
	if asked == 0 {
		return 0
	}
	return held * c.Points / asked
}

// heldBySilence reports whether all evidence of a criterion could hold though nothing was said or done.
func heldBySilence(c *scenarios.Criterion) bool {
	for _, it := range c.Items() {
		if !isNoneOf(c, it) && !fewEnough(it) {
			return false
		}
	}
	return true
}

func isNoneOf(c *scenarios.Criterion, it scenarios.Item) bool {
	for _, none := range c.NoneOf {
		if none.Number == it.Number {
			return true
		}
	}
	return false
}

// fewEnough reports whether an item only sets an upper limit.
func fewEnough(it scenarios.Item) bool {
	switch it.Measure.(type) {
	case nil:
	case scenarios.LongestSilence, scenarios.HoldTime, scenarios.HandlingTime, scenarios.WordsPerSentence:
		return true
	default:
		return false
	}
	for _, c := range it.Any {
		for _, s := range c {
			if !holdsWithout(s) {
				return false
			}
		}
	}
	return len(it.Any) > 0
}
