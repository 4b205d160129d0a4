package scenarios

import (
	"cmp"
	"slices"
	"strconv"
)

// criteria checks that each criterion can be met and can be missed: C303, C304, and P209, C309, C311, C312.
func (s *scenarioLint) criteria() {
	for _, c := range s.marked {
		s.satisfiable(c)
		s.breakable(c)
		if c.Advice == "" && c.MarkedBy != MarkedByTrainer {
			s.at("C312", c.At, c.Name, details{"criterion": c.Name})
		}
	}
	s.onlyExamples()
	s.countedTwice()
	s.style()
}

// obstacle is why an event cannot happen in a variant.
type obstacle struct {
	code Code
	with details
}

// satisfiable reports a criterion that no trainee can meet in some variant it applies to: C303.
func (s *scenarioLint) satisfiable(c *Criterion) {
	for _, v := range s.variants {
		if !inVariant(c.OnlyIn, v) {
			continue
		}
		if at, why, ok := s.unmet(c, v); ok {
			with := details{"criterion": c.Name, "variant": v}
			for k, x := range why.with {
				with[k] = x
			}
			s.report(why.code, at, 0, with)
			return
		}
	}
}

// unmet returns where and why a criterion cannot be met in a variant; false when it can.
func (s *scenarioLint) unmet(c *Criterion, variant string) (Pos, obstacle, bool) {
	for _, item := range append(slices.Clip(c.AllOf), c.InOrder...) {
		if why, hindered := s.hindered(item, variant); hindered {
			return item.At, why, true
		}
		if s.forbidden(item, c.NoneOf) {
			return item.At, obstacle{code: "C303/both"}, true
		}
	}
	if at, why, ok := s.tooFew(c.AnyOf, 1, variant); ok {
		return at, why, true
	}
	if c.AtLeast != nil {
		return s.tooFew(c.AtLeast.Items, min(c.AtLeast.N, len(c.AtLeast.Items)), variant)
	}
	return Pos{}, obstacle{}, false
}

// tooFew reports whether fewer than n of the items can happen.
func (s *scenarioLint) tooFew(items []Item, n int, variant string) (at Pos, why obstacle, few bool) {
	possible := 0
	for _, item := range items {
		if o, hindered := s.hindered(item, variant); hindered {
			at, why = item.At, o
			continue
		}
		possible++
	}
	return at, why, len(items) > 0 && possible < n
}

// hindered returns why an item cannot happen in a variant: every one of its clauses has an event that cannot.
func (s *scenarioLint) hindered(item Item, variant string) (obstacle, bool) {
	if item.Measure != nil || len(item.Any) == 0 {
		return obstacle{}, false
	}
	var why obstacle
	for _, clause := range item.Any {
		blocked := false
		for _, x := range clause {
			if o, ok := s.impossible(x, variant); ok {
				why, blocked = o, true
				break
			}
		}
		if !blocked {
			return obstacle{}, false
		}
	}
	return why, true
}

// impossible returns why an event cannot happen in a variant. What only the channel forbids is F114's matter.
func (s *scenarioLint) impossible(x Sentence, variant string) (obstacle, bool) {
	if phrase := s.missingPhrase(x, variant); phrase != "" {
		return obstacle{"C303/phrase", details{"phrase": phrase}}, true
	}
	if rows := s.deskRows(x.Name.Name); x.Verb == VerbFiles && x.Right > rows && x.Name.Name != "" {
		return obstacle{"C303/right", details{"form": x.Name.Name, "n": strconv.Itoa(x.Right), "of": strconv.Itoa(rows)}}, true
	}
	for _, m := range x.Mods {
		switch m := m.(type) {
		case InBeat:
			if !s.reached[variant][m.Beat.Name] && len(s.sc.Beats) > 0 {
				return obstacle{"C303", details{"beat": m.Beat.Name}}, true
			}
		case After:
			if o, ok := s.impossible(m.Of, variant); ok {
				return o, true
			}
		case Within:
			if m.Of == nil {
				continue
			}
			if o, ok := s.impossible(*m.Of, variant); ok {
				return o, true
			}
		}
	}
	return obstacle{}, false
}

// deskRows counts the right answers of a form.
func (s *scenarioLint) deskRows(form string) int {
	for _, truth := range s.sc.Desk {
		if truth.Form.Name == form {
			return len(truth.Fields)
		}
	}
	return 0
}

