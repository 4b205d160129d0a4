package language

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

// conceptFiles are the tables of concepts, one file for each part of the vocabulary: a new file is read without a change
// here. A concept stands in one row of one file only.
//
//go:embed concepts*.txt
var conceptFiles embed.FS

// concepts are the words of the trade that mean the same in one language: a paraphrase far from every example still
// shares its concepts.
type concepts struct {
	words    map[string][]string // whole words
	stems    map[string][]string // beginnings
	longest  int                 // of the beginnings, in bytes
	sequence map[string][]conceptSequence
}

// conceptSequence is several words that make one concept, kept by their first; a later one may be a beginning with its *.
type conceptSequence struct {
	rest    []string
	concept string
}

// conceptColumns is the order of the languages in the table.
var conceptColumns = []string{"en", "it", "ro", "ru", "de", "fr", "es"}

// wordTable is a table of words by meaning, one column a language; a language is read when first asked for, since a program
// that never hears a reply has no use for it. It may be used by any number of goroutines.
type wordTable map[string]func() *concepts

// shippedConcepts are the concepts of the shipped tables.
var shippedConcepts = newWordTable(func() string { return strings.Join(conceptTables(conceptFiles), "\n") })

// newWordTable prepares to read the text that table gives.
func newWordTable(table func() string) wordTable {
	rows := sync.OnceValue(func() [][]string { return conceptRows(table()) })
	all := make(wordTable, len(conceptColumns))
	for i, code := range conceptColumns {
		all[code] = sync.OnceValue(func() *concepts { return readConcepts(rows(), i+1) })
	}
	return all
}

// in gives the words of a language, nil for one the table has no column for.
func (l wordTable) in(code string) *concepts {
	if read := l[code]; read != nil {
		return read()
	}
	return nil
}

// conceptTables gives the text of the tables in the order of their names.
func conceptTables(files embed.FS) []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(fmt.Errorf("list the tables of concepts: %w", err))
	}
	tables := make([]string, 0, len(entries))
	for _, entry := range entries {
		table, err := files.ReadFile(entry.Name())
		if err != nil {
			panic(fmt.Errorf("read the table of concepts %s: %w", entry.Name(), err))
		}
		tables = append(tables, string(table))
	}
	return tables
}

// conceptRows gives the rows of a table, each cut into its cells: the name first, then the languages of conceptColumns.
func conceptRows(table string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(table, "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, cells)
	}
	return rows
}

// readConcepts reads one column of the rows.
func readConcepts(rows [][]string, column int) *concepts {
	c := &concepts{words: map[string][]string{}, stems: map[string][]string{}, sequence: map[string][]conceptSequence{}}
	for _, cells := range rows {
		if column < len(cells) {
			c.add(cells[0], cells[column])
		}
	}
	return c
}

func (c *concepts) add(concept, list string) {
	for _, entry := range strings.Fields(Fold(list)) {
		words := strings.FieldsFunc(entry, func(r rune) bool { return r == '_' })
		stem, isStem := strings.CutSuffix(entry, "*")
		switch {
		case len(words) == 0 || strings.HasSuffix(entry, "_"):
		case len(words) > 1:
			c.sequence[words[0]] = append(c.sequence[words[0]], conceptSequence{words[1:], concept})
		case isStem:
			c.stems[stem] = append(c.stems[stem], concept)
			c.longest = max(c.longest, len(stem))
		default:
			c.words[entry] = append(c.words[entry], concept)
		}
	}
}

// of gives the concepts of the word at position i; the longest beginning decides among beginnings.
func (c *concepts) of(t *text, i, end int) []string {
	word := t.tokens[i].text
	found := append([]string(nil), c.words[word]...)
	for n := min(len(word), c.longest); n >= 3; n-- {
		if stems := c.stems[word[:n]]; stems != nil {
			found = append(found, stems...)
			break
		}
	}
	for _, s := range c.sequence[word] {
		if s.follows(t, i+1, end) {
			found = append(found, s.concept)
		}
	}
	return found
}

func (s conceptSequence) follows(t *text, i, end int) bool {
	if i+len(s.rest) > end {
		return false
	}
	for k, w := range s.rest {
		if !meetsEntry(t.tokens[i+k].text, w) {
			return false
		}
	}
	return true
}

// meetsEntry reports whether a word is the entry, or begins as an entry with a * does.
func meetsEntry(word, entry string) bool {
	if stem, isStem := strings.CutSuffix(entry, "*"); isStem {
		return strings.HasPrefix(word, stem)
	}
	return word == entry
}
