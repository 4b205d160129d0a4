package grading

import (
	"cmp"
	"slices"
	"strconv"

	"proba/engine/language"
	"proba/scenarios"
)

// The reasons of evidence, as codes. A near miss may also carry the reason of its hearing: negated, list, fact, …
const (
	whyHeard       = "heard"    // a phrase that counts
	whyHappened    = "happened" // an action that counts
	whyUnsure      = "unsure"   // a phrase that may have been said
	whyBlind       = "blind"    // a reply in a language in which the phrase cannot be recognised
	whyNear        = "near"     // the words that came nearest
	whyLate        = "late"
	whyOrder       = "order"
	whyBeat        = "beat" // in another beat than asked
	whyCount       = "count"
	whyForm        = "form"  // too few right fields; Found of Expected
	whyField       = "field" // one field that is not right
	whyFigure      = "figure"
	whyNever       = "never"
	whyVariant     = "variant"
	whyNothingSaid = "nothing said"
)

// witness collects what a mark rests on.
type witness struct {
	scope
	narrow, broad findings
}

// evidence is that of every item, in file order of items, then in time (SEMANTICS 48). Only if has item 0.
func (w witness) evidence(c *scenarios.Criterion) []Evidence {
	all := []Evidence{}
	if c.OnlyIf != nil {
		contact := witness{w.contactScope(), w.narrow, w.broad}
		all = append(all, contact.item(onlyIf, *c.OnlyIf, w.narrow.onlyIf, w.broad.onlyIf)...)
	}
	for g, group := range w.narrow.groups {
		for i, it := range group.items {
			all = append(all, w.item(group.label, it, group.found[i], w.broad.groups[g].found[i])...)
		}
	}
	slices.SortStableFunc(all, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Event, b.Event))
	})
	return all
}

// item is the evidence of one item: what held, what may have held, or the nearest miss.
func (w witness) item(l label, it scenarios.Item, narrow, broad itemFinding) []Evidence {
	var found []Evidence
	switch {
	case narrow.figure != nil:
		found = w.figure(*narrow.figure)
	case narrow.held:
		found = w.held(narrow)
	case broad.held:
		found = w.held(broad)
	case l == noneOf && w.narrow.silent:
		found = []Evidence{{Why: whyNothingSaid}}
	case l == noneOf:
		found = w.absence(it)
	case l == inOrder && !outOfPlace(broad):
		found = w.tooEarly(broad)
	default:
		found = w.nearest(it, narrow, broad)
	}
	for i := range found {
		found[i].Item = it.Number
	}
	return found
}

// held cites the clauses that hold.
func (w witness) held(f itemFinding) []Evidence {
	var all []Evidence
	for _, clause := range f.clauses {
		if !allHeld(clause) {
			continue
		}
		for _, sentence := range clause {
			for _, o := range sentence.all {
				all = append(all, w.cite(o, ""))
			}
		}
	}
	if len(all) == 0 { // it holds by not happening
		return []Evidence{{Why: whyNever}}
	}
	return unique(all)
}

// unique drops evidence named twice, as by two alternatives of one item.
func unique(all []Evidence) []Evidence {
	slices.SortStableFunc(all, func(a, b Evidence) int { return cmp.Compare(a.Event, b.Event) })
	return slices.CompactFunc(all, func(a, b Evidence) bool {
		return a.Event == b.Event && a.Phrase == b.Phrase && a.Why == b.Why && a.Field == b.Field
	})
}

// outOfPlace reports whether no clause of an item holds by itself, whatever the order.
func outOfPlace(f itemFinding) bool {
	return !slices.ContainsFunc(f.clauses, allHeld)
}

// tooEarly cites what happened, but before the item it should follow.
func (w witness) tooEarly(f itemFinding) []Evidence {
	all := w.held(f)
	for i := range all {
		all[i].Why = whyOrder
	}
	return all
}

// cite turns an occurrence into evidence; why replaces the reason where it is not "".
func (w witness) cite(o occurrence, why string) Evidence {
	e := Evidence{Event: o.event, At: o.at.Milliseconds(), Why: whyHappened}
	if o.hearing != nil {
		e = w.quote(o, o.hearing)
	}
	if why != "" {
		e.Why = why
	}
	return e
}

// quote cites what was heard in a reply.
func (w witness) quote(o occurrence, h *language.Hearing) Evidence {
	e := Evidence{
		Event: o.event, At: o.at.Milliseconds(), Verdict: string(h.Verdict), Phrase: h.Phrase, Words: h.Words, Pattern: h.Pattern,
		Why: whyOf(h), Negator: h.Negator, Expected: h.Expected, Found: h.Found, Example: h.Example,
	}
	if h.Span != [2]int{} {
		e.Span = []int{h.Span[0], h.Span[1]}
	}
	return e
}

// whyOf is the reason a hearing gives as evidence.
func whyOf(h *language.Hearing) string {
	switch {
	case h.Verdict.Heard():
		return whyHeard
	case h.Why == language.WhyBlind:
		return whyBlind
	case h.Why == language.WhyModel || h.Why == language.WhyPattern || h.Why == language.WhyGroup:
		if h.Verdict == language.Unsure {
			return whyUnsure
		}
		return whyNear
	case h.Why == language.WhyNothing:
		return whyNear
	default:
		return string(h.Why)
	}
}

// figure cites the events that decided a measure.
func (w witness) figure(f figure) []Evidence {
	if len(w.replies) == 0 || f.have == "" {
		return []Evidence{{Why: whyNothingSaid, Expected: f.limit}}
	}
	if len(f.shown) > 0 {
		return w.shown(f)
	}
	if len(f.worst) == 0 {
		return []Evidence{{Why: whyFigure, Found: f.have, Expected: f.limit}}
	}
	all := make([]Evidence, 0, len(f.worst))
	for _, p := range f.worst {
		o := w.at(w.indexOf(p.event))
		e := Evidence{Event: o.event, At: o.at.Milliseconds(), Why: whyFigure, Found: f.have, Expected: f.limit}
		if f.late {
			e.Why = whyLate
		}
		all = append(all, e)
	}
	return all
}

// shown cites the words a measure rests on.
func (w witness) shown(f figure) []Evidence {
	all := make([]Evidence, 0, len(f.shown))
	for _, a := range f.shown {
		o := w.at(w.indexOf(a.event))
		all = append(all, Evidence{Event: o.event, At: o.at.Milliseconds(), Why: whyFigure, Found: f.have, Expected: f.limit,
			Words: a.Words, Span: []int{a.Span[0], a.Span[1]}})
	}
	return all
}

// field cites the fields of a save that are not right.
func (w witness) fields(o occurrence, wanted int) []Evidence {
	right := rightFields(o.filed, strict)
	all := []Evidence{{
		Event: o.event, At: o.at.Milliseconds(), Why: whyForm, Found: strconv.Itoa(right), Expected: strconv.Itoa(wanted),
	}}
	for _, c := range o.filed.Checks {
		if c.Right {
			continue
		}
		all = append(all, Evidence{
			Event: o.event, At: o.at.Milliseconds(), Why: whyField, Field: c.Field, Found: c.Value, Expected: c.Want,
		})
	}
	return all
}
