package language

import (
	_ "embed" // the table of traits
)

//go:embed traits.txt
var traitTable string

// trait is one way of saying something, apart from the words.
type trait int

// The traits; those from traitIf on are found by the words of traits.txt.
const (
	traitAsks trait = iota
	traitFirst
	traitSecond
	traitParted
	traitDenies
	traitIf
	traitPast
	traitMaybe
	traitMine
	traitWaives
	traitReports    // somebody else says or said so
	traitAsserts    // a word of promising
	traitUnpromised // a promise denied or a statement disowned: "I can't promise", "I'm not saying"
	traitNeeds      // a word of being necessary
	traitDelegates  // somebody else is to do it
	traitHypothesis // if and maybe together, in what is no question
	traitCount
)

// traitNames are the rows of traits.txt, in the order of the traits.
var traitNames = map[string]trait{
	"if": traitIf, "past": traitPast, "maybe": traitMaybe, "mine": traitMine, "waives": traitWaives,
	"reports": traitReports, "assert": traitAsserts, "unpromised": traitUnpromised,
	"needs": traitNeeds, "delegates": traitDelegates,
}

// shippedTraits are the words of the shipped table.
var shippedTraits = newWordTable(func() string { return traitTable })

// manner is how a text says what it says: which traits it has.
type manner [traitCount]bool

// traitMarks holds the traits of every token of a text.
type traitMarks []manner

// traitMarksOf reads the traits of every token; d is what the text denies.
func traitMarksOf(t *text, d denial, tongue *tongue) traitMarks {
	marks := make(traitMarks, len(t.tokens))
	known := shippedTraits.in(tongue.code)
	for i, tok := range t.tokens {
		m := &marks[i]
		m[traitAsks] = startsQuestion(t, i, tongue.code)
		m[traitFirst], m[traitSecond] = tongue.first[tok.text], tongue.second[tok.text]
		m[traitDenies] = d.denies[i]
		m[traitParted] = i > 0 && (t.commas[i] != t.commas[i-1] || tok.clause != t.tokens[i-1].clause)
		if known == nil {
			continue
		}
		for _, name := range known.of(t, i, len(t.tokens)) {
			m[traitNames[name]] = true
		}
		m[traitIf] = m[traitIf] && !courteous(t, i, tongue.code)
		m[traitMaybe] = m[traitMaybe] || saysWould(tok.text, tongue.code)
		m[traitUnpromised] = m[traitUnpromised] || m[traitAsserts] && d.leans[i].denied
		m[traitWaives] = (m[traitWaives] || m[traitNeeds] && d.leans[i].denied) && !d.affirmed[i]
	}
	markConditions(t, marks, tongue)
	return marks
}

// mannerOf joins the traits of the tokens [from,to).
func mannerOf(t *text, marks traitMarks, from, to int) manner {
	m := manner{traitAsks: isQuestion(t, from, to)}
	for i := from; i < to; i++ {
		for k, has := range marks[i] {
			if has && !(trait(k) == traitParted && i == from) {
				m[k] = true
			}
		}
	}
	m[traitHypothesis] = m[traitIf] && m[traitMaybe] && !m[traitAsks]
	return m
}

// manners are the shares of a phrase's examples that have each trait.
type manners [traitCount]float64

func (m *models) mannersOf(own *model) manners {
	var all manners
	part := 1 / float64(len(own.own))
	for _, i := range own.own {
		for k, has := range m.examples[i].manner {
			if has {
				all[k] += part
			}
		}
	}
	return all
}

// usual is the share of examples from which on a manner belongs to the phrase, and below its rest is foreign to it.
const usual = 0.85

// asksOtherwise is 1 when nearly all examples ask and the window does not, or the other way round.
func (all manners) asksOtherwise(w manner) float64 {
	if all[traitAsks] >= usual && !w[traitAsks] || all[traitAsks] <= 1-usual && w[traitAsks] {
		return 1
	}
	return 0
}

// otherPerson is how much the window speaks of other people than the examples do, 0 to 1.
func (all manners) otherPerson(w manner) float64 {
	return (all.unlike(traitFirst, w) + all.unlike(traitSecond, w)) / 2
}

// unlike is how surely a trait the window has is foreign to the examples, or one it lacks belongs to them.
func (all manners) unlike(k trait, w manner) float64 {
	return max(all.foreign(k, w), all.lacking(k, w))
}

// foreign is how surely a trait of the window is none of the examples'.
func (all manners) foreign(k trait, w manner) float64 {
	if !w[k] {
		return 0
	}
	return max(0, 1-2*all[k])
}

// lacking is how surely the window lacks a trait the examples have.
func (all manners) lacking(k trait, w manner) float64 {
	if w[k] {
		return 0
	}
	return max(0, 2*all[k]-1)
}
