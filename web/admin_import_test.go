package web

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"testing"

	"proba/engine/store"
)

func TestTablesAreReadAsSpreadsheetsSaveThem(t *testing.T) {
	want := [][]string{{"login", "name"}, {"a.b", "A, B; C"}}
	tests := map[string]string{
		"semicolons":             "login;name\na.b;\"A, B; C\"\n",
		"commas":                 "login,name\r\na.b,\"A, B; C\"\r\n",
		"tabs":                   "login\tname\na.b\tA, B; C\n",
		"a byte order mark":      "\uFEFFlogin;name\na.b;\"A, B; C\"",
		"empty lines in between": "login;name\n\n\na.b;\"A, B; C\"\n\n",
	}
	for name, text := range tests {
		rows, err := readTable([]byte(text))
		if err != nil || len(rows) != 2 || !slices.Equal(rows[0].Cells, want[0]) || !slices.Equal(rows[1].Cells, want[1]) {
			t.Errorf("%s: %v, %v, want %v", name, rows, err, want)
		}
	}
}

func TestTablesThatCannotBeReadSayWhy(t *testing.T) {
	tests := map[string]struct {
		text string
		want error
	}{
		"nothing":            {"", errTableEmpty},
		"only blank lines":   {"\n\n", errTableEmpty},
		"another encoding":   {"login;name\nx;\xc8\n", errTableEncoding},
		"a workbook":         {"PK\x03\x04\x00", errTableEncoding},
		"an open quote":      {"login;name\nx;\"A", errTableQuotes},
		"too many rows":      {"login\n" + strings.Repeat("x\n", maxTableRows+1), errTableLarge},
		"too many columns":   {strings.Repeat("a;", 40), errTableLarge},
		"one line of 1 MiB":  {"login\n\"" + strings.Repeat("x", 1<<20), errTableQuotes},
		"a quote in between": {"login;name\nx;A\"B\n", errTableQuotes},
	}
	for name, test := range tests {
		if _, err := readTable([]byte(test.text)); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
}

func FuzzTablesNeverPanic(f *testing.F) {
	f.Add([]byte("login;name\na.b;A\n"))
	f.Add([]byte("\uFEFFlogin,\"na\nme\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		rows, err := readTable(text)
		if err == nil && (len(rows) == 0 || len(rows) > maxTableRows+1) {
			t.Errorf("%d rows", len(rows))
		}
	})
}

func TestADryRunChangesNothing(t *testing.T) {
	s := newSite(t)
	got := s.as("admin").post("/admin/import", "text", "Nome utente;Nome;Ruoli;Gruppo\nelena.rusu;Elena Rusu;allievo;B\nmarta;Marta De Santis;formatore, valutatore;\n").
		wantStatus(t, "dry run", http.StatusOK)
	if n := got.page(t).Find("tbody tr").Length(); n != 2 {
		t.Errorf("%d rows are shown, want 2", n)
	}
	if _, err := s.store.PersonByLogin(t.Context(), "elena.rusu"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("after the dry run: %v, want nobody", err)
	}
}

func TestEveryBadRowSaysWhatIsWrong(t *testing.T) {
	b := newSite(t).as("admin")
	table := "login;name;roles;language;factor\n" +
		"good;Good One;trainee;it;150%\n" +
		"b d;Blank;trainee;;\n" +
		"good;Twice;;;\n" +
		"noname;;;;\n" +
		"king;King;king;;\n" +
		"tongue;Tongue;;xx;\n" +
		"slow;Slow;;;30\n" +
		"trainee;Taken;;;\n"
	got := b.post("/admin/import", "text", table).wantStatus(t, "bad table", http.StatusUnprocessableEntity)
	doc := got.page(t)
	if n := doc.Find("tbody .is-miss").Length(); n != 7 {
		t.Errorf("%d rows are marked bad, want 7", n)
	}
	if doc.Find(`form[action="/admin/import/confirm"]`).Length() != 0 {
		t.Error("a bad table can be confirmed")
	}
	if line := strings.TrimSpace(doc.Find("tbody tr").Eq(1).Find("td").First().Text()); line != "3" {
		t.Errorf("the second person is said to stand on line %q, want 3", line)
	}
}

func TestAnImportMakesEverybodyOrNobody(t *testing.T) {
	s := newSite(t)
	b := s.as("admin")
	table := "user name,name,roles\nann.one,Ann One,trainee\nbob.two,Bob Two,trainer/assessor\n"
	got := b.upload("/admin/import/confirm", map[string]string{"text": table}, "", "").wantStatus(t, "confirm", http.StatusOK)
	links := got.page(t).Find("code.breakable")
	if links.Length() != 2 {
		t.Fatalf("%d links, want 2", links.Length())
	}
	s.visitor().get(strings.TrimPrefix(links.First().Text(), s.url)).wantStatus(t, "the first link", http.StatusOK)
	again := "user name,name\ncat.three,Cat Three\nann.one,Ann One\n"
	b.upload("/admin/import/confirm", map[string]string{"text": again}, "", "").wantStatus(t, "confirm with a taken name", http.StatusUnprocessableEntity)
	if _, err := s.store.PersonByLogin(t.Context(), "cat.three"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("half an import was made: %v", err)
	}
}

func TestAFileIsImportedLikeText(t *testing.T) {
	b := newSite(t).as("admin")
	got := b.upload("/admin/import", nil, "people.csv", "\uFEFFЛишнее;Имя пользователя;Имя\n1;ivan;Иван\n").wantStatus(t, "file", http.StatusOK)
	if text := got.text(t, "tbody tr"); !strings.Contains(text, "Иван") {
		t.Errorf("the dry run shows %q", text)
	}
	if text := got.text(t, ".note--wait"); !strings.Contains(text, "Лишнее") {
		t.Errorf("the unused column is not named: %q", text)
	}
	for name, text := range map[string]string{"no headings": "ivan;Иван\n", "no people": "login;name\n", "nothing": ""} {
		b.upload("/admin/import", nil, "people.csv", text).wantStatus(t, name, http.StatusUnprocessableEntity)
	}
	b.upload("/admin/import", nil, "people.csv", strings.Repeat("x", maxUpload+1)).wantStatus(t, "a file too large", http.StatusRequestEntityTooLarge)
}

func TestTheExampleTableCanBeImported(t *testing.T) {
	for _, code := range []string{"en", "it", "ro", "ru"} {
		b := newSite(t).as("admin")
		b.language = code
		example := b.get("/admin/import/example").wantStatus(t, "example", http.StatusOK)
		b.upload("/admin/import", nil, "people.csv", example.body).wantStatus(t, code, http.StatusOK)
	}
}

// upload sends a multipart form as the browser would.
func (b *browser) upload(path string, fields map[string]string, name, text string) answer {
	b.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for field, value := range fields {
		if err := w.WriteField(field, value); err != nil {
			b.Fatal(err)
		}
	}
	if name != "" {
		part, err := w.CreateFormFile("file", name)
		if err != nil {
			b.Fatal(err)
		}
		part.Write([]byte(text))
	}
	w.Close()
	r := b.request(http.MethodPost, path, body.String())
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}
