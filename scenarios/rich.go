package scenarios

import (
	"iter"
	"strings"
)

// rich is a run of text with its Markdown taken off: what is written, where each byte of it stands in the file, and
// which stretches are italic, bold, code, links or pictures. It is a window on a text that was read once: cutting it up
// copies nothing.
type rich struct {
	text string
	in   *layout // nil for a text that stands nowhere
	from int     // where the window begins in the text of the layout
	// cut: marks without letters stay behind when a text is cut.
	cut bool
}

// mark is a stretch [from, to) of a rich text.
type mark struct {
	kind     markKind
	from, to int
	target   string // of a picture: the file
}

type markKind int

const (
	markName  markKind = iota + 1 // italics, or the text of a link: a reference
	markBold                      // a label
	markCode                      // a pattern
	markImage                     // an attachment
)

// offset returns where byte i of the text stands in the source.
func (r rich) offset(i int) int {
	if r.in == nil {
		return 0
	}
	return r.in.offset(r.from + max(0, min(i, len(r.text))))
}

// start is where the text begins in the source.
func (r rich) start() int { return r.offset(0) }

// placed gives a text that stands nowhere, having no letters, its place.
func (r rich) placed(at int) rich {
	if r.in == nil {
		r.in = &layout{end: at}
	}
	return r
}

// slice returns the part [from, to) with the marks that lie in it.
func (r rich) slice(from, to int) rich {
	if r.in == nil {
		return rich{}
	}
	return rich{text: r.text[from:to], in: r.in, from: r.from + from, cut: true}
}

// marks are the marks that lie in the text, cut to it.
func (r rich) marks() iter.Seq[mark] {
	return func(yield func(mark) bool) {
		if r.in == nil {
			return
		}
		for _, m := range r.in.marks {
			if m, ok := r.within(m); ok && !yield(m) {
				return
			}
		}
	}
}

// hasMarks reports whether any mark lies in the text.
func (r rich) hasMarks() bool {
	for range r.marks() {
		return true
	}
	return false
}

// within counts a mark of the whole text from the beginning of this part, and cuts it to the part.
func (r rich) within(m mark) (mark, bool) {
	if !r.cut {
		return m, true
	}
	lo, hi := max(m.from-r.from, 0), min(m.to-r.from, len(r.text))
	return mark{kind: m.kind, from: lo, to: hi, target: m.target}, lo < hi
}

// trim takes blanks off both ends.
func (r rich) trim() rich {
	from, to := 0, len(r.text)
	for from < to && isBlank(r.text[from]) {
		from++
	}
	for to > from && isBlank(r.text[to-1]) {
		to--
	}
	if from == 0 && to == len(r.text) && r.cut {
		return r
	}
	if from >= to {
		return r.slice(min(from, len(r.text)), min(from, len(r.text)))
	}
	return r.slice(from, to)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// empty reports whether nothing but blanks is written.
func (r rich) empty() bool { return strings.TrimSpace(r.text) == "" }

// first returns the mark of that kind with which the text begins.
func (r rich) first(kind markKind) (mark, bool) {
	for m := range r.marks() {
		if m.kind == kind && strings.TrimSpace(r.text[:m.from]) == "" {
			return m, true
		}
	}
	return mark{}, false
}

// of returns the marks of one kind in order.
func (r rich) of(kind markKind) []mark {
	n := 0
	for m := range r.marks() {
		if m.kind == kind {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	found := make([]mark, 0, n)
	for m := range r.marks() {
		if m.kind == kind {
			found = append(found, m)
		}
	}
	return found
}

// split cuts at every sep that stands outside marks, and trims the parts.
func (r rich) split(sep byte) []rich {
	var parts []rich
	from := 0
	for i := 0; i < len(r.text); i++ {
		if r.text[i] == sep && !r.marked(i) {
			parts = append(parts, r.slice(from, i).trim())
			from = i + 1
		}
	}
	return append(parts, r.slice(from, len(r.text)).trim())
}

func (r rich) marked(i int) bool {
	for m := range r.marks() {
		if m.from <= i && i < m.to {
			return true
		}
	}
	return false
}
