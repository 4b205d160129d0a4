package scenarios

import "strings"

// draftCertificate is a certificate whose rubric is still an id.
type draftCertificate struct {
	*Certificate
	head *header
}

// certificate reads a file of kind certificate.
func (r *reader) certificate(d *document) draftCertificate {
	s := r.sections(d)
	c := &Certificate{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1})}
	c.Coverage = r.coverage(s["section.coverage"])
	c.Conditions = r.conditions(s["section.conditions"])
	return draftCertificate{c, r.head}
}

// coverage reads the sentences of a coverage.
func (r *reader) coverage(section *part) []CoverageRule {
	if section == nil {
		return nil
	}
	return r.coverageOf(itemTexts(section.blocks))
}

// coverageOf reads sentences of a coverage.
func (r *reader) coverageOf(sentences []rich) []CoverageRule {
	var all []CoverageRule
	for _, t := range sentences {
		blank := CoverageRule{Text: withAsterisks(t).text, At: r.pos(t)}
		rule := blank
		if r.readSentence(t, func(p *sentenceReader) bool {
			rule = blank
			return p.coverage(&rule)
		}) {
			all = append(all, rule)
		}
	}
	return all
}

// facets maps the words of the table to what coverage counts.
var facets = map[word]Facet{
	"facet.client-type": FacetClientType, "facet.request": FacetRequest, "facet.channel": FacetChannel,
}

// coverage reads "at least 2 different client types" and "at least 1 with request *complaint*".
func (p *sentenceReader) coverage(rule *CoverageRule) bool {
	if _, _, ok := p.take("num.at-least"); !ok {
		return p.fail("S014/coverage", nil)
	}
	n, ok := p.number()
	if !ok {
		return false
	}
	rule.N = n
	_, _, with := p.take("num.with")
	_, _, different := p.take("cover.different")
	w, _, ok := p.take("facet")
	if !ok {
		return p.fail("S014/coverage", nil)
	}
	rule.Facet = facets[w]
	if !with {
		_, _, after := p.take("cover.different")
		return (different || after || p.fail("S014/coverage", nil)) && p.among(rule)
	}
	value, ok := p.takeItalic()
	rule.Value = value.Name
	return (ok || p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})) && p.among(rule)
}

// among reads the list of values that count.
func (p *sentenceReader) among(rule *CoverageRule) bool {
	if _, _, ok := p.take("cover.among"); !ok {
		return true
	}
	for {
		value, ok := p.takeItalic()
		if !ok {
			return p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
		}
		rule.Among = append(rule.Among, value.Name)
		comma := p.takeSign(",")
		_, _, and := p.take("join.and")
		if !and {
			_, _, and = p.take("join.or")
		}
		if !comma && !and {
			return true
		}
	}
}

// conditions reads the table of a certificate's conditions.
func (r *reader) conditions(section *part) Conditions {
	var c Conditions
	if section == nil {
		return c
	}
	g, ok := r.grid(section, []word{"head.condition", "head.value"}, nil)
	if !ok {
		return c
	}
	for _, row := range g.rows {
		r.certificateCondition(&c, g, row)
	}
	r.rowsOnce("condition", g, "head.condition")
	return c
}

func (r *reader) certificateCondition(c *Conditions, g grid, row []rich) {
	name, _ := g.cell(row, "head.condition")
	value, _ := g.cell(row, "head.value")
	if name.empty() {
		return
	}
	w, _, ok := matchWord(name.text, wordsOf("cond-row"))
	if !ok {
		r.badCell(g, name, "head.condition", wordsOf("cond-row"))
		return
	}
	switch w {
	case "cond-row.attempts":
		c.AttemptsPerScenario, _, ok = leadingNumber(value.text)
	case "cond-row.supervised":
		var yes word
		yes, _, ok = matchWord(value.text, []word{"value.yes", "value.no"})
		c.Supervised = yes == "value.yes"
	case "cond-row.second-rater":
		c.SecondRater = r.namesIn(value)
	case "cond-row.validity":
		c.ValidMonths, ok = months(value.text)
	}
	if !ok {
		r.report("S003/cell", value, details{"value": value.text, "column": r.columnName(g, "head.value")})
	}
}

// namesIn reads names separated by commas, in italics or plain.
func (r *reader) namesIn(cell rich) []Ref {
	var all []Ref
	if marks := cell.of(markName); len(marks) > 0 {
		for _, m := range marks {
			name := cell.slice(m.from, m.to).trim()
			all = append(all, Ref{Name: readableLine(name.text), At: r.pos(name)})
		}
		return all
	}
	for _, piece := range cell.split(',') {
		if !piece.empty() {
			all = append(all, Ref{Name: readableLine(piece.text), At: r.pos(piece)})
		}
	}
	return all
}
