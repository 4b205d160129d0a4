package scenarios

// spot is one wording of the customer and where in the conversation it stands.
type spot struct {
	line     Line
	beat     *Beat
	reaction *Reaction // nil for what he says on entering the beat
}

// spots returns every customer line of the scenario in file order. Nobody changes it.
func (s *scenarioLint) spots() []spot {
	if s.said != nil {
		return s.said
	}
	all := make([]spot, 0, 4*len(s.sc.Beats))
	for i := range s.sc.Beats {
		b := &s.sc.Beats[i]
		all = addSpots(all, b.Blocks, b, nil)
		for j := range b.Reactions {
			all = addSpots(all, b.Reactions[j].Blocks, b, &b.Reactions[j])
		}
		if b.Otherwise != nil {
			all = addSpots(all, b.Otherwise.Blocks, b, b.Otherwise)
		}
	}
	s.said = all
	return all
}

func addSpots(all []spot, blocks []Block, b *Beat, r *Reaction) []spot {
	for _, block := range blocks {
		for _, line := range block.Lines {
			all = append(all, spot{line: line, beat: b, reaction: r})
		}
	}
	return all
}

// conditions returns what the scenario's reactions wait for, in file order. Nobody changes it.
func (s *scenarioLint) conditions() []Condition {
	if s.waits != nil {
		return s.waits
	}
	n := 0
	for i := range s.sc.Beats {
		n += len(s.sc.Beats[i].Reactions)
	}
	s.waits = make([]Condition, 0, n)
	for i := range s.sc.Beats {
		for j := range s.sc.Beats[i].Reactions {
			s.waits = append(s.waits, s.sc.Beats[i].Reactions[j].When)
		}
	}
	return s.waits
}

// itemsOf returns every item of a criterion, what it depends on included.
func itemsOf(c *Criterion) []Item {
	items := c.Items()
	if c.OnlyIf != nil {
		items = append(items, *c.OnlyIf)
	}
	return items
}

// eachSentence calls f for every event sentence of the clauses; those inside modifiers follow their own.
func eachSentence(clauses []Clause, f func(Sentence)) {
	for _, clause := range clauses {
		for _, x := range clause {
			walkSentence(x, f)
		}
	}
}

func walkSentence(x Sentence, f func(Sentence)) {
	f(x)
	for _, m := range x.Mods {
		if of := anchorOf(m); of != nil {
			walkSentence(*of, f)
		}
	}
}

// anchorOf returns the event a modifier is measured from; nil when it has none.
func anchorOf(m Modifier) *Sentence {
	switch m := m.(type) {
	case Before:
		return &m.Of
	case After:
		return &m.Of
	case NotAfter:
		return &m.Of
	case Within:
		return m.Of
	default:
		return nil
	}
}

// contactSentences calls f for every event sentence of reactions and criteria.
func (s *scenarioLint) contactSentences(f func(Sentence)) {
	for _, c := range s.conditions() {
		eachSentence(c.Any, f)
	}
	for _, c := range s.marked {
		for _, item := range itemsOf(c) {
			eachSentence(item.Any, f)
		}
	}
}
