package scenarios

import "unicode/utf8"

// scenario lays the translation over a scenario. lang is the language of the original, which `speaks` asks for in it.
func (o *overlay) scenario(d *draftScenario, lang string) {
	sc := d.Scenario
	if p := o.sections["section.brief"]; p != nil {
		if text := o.r.bodyOf(p); text != "" {
			sc.Brief = text
			o.finish("section.brief", "")
		}
	}
	o.facts(sc.Facts, sc.Variants)
	o.beats(sc.Beats)
	o.phrases(sc.Phrases)
	o.criteria("section.criteria", sc.Criteria)
	o.criteria("section.debrief", sc.Debrief)
	for i := range sc.Criteria {
		speakInstead(&sc.Criteria[i], lang, o.r.head.Language[0])
	}
	if sc.Channel == Desk {
		o.caseTruths(sc.Cases)
	} else {
		o.desk(sc.Desk)
	}
	o.cases(sc.Cases)
	o.answers(sc.Colleagues)
	o.faults(sc.Faults)
	o.tests(d)
}

// tests puts the tests of the translation in place of those of the original, which speak its language.
func (o *overlay) tests(d *draftScenario) {
	d.tests = o.r.tests(o.sections["section.tests"])
	if len(d.tests) > 0 {
		o.finish("section.tests", "")
	}
}

// beats replaces what the customer says.
func (o *overlay) beats(beats []Beat) {
	names := namesOf(beats, func(b Beat) string { return b.Name })
	o.each("section.conversation", names, func(i int, p *part) {
		b := &beats[i]
		o.r.strayReplies(p.blocks)
		labels := o.r.labels(p.blocks, append([]word{"label.shown-as"}, reactionLabels...), "label.when")
		whole := replaceLines(&b.Blocks, o.r.messages(beforeLists(p.blocks)))
		reactions, otherwise := o.r.reactions(labels, false)
		if b.Otherwise != nil && otherwise != nil {
			replaceLines(&b.Otherwise.Blocks, otherwise.Blocks)
			b.Otherwise.At = otherwise.At
		} else if otherwise != nil {
			o.r.find.add("L503/reaction", otherwise.At, 0, details{"name": b.Name})
		}
		o.reactions(b.Name, b.Reactions, reactions)
		if whole && repliesIn(b.Reactions, b.Otherwise, o.r.src.path) {
			o.finish("section.conversation", b.Name)
		}
		b.At = o.r.pos(p.title)
		o.rename("beat", &b.Name, o.shownAs(labels))
	})
}

func namesOf[T any](all []T, name func(T) string) []string {
	var names []string
	for _, one := range all {
		names = append(names, name(one))
	}
	return names
}

// replaceLines puts the translated messages in place of the others and reports whether all are translated now.
func replaceLines(own *[]Block, translated []Block) bool {
	if len(translated) > 0 {
		*own = withPictures(translated, *own)
	}
	return len(*own) == 0 || len(translated) > 0
}

// withPictures gives translated lines what the original sends with them, where they send nothing themselves. Lines are paired
// by their place in messages of as many alternatives.
func withPictures(translated, own []Block) []Block {
	for i := range min(len(translated), len(own)) {
		if len(translated[i].Lines) != len(own[i].Lines) {
			continue
		}
		for j := range translated[i].Lines {
			if line := &translated[i].Lines[j]; len(line.Attachments) == 0 {
				line.Attachments = own[i].Lines[j].Attachments
			}
		}
	}
	return translated
}

// reactions gives reactions their translated replies. Each is found by its condition, whatever language it is written in;
// what follows the arrow may be left out.
func (o *overlay) reactions(place string, own, translated []Reaction) {
	used := map[int]bool{}
	for _, t := range translated {
		i := sameReaction(own, t, used)
		if i < 0 {
			i = o.misspeltReaction(own, t, used)
		}
		if i < 0 {
			o.r.find.add("L503/reaction", t.At, 0, details{"name": place})
			continue
		}
		used[i] = true
		if len(t.Blocks) > 0 {
			own[i].Blocks = withPictures(t.Blocks, own[i].Blocks)
		}
		own[i].At = t.At
	}
}

