package scenarios

import (
	"strconv"
	"strings"
)

// holesOf fills in the time or number of words the verb's form has a place for.
func (p *sentenceReader) holesOf(s *Sentence, holes []string) bool {
	switch s.Verb {
	case VerbIsSilent, VerbDoesNotReply, VerbHoldsLonger:
		if len(holes) == 0 {
			return p.lateTime(s)
		}
		d, ok := durationIn(holes[0], p.lang)
		s.For = d
		return ok || p.fail("S014/time", details{"text": holes[0]})
	case VerbSpeaksLonger:
		n, err := strconv.Atoi(strings.Join(holes, ""))
		s.Words = n
		return err == nil && n > 0 && n <= maxCount || p.fail("S014/sentence", nil)
	}
	return true
}

// lateTime takes a time that stands after a form without a place for it.
func (p *sentenceReader) lateTime(s *Sentence) bool {
	before, failed := p.i, p.failedAt
	if d, ok := p.duration(); ok {
		s.For = d
		return true
	}
	p.i, p.failedAt = before, failed
	return true
}

// object reads the name a verb is done to. None stands for any, unless other words follow.
func (p *sentenceReader) object(s *Sentence) bool {
	if !takesName(s.Verb) {
		return true
	}
	if name, ok := p.takeName(s.Verb); ok {
		s.Name = name
		return true
	}
	if p.done() || p.atBreak() {
		return true
	}
	if p.known != nil {
		return p.failPlain(s.Verb)
	}
	if name, ok := p.plainName(); ok {
		return p.fail("S014/italics", details{"text": name, "nearest": name})
	}
	return p.fail("S014/name", details{"text": strings.TrimSpace(p.text.text[:p.i])})
}

// plainName is what stands where a name in italics was expected: the longest name of the file that does, with quotation
// marks or without; else the words up to the end of the part.
func (p *sentenceReader) plainName() (string, bool) {
	p.skipJoins()
	text := strings.TrimLeft(p.rest(), " \"“”„«»‘’'")
	best := ""
	for _, name := range p.src.things {
		if len(name) > len(best) && strings.HasPrefix(foldName(text), foldName(name)) {
			best = name
		}
	}
	if best != "" {
		return best, true
	}
	quoted, _, ok := strings.Cut(text, "”")
	if end := strings.IndexAny(text, "\"”“»"); end > 0 {
		quoted, ok = text[:end], true
	}
	return strings.TrimSpace(quoted), ok && len(text) < len(strings.TrimLeft(p.rest(), " "))
}

// atBreak reports whether what follows may follow an event without a name.
func (p *sentenceReader) atBreak() bool {
	rest := strings.TrimLeft(p.rest(), " ")
	for _, sign := range []string{",", ";", "->", "→", ":"} {
		if strings.HasPrefix(rest, sign) {
			return true
		}
	}
	for _, prefix := range []string{"mod", "num", "join.and", "join.or", "cond"} {
		if _, ok := p.peek(prefix); ok {
			return true
		}
	}
	return false
}

// takeName takes a name in italics, or in a transcript the longest name that the verb may take.
func (p *sentenceReader) takeName(v Verb) (Ref, bool) {
	if p.known != nil {
		return p.takePlain(v)
	}
	before := p.i
	if p.atName() {
		p.skipJoins()
		return p.takeItalic()
	}
	p.i = before
	return Ref{}, false
}

// details reads what may follow the names of some verbs: cold or warm, and how many fields are right.
func (p *sentenceReader) details(s *Sentence) bool {
	switch s.Verb {
	case VerbTransfers:
		if _, _, ok := p.take("mod.warm"); ok {
			s.Warmth = "warm"
		} else if _, _, ok := p.take("mod.cold"); ok {
			s.Warmth = "cold"
		}
	case VerbFiles:
		return p.rightFields(s)
	}
	return true
}

// rightFields reads "with at least 5 right".
func (p *sentenceReader) rightFields(s *Sentence) bool {
	if _, _, ok := p.take("num.with"); !ok {
		return true
	}
	p.take("num.at-least")
	n, ok := p.number()
	if !ok {
		return false
	}
	s.Right = n
	if _, _, ok := p.take("num.right"); !ok {
		return p.fail("S014/sentence", nil)
	}
	return true
}
