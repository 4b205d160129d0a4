package scenarios

import (
	"strings"
	"unicode/utf8"
)

// turnGerman moves the verb of a clause that does not begin with one to its front: "er *Gruß* sagt" becomes "sagt
// *Gruß*" (KEYWORDS 1.6). It reports whether there was one.
func (p *sentenceReader) turnGerman() bool {
	start, length := p.germanVerb()
	if length == 0 {
		return false
	}
	here := p.wordStart(p.i)
	var b richBuilder
	b.append(p.text.slice(0, p.i))
	moved := map[int]int{} // shifts of the pieces, old start to new
	piece := func(from, to int) {
		moved[from] = b.len() - from
		b.append(p.text.slice(from, to))
	}
	piece(start, start+length)
	b.add(" ", p.text.offset(start+length), 0)
	piece(here, start)
	piece(start+length, len(p.text.text))
	for _, m := range p.text.of(markName) {
		if shift, ok := shiftOf(moved, m.from, here, start, start+length); ok {
			m.from, m.to = m.from+shift, m.to+shift
		}
		b.marks = append(b.marks, m)
	}
	b.end = p.text.offset(len(p.text.text))
	p.setText(b.rich())
	return true
}

// shiftOf says by how much a name at an old place moved.
func shiftOf(moved map[int]int, at, here, verb, after int) (int, bool) {
	switch {
	case at >= after:
		return moved[after], true
	case at >= here && at < verb:
		return moved[here], true
	}
	return 0, false
}

// germanVerb finds the first verb of the clause after its beginning.
func (p *sentenceReader) germanVerb() (start, length int) {
	for i := p.wordStart(p.i); i < len(p.text.text); {
		if end, ok := p.nameAt(i); ok {
			i = end
			continue
		}
		rest := p.text.text[i:]
		if rest[0] == ',' || rest[0] == ';' || strings.HasPrefix(rest, "->") {
			return 0, 0
		}
		if rest[0] != ' ' {
			if _, n, _, ok := longestAt("verb", rest, "de"); ok {
				return i, n
			}
			if next := strings.IndexAny(rest, " ,;*"); next > 0 {
				i += next
				continue
			}
		}
		_, size := utf8.DecodeRuneInString(rest)
		i += size
	}
	return 0, 0
}
