package engine

import (
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// A field of type lines holds an order, one item a line (or between semicolons):
//
//	Acqua liscia 1 l x 12 @ B
//
// the item as the catalogue names it, how many (1 when not said), and the price column (the first when not said).

// orderLine is one line of an order as far as it could be read; item is nil for what the catalogue does not have.
type orderLine struct {
	item   *scenarios.CatalogueItem
	count  int64
	column int // index in Catalogue.Columns; -1 for an unknown column
}

// orderRule judges the rules about order lines (SCENARIO-FORMAT 27); without a catalogue none holds.
func (p *play) orderRule(r scenarios.FieldRule, value string) answer {
	c := p.sc.World.Catalogue
	if c == nil {
		return wrong
	}
	lines := orderLines(c, value, p.sc.mainLanguage())
	switch r := r.(type) {
	case scenarios.FieldTotalIs:
		total, ok := p.total(c, lines)
		return certainly(ok && total == p.parsed(r.Value).Number)
	case scenarios.FieldPriceColumn:
		return certainly(allInColumn(c, lines, r.Column))
	case scenarios.FieldItemsBeyond:
		return certainly(p.beyondRequest(lines) >= r.N)
	default:
		return wrong // the set is closed; an unknown rule cannot be right
	}
}

func orderLines(c *scenarios.Catalogue, value, lang string) []orderLine {
	var lines []orderLine
	for _, text := range strings.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == ';' }) {
		if strings.TrimSpace(text) != "" {
			lines = append(lines, readOrderLine(c, text, lang))
		}
	}
	return lines
}

func readOrderLine(c *scenarios.Catalogue, text, lang string) orderLine {
	l := orderLine{count: 1}
	if i := strings.LastIndexByte(text, '@'); i >= 0 {
		l.column = columnOf(c, strings.TrimSpace(text[i+1:]))
		text = text[:i]
	}
	text = strings.TrimSpace(text)
	if item := itemOf(c, text); item != nil {
		l.item = item
		return l
	}
	if name, n, ok := countedItem(text, lang); ok {
		l.item, l.count = itemOf(c, name), n
	}
	return l
}

// countedItem splits "NAME x 12".
func countedItem(text, lang string) (string, int64, bool) {
	i := strings.LastIndexAny(text, "xX×*")
	if i < 0 {
		return "", 0, false
	}
	n := language.ParseValue(strings.TrimLeft(text[i:], "xX×* "), lang)
	if n.Kind != language.KindNumber || n.Number <= 0 || n.Number%tenThousand != 0 || n.Number/tenThousand > mostOfOneItem {
		return "", 0, false
	}
	return strings.TrimSpace(text[:i]), n.Number / tenThousand, true
}

const (
	// tenThousand is how many steps of [language.Value.Number] make one.
	tenThousand = 10000
	// mostOfOneItem keeps totals far from overflow.
	mostOfOneItem = 1_000_000
)

func itemOf(c *scenarios.Catalogue, name string) *scenarios.CatalogueItem {
	for i := range c.Items {
		if sameName(c.Items[i].Name, name) {
			return &c.Items[i]
		}
	}
	return nil
}

func columnOf(c *scenarios.Catalogue, name string) int {
	for i, column := range c.Columns {
		if sameName(column, name) {
			return i
		}
	}
	return -1
}

// total is the sum of an order in ten-thousandths; false when a line cannot be priced or there is none.
func (p *play) total(c *scenarios.Catalogue, lines []orderLine) (int64, bool) {
	var total int64
	for _, l := range lines {
		if l.item == nil || l.column < 0 || l.column >= len(l.item.Prices) {
			return 0, false
		}
		total += l.count * p.parsed(l.item.Prices[l.column]).Number
	}
	return total, len(lines) > 0
}

func allInColumn(c *scenarios.Catalogue, lines []orderLine, name string) bool {
	want := columnOf(c, name)
	for _, l := range lines {
		if l.column != want {
			return false
		}
	}
	return want >= 0 && len(lines) > 0
}

// beyondRequest counts different items of the order that the customer has not named himself.
func (p *play) beyondRequest(lines []orderLine) int {
	seen := map[*scenarios.CatalogueItem]bool{}
	n := 0
	for _, l := range lines {
		if l.item == nil || seen[l.item] {
			continue
		}
		seen[l.item] = true
		if !p.customerNamed(l.item.Name) {
			n++
		}
	}
	return n
}

func (p *play) customerNamed(name string) bool {
	for line := p.s.rules.shown; line != nil; line = line.before {
		if _, found := language.FindWordSequence(line.text, name); found {
			return true
		}
	}
	return false
}
