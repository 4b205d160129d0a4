package grading

import (
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Reasons of a mark where no single item says it.
const (
	reasonNothingSaid = "nothing said"
	reasonOnlyIf      = "only if"
	reasonVariant     = "variant"
)

// mark judges one criterion strictly and widely and decides (SEMANTICS 41 to 46).
func (s scope) mark(c *scenarios.Criterion) Mark {
	m := Mark{
		Criterion: c.Name, Competence: c.Competence.Name, Of: c.Points, Required: c.Required, Fatal: c.Fatal,
		Debrief: s.debrief, Items: []ItemResult{}, Evidence: []Evidence{},
	}
	if len(c.OnlyIn) > 0 && !slices.Contains(c.OnlyIn, s.opened.Variant) {
		m.Mark, m.Reason = NotApplicable, reasonVariant
		m.Evidence = append(m.Evidence, Evidence{Why: whyVariant, Found: s.opened.Variant})
		return m
	}
	narrow := judge{s, strictFor(c.Fatal)}.judgeCriterion(c)
	broad := judge{s, wide}.judgeCriterion(c)
	m.decide(narrow, broad)
	m.Items = itemResults(c, narrow, broad)
	m.Evidence = witness{s, narrow, broad}.evidence(c)
	if awaitsPerson(c.MarkedBy, s.opened.Mode) && m.Mark != NotApplicable {
		m.Found, m.FoundPoints = m.Mark, m.Points
		m.Mark, m.Points, m.AwaitsPerson, m.Broken = Undecided, 0, true, false
	}
	return m
}

// decide compares the two readings. They agree: that is the mark. They differ: undecided, which earns nothing until a
// person settles it. What breaks a fatal criterion in one reading only is undecided too.
func (m *Mark) decide(narrow, broad findings) {
	switch {
	case narrow.applies != broad.applies:
		m.Mark, m.Reason = Undecided, reasonOnlyIf
	case !narrow.applies:
		m.Mark, m.Reason = NotApplicable, reasonOnlyIf
	case narrow.holds != broad.holds, m.Fatal && narrow.silent != broad.silent:
		m.Mark = Undecided
	case narrow.holds:
		m.Mark, m.Points = Met, m.Of
	default:
		m.Mark, m.Points = NotMet, narrow.points
		m.Broken = m.Fatal && !narrow.silent
	}
	if narrow.applies && !narrow.holds {
		m.PartPoints = narrow.points
	}
	if narrow.silent && m.Mark != NotApplicable && m.Reason == "" {
		m.Reason = reasonNothingSaid
	}
}

// awaitsPerson reports whether a person must mark a criterion. What the engine marks first counts as it found it in
// practice, trials and tests (SEMANTICS 46).
func awaitsPerson(by scenarios.Marker, mode engine.Mode) bool {
	return by == scenarios.MarkedByTrainer || by == scenarios.MarkedByBoth && mode == engine.Assessed
}

// itemResults tells of each item, Only if first and the rest in file order, how both readings judged it.
func itemResults(c *scenarios.Criterion, narrow, broad findings) []ItemResult {
	results := []ItemResult{}
	if c.OnlyIf != nil {
		results = append(results, itemResult(onlyIf, *c.OnlyIf, narrow.onlyIf, broad.onlyIf))
	}
	for g, group := range narrow.groups {
		for i, it := range group.items {
			results = append(results, itemResult(group.label, it, group.found[i], broad.groups[g].found[i]))
		}
	}
	slices.SortStableFunc(results, func(a, b ItemResult) int { return a.Item - b.Item })
	return results
}

func itemResult(l label, it scenarios.Item, narrow, broad itemFinding) ItemResult {
	r := ItemResult{Item: it.Number, Label: string(l), Text: it.Text, Held: narrow.held, Wide: broad.held}
	if narrow.figure != nil {
		r.Figure, r.Limit = narrow.figure.have, narrow.figure.limit
	}
	return r
}
