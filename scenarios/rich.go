package scenarios

import (
	"slices"
	"strings"
)

// rich is a run of text with its Markdown taken off: what is written, where each byte of it stands in the file, and
// which stretches are italic, bold, code, links or pictures.
type rich struct {
	text  string
	at    []int // byte offset in the source for each byte of text, and one more for its end
	marks []mark
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
	if len(r.at) == 0 {
		return 0
	}
	return r.at[max(0, min(i, len(r.at)-1))]
}

// start is where the text begins in the source.
func (r rich) start() int { return r.offset(0) }

// slice returns the part [from, to) with the marks that lie in it.
func (r rich) slice(from, to int) rich {
	if len(r.at) == 0 {
		return rich{}
	}
	part := rich{text: r.text[from:to], at: r.at[from : to+1]}
	for _, m := range r.marks {
		lo, hi := max(m.from, from), min(m.to, to)
		if lo < hi {
			part.marks = append(part.marks, mark{kind: m.kind, from: lo - from, to: hi - from, target: m.target})
		}
	}
	return part
}

// trim takes blanks off both ends.
func (r rich) trim() rich {
	from := len(r.text) - len(strings.TrimLeft(r.text, " \t\n"))
	to := len(strings.TrimRight(r.text, " \t\n"))
	if from >= to {
		return r.slice(min(from, len(r.text)), min(from, len(r.text)))
	}
	return r.slice(from, to)
}

// empty reports whether nothing but blanks is written.
func (r rich) empty() bool { return strings.TrimSpace(r.text) == "" }

// first returns the mark of that kind with which the text begins.
func (r rich) first(kind markKind) (mark, bool) {
	for _, m := range r.marks {
		if m.kind == kind && strings.TrimSpace(r.text[:m.from]) == "" {
			return m, true
		}
	}
	return mark{}, false
}

// of returns the marks of one kind in order.
func (r rich) of(kind markKind) []mark {
	var found []mark
	for _, m := range r.marks {
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
	for _, m := range r.marks {
		if m.from <= i && i < m.to {
			return true
		}
	}
	return false
}

// richBuilder puts a rich text together.
type richBuilder struct {
	text  strings.Builder
	at    []int
	marks []mark
	end   int
}

// add appends text of which every byte stands at offset.
func (b *richBuilder) add(text string, offset, width int) {
	b.at = slices.Grow(b.at, len(text)+1)
	for range len(text) {
		b.at = append(b.at, offset)
	}
	b.text.WriteString(text)
	b.end = offset + width
}

// copy appends text that stands in the source as it is, from offset on.
func (b *richBuilder) copy(text string, offset int) {
	b.at = slices.Grow(b.at, len(text)+1)
	for i := range len(text) {
		b.at = append(b.at, offset+i)
	}
	b.text.WriteString(text)
	b.end = offset + len(text)
}

func (b *richBuilder) len() int { return b.text.Len() }

func (b *richBuilder) rich() rich {
	return rich{text: b.text.String(), at: append(b.at, b.end), marks: b.marks}
}
