package scenarios

import "time"

// draftShift is a shift whose rubric is still an id.
type draftShift struct {
	*Shift
	r        *reader
	asRubric bool
}

// shift reads a file of kind shift.
func (r *reader) shift(d *document) draftShift {
	s := r.sections(d)
	sh := &Shift{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}), Seed: r.head.Seed}
	if p := s["section.brief"]; p != nil {
		sh.Brief = r.bodyOf(p)
	}
	sh.Arrivals = r.arrivals(s["section.arrivals"])
	sh.Criteria = r.criteria(s["section.criteria"])
	draft := draftShift{Shift: sh, r: r}
	sh.Pass, draft.asRubric = r.passRules(s["section.pass-mark"])
	return draft
}

// arrivals reads which scenario arrives when.
func (r *reader) arrivals(section *part) []Arrival {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.after", "head.scenario"}, []word{"head.persona", "head.briefing"})
	if !ok {
		return nil
	}
	var all []Arrival
	for _, row := range g.rows {
		if a, ok := r.arrival(g, row); ok {
			all = append(all, a)
		}
	}
	return all
}

func (r *reader) arrival(g grid, row []rich) (Arrival, bool) {
	after, _ := g.cell(row, "head.after")
	d, ok := afterTime(after.text)
	if !ok {
		r.report("S014/time", after, details{"text": after.text})
	}
	a := Arrival{After: d, At: r.pos(after)}
	if cell, _ := g.cell(row, "head.scenario"); !cell.empty() {
		a.Scenario = r.namesIn(cell)[0]
	}
	if cell, _ := g.cell(row, "head.persona"); !cell.empty() {
		a.Persona = r.namesIn(cell)[0]
	}
	if cell, _ := g.cell(row, "head.briefing"); !cell.empty() {
		a.Briefing = r.namesIn(cell)[0]
	}
	return a, ok && (a.Scenario.Name != "" || a.Persona.Name != "" || a.Briefing.Name != "")
}

// afterTime reads a time with or without "after" before it.
func afterTime(text string) (time.Duration, bool) {
	if _, n, _, ok := longestAt("mod.after", text, ""); ok {
		text = text[n:]
	}
	return durationOf(text)
}
