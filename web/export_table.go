package web

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// table is what is exported: a heading per column and typed cells.
type table struct {
	// name is the file's name without its ending, and the sheet's.
	name  string
	heads []string
	rows  [][]cell
}

// cell is one typed value; the set is closed.
type cell interface{ cell() }

type (
	// textCell is text; it is never a formula, whatever it begins with.
	textCell string
	// numberCell is a whole number.
	numberCell int
	// dayCell is a day; the zero time is an empty cell.
	dayCell time.Time
)

func (textCell) cell()   {}
func (numberCell) cell() {}
func (dayCell) cell()    {}

// harmless makes text that a spreadsheet would take for a formula into text: a leading apostrophe, as OWASP advises.
// Rows of a table are lines, so line breaks become spaces.
func harmless(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r < ' ' || r == 0x7f:
			return -1
		}
		return r
	}, text)
	if beginsFormula(strings.TrimLeft(text, blanks)) {
		return "'" + text
	}
	return text
}

// blanks are what a spreadsheet may skip before it looks for a formula.
const blanks = " \u00a0\u200b\ufeff"

// beginsFormula knows the four signs, also in full width as Japanese spreadsheets read them.
func beginsFormula(text string) bool {
	for _, first := range text {
		return strings.ContainsRune("=+-@＝＋－＠", first)
	}
	return false
}

// csv writes the table as Italian, Romanian and Russian spreadsheets open it: byte order mark, semicolons, CRLF.
func (t table) csv() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = ';', true
	record := make([]string, len(t.heads))
	for i, head := range t.heads {
		record[i] = harmless(head)
	}
	if err := w.Write(record); err != nil {
		return nil, err
	}
	for _, row := range t.rows {
		record = record[:0]
		for _, c := range row {
			record = append(record, csvCell(c))
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func csvCell(c cell) string {
	switch c := c.(type) {
	case textCell:
		return harmless(string(c))
	case numberCell:
		return strconv.Itoa(int(c))
	case dayCell:
		if time.Time(c).IsZero() {
			return ""
		}
		return time.Time(c).Format(time.DateOnly)
	default:
		panic(fmt.Sprintf("web: unknown cell %T", c))
	}
}

// xlsx writes the table as a workbook, row by row so that memory stays small.
func (t table) xlsx() ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	const sheet = "Sheet1"
	stream, err := book.NewStreamWriter(sheet)
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	day, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	if err := t.stream(stream, bold, day); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	var out bytes.Buffer
	_, err = book.WriteTo(&out)
	return out.Bytes(), err
}

func (t table) stream(w *excelize.StreamWriter, bold, day int) error {
	if err := w.SetColWidth(1, max(1, len(t.heads)), 18); err != nil {
		return err
	}
	heads := make([]any, len(t.heads))
	for i, head := range t.heads {
		heads[i] = excelize.Cell{StyleID: bold, Value: harmless(head)}
	}
	if err := w.SetRow("A1", heads); err != nil {
		return err
	}
	for i, row := range t.rows {
		cells := make([]any, len(row))
		for j, c := range row {
			cells[j] = xlsxCell(c, day)
		}
		if err := w.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return err
		}
	}
	return w.Flush()
}

// xlsxCell keeps types: a cell of text is written as text, so nothing in it is ever computed; it is made harmless all the
// same, because such files are saved as CSV again.
func xlsxCell(c cell, day int) any {
	switch c := c.(type) {
	case textCell:
		return harmless(string(c))
	case numberCell:
		return int(c)
	case dayCell:
		if time.Time(c).IsZero() {
			return ""
		}
		return excelize.Cell{StyleID: day, Value: time.Time(c)}
	default:
		panic(fmt.Sprintf("web: unknown cell %T", c))
	}
}

const xlsxKind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// sendTable answers with a file in the format the address asks for: "csv" or "xlsx".
func sendTable(v *visit, format string, t table) error {
	var body []byte
	var err error
	kind := "text/csv; charset=utf-8"
	switch format {
	case "csv":
		body, err = t.csv()
	case "xlsx":
		kind = xlsxKind
		body, err = t.xlsx()
	default:
		return errNotFound
	}
	if err != nil {
		return err
	}
	v.Response().Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": t.name + "." + format}))
	return v.Blob(http.StatusOK, kind, body)
}
