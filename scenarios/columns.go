package scenarios

import "strings"

// grid is a table whose columns are known by meaning.
type grid struct {
	column map[word]int
	other  []int // columns with other headers, in table order
	table
}

// cell returns a row's cell under a header; ok is false when the table has no such column.
func (g grid) cell(row []rich, head word) (cell rich, ok bool) {
	i, ok := g.column[head]
	if !ok || i >= len(row) {
		return rich{}, false
	}
	return row[i], true
}

// text returns a row's cell as text, "" where there is none.
func (g grid) text(row []rich, head word) string {
	cell, _ := g.cell(row, head)
	return cell.text
}

// grid reads the table of a section. Columns under must are required, those under may are known too. The problem of a
// missing table or column is reported, and ok is false.
func (r *reader) grid(p *part, must, may []word) (g grid, ok bool) {
	t, ok := firstTable(p.blocks)
	if !ok {
		r.report("S018/table", p.title, details{"columns": r.preferred(append(append([]word{}, must...), may...))})
		return grid{}, false
	}
	g = grid{column: map[word]int{}, table: t}
	all := append(append([]word{}, must...), may...)
	for i, head := range t.head {
		w, _, known := matchWord(strings.Trim(head.text, " :"), all)
		if _, twice := g.column[w]; known && twice {
			r.report("S018/twice", head, details{"column": head.text})
		} else if known {
			g.column[w] = i
		} else {
			g.other = append(g.other, i)
		}
	}
	return g, r.needColumns(g, must)
}

func firstTable(blocks []block) (table, bool) {
	for _, b := range blocks {
		if t, ok := b.(table); ok {
			return t, true
		}
	}
	return table{}, false
}

func (r *reader) needColumns(g grid, must []word) bool {
	ok := true
	for _, w := range must {
		if _, found := g.column[w]; !found {
			ok = false
			r.find.add("S018", r.src.pos(g.at), 0, details{
				"column": Keyword(string(w), r.src.language), "nearest": r.nearHeader(g, w)})
		}
	}
	return ok
}

// nearHeader returns the header that was probably meant to be the column.
func (r *reader) nearHeader(g grid, w word) string {
	for _, i := range g.other {
		if r.nearestWord(g.head[i].text, []word{w}) != "" {
			return g.head[i].text
		}
	}
	return ""
}

// badCell reports a cell whose value is not possible.
func (r *reader) badCell(g grid, cell rich, head word, possible []word) {
	r.report("S003/cell", cell, details{"value": cell.text, "column": r.columnName(g, head),
		"allowed": r.preferred(possible), "nearest": r.nearestWord(cell.text, possible)})
}

func (r *reader) columnName(g grid, head word) string {
	if i, ok := g.column[head]; ok {
		return g.head[i].text
	}
	return Keyword(string(head), r.src.language)
}

// nameCell reads the name in a row's first matter; rows without one are skipped in silence when empty.
func (r *reader) nameCell(g grid, row []rich, head word) (string, Pos, bool) {
	cell, ok := g.cell(row, head)
	if !ok || cell.empty() {
		return "", Pos{}, false
	}
	return readableLine(cell.text), r.pos(cell), true
}

// listOf splits a cell at commas, or at semicolons where there are some.
func listOf(text string) []string {
	sep := ","
	if strings.Contains(text, ";") {
		sep = ";"
	}
	var all []string
	for s := range strings.SplitSeq(text, sep) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}
