package scenarios

import (
	"strings"
	"unicode/utf8"
)

// takePlain takes the longest known name that stands here without italics, as in transcripts (SEMANTICS 53).
func (p *sentenceReader) takePlain(v Verb) (Ref, bool) {
	before := p.i
	for _, skip := range []func(){func() {}, func() { p.take("join.article") }, p.skipJoins} {
		p.i = before
		skip()
		p.skipBlanks()
		if name, n := longestName(p.known(v), p.rest()); n > 0 {
			ref := Ref{Name: name, At: p.src.pos(p.text.offset(p.i))}
			p.i += n
			return ref, true
		}
	}
	p.i = before
	return Ref{}, false
}

// longestName finds the longest of the names at the start of a text, and how many bytes it takes there.
func longestName(names []string, text string) (name string, n int) {
	f := foldText(clip(text, 400))
	longest := 0
	for _, candidate := range names {
		c := foldName(candidate)
		if c == "" || len(c) <= longest || !strings.HasPrefix(f.text, c) {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(f.text[len(c):]); len(c) < len(f.text) && isWordRune(next) {
			continue
		}
		name, n, longest = candidate, f.offset(len(c)), len(c)
	}
	return name, n
}

// failPlain reports a name nothing in the world has.
func (p *sentenceReader) failPlain(v Verb) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(p.rest()), ":")
	return p.fail(unknownName(v), details{"name": clip(name, 60), "text": clip(name, 60), "nearest": nearestOf(name, p.known(v))})
}

// unknownName is the problem of a verb's name that names nothing.
func unknownName(v Verb) Code {
	switch v {
	case VerbSays:
		return "S014/phrase"
	case VerbLooksUp:
		return "S014/page"
	case VerbTransfers, VerbEscalates:
		return "S014/place"
	case VerbConsults:
		return "S014/colleague"
	case VerbFiles:
		return "S014/form"
	case VerbSends:
		return "S014/sendable"
	}
	return "S014"
}
