package rater

import (
	"slices"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// shownExamples is how many examples of a phrase a rater is told.
const shownExamples = 3

// Questions are the criteria of a session a rater can judge, each with all the trainee said in the contact. These are
// the ones that rest on words alone: what was done, when, and in which order stands in the log and is no opinion.
// Counts, forbidden phrases and fatal criteria are not asked about either, nor what does not apply.
func Questions(sc *scenarios.Scenario, log []engine.Event, ev grading.Evaluation) []Question {
	var all []Question
	replies := repliesOf(log)
	for i := range sc.Criteria {
		c := &sc.Criteria[i]
		m, marked := MarkOf(ev, c.Name)
		if !marked || m.Mark == grading.NotApplicable || !wordsAlone(c) {
			continue
		}
		q := Question{Criterion: c.Name, Replies: replies, OneEnough: len(c.AnyOf) > 0}
		for _, it := range c.Items() {
			q.Wanted = append(q.Wanted, wanted(sc, it))
			q.Items = append(q.Items, phrasesOf(sc, it))
		}
		if need := needed(c); need != "" {
			q.Wanted = append(q.Wanted, need)
		}
		all = append(all, q)
	}
	return all
}

// MarkOf is the mark of a criterion of the contact.
func MarkOf(ev grading.Evaluation, criterion string) (grading.Mark, bool) {
	i := slices.IndexFunc(ev.Marks, func(m grading.Mark) bool { return m.Criterion == criterion && m.Debrief == 0 })
	if i < 0 {
		return grading.Mark{}, false
	}
	return ev.Marks[i], true
}

func repliesOf(log []engine.Event) []string {
	var all []string
	for _, e := range log {
		if r, ok := e.Fact.(engine.Replied); ok {
			all = append(all, r.Text)
		}
	}
	return all
}

func wordsAlone(c *scenarios.Criterion) bool {
	mixed := len(c.AllOf) > 0 && len(c.AnyOf) > 0
	if c.Fatal || mixed || c.AtLeast != nil || len(c.NoneOf) > 0 || len(c.InOrder) > 0 || c.OnlyIf != nil || len(c.Items()) == 0 {
		return false
	}
	return !slices.ContainsFunc(c.Items(), func(it scenarios.Item) bool {
		return it.Measure != nil || slices.ContainsFunc(it.Any, func(clause scenarios.Clause) bool {
			return slices.ContainsFunc(clause, func(s scenarios.Sentence) bool { return s.Verb != scenarios.VerbSays || len(s.Mods) > 0 })
		})
	})
}

// wanted is an item as written with some examples of its phrases.
func wanted(sc *scenarios.Scenario, it scenarios.Item) string {
	text := it.Text
	for _, clause := range it.Any {
		for _, s := range clause {
			p, known := sc.Phrase(s.Name.Name)
			if !known {
				continue
			}
			for _, u := range p.Examples[:min(shownExamples, len(p.Examples))] {
				text += "; for example: " + u.Text
			}
		}
	}
	return text
}

// phrasesOf is an item by the examples of its phrases.
func phrasesOf(sc *scenarios.Scenario, it scenarios.Item) Item {
	var item Item
	for _, sentences := range it.Any {
		var clause Clause
		for _, s := range sentences {
			p := Phrase{Name: s.Name.Name}
			p.add(sc, s.Name.Name, map[string]bool{})
			clause = append(clause, p)
		}
		item = append(item, clause)
	}
	return item
}

// add adds the examples of a phrase and of the members of a group, each once.
func (p *Phrase) add(sc *scenarios.Scenario, name string, seen map[string]bool) {
	known, ok := sc.Phrase(name)
	if !ok || seen[name] {
		return
	}
	seen[name] = true
	for _, u := range known.Examples {
		p.Examples = append(p.Examples, u.Text)
	}
	for _, u := range known.Not {
		p.Counter = append(p.Counter, u.Text)
	}
	for _, member := range known.OneOf {
		p.add(sc, member.Name, seen)
	}
}

// needed says how many of the wanted things there must be.
func needed(c *scenarios.Criterion) string {
	switch {
	case len(c.AnyOf) > 1:
		return "One of these is enough."
	case len(c.AllOf) > 1:
		return "All of these."
	}
	return ""
}
