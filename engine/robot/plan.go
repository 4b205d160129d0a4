package robot

import (
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// plan is the tasks in file order with what must come before what (SEMANTICS 57).
type plan struct {
	sc      *engine.Script
	variant string
	never   map[string]bool
	tasks   []task
	wishes  []wish
}

// wish is that tasks come before an event, should that one be planned.
type wish struct {
	places []int
	of     scenarios.Sentence
}

func newPlan(sc *engine.Script, variant string) *plan {
	p := &plan{sc: sc, variant: variant, never: forbidden(sc, variant)}
	for i := range sc.Criteria {
		if c := &sc.Criteria[i]; applies(c.OnlyIn, variant) && c.MarkedBy != scenarios.MarkedByTrainer {
			p.criterion(c)
		}
	}
	p.grantWishes()
	return p
}

// grantWishes turns wishes into order, now that everything is planned.
func (p *plan) grantWishes() {
	for _, w := range p.wishes {
		for i := range p.tasks {
			if p.tasks[i].is(w.of) && !slices.Contains(w.places, i) {
				p.tasks[i].after = append(p.tasks[i].after, w.places...)
			}
		}
	}
}

func applies(onlyIn []string, variant string) bool {
	if len(onlyIn) == 0 {
		return true
	}
	for _, v := range onlyIn {
		if v == variant {
			return true
		}
	}
	return false
}

// criterion plans what one criterion asks: Only if, All of, the first possible of Any of, the first N of At least N,
// and In order.
func (p *plan) criterion(c *scenarios.Criterion) {
	if c.OnlyIf != nil {
		p.item(*c.OnlyIf)
	}
	for _, it := range c.AllOf {
		p.item(it)
	}
	p.firstOf(c.AnyOf, 1)
	if c.AtLeast != nil {
		p.firstOf(c.AtLeast.Items, c.AtLeast.N)
	}
	p.inOrder(c.InOrder)
}

// firstOf plans the first n items that can be done; a measure is kept by playing well.
func (p *plan) firstOf(items []scenarios.Item, n int) {
	for _, it := range items {
		if n == 0 {
			return
		}
		if it.Measure != nil || len(p.item(it)) > 0 {
			n--
		}
	}
}

func (p *plan) inOrder(items []scenarios.Item) {
	var before []int
	for _, it := range items {
		these := p.item(it)
		for _, t := range these {
			p.tasks[t].after = append(p.tasks[t].after, before...)
		}
		before = append(before, these...)
	}
}

// item plans the first clause of an item that can be done and returns the places of its tasks.
func (p *plan) item(it scenarios.Item) []int {
	for _, clause := range it.Any {
		if p.possible(clause) {
			return p.clause(clause)
		}
	}
	return nil
}
