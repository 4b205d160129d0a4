package robot

import (
	"maps"
	"slices"
	"strings"

	"proba/engine"
	"proba/engine/language"
)

// memory hears each text once.
type memory struct {
	ears  engine.Hearer
	heard map[remembered]language.Heard
}

// remembered is what a hearing depends on, quotations aside.
type remembered struct {
	text, before, variant string
	typed                 bool
	facts, today          string
	list                  language.ListLimits
}

// Hear implements engine.Hearer.
func (m *memory) Hear(r language.Reply) language.Heard {
	key := remembered{text: r.Text, before: r.Before, variant: r.Variant, typed: r.Typed, facts: factsKey(r.Facts), today: r.Today, list: r.List}
	heard, ok := m.heard[key]
	if !ok {
		r.Quotable = nil
		heard = m.ears.Hear(r)
		m.heard[key] = heard
	}
	return heard
}

// factsKey joins the values of a session's facts in a fixed order.
func factsKey(facts map[string]string) string {
	var key strings.Builder
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		key.WriteString(name + "=" + facts[name] + ";")
	}
	return key.String()
}
