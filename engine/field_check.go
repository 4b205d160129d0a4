package engine

import (
	"proba/engine/language"
	"proba/scenarios"
)

// answer is how a rule judges a field: right, or right only if unsure phrases count.
type answer int

const (
	wrong answer = iota
	wideRight
	right
)

// check judges the fields that have a right answer, in the form's order (SEMANTICS 52); nil when none has.
func (p *play) check(form *scenarios.Form, fields []FiledField) []FieldCheck {
	var checks []FieldCheck
	for i := range p.sc.Desk {
		truth := &p.sc.Desk[i]
		if !sameName(truth.Form.Name, form.Name) {
			continue
		}
		for _, f := range fields {
			if c, ok := p.checkField(truth, f); ok {
				checks = append(checks, c)
			}
		}
	}
	return checks
}

func (p *play) checkField(truth *scenarios.FormTruth, f FiledField) (FieldCheck, bool) {
	for i := range truth.Fields {
		t := &truth.Fields[i]
		if !sameName(t.Field, f.Name) {
			continue
		}
		a := p.anyOf(t.Any, f.Value)
		return FieldCheck{Field: f.Name, Value: f.Value, Right: a == right, Wide: a == wideRight, Want: p.s.Fill(t.Text)}, true
	}
	return FieldCheck{}, false
}

// anyOf: "or" joins groups of rules joined by "and".
func (p *play) anyOf(groups [][]scenarios.FieldRule, value string) answer {
	best := wrong
	for _, g := range groups {
		best = max(best, p.allOf(g, value))
	}
	return best
}

func (p *play) allOf(rules []scenarios.FieldRule, value string) answer {
	worst := right
	for _, r := range rules {
		worst = min(worst, p.rule(r, value))
	}
	return worst
}

// rule judges one rule. An empty field is right only for "empty".
func (p *play) rule(r scenarios.FieldRule, value string) answer {
	if _, wantsNothing := r.(scenarios.FieldEmpty); wantsNothing || value == "" {
		return certainly(wantsNothing && value == "")
	}
	switch r := r.(type) {
	case scenarios.FieldIs:
		return certainly(p.equal(value, r.Value))
	case scenarios.FieldIsOneOf:
		for _, v := range r.Values {
			if p.equal(value, v) {
				return right
			}
		}
		return wrong
	case scenarios.FieldAnyText:
		return right
	case scenarios.FieldAnyDate:
		return certainly(p.parsed(value).Kind == language.KindDate)
	case scenarios.FieldOnOrBefore:
		return certainly(notLater(p.parsed(value), p.parsed(r.Date)))
	case scenarios.FieldContains:
		return certainly(p.contains(value, p.s.Fill(r.Word)))
	case scenarios.FieldSays:
		return p.saysIn(value, r.Phrase)
	default:
		return p.orderRule(r, value)
	}
}

func certainly(holds bool) answer {
	if holds {
		return right
	}
	return wrong
}

func (p *play) parsed(text string) language.Value {
	return language.ParseValue(p.s.Fill(text), p.sc.mainLanguage())
}

func (p *play) equal(value, want string) bool {
	return p.parsed(value).Equal(p.parsed(want))
}

// contains looks for a word, or one of its stem in any language of the scenario.
func (p *play) contains(value, word string) bool {
	if language.ContainsWord(value, word, p.sc.mainLanguage()) {
		return true
	}
	for _, lang := range p.sc.Languages {
		if language.ContainsWord(value, word, lang) {
			return true
		}
	}
	return false
}

// notLater compares two dates; false when either is none or has no year.
func notLater(a, b language.Value) bool {
	if a.Kind != language.KindDate || b.Kind != language.KindDate || a.Year == 0 || b.Year == 0 {
		return false
	}
	return dayNumber(a) <= dayNumber(b)
}

func dayNumber(v language.Value) int { return v.Year*10000 + v.Month*100 + v.Day }

// saysIn hears a phrase in a field as it would be heard in a message.
func (p *play) saysIn(value string, phrase scenarios.Ref) answer {
	h, ok := phraseHearing(p.listen(value, true), phrase)
	switch {
	case !ok:
		return wrong
	case h.Verdict.Heard():
		return right
	case h.Verdict == language.Unsure || h.Why == language.WhyBlind:
		return wideRight
	default:
		return wrong
	}
}
