package scenarios

import "strings"

// caseLabels are the labels below a case.
var caseLabels = []word{"label.from", "label.arrives", "label.due", "section.rows"}

// cases reads the desk work: every "###" is a case, its quotation the document.
func (r *reader) cases(section *part) []Case {
	if section == nil {
		return nil
	}
	var all []Case
	for _, p := range section.parts {
		c := Case{Name: readableLine(p.title.text), Document: r.documentIn(p), At: r.pos(p.title)}
		for _, l := range r.labels(p.blocks, caseLabels) {
			r.caseLabel(&c, l)
		}
		if c.Document == "" {
			r.report("S019/document", p.title, details{"name": c.Name})
		}
		all = append(all, c)
	}
	r.namesOnce("case", section.parts)
	return all
}

// documentIn is the text of the quotations of a case.
func (r *reader) documentIn(p *part) string {
	var pieces []string
	for _, q := range quotesOf(p.blocks) {
		for _, b := range q.blocks {
			if text, ok := b.(paragraph); ok && !text.text.empty() {
				r.useFacts(text.text)
				pieces = append(pieces, text.text.text)
			}
		}
		for _, it := range bulletsOf(q.blocks) {
			r.useFacts(it.text)
			pieces = append(pieces, "- "+it.text.text)
		}
	}
	return strings.Join(pieces, "\n\n")
}

func (r *reader) caseLabel(c *Case, l labelled) {
	var ok bool
	switch l.word {
	case "label.from":
		c.From = r.prose(l)
	case "label.arrives":
		if c.Arrives, ok = afterTime(l.text.text); !ok {
			r.report("S014/time", timeAt(l), details{"text": l.text.text})
		}
	case "label.due":
		if c.Due, ok = dueTime(l.text.text); !ok {
			r.report("S014/time", timeAt(l), details{"text": l.text.text})
		}
	case "section.rows":
		c.Rows = r.rows(l)
	}
}

func timeAt(l labelled) rich {
	if l.text.empty() {
		return l.name
	}
	return l.text
}

// caseTruths reads the right answers of desk work: every "###" is a case, its table the fields of any form of the world and
// the rows for routing, archive class and reply.
func (r *reader) caseTruths(section *part, cases []Case) {
	if section == nil {
		return
	}
	known := newNames()
	for _, c := range cases {
		known.add(c.Name)
	}
	for _, p := range section.parts {
		name, ok := known.find(p.title.text)
		if !ok {
			r.report("S014/case", p.title, details{"name": readableLine(p.title.text), "nearest": known.near(p.title.text)})
			continue
		}
		for i := range cases {
			if cases[i].Name == name {
				cases[i].Truth = r.caseTruth(p)
			}
		}
	}
	r.namesOnce("case", section.parts)
}

func (r *reader) caseTruth(p *part) CaseTruth {
	var truth CaseTruth
	for _, form := range r.desk(&part{title: p.title, parts: []*part{p}}) {
		for _, field := range form.Fields {
			w, _, special := matchWord(field.Field, wordsOf("case"))
			if special {
				field.Field = "" // its place in CaseTruth says it
			}
			switch w {
			case "case.routing":
				truth.Routing = &field
			case "case.archive-class":
				truth.ArchiveClass = &field
			case "case.reply":
				truth.Reply = &field
			default:
				truth.Fields = append(truth.Fields, field)
			}
		}
	}
	return truth
}

// faults reads the table of what goes wrong.
func (r *reader) faults(section *part) []Fault {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.what-happens", "head.when", "head.answered-by"}, nil)
	if !ok {
		return nil
	}
	var all []Fault
	for _, row := range g.rows {
		what, at, ok := r.nameCell(g, row, "head.what-happens")
		if !ok {
			continue
		}
		f := Fault{What: what, At: at}
		if r.faultTime(&f, g, row) && r.faultAnswer(&f, g, row) {
			all = append(all, f)
		}
	}
	r.rowsOnce("fault", g, "head.what-happens")
	return all
}

// faultTime reads when a fault happens: a time from the start, or an event.
func (r *reader) faultTime(f *Fault, g grid, row []rich) bool {
	cell, _ := g.cell(row, "head.when")
	if cell.empty() {
		r.emptyCell(g, row, "head.when", "head.what-happens")
		return false
	}
	if d, ok := afterTime(cell.text); ok {
		f.After = d
		return true
	}
	return r.readSentence(cell, func(p *sentenceReader) bool {
		var ok bool
		f.On, ok = p.events()
		return ok
	})
}

func (r *reader) faultAnswer(f *Fault, g grid, row []rich) bool {
	cell, _ := g.cell(row, "head.answered-by")
	if cell.empty() {
		r.emptyCell(g, row, "head.answered-by", "head.what-happens")
		return false
	}
	return r.readSentence(cell, func(p *sentenceReader) bool {
		var ok bool
		f.AnsweredBy, ok = p.events()
		return ok
	})
}

// emptyCell reports a cell that must be filled, at the first cell of its row.
func (r *reader) emptyCell(g grid, row []rich, head, first word) {
	cell, _ := g.cell(row, first)
	r.report("S003/empty-cell", cell, details{"column": r.columnName(g, head)})
}

// colleagueAnswers reads what colleagues say: every "###" is a colleague of the world.
func (r *reader) colleagueAnswers(section *part) []ColleagueAnswers {
	if section == nil {
		return nil
	}
	var all []ColleagueAnswers
	for _, p := range section.parts {
		r.strayReplies(p.blocks)
		c := ColleagueAnswers{Colleague: Ref{Name: readableLine(p.title.text), At: r.pos(p.title)}, At: r.pos(p.title)}
		c.Answers, _ = r.reactions(r.labels(p.blocks, []word{"label.when"}, "label.when"), true)
		all = append(all, c)
	}
	r.namesOnce("colleague", section.parts)
	return all
}
