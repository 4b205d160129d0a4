package scenarios

import "strings"

// bands maps the words of the table to the bands.
var bands = map[word]Band{"band.calm": Calm, "band.tense": Tense, "band.angry": Angry, "band.out": Out}

// condition reads events and the limits after them.
func (p *sentenceReader) condition() (Condition, bool) {
	p.skipBlanks()
	c := Condition{At: p.src.pos(p.text.offset(p.i)), Text: conditionText(p.rest())}
	any, ok := p.events()
	if !ok {
		return c, false
	}
	c.Any = any
	for {
		found, ok := p.limit(&c)
		if !ok {
			return c, false
		}
		if !found {
			return c, true
		}
	}
}

// conditionText is a condition as written: what stands before the arrow or the first semicolon.
func conditionText(text string) string {
	for _, sign := range []string{"->", "→", "–>", ";"} {
		text, _, _ = strings.Cut(text, sign)
	}
	return strings.TrimSpace(text)
}

// limit reads one of ", if angry", ", in *variant*", ", if already *a*", ", if not yet *a*".
func (p *sentenceReader) limit(c *Condition) (found, ok bool) {
	before := p.i
	p.takeSign(",")
	w, _, isIf := p.take("cond")
	switch {
	case !isIf:
		if found, ok := p.variants(c, before); found {
			return true, ok
		}
		p.i = before
		return false, true
	case w == "cond.if-already":
		names, ok := p.phrases()
		c.IfAlready = append(c.IfAlready, names...)
		return true, ok
	case w == "cond.if-not-yet":
		names, ok := p.phrases()
		c.IfNotYet = append(c.IfNotYet, names...)
		return true, ok
	}
	return true, p.bands(c)
}

// variants reads "in *a* or *b*" after a comma.
func (p *sentenceReader) variants(c *Condition, comma int) (found, ok bool) {
	if comma == p.i {
		return false, true
	}
	if _, _, ok := p.take("mod.in"); !ok {
		return false, true
	}
	for {
		name, ok := p.takeItalic()
		if !ok {
			return true, p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[comma:p.i])})
		}
		c.Variants = append(c.Variants, name.Name)
		if _, _, more := p.take("join.or"); !more {
			return true, true
		}
	}
}

// phrases reads "*a* and *b*", or one name.
func (p *sentenceReader) phrases() ([]Ref, bool) {
	var names []Ref
	for {
		name, ok := p.takeItalic()
		if !ok {
			return nil, p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
		}
		names = append(names, name)
		if _, _, more := p.take("join.and"); !more {
			return names, true
		}
	}
}

// bands reads "tense or angry".
func (p *sentenceReader) bands(c *Condition) bool {
	for {
		w, _, ok := p.take("band")
		if !ok {
			return p.fail("S014/sentence", nil)
		}
		c.Bands = append(c.Bands, bands[w])
		if _, _, more := p.take("join.or"); !more {
			return true
		}
	}
}