// forbidden reports whether an item asks for nothing but what a None of forbids.
func (s *scenarioLint) forbidden(item Item, none []Item) bool {
	if item.Measure != nil || len(item.Any) == 0 {
		return false
	}
	return !slices.ContainsFunc(item.Any, func(asked Clause) bool {
		return !slices.ContainsFunc(none, func(n Item) bool { return s.forbids(n, asked) })
	})
}

// forbids reports whether doing all of a clause breaks a None-of item.
func (s *scenarioLint) forbids(none Item, asked Clause) bool {
	return slices.ContainsFunc(none.Any, func(n Clause) bool { return s.clauseCovers(n, asked) })
}

// breakable reports a criterion that holds whatever the trainee does: C304.
func (s *scenarioLint) breakable(c *Criterion) {
	if len(c.Items()) == 0 {
		if c.MarkedBy != MarkedByTrainer {
			s.at("C304/empty", c.At, c.Name, details{"criterion": c.Name})
		}
		return
	}
	if len(c.NoneOf) != len(c.Items()) {
		return
	}
	for _, v := range s.variants {
		if inVariant(c.OnlyIn, v) && slices.ContainsFunc(c.NoneOf, func(n Item) bool { return s.canBreak(n, v) }) {
			return
		}
	}
	s.at("C304", c.At, c.Name, details{"criterion": c.Name})
}

func (s *scenarioLint) canBreak(none Item, variant string) bool {
	_, hindered := s.hindered(none, variant)
	return !hindered
}

// The examples a phrase without patterns needs before it decides something important (SCENARIO-FORMAT 7.6).
const (
	examplesToDecide        = 8
	counterExamplesToDecide = 4
)

// onlyExamples reports required and fatal criteria that rest on too few examples: P209 at the phrase, C309 at the
// criterion.
func (s *scenarioLint) onlyExamples() {
	told := map[string]bool{}
	for _, c := range s.marked {
		if !c.Required && !c.Fatal {
			continue
		}
		for _, item := range c.Items() {
			eachSentence(item.Any, func(x Sentence) {
				p, ok := s.phrase[x.Name.Name]
				if x.Verb != VerbSays || !ok || !weaklyKnown(p) {
					return
				}
				s.at("C309", x.Name.At, x.Name.Name, details{"criterion": c.Name, "phrase": p.Name})
				if p.Library == "" && !told[p.Name] {
					told[p.Name] = true
					s.at("P209", p.At, p.Name, details{"phrase": p.Name})
				}
			})
		}
	}
}

// weaklyKnown phrases can be heard, but not well enough to decide; those that cannot be heard at all are P213.
func weaklyKnown(p *Phrase) bool {
	return !unrecognisable(p) && len(p.Patterns) == 0 && len(p.OneOf) == 0 &&
		(len(p.Examples) < examplesToDecide || len(p.Not) < counterExamplesToDecide)
}

// countedTwice reports an event that earns points in two criteria of the same variant: C311.
func (s *scenarioLint) countedTwice() {
	type counted struct {
		x Sentence
		c *Criterion
	}
	byName := map[string][]counted{}
	for i := range s.sc.Criteria {
		c := &s.sc.Criteria[i]
		for _, x := range earning(c) {
			key := string(x.Verb) + " " + x.Name.Name
			for _, before := range byName[key] {
				if before.c != c && sameSentence(before.x, x) && s.together(before.c, c) {
					with := details{"event": eventText(c, x), "first": before.c.Name, "points": strconv.Itoa(before.c.Points + c.Points)}
					s.report("C311", x.At, 0, with)
					break
				}
			}
			if len(byName[key]) < 20 {
				byName[key] = append(byName[key], counted{x, c})
			}
		}
	}
}

// earning returns the events that bring a criterion's points by themselves.
func earning(c *Criterion) []Sentence {
	var all []Sentence
	items := append(slices.Clip(c.AllOf), c.AnyOf...)
	if c.AtLeast != nil {
		items = append(items, c.AtLeast.Items...)
	}
	for _, item := range items {
		if len(item.Any) == 1 && len(item.Any[0]) == 1 {
			all = append(all, item.Any[0][0])
		}
	}
	return all
}

func eventText(c *Criterion, x Sentence) string {
	for _, item := range c.Items() {
		if len(item.Any) == 1 && len(item.Any[0]) == 1 && item.Any[0][0].At == x.At {
			return item.Text
		}
	}
	return cmp.Or(x.Name.Name, string(x.Verb))
}

// together reports whether two criteria apply in the same variant.
func (s *scenarioLint) together(a, b *Criterion) bool {
	return slices.ContainsFunc(s.variants, func(v string) bool { return inVariant(a.OnlyIn, v) && inVariant(b.OnlyIn, v) })
}
