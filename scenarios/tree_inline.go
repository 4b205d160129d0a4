package scenarios

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inline converts what runs through a block.
func (t *treeReader) inline(n ast.Node) rich {
	b := &t.builder
	b.reset()
	if t.plain != nil {
		t.plain.read(b, n.Lines())
	} else {
		t.children(b, n)
	}
	if b.len() == 0 {
		return rich{}
	}
	return t.room.keep(b, t.src.text)
}

func (t *treeReader) children(b *richBuilder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t.span(b, c)
	}
}

func (t *treeReader) span(b *richBuilder, n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		t.running(b, n)
	case *ast.Emphasis:
		kind := markName
		if n.Level > 1 {
			kind = markBold
		}
		t.marked(b, n, mark{kind: kind})
	case *ast.Link:
		t.marked(b, n, mark{kind: markName})
	case *ast.Image:
		t.marked(b, n, mark{kind: markImage, target: string(n.Destination)})
	case *ast.CodeSpan:
		t.code(b, n)
	case *ast.AutoLink:
		b.copy(string(n.Label(t.text)), t.src.body+n.Pos()+1)
	}
}

func (t *treeReader) marked(b *richBuilder, n ast.Node, m mark) {
	m.from = b.len()
	t.children(b, n)
	m.to = b.len()
	b.marks = append(b.marks, m)
}

func (t *treeReader) code(b *richBuilder, n *ast.CodeSpan) {
	m := mark{kind: markCode, from: b.len()}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if x, ok := c.(*ast.Text); ok {
			seg := x.Segment
			b.copy(strings.ReplaceAll(string(seg.Value(t.text)), "\n", " "), t.src.body+seg.Start)
		}
	}
	m.to = b.len()
	b.marks = append(b.marks, m)
}

// running appends running text with escapes and entities resolved.
func (t *treeReader) running(b *richBuilder, n *ast.Text) {
	raw, at := string(n.Segment.Value(t.text)), t.src.body+n.Segment.Start
	for len(raw) > 0 {
		piece, used := nextPiece(raw)
		if piece == raw[:used] {
			b.copy(piece, at)
		} else {
			b.add(piece, at, used)
		}
		raw, at = raw[used:], at+used
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.add(" ", at, 1)
	}
}

// nextPiece takes one escape, one entity, or all plain text up to the next of them.
func nextPiece(raw string) (piece string, used int) {
	switch {
	case raw[0] == '\\' && len(raw) > 1 && util.IsPunct(raw[1]):
		return raw[1:2], 2
	case raw[0] == '&':
		if end := strings.IndexByte(raw, ';'); end > 0 && end < 40 {
			if s := html.UnescapeString(raw[:end+1]); s != raw[:end+1] {
				return s, end + 1
			}
		}
		return raw[:1], 1
	}
	if end := strings.IndexAny(raw[1:], `\&`); end >= 0 {
		return raw[:end+1], end + 1
	}
	return raw, len(raw)
}
