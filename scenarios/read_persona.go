package scenarios

import "strings"

// persona reads a file of kind persona.
func (r *reader) persona(d *document) *Persona {
	sections := r.sections(d)
	p := &Persona{
		Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}), Speaks: r.head.Languages,
		ClientTypes: r.head.ClientType, Temperament: r.head.Temperament, Patience: orZero(r.head.Patience),
		Voice: r.head.Voice, Background: r.background(d),
	}
	if p.Patience == 0 {
		p.Patience = defaultPatience
	}
	p.Understands = r.understanding(sections["section.understanding"])
	p.PatienceRows = r.patienceRows(sections["section.patience"])
	if habits := sections["section.habits"]; habits != nil {
		r.strayReplies(habits.blocks)
		p.Habits, _ = r.reactions(r.labels(habits.blocks, []word{"label.when"}, "label.when"), true)
	}
	return p
}

// defaultPatience is a persona's at the start where none is written: the lowest calm one.
const defaultPatience = 7

// background is the prose between the title and the first section.
func (r *reader) background(d *document) string {
	if len(d.blocks) == 0 {
		return ""
	}
	from := r.src.lines[r.src.lineAt(d.blocks[0].start())]
	to := len(r.src.text)
	if len(d.parts) > 0 {
		to = r.src.lines[r.src.lineAt(d.parts[0].title.start())]
	}
	return r.markdown(from, max(from, to))
}

// understanding reads the table of what a persona follows.
func (r *reader) understanding(section *part) []Understanding {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.language"}, []word{"head.longest-sentence", "head.does-not-know"})
	if !ok {
		return nil
	}
	var all []Understanding
	for _, row := range g.rows {
		cell, _ := g.cell(row, "head.language")
		if cell.empty() {
			continue
		}
		all = append(all, Understanding{
			Language: r.languageCell(g, cell), LongestSentence: r.longestSentence(g, row),
			Unknown: listOf(g.text(row, "head.does-not-know")),
		})
	}
	r.rowsOnce("language", g, "head.language")
	return all
}

// languageCell reads a language by code or name.
func (r *reader) languageCell(g grid, cell rich) string {
	code := strings.TrimSpace(cell.text)
	if w, _, ok := matchWord(code, wordsOf("lang")); ok {
		return strings.TrimPrefix(string(w), "lang.")
	}
	if !languageForm.MatchString(code) {
		r.badCell(g, cell, "head.language", wordsOf("lang"))
	}
	return code
}

func (r *reader) longestSentence(g grid, row []rich) int {
	cell, _ := g.cell(row, "head.longest-sentence")
	if cell.empty() {
		return 0
	}
	n, rest, ok := leadingNumber(cell.text)
	if _, _, word := matchWord(rest, []word{"unit.word"}); !ok || n < 1 || rest != "" && !word {
		r.report("S003/cell", cell, details{"value": cell.text, "column": r.columnName(g, "head.longest-sentence")})
		return 0
	}
	return n
}

// patienceRows reads the table of what changes a persona's patience.
func (r *reader) patienceRows(section *part) []PatienceRow {
	if section == nil {
		return nil
	}
	g, ok := r.grid(section, []word{"head.what-happens", "section.patience"}, nil)
	if !ok {
		return nil
	}
	var all []PatienceRow
	for _, row := range g.rows {
		if pr, ok := r.patienceRow(g, row); ok {
			all = append(all, pr)
		}
	}
	return all
}

func (r *reader) patienceRow(g grid, row []rich) (PatienceRow, bool) {
	event, _ := g.cell(row, "head.what-happens")
	change, _ := g.cell(row, "section.patience")
	if event.empty() || r.measureHere(event) {
		return PatienceRow{}, false
	}
	var pr PatienceRow
	ok := r.readSentence(event, func(p *sentenceReader) bool {
		p.habits = true
		var ok bool
		pr.When, ok = p.condition()
		return ok
	})
	return pr, r.readSentence(change, func(p *sentenceReader) bool {
		var ok bool
		pr.Change, ok = p.signed()
		return ok
	}) && ok
}
