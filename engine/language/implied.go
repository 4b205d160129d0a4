package language

import "slices"

// impliedShare is the share of examples that must hold the same value before it counts as part of the meaning.
const impliedShare = 0.8

// impliedValues are values nearly all examples of a phrase hold although no fact asks for them: "10 %" in an offer.
func (m *models) impliedValues(own *model) []Value {
	var all []Value
	for _, i := range own.own {
		for _, v := range m.examples[i].values {
			if !holds(all, v) && m.shareHolding(own, v) >= impliedShare {
				all = append(all, v)
			}
		}
	}
	return all
}

func (m *models) shareHolding(own *model, v Value) float64 {
	n := 0
	for _, i := range own.own {
		if holds(m.examples[i].values, v) {
			n++
		}
	}
	return float64(n) / float64(len(own.own))
}

func holds(all []Value, v Value) bool {
	for _, w := range all {
		if w.Equal(v) {
			return true
		}
	}
	return false
}

// kindsOfFacts lists the kinds of values that the facts of a phrase decide on; any fact may hold a plain number.
func (r *Recogniser) kindsOfFacts(i int, reading *reading) []Kind {
	var kinds []Kind
	for _, name := range r.phrases[i].facts {
		if value, ok := reading.facts[name]; ok {
			kinds = append(kinds, value.Kind, KindNumber)
		}
	}
	return kinds
}

// contradicts finds an implied value that a reply replaces by another one of its kind; the reply's is returned. What facts
// decide on is left to them.
func (own *model) contradicts(values []found, decided []Kind) (Value, found, bool) {
	for _, want := range own.implied {
		if slices.Contains(decided, want.Kind) {
			continue
		}
		var stranger *found
		present := false
		for i, f := range values {
			switch {
			case want.Equal(f.value):
				present = true
			case !f.article && want.comparable(f.value) && stranger == nil:
				stranger = &values[i]
			}
		}
		if !present && stranger != nil {
			return want, *stranger, true
		}
	}
	return Value{}, found{}, false
}

// tellsNothing reports whether a counter-example only holds a wrong value where the phrase wants a fact: the facts
// decide that, and the words would teach the model to refuse the right meaning.
func tellsNothing(e sample, facts []Value) bool {
	for _, want := range facts {
		if holds(e.values, want) {
			continue
		}
		for _, v := range e.values {
			if want.comparable(v) {
				return true
			}
		}
	}
	return false
}
