package scenarios

import (
	"strings"

	"github.com/yuin/goldmark/text"
)

// Most files hold no links, pictures, HTML, entities, escapes or tabs: what runs through their blocks is plain text, code,
// italics and bold. plainReader reads that in one go, to the rules of CommonMark and to the same result as goldmark, which
// makes a tree of nodes of it and takes several times as long. All other files are left to goldmark.

// isPlain reports whether a text holds only what plainReader reads.
func isPlain(markdown string) bool {
	for i := 0; i < len(markdown); i++ {
		switch markdown[i] {
		case '[', '<', '\\', '\t', '\r':
			return false
		case '&':
			if i+1 < len(markdown) && (markdown[i+1] == '#' || isLatin(markdown[i+1])) {
				return false
			}
		}
	}
	return true
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// plainReader reads what runs through one block after the other.
type plainReader struct {
	text string // the Markdown, of which segments are parts
	body int    // where it begins in the file

	// What follows is used again for every block.
	runs  []run
	signs []sign
	spans []span
}

// run is a part of what runs through a block, at [start, end) of the Markdown.
type run struct {
	kind       runKind
	start, end int
	last       bool // of the runs of one code span, which has one for each of its lines
}

type runKind byte

const (
	runText runKind = iota
	runCode
	runBreak // the end of a line
	runSigns // of emphasis, in the order of plainReader.signs
)

// read appends the lines of a block to b.
func (p *plainReader) read(b *richBuilder, lines *text.Segments) {
	p.runs, p.signs = p.runs[:0], p.signs[:0]
	for line, from := 0, -1; line < lines.Len(); {
		line, from = p.scan(lines, line, from)
	}
	p.spans = emphasised(p.signs, p.spans[:0])
	p.write(b)
}

// scan cuts the rest of a line into runs and returns where to go on: in which line, and from where; -1 is its start.
func (p *plainReader) scan(lines *text.Segments, line, from int) (nextLine, nextFrom int) {
	seg := lines.At(line)
	if from < 0 {
		from = seg.Start
	}
	taken := from
	for i := from; i < seg.Stop; i++ {
		switch c := p.text[i]; c {
		case '`':
			n := sameBytes(p.text[i:seg.Stop])
			if endLine, end, ok := p.code(lines, line, i+n, n, taken); ok {
				return endLine, end
			}
			i += n - 1
		case '*', '_':
			n := sameBytes(p.text[i:seg.Stop])
			p.add(taken, i)
			p.runs = append(p.runs, run{kind: runSigns})
			p.signs = append(p.signs, newSign(c, n, i, p.runeBefore(lines, line, i), runeAfter(p.text[i+n:seg.Stop])))
			i += n - 1
			taken = i + 1
		}
	}
	p.endLine(taken, seg.Stop)
	return line + 1, -1
}

// runOf counts how often the first byte stands at the start of a text.
func sameBytes(text string) int {
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	return n
}

// add notes plain text.
func (p *plainReader) add(start, end int) {
	if start < end {
		p.runs = append(p.runs, run{kind: runText, start: start, end: end})
	}
}

// endLine notes the last text of a line, without the blanks at its end, and that a line ends.
func (p *plainReader) endLine(start, stop int) {
	line := p.text[start:stop]
	end := start + len(strings.TrimRight(line, " \n"))
	p.add(start, end)
	if strings.HasSuffix(line, "\n") {
		p.runs = append(p.runs, run{kind: runBreak, start: end})
	}
}

// code notes the code that begins at an offset after n back-ticks, and the text before them. It returns where the line
// goes on after as many back-ticks; false where there are none.
func (p *plainReader) code(lines *text.Segments, line, from, n, taken int) (endLine, end int, ok bool) {
	endLine, end, ok = p.closingTicks(lines, line, from, n)
	if !ok {
		return 0, 0, false
	}
	p.add(taken, from-n)
	first := len(p.runs)
	for l := line; l <= endLine; l++ {
		start, stop := lines.At(l).Start, lines.At(l).Stop
		if l == line {
			start = from
		}
		if l == endLine {
			stop = end - n
		}
		if start < stop {
			p.runs = append(p.runs, run{kind: runCode, start: start, end: stop})
		}
	}
	p.trimCode(p.runs[first:])
	return endLine, end, true
}

// closingTicks finds the next n back-ticks, no more and no fewer, and returns what stands after them.
func (p *plainReader) closingTicks(lines *text.Segments, line, from, n int) (endLine, end int, ok bool) {
	for ; line < lines.Len(); line++ {
		seg := lines.At(line)
		for i := max(from, seg.Start); i < seg.Stop; i++ {
			if p.text[i] != '`' {
				continue
			}
			same := sameBytes(p.text[i:seg.Stop])
			i += same
			if same == n {
				return line, i, true
			}
		}
	}
	return 0, 0, false
}

// trimCode takes one blank off both ends of code that has one at either and is not all blanks.
func (p *plainReader) trimCode(code []run) {
	first, last := &code[0], &code[len(code)-1]
	last.last = true
	if !isGap(p.text[first.start]) || !isGap(p.text[last.end-1]) {
		return
	}
	for _, c := range code {
		if strings.Trim(p.text[c.start:c.end], " \n") != "" {
			first.start++
			last.end--
			return
		}
	}
}

func isGap(c byte) bool { return c == ' ' || c == '\n' }

// write puts the runs together.
func (p *plainReader) write(b *richBuilder) {
	signs, spans, code := p.signs, p.spans, -1
	for _, r := range p.runs {
		switch r.kind {
		case runText:
			b.copy(p.text[r.start:r.end], p.body+r.start)
		case runBreak:
			b.add(" ", p.body+r.start, 1)
		case runCode:
			if code < 0 {
				code = b.len()
			}
			b.copy(strings.ReplaceAll(p.text[r.start:r.end], "\n", " "), p.body+r.start)
			if r.last {
				b.marks = append(b.marks, mark{kind: markCode, from: code, to: b.len()})
				code = -1
			}
		case runSigns:
			at := len(p.signs) - len(signs)
			for len(spans) > 0 && spans[0].closer == at {
				b.marks = append(b.marks, mark{kind: spans[0].kind, from: p.signs[spans[0].opener].written, to: b.len()})
				spans = spans[1:]
			}
			s := &signs[0]
			if s.left > 0 {
				b.copy(p.text[s.at:s.at+s.left], p.body+s.at)
			}
			s.written = b.len()
			signs = signs[1:]
		}
	}
}