// sameReaction is the first reaction, not used yet, with the same condition and the same outcome or none written; -1
// where there is none.
func sameReaction(own []Reaction, t Reaction, used map[int]bool) int {
	silent := t.Target.Stays() && len(t.Effects) == 0
	for i, re := range own {
		if used[i] || meaning(re.When) != meaning(t.When) {
			continue
		}
		if silent || meaning(re.Target) == meaning(t.Target) && meaning(re.Effects) == meaning(t.Effects) {
			return i
		}
	}
	return -1
}

// misspeltReaction is the first reaction, not used yet, that a translated one would be with one phrase of its condition
// called otherwise; that name is reported. -1 where there is none.
func (o *overlay) misspeltReaction(own []Reaction, t Reaction, used map[int]bool) int {
	if o.r.find.full(o.r.src.path) {
		return -1
	}
	for i, re := range own {
		if used[i] {
			continue
		}
		wrong, right, ok := oneOther(phrasesNamed(t.When), phrasesNamed(re.When))
		if !ok || nearestOf(wrong.Name, []string{right}) == "" || sameReaction([]Reaction{renamedIn(re, right, wrong.Name)}, t, nil) < 0 {
			continue
		}
		o.r.find.addDangling("S014/phrase", wrong.At, utf8.RuneCountInString(wrong.Name), details{"name": wrong.Name, "nearest": right})
		return i
	}
	return -1
}

// oneOther finds the only name that differs.
func oneOther(written, own []Ref) (wrong Ref, right string, ok bool) {
	if len(written) != len(own) {
		return Ref{}, "", false
	}
	for i := range own {
		if sameName(written[i].Name, own[i].Name) {
			continue
		}
		if ok {
			return Ref{}, "", false
		}
		wrong, right, ok = written[i], own[i].Name, true
	}
	return wrong, right, ok
}

// renamedIn is a reaction whose condition calls a phrase otherwise.
func renamedIn(re Reaction, name, other string) Reaction {
	re.When = copyCondition(re.When)
	for _, clause := range re.When.Any {
		for i := range clause {
			renameRef(&clause[i].Name, name, other)
		}
	}
	for _, names := range [][]Ref{re.When.IfAlready, re.When.IfNotYet} {
		for i := range names {
			renameRef(&names[i], name, other)
		}
	}
	return re
}

func renameRef(ref *Ref, name, other string) {
	if ref.Name == name {
		ref.Name = other
	}
}

// repliesIn reports whether all replies stand in the file of the translation.
func repliesIn(reactions []Reaction, otherwise *Reaction, file string) bool {
	if otherwise != nil && len(otherwise.Blocks) > 0 && otherwise.Blocks[0].At.File != file {
		return false
	}
	for _, re := range reactions {
		if len(re.Blocks) > 0 && re.Blocks[0].At.File != file {
			return false
		}
	}
	return true
}

// phrases replaces patterns, examples and counter-examples; what is left out of a translated phrase is empty, because
// words of another language would be looked for else.
func (o *overlay) phrases(phrases []Phrase) {
	names := namesOf(phrases, func(p Phrase) string { return p.Name })
	o.each("section.phrases", names, func(i int, p *part) {
		ph := &phrases[i]
		labels := o.texts(p, phraseLabels, "label.patterns", "label.examples", "label.not-these", "label.shown-as")
		own := Phrase{}
		for _, l := range labels {
			o.r.phraseLabel(&own, l)
		}
		if len(own.Patterns)+len(own.Examples) > 0 {
			ph.Patterns, ph.Examples, ph.Not, ph.Languages = own.Patterns, own.Examples, own.Not, o.r.head.Language
			ph.At = o.r.pos(p.title)
			o.finish("section.phrases", ph.Name)
		}
		o.rename("phrase", &ph.Name, o.shownAs(labels))
	})
}

