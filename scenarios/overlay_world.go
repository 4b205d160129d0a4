package scenarios

import "strings"

// persona lays the translation over a persona: name, languages, what it follows, and its habits' lines.
func (o *overlay) persona(p *Persona) {
	h := o.r.head
	p.Title = h.Title
	lang := h.Language[0]
	p.Speaks = speaksToo(p.Speaks, lang)
	if len(h.Languages) > 0 {
		p.Speaks = h.Languages
	}
	p.Understands = append(o.r.understanding(o.sections["section.understanding"]), p.Understands...)
	if h.Temperament != "" {
		p.Temperament = h.Temperament
	}
	if h.Voice != "" {
		p.Voice = h.Voice
	}
	section := o.sections["section.habits"]
	if section == nil {
		return
	}
	translated, _ := o.r.reactions(o.r.labels(section.blocks, []word{"label.when"}, "label.when"), true)
	o.reactions(Keyword("section.habits", lang), p.Habits, translated)
	if repliesIn(p.Habits, nil, o.r.src.path) {
		o.finish("section.habits", "")
	}
}

// speaksToo lets a persona whose translation names no languages speak that of the translation as the original speaks its
// own.
func speaksToo(spoken []Spoken, lang string) []Spoken {
	level := "native"
	for _, s := range spoken {
		if s.Language == lang {
			return spoken
		}
	}
	if len(spoken) > 0 {
		level = spoken[0].Level
	}
	return append([]Spoken{{lang, level}}, spoken...)
}

// library lays the translation over a phrases file.
func (o *overlay) library(lib *Library) {
	o.facts(lib.Facts, nil)
	o.phrases(lib.Phrases)
}

// world lays the translation over a world: what the trainee reads and fills in.
func (o *overlay) world(w *World) {
	o.departments(w.Departments)
	articles := namesOf(w.Articles, func(a Article) string { return a.Name })
	o.each("section.articles", articles, func(i int, p *part) {
		a := &w.Articles[i]
		o.page("page", "section.articles", p, &a.Name, &a.Body)
	})
	templates := namesOf(w.Templates, func(t Template) string { return t.Name })
	o.each("section.templates", templates, func(i int, p *part) {
		t := &w.Templates[i]
		o.page("sendable", "section.templates", p, &t.Name, &t.Body)
	})
	records := namesOf(w.Records, func(r Record) string { return r.Name })
	o.each("section.records", records, func(i int, p *part) { o.record(&w.Records[i], p) })
	forms := namesOf(w.Forms, func(f Form) string { return f.Name })
	o.each("section.forms", forms, func(i int, p *part) { o.form(&w.Forms[i], p) })
	o.colleagues(w.Colleagues)
	o.catalogue(w.Catalogue)
	o.callList(w.CallList)
}

// departments translates the table of departments: what they are for, and how they are shown.
func (o *overlay) departments(all []Department) {
	section := o.sections["section.departments"]
	if section == nil {
		return
	}
	g, ok := o.r.grid(section, []word{"head.department"}, []word{"head.purpose", "label.shown-as"})
	if !ok {
		return
	}
	at, known := rowsByName(namesOf(all, func(d Department) string { return d.Name }))
	for _, row := range g.rows {
		i, ok := o.ownRow(g, row, "head.department", at, known)
		if !ok {
			continue
		}
		if purpose := g.text(row, "head.purpose"); purpose != "" {
			all[i].Purpose = purpose
		}
		o.rename("department", &all[i].Name, g.text(row, "label.shown-as"))
	}
	o.finish("section.departments", "")
}

func rowsByName(all []string) (at map[string]int, known *names) {
	at, known = map[string]int{}, newNames()
	for i, name := range all {
		at[foldName(name)] = i
		known.add(name)
	}
	return at, known
}

// ownRow finds the row of the original that a row translates; one that is none is reported.
func (o *overlay) ownRow(g grid, row []rich, head word, at map[string]int, known *names) (int, bool) {
	name, pos, ok := o.r.nameCell(g, row, head)
	if !ok {
		return 0, false
	}
	i, ok := at[foldName(name)]
	if !ok {
		o.row(pos, name, known)
	}
	return i, ok
}

// page replaces a text that is shown as it is.
func (o *overlay) page(what string, section word, p *part, name, body *string) {
	shown, text := cutShownAs(o.r.bodyOf(p))
	if text != "" {
		*body = text
		o.finish(section, *name)
	}
	o.rename(what, name, shown)
}

// cutShownAs takes the bullet "Shown as" out of a text.
func cutShownAs(body string) (shown, rest string) {
	var b strings.Builder
	for line := range strings.Lines(body) {
		label, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "- **"), "**")
		label = strings.TrimRight(label, ": ")
		if _, _, known := matchWord(label, []word{"label.shown-as"}); ok && known && shown == "" {
			shown = strings.Trim(value, " :*")
			continue
		}
		b.WriteString(line)
	}
	return shown, strings.TrimSpace(b.String())
}

// record translates the values of a card, and how its lines are shown.
func (o *overlay) record(rec *Record, p *part) {
	shown := o.shownAs(o.r.labels(p.blocks, []word{"label.shown-as"}))
	g, ok := o.r.grid(p, []word{"head.field"}, []word{"head.value", "label.shown-as"})
	if ok {
		at, known := rowsByName(namesOf(rec.Fields, func(f RecordField) string { return f.Name }))
		for _, row := range g.rows {
			if i, ok := o.ownRow(g, row, "head.field", at, known); ok {
				replaceText(&rec.Fields[i].Value, g.text(row, "head.value"))
				replaceText(&rec.Fields[i].Name, g.text(row, "label.shown-as"))
			}
		}
		o.finish("section.records", rec.Name)
	}
	o.rename("page", &rec.Name, shown)
}

// form translates the choices of a form, and how it and its fields are shown.
func (o *overlay) form(f *Form, p *part) {
	shown := o.shownAs(o.r.labels(p.blocks, []word{"label.shown-as"}))
	old := f.Name
	o.rename("form", &f.Name, shown)
	g, ok := o.r.grid(p, []word{"head.field"}, []word{"head.type", "label.shown-as"})
	if !ok {
		return
	}
	at, known := rowsByName(namesOf(f.Fields, func(f FormField) string { return f.Name }))
	for _, row := range g.rows {
		i, ok := o.ownRow(g, row, "head.field", at, known)
		if !ok {
			continue
		}
		if cell, _ := g.cell(row, "head.type"); !cell.empty() {
			o.choices(&f.Fields[i], g, row, cell)
		}
		o.rename("field "+foldName(f.Name), &f.Fields[i].Name, g.text(row, "label.shown-as"))
	}
	o.finish("section.forms", old)
}

// choices replaces the words of a choice. A translation has as many of them, and no other type.
func (o *overlay) choices(f *FormField, g grid, row []rich, cell rich) {
	kind, choices := o.r.fieldType(g, row)
	if kind != f.Type || len(choices) != len(f.Choices) {
		o.r.report("L503/field", cell, details{"name": f.Name})
		return
	}
	f.Choices = choices
}
