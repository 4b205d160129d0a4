package web

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Limits of a table that is read in.
const (
	maxTableRows    = 2000
	maxTableColumns = 20
)

// The ways a table cannot be read; people see import.KEY.
var (
	errTableEmpty    = errors.New("table is empty")
	errTableEncoding = errors.New("table is not UTF-8")
	errTableLarge    = errors.New("table has too many rows or columns")
	errTableQuotes   = errors.New("table has a quote that does not end")
)

// tableRow is one row of a table with the line it begins on.
type tableRow struct {
	Line  int
	Cells []string
}

// readTable reads a table as spreadsheets save it: UTF-8 with or without a byte order mark, separated by semicolon, comma
// or tab, whichever the first line has most of. Empty lines are left out. Rows may be of different length.
func readTable(text []byte) ([]tableRow, error) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		return nil, errTableEncoding
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = separatorOf(text), -1, true
	var rows []tableRow
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errTableQuotes, err)
		}
		if len(cells) > maxTableColumns || len(rows) > maxTableRows {
			return nil, errTableLarge
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, tableRow{line, cells})
	}
	if len(rows) == 0 {
		return nil, errTableEmpty
	}
	return rows, nil
}

func separatorOf(text []byte) rune {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	best, most := ';', 0
	for _, candidate := range []rune{';', ',', '\t'} {
		if n := bytes.Count(first, []byte(string(candidate))); n > most {
			best, most = candidate, n
		}
	}
	return best
}
