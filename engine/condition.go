package engine

import (
	"slices"
	"time"

	"proba/scenarios"
)

// moment is what a condition is judged on: the contact before this reply or action, and what happens now.
type moment struct {
	s   *State
	at  time.Duration
	now []happening
	// sure counts only what was heard without doubt; the second trial of a reply counts unsure phrases too.
	sure bool
	// language is that of the reply; "" for actions and clocks, which leave the last one.
	language string
}

// holds tells whether a condition holds (SEMANTICS 17 and 18).
func (m moment) holds(c *scenarios.Condition) bool {
	return m.limits(c) && m.anyClause(c.Any)
}

// limits judges what stands after the events of a condition: bands, variants, if already, if not yet.
func (m moment) limits(c *scenarios.Condition) bool {
	if len(c.Bands) > 0 && !slices.Contains(c.Bands, m.s.Band()) {
		return false
	}
	if len(c.Variants) > 0 && !slices.Contains(c.Variants, m.s.Opened.Variant) {
		return false
	}
	return m.allSaid(c.IfAlready) && m.noneSaid(c.IfNotYet)
}

func (m moment) allSaid(refs []scenarios.Ref) bool {
	for _, r := range refs {
		if !m.s.hasSaid(r.Name) {
			return false
		}
	}
	return true
}

func (m moment) noneSaid(refs []scenarios.Ref) bool {
	for _, r := range refs {
		if m.s.hasSaid(r.Name) {
			return false
		}
	}
	return true
}

func (m moment) anyClause(clauses []scenarios.Clause) bool {
	for _, c := range clauses {
		if m.clause(c) {
			return true
		}
	}
	return false
}

// clause wants each of its sentences since this visit began and at least one of them now.
func (m moment) clause(c scenarios.Clause) bool {
	anyNow := false
	for i := range c {
		isNow := m.happensNow(&c[i])
		if !isNow && !m.happenedHere(&c[i]) {
			return false
		}
		anyNow = anyNow || isNow
	}
	return anyNow
}

func (m moment) happensNow(sen *scenarios.Sentence) bool {
	for _, h := range m.now {
		if h.fits(sen, m.s, m.sure) {
			return m.modified(sen)
		}
	}
	return false
}

func (m moment) happenedHere(sen *scenarios.Sentence) bool {
	for _, d := range m.s.rules.deeds {
		if d.visit == m.s.rules.visit && d.fits(sen, m.s, m.sure) {
			return m.modified(sen)
		}
	}
	return false
}

// hasSaid tells whether the customer has heard and understood the phrase in this contact, without doubt.
func (s *State) hasSaid(phrase string) bool {
	for i := range s.rules.deeds {
		d := &s.rules.deeds[i]
		if d.verb == scenarios.VerbSays && !d.unsure && sameName(d.name, phrase) {
			return true
		}
	}
	return false
}
