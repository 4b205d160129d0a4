package scenarios

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdown returns a parser of CommonMark and GFM tables. Link reference definitions are left out: nothing in the
// language needs them and thousands of them take long.
// It may be used by any number of goroutines.
var newMarkdown = sync.OnceValue(func() parser.Parser { return markdownOf(parser.DefaultInlineParsers()) })

// newBlocks is newMarkdown without what runs through the blocks.
var newBlocks = sync.OnceValue(func() parser.Parser { return markdownOf([]util.PrioritizedValue{util.Prioritized(leaveAlone{}, 1)}) })

func markdownOf(inline []util.PrioritizedValue) parser.Parser {
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(inline...),
			parser.WithParagraphTransformers(),
		)),
		goldmark.WithExtensions(extension.Table),
	)
	return md.Parser()
}

// readTree parses the Markdown of a file whose size and nesting were checked before; see [tooWild].
func readTree(s *source) *document {
	markdown := s.text[s.body:]
	t := &treeReader{src: s, text: []byte(markdown)}
	if !isPlain(markdown) {
		return t.document(newMarkdown().Parse(text.NewReader(t.text)))
	}
	t.plain = &plainReader{text: markdown, body: s.body}
	return t.document(newBlocks().Parse(text.NewReader(t.text)))
}

// treeReader turns goldmark's tree into ours.
type treeReader struct {
	src  *source
	text []byte
	// plain reads what runs through the blocks; where it is nil goldmark did.
	plain *plainReader
	// builder is used again for each block; room holds what came of it.
	builder richBuilder
	room    room
}

func (t *treeReader) document(root ast.Node) *document {
	d := &document{}
	var section, thing *part
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			t.place(d, section, thing, t.block(n))
			t.placeCode(section, thing, n)
			continue
		}
		switch h.Level {
		case 1:
			t.close(section, thing, h)
			section, thing = nil, nil
			t.addTitle(d, h)
		case 2:
			t.close(section, thing, h)
			section, thing = t.open(h), nil
			d.parts = append(d.parts, section)
		case 3:
			t.close(nil, thing, h)
			thing = t.open(h)
			t.src.things = append(t.src.things, readableLine(thing.title.text))
			if section != nil {
				section.parts = append(section.parts, thing)
			}
		}
	}
	return d
}

func (t *treeReader) addTitle(d *document, h *ast.Heading) {
	if title := t.inline(h); d.title.empty() {
		d.title = title
	} else {
		d.titles = append(d.titles, title)
	}
}

func (t *treeReader) place(d *document, section, thing *part, b block) {
	switch {
	case b == nil:
	case thing != nil:
		thing.blocks = append(thing.blocks, b)
	case section != nil:
		section.blocks = append(section.blocks, b)
	default:
		d.blocks = append(d.blocks, b)
	}
}

// placeCode notes where a block of code stands that has no fence.
func (t *treeReader) placeCode(section, thing *part, n ast.Node) {
	code, ok := n.(*ast.CodeBlock)
	if !ok || code.Lines().Len() == 0 {
		return
	}
	at := t.src.body + code.Lines().At(0).Start
	for at < len(t.src.text) && t.src.text[at] == ' ' {
		at++
	}
	switch {
	case thing != nil:
		thing.code = append(thing.code, at)
	case section != nil:
		section.code = append(section.code, at)
	}
}

func (t *treeReader) open(h *ast.Heading) *part {
	at := t.src.body + h.Pos()
	p := &part{title: t.inline(h), to: len(t.src.text)}
	p.title = p.title.placed(at)
	p.from = t.afterLine(max(p.title.offset(len(p.title.text)), at))
	return p
}

// close ends the bodies of the open parts where the next heading's line begins.
func (t *treeReader) close(section, thing *part, next *ast.Heading) {
	end := t.src.lines[t.src.lineAt(t.src.body+next.Pos())]
	for _, p := range []*part{section, thing} {
		if p != nil {
			p.to = max(p.from, end)
		}
	}
}

// afterLine returns where the line after the one with the offset begins.
func (t *treeReader) afterLine(offset int) int {
	if i := strings.IndexByte(t.src.text[min(offset, len(t.src.text)):], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(t.src.text)
}

// block converts one block; nil for what never means anything, such as comments and rules.
func (t *treeReader) block(n ast.Node) block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return paragraph{t.inline(n)}
	case *ast.List:
		return t.list(n)
	case *ast.Blockquote:
		return quote{t.blocks(n.FirstChild()), t.src.body + n.Pos()}
	case *east.Table:
		return t.table(n)
	case *ast.FencedCodeBlock:
		return t.fence(n)
	}
	return nil
}

func (t *treeReader) blocks(n ast.Node) []block {
	if n == nil {
		return nil
	}
	all := make([]block, 0, n.Parent().ChildCount())
	for ; n != nil; n = n.NextSibling() {
		if b := t.block(n); b != nil {
			all = append(all, b)
		}
	}
	return all
}

func (t *treeReader) list(n *ast.List) list {
	l := list{at: t.src.body + n.Pos(), ordered: n.IsOrdered(), items: make([]item, 0, n.ChildCount())}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		it := item{blocks: t.blocks(c.FirstChild()), at: t.src.body + c.Pos()}
		if len(it.blocks) > 0 {
			if p, ok := it.blocks[0].(paragraph); ok {
				it.text, it.blocks = p.text, it.blocks[1:]
			}
		}
		it.text = it.text.placed(it.at)
		l.items = append(l.items, it)
	}
	return l
}

func (t *treeReader) table(n *east.Table) table {
	tb := table{at: t.src.body + n.Pos()}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []rich
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, t.cell(c))
		}
		at, n := t.cellsWritten(r)
		if _, ok := r.(*east.TableHeader); ok {
			tb.head = cells
		} else {
			tb.rows = append(tb.rows, cells)
		}
		if n > 0 && n != len(tb.head) {
			tb.uneven = append(tb.uneven, unevenRow{len(tb.rows) - 1, at, n})
		}
	}
	return tb
}

// cellsWritten is where a row's line begins and how many cells stand on it; 0 where the row has no place in the source.
func (t *treeReader) cellsWritten(row ast.Node) (at, cells int) {
	first := row.FirstChild()
	if first == nil || first.Pos() < 0 {
		return 0, 0
	}
	line := t.src.lineAt(t.src.body + first.Pos())
	return t.src.lines[line], cellCount(t.src.line(line + 1))
}

func (t *treeReader) cell(c ast.Node) rich {
	return t.inline(c).trim().placed(t.src.body + max(0, c.Pos()))
}

func (t *treeReader) fence(n *ast.FencedCodeBlock) fence {
	f := fence{info: string(n.Language(t.text)), at: t.src.body + n.Pos()}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		f.lines = append(f.lines, fenceLine{strings.TrimRight(string(seg.Value(t.text)), "\n"), t.src.body + seg.Start})
	}
	return f
}
