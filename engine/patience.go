package engine

import (
	"slices"

	"proba/scenarios"
)

// Patience bounds (SCENARIO-FORMAT 4), and what a customer without a stated patience has.
const (
	mostPatience  = 10
	usualPatience = 7
)

// changePatience adds all reasons at once and reports whether patience ran out (SEMANTICS 27).
func (p *play) changePatience(reasons []PatienceReason) bool {
	if len(reasons) == 0 {
		return false
	}
	from := p.s.Patience
	p.add(PatienceChanged{From: from, To: clampPatience(from + sum(reasons)), Reasons: reasons})
	return p.s.Patience == 0
}

func clampPatience(n int) int { return max(0, min(n, mostPatience)) }

func sum(reasons []PatienceReason) int {
	total := 0
	for _, r := range reasons {
		total += r.Change
	}
	return total
}

// rows lists the persona's rows that count for what happens now: a positive one once per visit (SEMANTICS 28). Rows
// about silence, long holds and lost replies are costs and counted by costOf.
func (p *play) rows(now []happening) []PatienceReason {
	m := moment{s: &p.s, at: p.now, now: now, sure: true}
	var reasons []PatienceReason
	for i := range p.sc.person.PatienceRows {
		row := &p.sc.person.PatienceRows[i]
		if row.Change == 0 || !m.holds(&row.When) {
			continue
		}
		r := PatienceReason{Why: why(&row.When), Change: row.Change, Source: FromRow}
		if r.Change > 0 && slices.Contains(p.s.rules.rewarded, r.Why) {
			continue
		}
		reasons = append(reasons, r)
	}
	return reasons
}

// costOf is what a lost reply, a silence or a long hold costs: the persona's row for it, at least 1; without a row 1.
// The first verb with a row counts.
func (p *play) costOf(h happening, orElse ...scenarios.Verb) PatienceReason {
	for _, verb := range append([]scenarios.Verb{h.verb}, orElse...) {
		h.verb = verb
		m := moment{s: &p.s, at: p.now, now: []happening{h}, sure: true}
		if row := p.rowFor(m); row != nil {
			return PatienceReason{Why: why(&row.When), Change: min(row.Change, -1), Source: FromRow}
		}
	}
	return PatienceReason{Why: string(h.verb), Change: -1, Source: FromRule}
}

func (p *play) rowFor(m moment) *scenarios.PatienceRow {
	for i := range p.sc.person.PatienceRows {
		if row := &p.sc.person.PatienceRows[i]; m.holds(&row.When) {
			return row
		}
	}
	return nil
}

// changesOf lists the patience changes an author wrote at a reaction; none for nil.
func changesOf(r *scenarios.Reaction, source ReasonSource) []PatienceReason {
	if r == nil {
		return nil
	}
	var reasons []PatienceReason
	for _, e := range r.Effects {
		if c, ok := e.(scenarios.ChangePatience); ok {
			reasons = append(reasons, PatienceReason{Why: why(&r.When), Change: c.By, Source: source})
		}
	}
	return reasons
}

// why is a condition as its author wrote it; an Otherwise has none and is called so.
func why(c *scenarios.Condition) string {
	switch {
	case c.Text != "":
		return c.Text
	case len(c.Any) == 0:
		return "otherwise"
	default:
		return spelled(c.Any)
	}
}

func spelled(clauses []scenarios.Clause) string {
	var text string
	for i, clause := range clauses {
		if i > 0 {
			text += " or "
		}
		for j, sen := range clause {
			if j > 0 {
				text += " and "
			}
			text += string(sen.Verb)
			if sen.Name.Name != "" {
				text += " " + sen.Name.Name
			}
		}
	}
	return text
}

// effects lets a reaction's other effects happen; nothing for nil.
func (p *play) effects(r *scenarios.Reaction) {
	if r == nil {
		return
	}
	for _, e := range r.Effects {
		switch e := e.(type) {
		case scenarios.Resolve:
			p.add(Resolved{})
		case scenarios.Complain:
			p.add(Complained{To: e.To.Name})
		case scenarios.Refer:
			p.add(Referred{})
		case scenarios.Mishear:
			p.mishear(e.Fact)
		}
	}
}

func (p *play) mishear(fact string) {
	if value, ok := p.s.fact(fact); ok {
		p.add(Misheard{Fact: fact, As: misheardAs(value)})
	}
}
