package scenarios

import (
	"strconv"
	"strings"
)

// rubric reads a file of kind rubric.
func (r *reader) rubric(d *document) *Rubric {
	sections := r.sections(d)
	rb := &Rubric{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1})}
	rb.Competences = r.competences(sections["section.competences"])
	var itself bool
	if p := sections["section.pass-mark"]; p != nil {
		rb.Pass, itself = r.passRules(p)
		if itself {
			r.report("S014/pass", p.title, details{"text": Keyword("pass.as-rubric", r.src.language)})
		}
	}
	rb.Satisfaction = r.satisfaction(sections["section.satisfaction"])
	return rb
}

func (r *reader) competences(section *part) []Competence {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"label.competence", "head.minimum"}, []word{"head.meaning", "head.unit"})
	if _, named := g.column["label.competence"]; !ok && !named {
		return nil
	}
	var all []Competence
	for _, row := range g.rows {
		name, at, ok := r.nameCell(g, row, "label.competence")
		if !ok {
			continue
		}
		all = append(all, Competence{
			Name: name, Meaning: g.text(row, "head.meaning"), Units: listOf(g.text(row, "head.unit")),
			Minimum: r.percentCell(g, row, "head.minimum"), At: at,
		})
	}
	r.rowsOnce("competence", g, "label.competence")
	return all
}

// percentCell reads a share from 0 to 100, with or without its sign.
func (r *reader) percentCell(g grid, row []rich, head word) int {
	cell, ok := g.cell(row, head)
	if !ok {
		return 0 // the missing column was reported
	}
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(cell.text), "%")))
	if err != nil || !percent(n) {
		r.report("S003/range", cell, details{"key": r.columnName(g, head), "value": cell.text, "min": "0%", "max": "100%"})
		return 0
	}
	return n
}

// satisfaction reads the table of simulated satisfaction; its conditions stay as written.
func (r *reader) satisfaction(section *part) []SatisfactionRow {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"section.satisfaction"}, []word{"section.patience", "head.resolved", "head.complaints"})
	if !ok {
		return nil
	}
	var all []SatisfactionRow
	for _, row := range g.rows {
		cell, _ := g.cell(row, "section.satisfaction")
		n, rest, ok := leadingNumber(cell.text)
		if !ok || rest != "" || n < 1 || n > 5 {
			r.report("S003/range", cell, details{"key": r.columnName(g, "section.satisfaction"), "value": cell.text, "min": "1", "max": "5"})
			continue
		}
		all = append(all, SatisfactionRow{
			Patience: g.text(row, "section.patience"), Resolved: g.text(row, "head.resolved"),
			Complaints: g.text(row, "head.complaints"), Satisfaction: n,
		})
	}
	return all
}
