package engine

import (
	"proba/scenarios"
)

// modified judges the modifiers of a sentence as far as a running contact can (SEMANTICS 36).
func (m moment) modified(sen *scenarios.Sentence) bool {
	for _, mod := range sen.Mods {
		if !m.modifier(sen, mod) {
			return false
		}
	}
	return true
}

func (m moment) modifier(sen *scenarios.Sentence, mod scenarios.Modifier) bool {
	switch mod := mod.(type) {
	case scenarios.Before:
		return !m.everBefore(&mod.Of)
	case scenarios.NotAfter:
		return !m.everBefore(&mod.Of)
	case scenarios.After:
		return m.everBefore(&mod.Of) || m.nowPlain(&mod.Of)
	case scenarios.Within:
		return m.within(mod)
	case scenarios.InBeat:
		return sameName(m.s.Beat, mod.Beat.Name)
	case scenarios.AtLeastTimes:
		return m.times(sen) >= mod.N
	case scenarios.AtMostTimes:
		return m.times(sen) <= mod.N
	default:
		return false // the set is closed; an unknown modifier cannot be kept
	}
}

func (m moment) within(w scenarios.Within) bool {
	limit := m.s.stretched(w.For)
	if w.Of == nil {
		return m.at <= limit
	}
	if m.nowPlain(w.Of) {
		return true
	}
	for _, d := range m.s.rules.deeds {
		if d.fits(w.Of, m.s, m.sure) && m.at-d.last <= limit {
			return true
		}
	}
	return false
}

func (m moment) everBefore(sen *scenarios.Sentence) bool {
	for _, d := range m.s.rules.deeds {
		if d.fits(sen, m.s, m.sure) {
			return true
		}
	}
	return false
}

func (m moment) nowPlain(sen *scenarios.Sentence) bool {
	for _, h := range m.now {
		if h.fits(sen, m.s, m.sure) {
			return true
		}
	}
	return false
}

// times counts replies and actions so far, this one included.
func (m moment) times(sen *scenarios.Sentence) int {
	n := 0
	if m.nowPlain(sen) {
		n++
	}
	for _, d := range m.s.rules.deeds {
		if d.fits(sen, m.s, m.sure) {
			n += d.times
		}
	}
	return n
}
