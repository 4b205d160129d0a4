package web

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// formulas are texts that a spreadsheet would compute, send or run.
var formulas = []string{
	"=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"https://evil.example\")", "\t=1+1", "\r=1+1", "\n=1", " =1+1", "\u00a0=1",
	"=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠A1", "\u200b=1", "\x00=1", "\x1f+1", "\ufeff=1",
}

func formulaTable() table {
	out := table{name: "x", heads: []string{"=head"}}
	for _, f := range formulas {
		out.rows = append(out.rows, []cell{textCell(f)})
	}
	return out
}

func TestNoFormulaSurvivesInCSV(t *testing.T) {
	body, err := formulaTable().csv()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(body, []byte("\uFEFF")) || !bytes.Contains(body, []byte("\r\n")) {
		t.Error("the file lacks its byte order mark or its line ends")
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\uFEFF"))))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != len(formulas)+1 {
		t.Fatalf("%d rows, %v, want %d", len(rows), err, len(formulas)+1)
	}
	for _, row := range rows {
		if !strings.HasPrefix(row[0], "'") {
			t.Errorf("cell %q is a formula", row[0])
		}
	}
}

func TestNoFormulaSurvivesInXLSX(t *testing.T) {
	body, err := formulaTable().xlsx()
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows("Sheet1")
	if err != nil || len(rows) != len(formulas)+1 {
		t.Fatalf("%d rows, %v, want %d", len(rows), err, len(formulas)+1)
	}
	for i, row := range rows {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		formula, err := book.GetCellFormula("Sheet1", at)
		if err != nil || formula != "" || !strings.HasPrefix(row[0], "'") {
			t.Errorf("cell %s is %q with formula %q, %v", at, row[0], formula, err)
		}
	}
}

func TestOrdinaryTextIsExportedAsItIs(t *testing.T) {
	for _, text := range []string{"Elena Rusu", "D’Angelo; figli", "Ştefan \"Ș\"", "Анна", "a=b", "3 - 4", ""} {
		if got := harmless(text); got != text {
			t.Errorf("harmless(%q) = %q", text, got)
		}
	}
}

func TestCellsKeepTheirTypes(t *testing.T) {
	day := time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC)
	body, err := table{name: "x", heads: []string{"a", "b", "c", "d"}, rows: [][]cell{{textCell("007"), numberCell(-5), dayCell(day), dayCell{}}}}.csv()
	if err != nil {
		t.Fatal(err)
	}
	if want := "007;-5;2026-11-20;\r\n"; !strings.HasSuffix(string(body), want) {
		t.Errorf("csv is %q, want it to end in %q", body, want)
	}
}
