package scenarios

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// leaveAlone is an inline parser for goldmark that takes a whole block at once and makes nothing of it: [plainReader]
// reads it from its lines.
type leaveAlone struct{}

// leftAlone is where a parse keeps the one node that every block gets in turn.
var leftAlone = parser.NewContextKey()

// noLines is a block without any. Nobody changes it.
var noLines = text.NewSegments()

// Trigger implements parser.InlineParser: with these every block begins.
func (leaveAlone) Trigger() []byte {
	return []byte(" !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
}

// Parse implements parser.InlineParser.
func (leaveAlone) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	lines, ok := block.(text.BlockReader)
	if !ok {
		return nil
	}
	lines.Reset(noLines)
	node, ok := pc.ComputeIfAbsent(leftAlone, func() any { return ast.NewText() }).(*ast.Text)
	if !ok {
		return nil
	}
	return node
}
