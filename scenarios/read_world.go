package scenarios

import (
	"strings"
	"unicode/utf8"
)

// world reads a file of kind world.
func (r *reader) world(d *document) *World {
	s := r.sections(d)
	return &World{
		Meta:        r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}),
		Departments: r.departments(s["section.departments"]),
		Articles:    r.articles(s["section.articles"]),
		Records:     r.records(s["section.records"]),
		Forms:       r.forms(s["section.forms"]),
		Templates:   r.templates(s["section.templates"]),
		Attachments: r.attachments(s["section.attachments"]),
		Colleagues:  r.colleagues(s["section.colleagues"]),
		Catalogue:   r.catalogue(s["section.catalogue"]),
		CallList:    r.callList(s["section.call-list"]),
	}
}

func (r *reader) departments(section *part) []Department {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.department"}, []word{"head.purpose", "head.available"})
	if !ok {
		return nil
	}
	var all []Department
	for _, row := range g.rows {
		if name, at, ok := r.nameCell(g, row, "head.department"); ok {
			all = append(all, Department{Name: name, Purpose: g.text(row, "head.purpose"), Available: r.available(g, row), At: at})
		}
	}
	r.rowsOnce("department", g, "head.department")
	return all
}

func (r *reader) colleagues(section *part) []Colleague {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.name"}, []word{"head.department", "head.role", "head.available"})
	if !ok {
		return nil
	}
	var all []Colleague
	for _, row := range g.rows {
		if name, at, ok := r.nameCell(g, row, "head.name"); ok {
			all = append(all, Colleague{Name: name, Department: g.text(row, "head.department"), Role: g.text(row, "head.role"),
				Available: r.available(g, row), At: at})
		}
	}
	r.rowsOnce("colleague", g, "head.name")
	return all
}

// available reads yes, no, or "only in *variant*"; an empty cell is yes.
func (r *reader) available(g grid, row []rich) Availability {
	cell, _ := g.cell(row, "head.available")
	if cell.empty() {
		return Availability{}
	}
	if w, _, ok := matchWord(cell.text, []word{"value.yes", "value.no"}); ok {
		return Availability{Never: w == "value.no"}
	}
	if _, n, _, ok := longestAt("label.only-in", cell.text, ""); ok {
		var a Availability
		for _, ref := range r.namesIn(cell.slice(n, len(cell.text)).trim()) {
			a.OnlyIn = append(a.OnlyIn, ref.Name)
		}
		if len(a.OnlyIn) > 0 {
			return a
		}
	}
	r.badCell(g, cell, "head.available", []word{"value.yes", "value.no", "label.only-in"})
	return Availability{}
}

func (r *reader) articles(section *part) []Article {
	if section == nil {
		return nil
	}
	var all []Article
	for _, p := range section.parts {
		all = append(all, Article{Name: readableLine(p.title.text), Body: r.bodyOf(p), At: r.pos(p.title)})
	}
	r.namesOnce("article", section.parts)
	return all
}

func (r *reader) templates(section *part) []Template {
	if section == nil {
		return nil
	}
	var all []Template
	for _, p := range section.parts {
		all = append(all, Template{Name: readableLine(p.title.text), Body: r.bodyOf(p), At: r.pos(p.title)})
	}
	r.namesOnce("template", section.parts)
	return all
}

func (r *reader) records(section *part) []Record {
	if section == nil {
		return nil
	}
	var all []Record
	for _, p := range section.parts {
		rec := Record{Name: readableLine(p.title.text), At: r.pos(p.title)}
		if g, ok := r.grid(p, []word{"head.field", "head.value"}, nil); ok {
			for _, row := range g.rows {
				if name, _, ok := r.nameCell(g, row, "head.field"); ok {
					rec.Fields = append(rec.Fields, RecordField{Name: name, Value: g.text(row, "head.value")})
				}
			}
			r.rowsOnce("field", g, "head.field")
		}
		all = append(all, rec)
	}
	r.namesOnce("record", section.parts)
	return all
}

func (r *reader) attachments(section *part) []Attachment {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.name"}, []word{"head.file", "head.description"})
	if !ok {
		return nil
	}
	var all []Attachment
	for _, row := range g.rows {
		if name, at, ok := r.nameCell(g, row, "head.name"); ok {
			a := Attachment{Name: name, File: strings.TrimSpace(g.text(row, "head.file")), Description: g.text(row, "head.description"), At: at}
			if a.File != "" {
				a.Digest = r.medium(a.File, at, utf8.RuneCountInString(name))
			}
			all = append(all, a)
		}
	}
	r.rowsOnce("attachment", g, "head.name")
	return all
}

func (r *reader) callList(section *part) []CallListRow {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.who"}, []word{"head.reason", "head.window"})
	if !ok {
		return nil
	}
	var all []CallListRow
	for _, row := range g.rows {
		if who, at, ok := r.nameCell(g, row, "head.who"); ok {
			all = append(all, CallListRow{Who: who, Reason: g.text(row, "head.reason"), Window: g.text(row, "head.window"), At: at})
		}
	}
	return all
}

// catalogue reads the table of items; every column with an unknown header is a price column.
func (r *reader) catalogue(section *part) *Catalogue {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.item"}, []word{"head.tags"})
	if !ok {
		return nil
	}
	c := &Catalogue{}
	for _, i := range g.other {
		c.Columns = append(c.Columns, readableLine(g.head[i].text))
	}
	for _, row := range g.rows {
		name, at, ok := r.nameCell(g, row, "head.item")
		if !ok {
			continue
		}
		it := CatalogueItem{Name: name, Tags: listOf(g.text(row, "head.tags")), At: at}
		for _, i := range g.other {
			it.Prices = append(it.Prices, cellText(row, i))
		}
		c.Items = append(c.Items, it)
	}
	r.rowsOnce("item", g, "head.item")
	return c
}

func cellText(row []rich, i int) string {
	if i >= len(row) {
		return ""
	}
	return row[i].text
}
