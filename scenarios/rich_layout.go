package scenarios

import "sort"

// layout is how a text lies in the source: in stretches, as a rule one, because most text stands there as it is read.
type layout struct {
	stretches []stretch
	size      int // of the text
	end       int // offset in the source of the text's end
	marks     []mark
}

// stretch is a part of a text, from a byte of it to where the next one begins, that stands at an offset of the source. No
// file is longer than [MaxFileSize].
type stretch struct {
	from, at int32
	// still: every byte of it stands at the same offset, because something else is written there.
	still bool
}

// offset returns where a byte of the text stands in the source.
func (l *layout) offset(i int) int {
	if i >= l.size {
		return l.end
	}
	s := l.stretches[l.stretchAt(i)]
	if s.still {
		return int(s.at)
	}
	return int(s.at) + i - int(s.from)
}

// stretchAt is the index of the stretch that holds a byte of the text.
func (l *layout) stretchAt(i int) int {
	if len(l.stretches) == 1 {
		return 0
	}
	return sort.Search(len(l.stretches), func(n int) bool { return int(l.stretches[n].from) > i }) - 1
}

// richBuilder puts a rich text together.
type richBuilder struct {
	text      []byte
	stretches []stretch
	marks     []mark
	end       int
}

// add appends text of which every byte stands at offset.
func (b *richBuilder) add(text string, offset, width int) {
	b.stretch(stretch{from: int32(len(b.text)), at: int32(offset), still: len(text) > 1}, len(text))
	b.text = append(b.text, text...)
	b.end = offset + width
}

// copy appends text that stands in the source as it is, from offset on.
func (b *richBuilder) copy(text string, offset int) {
	b.stretch(stretch{from: int32(len(b.text)), at: int32(offset)}, len(text))
	b.text = append(b.text, text...)
	b.end = offset + len(text)
}

// stretch notes where the next size bytes stand, unless they go on where the last ones ended.
func (b *richBuilder) stretch(s stretch, size int) {
	if size == 0 {
		return
	}
	if n := len(b.stretches); n > 0 && !s.still {
		if last := b.stretches[n-1]; !last.still && last.at+s.from-last.from == s.at {
			return
		}
	}
	b.stretches = append(b.stretches, s)
}

// append adds the text of a rich without its marks.
func (b *richBuilder) append(r rich) {
	if r.text == "" {
		return
	}
	for n := r.in.stretchAt(r.from); n < len(r.in.stretches); n++ {
		s := r.in.stretches[n]
		start := max(int(s.from)-r.from, 0)
		if start >= len(r.text) {
			break
		}
		end := len(r.text)
		if n+1 < len(r.in.stretches) {
			end = min(end, int(r.in.stretches[n+1].from)-r.from)
		}
		b.stretch(stretch{from: int32(len(b.text) + start), at: int32(r.offset(start)), still: s.still}, end-start)
	}
	b.text = append(b.text, r.text...)
}

func (b *richBuilder) len() int { return len(b.text) }

func (b *richBuilder) rich() rich {
	return rich{text: string(b.text), in: &layout{stretches: b.stretches, size: len(b.text), end: b.end, marks: b.marks}}
}

func (b *richBuilder) reset() {
	b.text, b.stretches, b.marks, b.end = b.text[:0], b.stretches[:0], b.marks[:0], 0
}

// room holds the parts of many rich texts side by side. The zero value is ready.
type room struct {
	layouts   []layout
	stretches []stretch
	marks     []mark
}

// roomAtOnce is how many parts a room makes place for together.
const roomAtOnce = 256

// keep returns what a builder holds, independent of it. Text that stands in the source as it is is not copied.
func (r *room) keep(b *richBuilder, source string) rich {
	kept := layout{size: len(b.text), end: b.end}
	kept.stretches, r.stretches = keepIn(r.stretches, b.stretches)
	kept.marks, r.marks = keepIn(r.marks, b.marks)
	_, r.layouts = keepIn(r.layouts, []layout{kept})
	return rich{text: b.textIn(source), in: &r.layouts[len(r.layouts)-1]}
}

// keepIn copies parts to the end of a slice that never moves: where it is full, another one is begun.
func keepIn[T any](all, parts []T) (kept, grown []T) {
	if len(parts) == 0 {
		return nil, all
	}
	if cap(all)-len(all) < len(parts) {
		all = make([]T, 0, max(len(parts), roomAtOnce))
	}
	from := len(all)
	all = append(all, parts...)
	return all[from:len(all):len(all)], all
}

// textIn is the text of the builder, as a part of the source where it is one.
func (b *richBuilder) textIn(source string) string {
	if len(b.stretches) == 1 && !b.stretches[0].still {
		at := int(b.stretches[0].at)
		if same := source[at:min(at+len(b.text), len(source))]; same == string(b.text) {
			return same
		}
	}
	return string(b.text)
}
