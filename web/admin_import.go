package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"golang.org/x/text/cases"

	"proba/content"
	"proba/engine/store"
)

// importColumns are the columns of a people table; their headings are the catalogue's import.column.* in any language.
var importColumns = []string{"login", "name", "roles", "group", "language", "factor"}

type importView struct {
	Page
	// Text is the table as it will be confirmed; "" before one was sent.
	Text string
	// Problem is why the table cannot be read at all, as a catalogue key; Unknown are headings it does not know.
	Problem string
	Unknown []string
	Rows    []importRow
	Bad     int
	// Done are the people made, with their links; shown once.
	Done []importedPerson
}

// importRow is one row of the dry run.
type importRow struct {
	Line     int
	Person   store.NewPerson
	Problems []string // catalogue keys
}

type importedPerson struct{ Name, Login, Link string }

func (s *Server) adminImport(v *visit) error {
	return s.showImport(v, http.StatusOK, importView{})
}

func (s *Server) showImport(v *visit, status int, view importView) error {
	view.Page = s.page(v, "import.title", "/admin/people")
	return s.renderStatus(v, status, "admin/import", view)
}

// adminTryImport reads a table and shows what would happen; nothing is changed.
func (s *Server) adminTryImport(v *visit) error {
	text, err := importedText(v)
	if err != nil {
		return err
	}
	view, err := s.readImport(v, text)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if view.Problem != "" || view.Bad > 0 {
		status = http.StatusUnprocessableEntity
	}
	return s.showImport(v, status, view)
}

// adminDoImport makes everybody of the table, or nobody, and shows a link for each to set a password.
func (s *Server) adminDoImport(v *visit) error {
	if err := v.Request().ParseMultipartForm(maxUpload); err != nil {
		return fmt.Errorf("%w: %w", errBadForm, err)
	}
	view, err := s.readImport(v, []byte(v.FormValue("text")))
	if err != nil {
		return err
	}
	if view.Problem != "" || view.Bad > 0 {
		return s.showImport(v, http.StatusUnprocessableEntity, view)
	}
	people := make([]store.NewPerson, len(view.Rows))
	for i, row := range view.Rows {
		people[i] = row.Person
	}
	ids, err := s.Store.ImportPeople(v.ctx(), v.Actor(), people)
	var bad *store.ImportError
	if errors.As(err, &bad) && bad.Row < len(view.Rows) {
		view.Rows[bad.Row].Problems = append(view.Rows[bad.Row].Problems, importProblem(bad.Err))
		view.Bad++
		return s.showImport(v, http.StatusConflict, view)
	}
	if err != nil {
		return err
	}
	return s.showImported(v, people, ids)
}

func (s *Server) showImported(v *visit, people []store.NewPerson, ids []store.PersonID) error {
	var done []importedPerson
	for i, id := range ids {
		secret, err := s.Store.CreateInvite(v.ctx(), v.Actor(), id, inviteValid)
		if err != nil {
			return err
		}
		done = append(done, importedPerson{people[i].Name, people[i].Login, s.inviteLink(v, secret)})
	}
	return s.showImport(v, http.StatusOK, importView{Done: done})
}

// importedText takes the file, or the text of the field where no file was chosen.
func importedText(v *visit) ([]byte, error) {
	header, err := v.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart) || (err == nil && header.Size == 0) {
		return []byte(v.FormValue("text")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBadForm, err)
	}
	file, err := header.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, maxUpload))
}

// readImport is the dry run.
func (s *Server) readImport(v *visit, text []byte) (importView, error) {
	rows, err := readTable(text)
	if err != nil {
		return importView{Problem: tableProblem(err)}, nil
	}
	columns, unknown := s.importHeadings(rows[0].Cells)
	view := importView{Text: string(text), Unknown: unknown}
	if _, ok := columns["login"]; !ok {
		view.Problem = "import.nologin"
		return view, nil
	}
	if len(rows) == 1 {
		view.Problem = "import.norows"
		return view, nil
	}
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		read := s.readImportRow(row, columns, seen)
		if err := s.checkLoginIsFree(v, &read); err != nil {
			return view, err
		}
		if len(read.Problems) > 0 {
			view.Bad++
		}
		view.Rows = append(view.Rows, read)
	}
	return view, nil
}

// importHeadings finds the known columns of the first row, in any language of the interface.
func (s *Server) importHeadings(heads []string) (columns map[string]int, unknown []string) {
	columns = map[string]int{}
	for i, head := range heads {
		name, ok := s.importColumn(head)
		if !ok {
			if strings.TrimSpace(head) != "" {
				unknown = append(unknown, head)
			}
			continue
		}
		columns[name] = i
	}
	return columns, unknown
}

