package scenarios

// modifiers reads everything that narrows an event. All of it belongs to that event: the event after "before" has no
// modifiers of its own.
func (p *sentenceReader) modifiers() ([]Modifier, bool) {
	var all []Modifier
	for {
		m, found, ok := p.modifier()
		if !ok {
			return nil, false
		}
		if !found {
			return all, true
		}
		all = append(all, m)
	}
}

// modifier reads one modifier; found is false where none stands.
func (p *sentenceReader) modifier() (m Modifier, found, ok bool) {
	p.skipCommaBefore()
	before := p.i
	w, ok := p.takeModifierWord()
	if !ok {
		return nil, false, true
	}
	switch w {
	case "mod.before", "mod.after", "mod.not-after":
		m, ok = p.ordered(w)
	case "mod.within", "mod.in":
		m, ok = p.withinOrIn()
	case "num.at-least", "num.at-most":
		m, ok = p.times(w)
	default:
		p.i = before
		return nil, false, true
	}
	return m, true, ok
}

// skipCommaBefore skips a comma where "before" or "after" follows, as German asks for.
func (p *sentenceReader) skipCommaBefore() {
	before := p.i
	if !p.takeSign(",") {
		p.i = before
		return
	}
	w, _ := p.peek("mod")
	if w != "mod.before" && w != "mod.after" && w != "mod.not-after" {
		p.i = before
	}
}

// takeModifierWord takes the longest word with which a modifier begins.
func (p *sentenceReader) takeModifierWord() (word, bool) {
	w, n, _, ok := p.ahead().longest("mod", p.lang)
	if num, more, _, found := p.ahead().longest("num", p.lang); found && more > n {
		w, n, ok = num, more, true
	}
	if ok {
		p.i += n
	}
	return w, ok
}

// ordered reads the event after "before", "after" and "not after".
func (p *sentenceReader) ordered(w word) (Modifier, bool) {
	of, ok := p.anchor()
	switch w {
	case "mod.before":
		return Before{of}, ok
	case "mod.after":
		return After{of}, ok
	default:
		return NotAfter{of}, ok
	}
}

// anchor reads an event that another is compared with.
func (p *sentenceReader) anchor() (Sentence, bool) {
	s, ok := p.event()
	return s, ok && p.details(&s)
}

// withinOrIn tells "within 45 s of start" from "in *Beat*": a number follows, or a name (KEYWORDS 10).
func (p *sentenceReader) withinOrIn() (Modifier, bool) {
	p.skipBlanks()
	if _, ok := p.nameAt(p.i); ok {
		beat, ok := p.takeItalic()
		return InBeat{beat}, ok
	}
	d, ok := p.duration()
	if !ok {
		return nil, false
	}
	return p.withinOf(Within{For: d})
}

// withinOf reads what a time counts from: the start where nothing is written.
func (p *sentenceReader) withinOf(m Within) (Modifier, bool) {
	if _, _, ok := p.take("mod.from"); !ok {
		return m, true
	}
	if _, _, ok := p.take("mod.start"); ok {
		return m, true
	}
	of, ok := p.anchor()
	m.Of = &of
	return m, ok
}

// times reads "at least 2 times" and "at most 1 time".
func (p *sentenceReader) times(w word) (Modifier, bool) {
	n, ok := p.number()
	if !ok {
		return nil, false
	}
	if _, _, ok := p.take("num.times"); !ok {
		return nil, p.fail("S014/sentence", nil)
	}
	if w == "num.at-least" {
		return AtLeastTimes{n}, true
	}
	return AtMostTimes{n}, true
}
