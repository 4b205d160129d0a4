package scenarios

import "strings"

// withFacts writes the facts named in braces with their own spelling.
func (s *resolver) withFacts(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("{" + rest)
			return b.String()
		}
		if own, ok := s.facts.find(name); ok {
			name = own
		}
		b.WriteString("{" + name + "}")
		text = after
	}
}

// patterns returns patterns whose facts have their own spelling. Patterns of libraries are shared: what changes is copied.
func (s *resolver) patterns(patterns []Pattern) []Pattern {
	own := make([]Pattern, len(patterns))
	for i, p := range patterns {
		if strings.Contains(p.Text, "{") {
			p.Expr = s.expr(p.Expr)
		}
		own[i] = p
	}
	return own
}

func (s *resolver) expr(e PatternExpr) PatternExpr {
	parts := make([]PatternPart, len(e.Parts))
	for i, part := range e.Parts {
		items := make([]PatternItem, len(part.Items))
		for j, item := range part.Items {
			item.Alternatives = s.alternatives(item.Alternatives)
			items[j] = item
		}
		parts[i].Items = items
	}
	return PatternExpr{Parts: parts}
}

func (s *resolver) alternatives(all [][]PatternAtom) [][]PatternAtom {
	own := make([][]PatternAtom, len(all))
	for i, atoms := range all {
		own[i] = make([]PatternAtom, len(atoms))
		for j, atom := range atoms {
			if name, ok := s.facts.find(atom.Text); ok && atom.Kind == AtomFact {
				atom.Text = name
			}
			own[i][j] = atom
		}
	}
	return own
}

// desk resolves forms, fields and the names and facts in right answers.
func (s *resolver) desk() {
	for i := range s.sc.Desk {
		f := &s.sc.Desk[i]
		s.name(&f.Form, s.forms, "S014/form")
		fields := s.fieldsOf(f.Form.Name)
		for j := range f.Fields {
			t := &f.Fields[j]
			ref := Ref{Name: t.Field, At: t.At}
			if fields != nil && !known(&ref, fields) {
				s.find.addDangling("S014/field", t.At, len([]rune(t.Field)), details{
					"name": t.Field, "form": f.Form.Name, "nearest": fields.near(t.Field)})
			}
			t.Field = ref.Name
			s.fieldRules(t.Any)
			for _, form := range s.sc.World.Forms {
				if form.Name == f.Form.Name {
					s.orderRules(form, *t)
				}
			}
		}
	}
}

// fieldsOf are the fields of a form; nil when there is no such form.
func (s *resolver) fieldsOf(form string) *names {
	for _, f := range s.sc.World.Forms {
		if f.Name == form {
			fields := newNames()
			for _, field := range f.Fields {
				fields.add(field.Name)
			}
			for _, a := range s.d.aliases {
				if a.what == "field "+foldName(form) {
					fields.alias(a.old, a.name)
				}
			}
			return fields
		}
	}
	return nil
}

func (s *resolver) fieldRules(any [][]FieldRule) {
	for _, rules := range any {
		for i, rule := range rules {
			rules[i] = s.fieldRule(rule)
		}
	}
}

func (s *resolver) fieldRule(rule FieldRule) FieldRule {
	switch rule := rule.(type) {
	case FieldIs:
		return FieldIs{s.withFacts(rule.Value)}
	case FieldIsOneOf:
		for i := range rule.Values {
			rule.Values[i] = s.withFacts(rule.Values[i])
		}
		return rule
	case FieldOnOrBefore:
		return FieldOnOrBefore{s.withFacts(rule.Date)}
	case FieldTotalIs:
		return FieldTotalIs{s.withFacts(rule.Value)}
	case FieldSays:
		s.name(&rule.Phrase, s.phrases, "S014/phrase")
		return rule
	}
	return rule
}

// world writes the variants in which somebody is there with their own spelling. A world serves several scenarios: a
// variant that this one does not have is no mistake.
func (s *resolver) world() {
	w := s.sc.World
	for i := range w.Departments {
		w.Departments[i].Available.OnlyIn = s.ownVariants(w.Departments[i].Available.OnlyIn)
	}
	for i := range w.Colleagues {
		w.Colleagues[i].Available.OnlyIn = s.ownVariants(w.Colleagues[i].Available.OnlyIn)
	}
}

func (s *resolver) ownVariants(list []string) []string {
	var own []string
	for _, v := range list {
		if name, ok := s.variants.find(v); ok {
			v = name
		}
		own = append(own, v)
	}
	return own
}
