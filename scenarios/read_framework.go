package scenarios

import "unicode/utf8"

// framework reads a file of kind framework.
func (r *reader) framework(d *document) *Framework {
	s := r.sections(d)
	f := &Framework{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}), Issuer: r.head.Issuer, Act: r.head.Act,
		Level: r.head.Level, Date: r.head.Date, Codes: r.head.Codes}
	f.Units = r.units(s["section.units"])
	f.Rows = r.requirementRows(s["section.rows"], f.Units)
	return f
}

// units reads the units of a profile, each a "###".
func (r *reader) units(section *part) []FrameworkUnit {
	if section == nil {
		return nil
	}
	var all []FrameworkUnit
	for _, p := range section.parts {
		u := FrameworkUnit{Name: readableLine(p.title.text), At: r.pos(p.title)}
		for _, l := range r.labels(p.blocks, []word{"label.expected-result", "label.indicator", "label.minimum-performance"}) {
			switch l.word {
			case "label.expected-result":
				u.ExpectedResult = r.prose(l)
			case "label.indicator":
				u.Indicator = r.prose(l)
			case "label.minimum-performance":
				u.Minimum = r.coverageOf(l.entries())
			}
		}
		all = append(all, u)
	}
	r.namesOnce("unit", section.parts)
	return all
}

// rowKinds maps the words of the table to the kinds of rows.
var rowKinds = map[word]RowKind{
	"row.knowledge": RowKnowledge, "row.skill": RowSkill, "row.duty": RowDuty, "row.kpi": RowKPI, "row.behaviour": RowBehaviour,
	"row.threshold": RowThreshold, "row.record": RowRecord,
}

// requirementRows reads the table of requirements.
func (r *reader) requirementRows(section *part, units []FrameworkUnit) []FrameworkRow {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.row", "head.kind", "head.text"}, []word{"head.unit", "head.evaluators", "head.class"})
	if !ok {
		return nil
	}
	known := newNames()
	for _, u := range units {
		known.add(u.Name)
	}
	var all []FrameworkRow
	for _, row := range g.rows {
		if id, at, ok := r.nameCell(g, row, "head.row"); ok {
			all = append(all, FrameworkRow{ID: id, Unit: r.unitCell(g, row, known), Kind: r.rowKind(g, row), Text: g.text(row, "head.text"),
				Evaluators: g.text(row, "head.evaluators"), Class: g.text(row, "head.class"), At: at})
		}
	}
	r.rowsOnce("row", g, "head.row")
	return all
}

// unitCell reads the unit a row belongs to; a framework may have none.
func (r *reader) unitCell(g grid, row []rich, known *names) string {
	cell, _ := g.cell(row, "head.unit")
	if cell.empty() || len(known.all) == 0 {
		return cell.text
	}
	own, ok := known.find(cell.text)
	if !ok {
		r.find.add("S014/unit", r.pos(cell), utf8.RuneCountInString(cell.text), details{"name": cell.text, "nearest": known.near(cell.text)})
	}
	return own
}

func (r *reader) rowKind(g grid, row []rich) RowKind {
	cell, _ := g.cell(row, "head.kind")
	w, _, ok := matchWord(cell.text, wordsOf("row"))
	if !ok {
		r.badCell(g, cell, "head.kind", wordsOf("row"))
	}
	return rowKinds[w]
}
