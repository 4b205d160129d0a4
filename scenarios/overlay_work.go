package scenarios

// caseTruths replaces right answers of desk work that are words. Cases are found by the names of the original.
func (o *overlay) caseTruths(cases []Case) {
	o.each("section.desk", namesOf(cases, func(c Case) string { return c.Name }), func(i int, p *part) {
		own := &cases[i].Truth
		translated := o.r.caseTruth(p)
		truth := FormTruth{Fields: own.Fields}
		o.deskRows(&truth, FormTruth{Fields: translated.Fields})
		for _, row := range []struct {
			own        **FieldTruth
			translated *FieldTruth
			word       word
		}{
			{&own.Routing, translated.Routing, "case.routing"},
			{&own.ArchiveClass, translated.ArchiveClass, "case.archive-class"},
			{&own.Reply, translated.Reply, "case.reply"},
		} {
			switch {
			case row.translated == nil:
			case *row.own == nil:
				o.row(row.translated.At, Keyword(string(row.word), o.r.src.language), newNames())
			default:
				*row.own = row.translated
			}
		}
		o.finish("section.desk", cases[i].Name)
	})
}

// cases replaces the documents of desk work and who they are from.
func (o *overlay) cases(cases []Case) {
	o.each("section.cases", namesOf(cases, func(c Case) string { return c.Name }), func(i int, p *part) {
		c, own := &cases[i], Case{}
		labels := o.texts(p, caseLabels, "label.from", "label.shown-as")
		for _, l := range labels {
			o.r.caseLabel(&own, l)
		}
		whole := replaceText(&c.Document, o.r.documentIn(p))
		whole = replaceText(&c.From, own.From) && whole
		if whole {
			o.finish("section.cases", c.Name)
		}
		c.At = o.r.pos(p.title)
		o.rename("case", &c.Name, o.shownAs(labels))
	})
}

// answers replaces what colleagues say.
func (o *overlay) answers(all []ColleagueAnswers) {
	o.each("section.colleagues", namesOf(all, func(c ColleagueAnswers) string { return c.Colleague.Name }), func(i int, p *part) {
		c := &all[i]
		o.r.strayReplies(p.blocks)
		translated, _ := o.r.reactions(o.r.labels(p.blocks, []word{"label.when"}, "label.when"), true)
		o.reactions(c.Colleague.Name, c.Answers, translated)
		if repliesIn(c.Answers, nil, o.r.src.path) {
			o.finish("section.colleagues", c.Colleague.Name)
		}
		c.At = o.r.pos(p.title)
	})
}

// faults shows what goes wrong in the words of the translation.
func (o *overlay) faults(all []Fault) {
	names := namesOf(all, func(f Fault) string { return f.What })
	o.table("section.faults", names, "head.what-happens", nil, func(i int, g grid, row []rich) {
		replaceText(&all[i].What, g.text(row, "label.shown-as"))
	})
}

// colleagues translates what colleagues do, and how they are shown.
func (o *overlay) colleagues(all []Colleague) {
	names := namesOf(all, func(c Colleague) string { return c.Name })
	o.table("section.colleagues", names, "head.name", []word{"head.role"}, func(i int, g grid, row []rich) {
		replaceText(&all[i].Role, g.text(row, "head.role"))
		o.rename("colleague", &all[i].Name, g.text(row, "label.shown-as"))
	})
	shown := map[string]string{}
	for _, a := range o.aliases {
		if a.what == "department" {
			shown[foldName(a.old)] = a.name
		}
	}
	for i := range all {
		replaceText(&all[i].Department, shown[foldName(all[i].Department)])
	}
}

// callList translates why somebody is called and when.
func (o *overlay) callList(all []CallListRow) {
	names := namesOf(all, func(c CallListRow) string { return c.Who })
	o.table("section.call-list", names, "head.who", []word{"head.reason", "head.window"}, func(i int, g grid, row []rich) {
		replaceText(&all[i].Reason, g.text(row, "head.reason"))
		replaceText(&all[i].Window, g.text(row, "head.window"))
		replaceText(&all[i].Who, g.text(row, "label.shown-as"))
	})
}

// catalogue shows items under other names and at the prices of the other country. The price columns keep their heads.
func (o *overlay) catalogue(c *Catalogue) {
	if c == nil {
		return
	}
	columns := newNames()
	for _, name := range c.Columns {
		columns.add(name)
	}
	told := false
	names := namesOf(c.Items, func(it CatalogueItem) string { return it.Name })
	o.table("section.catalogue", names, "head.item", nil, func(i int, g grid, row []rich) {
		for _, at := range g.other {
			if !o.price(c, &c.Items[i], columns, g.head[at], cellText(row, at)) && !told {
				name := readableLine(g.head[at].text)
				o.r.report("L503", g.head[at], details{"name": name, "nearest": columns.near(name)})
				told = true
			}
		}
		o.rename("item", &c.Items[i].Name, g.text(row, "label.shown-as"))
	})
}

// price replaces the price of an item under a head; false for a head that the original does not have.
func (o *overlay) price(c *Catalogue, it *CatalogueItem, columns *names, head rich, price string) bool {
	own, ok := columns.find(head.text)
	for i, name := range c.Columns {
		if name == own && i < len(it.Prices) {
			replaceText(&it.Prices[i], price)
		}
	}
	return ok
}

// table calls apply for every row of a section's table that the original has, each once; of rows with one name the next
// is meant. The block has its text when every row of the original stands in it: a name may stay as it is.
func (o *overlay) table(section word, all []string, head word, may []word, apply func(i int, g grid, row []rich)) {
	p := o.sections[section]
	if p == nil {
		return
	}
	g, ok := o.r.grid(p, []word{head}, append([]word{"label.shown-as"}, may...))
	if !ok {
		return
	}
	_, known := rowsByName(all)
	places := map[string][]int{}
	for i, name := range all {
		places[foldName(name)] = append(places[foldName(name)], i)
	}
	left := len(all)
	for _, row := range g.rows {
		name, at, ok := o.r.nameCell(g, row, head)
		if !ok {
			continue
		}
		key := foldName(name)
		if len(places[key]) == 0 {
			o.row(at, name, known)
			continue
		}
		apply(places[key][0], g, row)
		places[key] = places[key][1:]
		left--
	}
	if left == 0 {
		o.finish(section, "")
	}
}
