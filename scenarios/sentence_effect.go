package scenarios

import "strings"

// outcome reads what follows a condition: "-> *Beat*", "-> end" or "-> effect", and effects after semicolons.
func (p *sentenceReader) outcome(re *Reaction) bool {
	if p.takeSign("->", "→", "–>", "—>") && !p.target(re) {
		return false
	}
	if sign := oddSign(p.rest()); sign != "" {
		if _, label := looksLikeLabel(p.text.slice(p.i, len(p.text.text)).trim()); label {
			return p.fail("S014/bullet", details{"text": sign, "nearest": "-"})
		}
		return p.fail("S014/arrow", details{"text": sign, "nearest": "->"})
	}
	for p.takeSign(";") {
		if p.done() {
			return true
		}
		e, ok := p.effect()
		if !ok {
			return false
		}
		re.Effects = append(re.Effects, e)
	}
	return true
}

// oddSign is what was meant to be an arrow at the start of a text; "" for anything else.
func oddSign(text string) string {
	text = strings.TrimLeft(text, " ")
	sign := text[:len(text)-len(strings.TrimLeft(text, "-=>–—~"))]
	if sign == "" {
		for _, odd := range []string{"⇒", "➔", "➜", "⟶"} {
			if strings.HasPrefix(text, odd) {
				return odd
			}
		}
	}
	return sign
}

func (p *sentenceReader) target(re *Reaction) bool {
	if beat, ok := p.takeItalic(); ok {
		re.Target.Beat = beat
		return true
	}
	if _, _, ok := p.take("effect.end"); ok {
		re.Target.End = true
		return true
	}
	if p.done() || strings.HasPrefix(strings.TrimSpace(p.rest()), ";") {
		return p.fail("S014/target", nil)
	}
	e, ok := p.effect()
	re.Effects = append(re.Effects, e)
	return ok
}

// effect reads one effect (format 26).
func (p *sentenceReader) effect() (Effect, bool) {
	if _, _, ok := p.take("section.patience"); ok {
		by, ok := p.signed()
		return ChangePatience{by}, ok
	}
	w, _, ok := p.take("effect")
	if !ok {
		if name, ok := p.plainName(); ok {
			return nil, p.fail("S014/italics", details{"text": name, "nearest": name})
		}
		return nil, p.fail("S014/effect", details{"nearest": nearest("effect", p.here(p.i))})
	}
	switch w {
	case "effect.resolved":
		return Resolve{}, true
	case "effect.refers":
		return Refer{}, true
	case "effect.complains":
		p.skipJoins()
		to, ok := p.takeItalic()
		return Complain{to}, ok || p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
	case "effect.mishears":
		return p.mishears()
	}
	return nil, p.fail("S014/effect", nil)
}

// mishears reads the fact that is heard wrong, in italics or in braces.
func (p *sentenceReader) mishears() (Effect, bool) {
	p.skipJoins()
	if fact, ok := p.takeItalic(); ok {
		return Mishear{fact.Name}, true
	}
	if name, rest, ok := strings.Cut(p.rest(), "}"); ok && strings.HasPrefix(name, "{") {
		p.i = len(p.text.text) - len(rest)
		return Mishear{strings.TrimSpace(name[1:])}, true
	}
	return nil, p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
}

// signed reads a change of patience from -10 to +10.
func (p *sentenceReader) signed() (int, bool) {
	sign := 1
	if p.takeSign("-", "−", "–") {
		sign = -1
	} else {
		p.takeSign("+")
	}
	at := p.i
	n, ok := p.number()
	if ok && n > 10 {
		p.i = at
		return 0, p.fail("S003/range", details{"key": Keyword("section.patience", p.src.language), "value": p.here(at), "min": "-10", "max": "10"})
	}
	return sign * n, ok
}
