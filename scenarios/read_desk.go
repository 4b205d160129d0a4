package scenarios

import "strings"

// desk reads the right answers: every "###" is a form of the world.
func (r *reader) desk(section *part) []FormTruth {
	if section == nil {
		return nil
	}
	var all []FormTruth
	for _, p := range section.parts {
		g, ok := r.grid(p, []word{"head.field", "head.right-answer"}, nil)
		if !ok {
			continue
		}
		f := FormTruth{Form: Ref{Name: readableLine(p.title.text), At: r.pos(p.title)}}
		for _, row := range g.rows {
			if t, ok := r.fieldTruth(g, row); ok {
				f.Fields = append(f.Fields, t)
			}
		}
		r.rowsOnce("field", g, "head.field")
		all = append(all, f)
	}
	r.namesOnce("form", section.parts)
	return all
}

func (r *reader) fieldTruth(g grid, row []rich) (FieldTruth, bool) {
	name, at, ok := r.nameCell(g, row, "head.field")
	if !ok {
		return FieldTruth{}, false
	}
	cell, _ := g.cell(row, "head.right-answer")
	t := FieldTruth{Field: name, Text: withAsterisks(cell).text, At: at}
	if cell.empty() {
		return t, false // a field without a right answer is a matter of the checks
	}
	r.useFacts(cell)
	ok = r.readSentence(cell, func(p *sentenceReader) bool {
		t.Any, ok = p.fieldRules()
		return ok
	})
	return t, ok
}

// fieldRules reads rules joined by "and" and "or"; "and" binds tighter (SEMANTICS 52).
func (p *sentenceReader) fieldRules() ([][]FieldRule, bool) {
	any := [][]FieldRule{nil}
	for {
		rule, ok := p.fieldRule()
		if !ok {
			return nil, false
		}
		last := len(any) - 1
		any[last] = append(any[last], rule)
		p.takeSign(",")
		if _, _, and := p.take("join.and"); and {
			continue
		}
		if _, _, or := p.take("join.or"); !or {
			return any, true
		}
		any = append(any, nil)
	}
}

func (p *sentenceReader) fieldRule() (FieldRule, bool) {
	if _, n, _, says := p.ahead().longest("verb.says", p.lang); says {
		p.i += n
		phrase, ok := p.takeItalic()
		return FieldSays{phrase}, ok || p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
	}
	w, holes, ok := p.take("rule")
	if !ok {
		return nil, p.fail("S014/rule", details{"nearest": nearest("rule", p.here(p.i))})
	}
	switch w {
	case "rule.any-date":
		return FieldAnyDate{}, true
	case "rule.any-text":
		return FieldAnyText{}, true
	case "rule.empty":
		return FieldEmpty{}, true
	case "rule.items-beyond":
		n, _, _ := measureHoles(holes)
		return FieldItemsBeyond{n}, n > 0 || p.fail("S014/rule", nil)
	}
	return p.valueRule(w)
}

// valueRule reads the rules that are followed by a value.
func (p *sentenceReader) valueRule(w word) (FieldRule, bool) {
	value := p.value()
	if value == "" {
		return nil, p.fail("S014/rule", details{"text": strings.TrimSpace(p.text.text)})
	}
	switch w {
	case "rule.is":
		return FieldIs{value}, true
	case "rule.is-one-of":
		return FieldIsOneOf{valueList(value)}, true
	case "rule.on-or-before":
		return FieldOnOrBefore{value}, true
	case "rule.contains":
		return FieldContains{value}, true
	case "rule.total-is":
		return FieldTotalIs{value}, true
	case "rule.price-column-is":
		return FieldPriceColumn{value}, true
	}
	return nil, p.fail("S014/rule", nil)
}

// value takes a value up to "and" or "or" before another rule; quotation marks around it are taken off.
func (p *sentenceReader) value() string {
	p.skipBlanks()
	start := p.i
	end := p.quotedEnd()
	if end < 0 {
		end = p.valueEnd()
	}
	p.i = end
	return strings.Trim(strings.Trim(p.text.text[start:end], " ,*"), `"“”„«»`)
}

// quotedEnd is where a value in quotation marks ends; -1 for one without.
func (p *sentenceReader) quotedEnd() int {
	f := foldText(clip(p.rest(), reach))
	if !strings.HasPrefix(f.text, `"`) {
		return -1
	}
	end := strings.IndexByte(f.text[1:], '"')
	if end < 0 {
		return -1
	}
	return p.i + f.offset(end+2)
}

// valueEnd looks for the next join that is followed by a rule.
func (p *sentenceReader) valueEnd() int {
	before := p.i
	defer func() { p.i = before }()
	for i := p.i; i < len(p.text.text); i++ {
		if i > before && p.text.text[i-1] != ' ' {
			continue
		}
		p.i = i
		if p.atJoin() {
			return i
		}
	}
	return len(p.text.text)
}

func (p *sentenceReader) atJoin() bool {
	if _, _, ok := p.take("join.and"); !ok {
		if _, _, ok := p.take("join.or"); !ok {
			return false
		}
	}
	if _, ok := p.peek("rule"); ok {
		return true
	}
	_, ok := p.peek("verb.says")
	return ok
}
