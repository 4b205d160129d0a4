package scenarios

import (
	"slices"
	"strconv"
	"strings"
)

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
	if !ok && slices.ContainsFunc(p.blocks, r.spoiledTable) {
		return grid{}, false
	}
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
	if r.countCells(&g.table); len(t.uneven) > 0 && t.uneven[0].index < 0 {
		return grid{}, false
	}
	return r.needColumns(g, must)
}

// countCells reports the first row whose cells are not as many as the columns (S018): the parser fills up what is
// missing and drops what is too much, so values would stand under another head or be lost. Such rows are not read.
func (r *reader) countCells(t *table) {
	for i := range t.uneven {
		if row := t.uneven[len(t.uneven)-1-i]; row.index >= 0 {
			t.rows = slices.Delete(t.rows, row.index, row.index+1)
		}
	}
	for _, row := range t.uneven {
		r.find.add("S018/cells", r.src.pos(row.at), 0, details{"cells": strconv.Itoa(row.cells), "columns": strconv.Itoa(len(t.head)),
			"row": emptyRow(len(t.head))})
		return
	}
}

func firstTable(blocks []block) (table, bool) {
	for _, b := range blocks {
		if t, ok := b.(table); ok {
			return t, true
		}
	}
	return table{}, false
}

// spoiledTable reports a paragraph that would be a table if the line of dashes stood under its heads, with as many
// cells (S018).
func (r *reader) spoiledTable(b block) bool {
	p, ok := b.(paragraph)
	if !ok || !strings.HasPrefix(p.text.text, "|") {
		return false
	}
	line := r.src.lineAt(p.start()) + 1
	heads := cellCount(r.src.line(line))
	if below := r.src.line(line + 1); strings.Trim(below, "|-: \t") == "" && strings.Contains(below, "-") {
		r.reportAt("S018/cells", r.src.lines[line-1], details{"cells": strconv.Itoa(heads), "columns": strconv.Itoa(cellCount(below)),
			"row": emptyRow(cellCount(below))})
		return true
	}
	r.reportAt("S018/rule", r.src.lines[line-1], details{"rule": "|" + strings.Repeat("---|", heads)})
	return true
}

// cellCount counts the cells of a table's row as it is written.
func cellCount(row string) int {
	row = strings.ReplaceAll(strings.Trim(row, " \t"), `\|`, "")
	return strings.Count(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|") + 1
}

func emptyRow(cells int) string { return strings.Repeat("| ... ", cells) + "|" }

// needColumns reports required columns that are missing. One that is only misspelt is taken for what was meant.
func (r *reader) needColumns(g grid, must []word) (grid, bool) {
	ok := true
	for _, w := range must {
		if _, found := g.column[w]; !found {
			i := r.nearHeader(g, w)
			r.find.add("S018", r.src.pos(g.at), 0, details{
				"column": Keyword(string(w), r.src.language), "nearest": headText(g, i)})
			if i < 0 {
				ok = false
				continue
			}
			g.column[w] = i
			g.other = slices.DeleteFunc(g.other, func(other int) bool { return other == i })
		}
	}
	return g, ok
}

// nearHeader returns the column that was probably meant, which is read as if it were headed right; -1 for none.
func (r *reader) nearHeader(g grid, w word) int {
	for _, i := range g.other {
		if r.nearestWord(g.head[i].text, []word{w}) != "" {
			return i
		}
	}
	return -1
}

// headText is a column's header; "" for none.
func headText(g grid, i int) string {
	if i < 0 {
		return ""
	}
	return g.head[i].text
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
