package scenarios

import "slices"

// document is an author file's Markdown as a tree of headings.
type document struct {
	title  rich
	blocks []block // before the first section
	parts  []*part // the sections, "##"
	// titles are further "#" headings; only the first is the title.
	titles []rich
	// beside are names a lost section may have; nil until they are asked for.
	beside []string
}

// part is a heading with what stands below it, up to the next heading of its level or above. Deeper headings than "###"
// are notes and stand among the blocks as nothing.
type part struct {
	title    rich
	blocks   []block
	parts    []*part
	from, to int // byte offsets of its body in the source
	// code are where blocks begin that are code because they are indented.
	code []int
}

// block is a piece of Markdown. The set is closed.
type block interface{ start() int }

type (
	// paragraph is running text: a note, unless it stands where text is asked for.
	paragraph struct{ text rich }
	// list is a bullet or numbered list.
	list struct {
		items   []item
		at      int
		ordered bool // numbered
	}
	// item is a list item: its first paragraph and what else it holds.
	item struct {
		text   rich
		blocks []block
		at     int
	}
	// quote is a blockquote.
	quote struct {
		blocks []block
		at     int
	}
	// table is a GFM table; every row has as many cells as the head.
	table struct {
		head []rich
		rows [][]rich
		at   int
		// uneven are the rows that were written with fewer or more cells than the head.
		uneven []unevenRow
	}
	// fence is a fenced code block; info is the word after the back-ticks.
	fence struct {
		info  string
		lines []fenceLine
		at    int
	}
)

// unevenRow is a row of a table by the cells that were written; index is that of its row, -1 for the heads.
type unevenRow struct{ index, at, cells int }

// fenceLine is one line of a fenced block and where it starts.
type fenceLine struct {
	text string
	at   int
}

func (p paragraph) start() int { return p.text.start() }
func (l list) start() int      { return l.at }
func (q quote) start() int     { return q.at }
func (t table) start() int     { return t.at }
func (f fence) start() int     { return f.at }

// bulletsOf returns the items of all lists among the blocks. Nobody changes them.
func bulletsOf(blocks []block) []item {
	var items []item
	for _, b := range blocks {
		l, ok := b.(list)
		switch {
		case ok && items == nil:
			items = slices.Clip(l.items)
		case ok:
			items = append(items, l.items...)
		}
	}
	return items
}

// quotesOf returns the blockquotes among the blocks.
func quotesOf(blocks []block) []quote {
	var quotes []quote
	for _, b := range blocks {
		if q, ok := b.(quote); ok {
			quotes = append(quotes, q)
		}
	}
	return quotes
}
