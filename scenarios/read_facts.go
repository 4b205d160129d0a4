package scenarios

import (
	"strconv"
	"strings"
)

// facts reads a facts table: every column with an unknown header is a variant (SEMANTICS 51).
func (r *reader) facts(section *part) (facts []Fact, variants []string) {
	if section == nil {
		return nil, nil
	}
	g, ok := r.grid(section, []word{"head.fact"}, []word{"head.value", "head.known-to"})
	if !ok {
		return nil, nil
	}
	if !r.factColumns(g) {
		return nil, nil
	}
	for _, i := range g.other {
		variants = append(variants, readableLine(g.head[i].text))
	}
	for _, row := range g.rows {
		if f, ok := r.fact(g, row); ok {
			facts = append(facts, f)
		}
	}
	r.rowsOnce("fact", g, "head.fact")
	return facts, variants
}

// factColumns reports a header that is a misspelt column rather than a variant, a missing "Value", and variants called
// like a word that would be read otherwise.
func (r *reader) factColumns(g grid) bool {
	ok := true
	for _, w := range []word{"head.value", "head.known-to"} {
		near := headText(g, r.nearHeader(g, w))
		_, found := g.column[w]
		if !found && (near != "" || w == "head.value" && len(g.other) < 2) {
			ok = false
			r.find.add("S018", r.src.pos(g.at), 0, details{"column": Keyword(string(w), r.src.language), "nearest": near})
		}
	}
	for _, i := range g.other {
		if _, _, taken := matchWord(g.head[i].text, append(wordsOf("band"), "line.again")); taken || g.head[i].empty() {
			r.report("S015/reserved", g.head[i], details{"name": g.head[i].text})
		}
	}
	return ok
}

func (r *reader) fact(g grid, row []rich) (Fact, bool) {
	name, at, ok := r.nameCell(g, row, "head.fact")
	if !ok {
		return Fact{}, false
	}
	name = strings.Trim(name, "{}")
	f := Fact{Name: name, Value: g.text(row, "head.value"), At: at}
	for _, i := range g.other {
		if i < len(row) && !row[i].empty() {
			if f.ByVariant == nil {
				f.ByVariant = map[string]string{}
			}
			f.ByVariant[readableLine(g.head[i].text)] = row[i].text
		}
	}
	if _, _, taken := matchWord("{"+name+"}", wordsOf("slot")); taken {
		cell, _ := g.cell(row, "head.fact")
		r.report("S015/reserved", cell, details{"name": name})
	}
	f.KnownTo = r.knownTo(g, row)
	return f, true
}

// knowers maps the words of the table to who knows a fact.
var knowers = map[word]Knower{
	"known.customer": KnownCustomer, "known.record": KnownRecord, "known.article": KnownArticle,
	"known.desk": KnownDesk, "known.calculation": KnownCalculation, "known.nobody": KnownNobody,
}

func (r *reader) knownTo(g grid, row []rich) []Knower {
	cell, _ := g.cell(row, "head.known-to")
	var all []Knower
	for _, piece := range cell.split(',') {
		if piece.empty() {
			continue
		}
		w, _, ok := matchWord(piece.text, wordsOf("known"))
		if !ok {
			r.badCell(g, piece, "head.known-to", wordsOf("known"))
			continue
		}
		all = append(all, knowers[w])
	}
	return all
}

// rowsOnce reports rows of a table with equal names (S013).
func (r *reader) rowsOnce(what string, g grid, head word) {
	first := map[string]int{}
	for _, row := range g.rows {
		cell, ok := g.cell(row, head)
		if !ok || cell.empty() {
			continue
		}
		key, line := foldName(cell.text), r.pos(cell).Line
		if before, twice := first[key]; twice {
			r.report("S013", cell, details{"what": what, "name": cell.text, "line": strconv.Itoa(before), "other": strconv.Itoa(line)})
			continue
		}
		first[key] = line
	}
}

// drawOptions splits "one of: 20, 24, 30" (in any keyword language) into its values; any other cell is one value.
func drawOptions(cell string) []string {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return nil
	}
	_, n, _, ok := longestAt("draw.one-of", cell, "")
	if !ok {
		return []string{cell}
	}
	return valueList(cell[n:])
}

// valueList splits values at semicolons, else at commas followed by a blank, else at commas, so that decimal commas
// survive where the values are written with care.
func valueList(text string) []string {
	sep := ","
	switch {
	case strings.Contains(text, ";"):
		sep = ";"
	case strings.Contains(strings.TrimSpace(text), ", "):
		sep = ", "
	}
	var all []string
	for s := range strings.SplitSeq(text, sep) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}
