package scenarios

import (
	"slices"
	"unicode/utf8"
)

// deskWork joins desk work with its world and rubric and keeps it: nobody calls, so it has no persona and no beats.
func (l *loader) deskWork(d *draftScenario) {
	h := d.head
	var ok [3]bool
	d.Rubric, ok[0] = one(l, h, "rubric", KindRubric, h.Rubric, l.pack.Rubrics)
	var worlds []*World
	worlds, ok[1] = several(l, h, "world", KindWorld, h.World, l.pack.Worlds)
	var libraries []*Library
	libraries, ok[2] = several(l, h, "phrases", KindPhrases, h.Phrases, l.pack.Libraries)
	if d.ID == "" || slices.Contains(ok[:], false) {
		return
	}
	d.useTranslated(l.translated[d.language()], worlds, libraries)
	d.World = joinWorlds(worlds)
	d.addLibraries(libraries)
	if d.asRubric {
		d.Pass = append(slices.Clone(d.Rubric.Pass), d.Pass...)
	}
	l.newResolver(d).scenario()
	l.pack.DeskWork[d.ID] = d.Scenario
}

// work resolves cases, faults and the answers of colleagues.
func (s *resolver) work() {
	for i := range s.sc.Cases {
		s.caseTruth(&s.sc.Cases[i].Truth)
	}
	for i := range s.sc.Faults {
		s.clauses(s.sc.Faults[i].On)
		s.clauses(s.sc.Faults[i].AnsweredBy)
	}
	for i := range s.sc.Colleagues {
		c := &s.sc.Colleagues[i]
		s.name(&c.Colleague, s.colleagues, "S014/colleague")
		for j := range c.Answers {
			s.reaction(&c.Answers[j])
		}
	}
}

// caseTruth resolves the fields of a case, which are those of any form of the world.
func (s *resolver) caseTruth(t *CaseTruth) {
	fields := newNames()
	for _, f := range s.sc.World.Forms {
		for _, field := range f.Fields {
			fields.add(field.Name)
		}
	}
	for i := range t.Fields {
		field := &t.Fields[i]
		ref := Ref{Name: field.Field, At: field.At}
		if !known(&ref, fields) {
			s.find.add("S014/case-field", field.At, utf8.RuneCountInString(field.Field), details{"name": field.Field, "nearest": fields.near(field.Field)})
		}
		field.Field = ref.Name
		s.fieldRules(field.Any)
	}
	for _, one := range []*FieldTruth{t.Routing, t.ArchiveClass, t.Reply} {
		if one != nil {
			s.fieldRules(one.Any)
		}
	}
}

// orderRules reports rules for order lines on a field that has none, and a price column that no catalogue has.
func (s *resolver) orderRules(form Form, t FieldTruth) {
	i := slices.IndexFunc(form.Fields, func(f FormField) bool { return sameName(f.Name, t.Field) })
	for _, rule := range slices.Concat(t.Any...) {
		switch rule := rule.(type) {
		case FieldPriceColumn:
			s.priceColumn(rule, t)
		case FieldTotalIs, FieldItemsBeyond:
		default:
			continue
		}
		if i >= 0 && form.Fields[i].Type != FieldLines && form.Fields[i].Type != "" {
			s.find.add("S014/lines", t.At, utf8.RuneCountInString(t.Field), details{"field": t.Field, "text": t.Text})
			return
		}
	}
}

func (s *resolver) priceColumn(rule FieldPriceColumn, t FieldTruth) {
	columns := newNames()
	if c := s.sc.World.Catalogue; c != nil {
		for _, name := range c.Columns {
			columns.add(name)
		}
	}
	if _, ok := columns.find(rule.Column); !ok {
		s.find.add("S014/price", t.At, utf8.RuneCountInString(t.Field), details{"name": rule.Column, "nearest": columns.near(rule.Column)})
	}
}
