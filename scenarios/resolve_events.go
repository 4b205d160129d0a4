package scenarios

import "slices"

// clauses resolves the names in event sentences.
func (s *resolver) clauses(any []Clause) {
	for _, clause := range any {
		for i := range clause {
			s.sentence(&clause[i])
		}
	}
}

func (s *resolver) sentence(e *Sentence) {
	in, code := s.namesFor(e.Verb)
	if in != nil {
		s.name(&e.Name, in, code)
	}
	for i, m := range e.Mods {
		e.Mods[i] = s.modifier(m)
	}
}

// namesFor are the names a verb may take, and the problem of one that is not among them.
func (s *resolver) namesFor(v Verb) (*names, Code) {
	switch v {
	case VerbSays:
		return s.phrases, unknownName(v)
	case VerbLooksUp:
		return s.pages, unknownName(v)
	case VerbTransfers, VerbEscalates:
		return s.places, unknownName(v)
	case VerbConsults:
		return s.colleagues, unknownName(v)
	case VerbFiles:
		return s.forms, unknownName(v)
	case VerbSends:
		return s.sendable, unknownName(v)
	}
	return nil, ""
}

func (s *resolver) modifier(m Modifier) Modifier {
	switch m := m.(type) {
	case Before:
		s.sentence(&m.Of)
		return m
	case After:
		s.sentence(&m.Of)
		return m
	case NotAfter:
		s.sentence(&m.Of)
		return m
	case Within:
		if m.Of != nil {
			s.sentence(m.Of)
		}
		return m
	case InBeat:
		s.name(&m.Beat, s.beats, "S014/beat")
		return m
	}
	return m
}

func (s *resolver) condition(c *Condition) {
	s.clauses(c.Any)
	s.variantNames(c.Variants, c.At)
	for i := range c.IfAlready {
		s.name(&c.IfAlready[i], s.phrases, "S014/phrase")
	}
	for i := range c.IfNotYet {
		s.name(&c.IfNotYet[i], s.phrases, "S014/phrase")
	}
}

func (s *resolver) beat(b *Beat) {
	s.blocks(b.Blocks)
	for i := range b.Reactions {
		s.reaction(&b.Reactions[i])
	}
	if b.Otherwise != nil {
		s.reaction(b.Otherwise)
	}
}

func (s *resolver) reaction(re *Reaction) {
	s.condition(&re.When)
	s.blocks(re.Blocks)
	s.name(&re.Target.Beat, s.beats, "F102")
	for i, e := range re.Effects {
		re.Effects[i] = s.effect(e, re.At)
	}
}

// effect resolves the name in an effect; at is where a fact that is none is reported.
func (s *resolver) effect(e Effect, at Pos) Effect {
	switch e := e.(type) {
	case Complain:
		s.name(&e.To, s.departments, "S014/place")
		return e
	case Mishear:
		fact := Ref{Name: e.Fact, At: at}
		s.name(&fact, s.facts, "F108")
		return Mishear{fact.Name}
	}
	return e
}

// blocks resolves the labels and facts of customer lines.
func (s *resolver) blocks(blocks []Block) {
	for _, b := range blocks {
		for i := range b.Lines {
			line := &b.Lines[i]
			line.Text = s.withFacts(line.Text)
			s.name(&line.Label.IfSaid, s.phrases, "S014/phrase")
			if own, ok := s.variants.find(line.Label.Variant); ok {
				line.Label.Variant = own
			}
		}
	}
}

func (s *resolver) criterion(c *Criterion) {
	s.name(&c.Competence, s.competences, "C301")
	for _, items := range [][]Item{c.AllOf, c.AnyOf, c.NoneOf, c.InOrder} {
		s.items(items)
	}
	if c.AtLeast != nil {
		s.items(c.AtLeast.Items)
	}
	if c.OnlyIf != nil {
		s.clauses(c.OnlyIf.Any)
	}
	s.variantNames(c.OnlyIn, c.At)
}

func (s *resolver) items(items []Item) {
	for i := range items {
		s.clauses(items[i].Any)
	}
}

// pass resolves competences in rules of a pass mark; the rubric's own rules name its own competences.
func (s *resolver) pass(rules []PassRule) {
	for i, rule := range rules {
		if c, ok := rule.(CompetenceAtLeast); ok {
			s.name(&c.Competence, s.competences, "C301")
			rules[i] = c
		}
	}
}

// phraseList resolves groups, facts and variants of the phrases. Those of libraries are shared and copied first.
func (s *resolver) phraseList() {
	for i := range s.sc.Phrases {
		p := &s.sc.Phrases[i]
		p.OneOf, p.Facts, p.OnlyIn = slices.Clone(p.OneOf), slices.Clone(p.Facts), slices.Clone(p.OnlyIn)
		for j := range p.OneOf {
			s.name(&p.OneOf[j], s.phrases, "S014/phrase")
		}
		for j := range p.Facts {
			s.name(&p.Facts[j], s.facts, "F108")
		}
		s.variantNames(p.OnlyIn, p.At)
		p.Patterns = s.patterns(p.Patterns)
	}
}