// criteria replaces the texts of criteria or questions.
func (o *overlay) criteria(section word, criteria []Criterion) {
	names := namesOf(criteria, func(c Criterion) string { return c.Name })
	o.each(section, names, func(i int, p *part) {
		c := &criteria[i]
		labels := o.texts(p, criterionLabels, "label.why", "label.advice", "label.praise", "label.shown-as")
		var own Criterion
		for _, l := range labels {
			if l.word != "label.shown-as" {
				o.r.criterionOption(&own, l)
			}
		}
		whole := replaceText(&c.Why, own.Why)
		whole = replaceText(&c.Advice, own.Advice) && whole
		whole = replaceText(&c.Praise, own.Praise) && whole
		if whole {
			o.finish(section, c.Name)
		}
		c.At = o.r.pos(p.title)
		o.rename("criterion", &c.Name, o.shownAs(labels))
	})
}

// replaceText takes a translated text and reports whether none is missing.
func replaceText(own *string, translated string) bool {
	missing := *own != "" && translated == ""
	if translated != "" {
		*own = translated
	}
	return !missing
}

// speakInstead lets the measure "speaks LANG" ask for the language of the translation where it asks for that of the
// original.
func speakInstead(c *Criterion, from, to string) {
	lists := [][]Item{c.AllOf, c.AnyOf, c.NoneOf, c.InOrder}
	if c.AtLeast != nil {
		lists = append(lists, c.AtLeast.Items)
	}
	for _, items := range lists {
		for i := range items {
			if m, ok := items[i].Measure.(Speaks); ok && m.Language == from {
				m.Language = to
				items[i].Measure = m
			}
		}
	}
}

// facts replaces the values of facts that differ in the other country, as prices do.
func (o *overlay) facts(facts []Fact, variants []string) {
	section := o.sections["section.facts"]
	if section == nil {
		return
	}
	known := newNames()
	for _, f := range facts {
		known.add(f.Name)
	}
	columns := newNames()
	for _, v := range variants {
		columns.add(v)
	}
	written, headers := o.r.facts(section)
	for _, h := range headers {
		if _, ok := columns.find(h); !ok {
			o.r.report("L503", section.title, details{"name": h, "nearest": columns.near(h)})
		}
	}
	for _, w := range written {
		own, ok := known.find(w.Name)
		if !ok {
			o.row(w.At, w.Name, known)
			continue
		}
		for i := range facts {
			if facts[i].Name == own {
				replaceFact(&facts[i], w, columns)
			}
		}
	}
}

func replaceFact(f *Fact, w Fact, columns *names) {
	if w.Value != "" {
		f.Value = w.Value
	}
	for v, cell := range w.ByVariant {
		if own, ok := columns.find(v); ok {
			f.ByVariant[own] = cell
		}
	}
	f.At = w.At
}

// desk replaces right answers that are words, as those of a choice or a note.
func (o *overlay) desk(truths []FormTruth) {
	names := namesOf(truths, func(f FormTruth) string { return f.Form.Name })
	o.each("section.desk", names, func(i int, p *part) {
		truth := &truths[i]
		for _, t := range o.r.desk(&part{title: o.sections["section.desk"].title, parts: []*part{p}}) {
			o.deskRows(truth, t)
		}
		o.finish("section.desk", truth.Form.Name)
		truth.Form.At = o.r.pos(p.title)
	})
}

func (o *overlay) deskRows(own *FormTruth, translated FormTruth) {
	known := newNames()
	for _, f := range own.Fields {
		known.add(f.Field)
	}
	for _, t := range translated.Fields {
		name, ok := known.find(t.Field)
		if !ok {
			o.row(t.At, t.Field, known)
			continue
		}
		for i := range own.Fields {
			if own.Fields[i].Field == name {
				t.Field = name
				own.Fields[i] = t
			}
		}
	}
}
