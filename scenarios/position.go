package scenarios

import "fmt"

// Pos is a place in an author file. Line and Column count from 1 (Column in characters); a zero Line means the
// whole file. The zero Pos means "nowhere", as for things the program supplies by itself.
type Pos struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// String gives "file:line:column", leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	default:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
}

// Ref is a name the author wrote in italics. After a load without errors Name has the spelling of the thing's own
// heading. The zero Ref names nothing.
type Ref struct {
	Name string
	At   Pos
}