func (s *Server) importColumn(head string) (string, bool) {
	for _, name := range importColumns {
		if sameWord(head, name) || s.anyLanguageSays("import.column."+name, head) {
			return name, true
		}
	}
	return "", false
}

// anyLanguageSays tells whether the text is what some language of the interface has under the key.
func (s *Server) anyLanguageSays(key, text string) bool {
	for _, code := range content.Languages() {
		if said, err := s.texts.In(code).Text(key); err == nil && sameWord(said, text) {
			return true
		}
	}
	return false
}

func sameWord(a, b string) bool {
	fold := cases.Fold()
	return fold.String(strings.TrimSpace(a)) == fold.String(strings.TrimSpace(b))
}

// readImportRow checks one row by itself; seen are the logins of earlier rows.
func (s *Server) readImportRow(row tableRow, columns map[string]int, seen map[string]bool) importRow {
	at := func(name string) string {
		if i, ok := columns[name]; ok && i < len(row.Cells) {
			return strings.TrimSpace(row.Cells[i])
		}
		return ""
	}
	out := importRow{Line: row.Line, Person: store.NewPerson{Login: at("login"), Name: at("name"), Group: at("group"), Language: at("language")}}
	problem := func(bad bool, key string) {
		if bad {
			out.Problems = append(out.Problems, key)
		}
	}
	var rolesOK, factorOK, languageOK bool
	out.Person.Roles, rolesOK = s.importRoles(at("roles"))
	out.Person.TimeFactor, factorOK = importFactor(at("factor"))
	out.Person.Language, languageOK = importLanguage(at("language"))
	folded := strings.ToLower(out.Person.Login)
	problem(!loginLooksRight(out.Person.Login), "admin.person.login.wrong")
	problem(seen[folded], "import.twice")
	problem(out.Person.Name == "" || len(out.Person.Name) > maxName, "admin.person.name.wrong")
	problem(!rolesOK, "import.roles.wrong")
	problem(!factorOK, "admin.person.factor.wrong")
	problem(!languageOK, "import.language.wrong")
	seen[folded] = true
	return out
}

// importRoles reads roles separated by comma, slash, bar or plus, in any language; none means trainee.
func (s *Server) importRoles(text string) ([]store.Role, bool) {
	var out []store.Role
	if strings.TrimSpace(text) == "" {
		return []store.Role{store.Trainee}, true
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",/|+", r) }) {
		role, ok := s.importRole(word)
		if !ok {
			return nil, false
		}
		out = append(out, role)
	}
	return out, true
}

func (s *Server) importRole(word string) (store.Role, bool) {
	for _, role := range store.Roles() {
		if sameWord(word, string(role)) || s.anyLanguageSays("role."+string(role), word) {
			return role, true
		}
	}
	return "", false
}

func importFactor(text string) (int, bool) {
	if text == "" {
		return minTimeFactor, true
	}
	n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "%")))
	return n, err == nil && n >= minTimeFactor && n <= maxTimeFactor
}

func importLanguage(text string) (string, bool) {
	if text == "" {
		return "", true
	}
	for _, code := range content.Languages() {
		if sameWord(text, code) {
			return code, true
		}
	}
	return text, false
}

// checkLoginIsFree adds the problem of a login that somebody has; the key in the database decides again later.
func (s *Server) checkLoginIsFree(v *visit, row *importRow) error {
	if len(row.Problems) > 0 {
		return nil
	}
	_, err := s.Store.PersonByLogin(v.ctx(), row.Person.Login)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil
	case err == nil:
		row.Problems = append(row.Problems, "admin.person.login.taken")
	}
	return err
}

func importProblem(err error) string {
	if errors.Is(err, store.ErrExists) {
		return "admin.person.login.taken"
	}
	return "import.impossible"
}

func tableProblem(err error) string {
	switch {
	case errors.Is(err, errTableEmpty):
		return "import.empty"
	case errors.Is(err, errTableEncoding):
		return "import.encoding"
	case errors.Is(err, errTableLarge):
		return "import.large"
	default:
		return "import.quotes"
	}
}

// importExample is a table to start from, with the headings in the visitor's language.
func (s *Server) importExample(v *visit) error {
	heads := make([]string, len(importColumns))
	for i, name := range importColumns {
		head, err := v.texts.Text("import.column." + name)
		if err != nil {
			return err
		}
		heads[i] = head
	}
	role, err := v.texts.Text("role." + string(store.Trainee))
	if err != nil {
		return err
	}
	row := []cell{textCell("elena.rusu"), textCell("Elena Rusu"), textCell(role), textCell("B"), textCell("ro"), numberCell(100)}
	return sendTable(v, "csv", table{name: "people", heads: heads, rows: [][]cell{row}})
}
