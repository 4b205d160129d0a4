package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"proba/engine/store"
)

// pageSize is how many rows a list shows at once.
const pageSize = 50

type adminPeopleView struct {
	Page
	Filter peopleForm
	People []store.Person
	Count  int
	Pager  pager
}

// peopleForm is what a list of people is narrowed to, with the choices there are.
type peopleForm struct {
	Group, Text string
	Role        store.Role
	Groups      []string
	Roles       []store.Role
}

// pager leads to the previous and the next part of a list; "" where there is none.
type pager struct {
	From, To, Count int
	Previous, Next  string
}

// adminPeople lists the accounts.
func (s *Server) adminPeople(v *visit) error {
	form, err := s.peopleForm(v)
	if err != nil {
		return err
	}
	filter := store.PeopleFilter{Group: form.Group, Role: form.Role, Text: form.Text, Page: pageOf(v)}
	people, err := s.Store.People(v.ctx(), filter)
	if err != nil {
		return err
	}
	count, err := s.Store.CountPeople(v.ctx(), filter)
	if err != nil {
		return err
	}
	view := adminPeopleView{Page: s.page(v, "admin.people.title", "/admin/people"), Filter: form, People: people, Count: count}
	view.Pager = newPager(v, filter.Page, len(people), count)
	return s.render(v, "admin/people", view)
}

func (s *Server) peopleForm(v *visit) (peopleForm, error) {
	groups, err := s.Store.Groups(v.ctx())
	form := peopleForm{Group: v.QueryParam("group"), Text: v.QueryParam("text"), Groups: groups, Roles: store.Roles()}
	if role := store.Role(v.QueryParam("role")); slices.Contains(form.Roles, role) {
		form.Role = role
	}
	return form, err
}

// pageOf reads which part of a list is asked for; anything but a positive number is the beginning.
func pageOf(v *visit) store.Page {
	from, err := strconv.Atoi(v.QueryParam("from"))
	if err != nil || from < 0 {
		from = 0
	}
	return store.Page{Limit: pageSize, Offset: from}
}

func newPager(v *visit, page store.Page, shown, count int) pager {
	p := pager{From: page.Offset + 1, To: page.Offset + shown, Count: count}
	if page.Offset > 0 {
		p.Previous = withQuery(v.Request().URL, "from", strconv.Itoa(max(0, page.Offset-page.Limit)))
	}
	if page.Offset+shown < count {
		p.Next = withQuery(v.Request().URL, "from", strconv.Itoa(page.Offset+page.Limit))
	}
	return p
}

// withQuery is the address with one value of its query replaced.
func withQuery(u *url.URL, name, value string) string {
	query := u.Query()
	query.Set(name, value)
	return u.Path + "?" + query.Encode()
}

type adminPersonView struct {
	Page
	// New tells that the person is not there yet.
	New    bool
	ID     store.PersonID
	Active bool
	// Self tells that the administrator looks at his own account.
	Self   bool
	Form   personForm
	Groups []string
	Roles  []roleChoice
	Tokens []store.Token
	// Problem is a catalogue key at the field it belongs to; see personForm.
	Problem fieldProblem
	// Secret is shown once: an invite's link or a token.
	Secret *secretShown
}

// personForm is a person as an administrator edits him.
type personForm struct {
	Login, Name, Group, Language string
	TimeFactor                   int
	Roles                        []store.Role
}

type roleChoice struct {
	Role    store.Role
	Checked bool
}

// fieldProblem is what is wrong with one field of a form; the zero value is nothing.
type fieldProblem struct{ Field, Key string }

// secretShown is something only shown once. Kind is "invite" or "token".
type secretShown struct{ Kind, Text string }

func (s *Server) adminNewPerson(v *visit) error {
	return s.showPerson(v, http.StatusOK, adminPersonView{New: true, Active: true, Form: personForm{TimeFactor: 100, Roles: []store.Role{store.Trainee}}})
}

func (s *Server) adminPerson(v *visit) error {
	view, err := s.personView(v)
	if err != nil {
		return err
	}
	return s.showPerson(v, http.StatusOK, view)
}

// personView is the stored state of the person of the address.
func (s *Server) personView(v *visit) (adminPersonView, error) {
	p, err := s.Store.Person(v.ctx(), store.PersonID(v.Param("id")))
	if err != nil {
		return adminPersonView{}, err
	}
	form := personForm{Login: p.Login, Name: p.Name, Group: p.Group, Language: p.Language, TimeFactor: p.TimeFactor, Roles: p.Roles}
	return adminPersonView{ID: p.ID, Active: p.Active, Form: form}, nil
}

// showPerson fills in what the page needs besides the person, and shows it.
func (s *Server) showPerson(v *visit, status int, view adminPersonView) error {
	var err error
	if view.Groups, err = s.Store.Groups(v.ctx()); err != nil {
		return err
	}
	if !view.New {
		if view.Tokens, err = s.Store.Tokens(v.ctx(), view.ID); err != nil {
			return err
		}
	}
	if view.New {
		view.Page = s.page(v, "admin.person.new", "/admin/people")
	} else {
		view.Page = s.titled(v, view.Form.Name, "/admin/people")
	}
	view.Body = "page page--narrow"
	view.Self = view.ID == v.person.ID
	for _, role := range store.Roles() {
		view.Roles = append(view.Roles, roleChoice{role, slices.Contains(view.Form.Roles, role)})
	}
	return s.renderStatus(v, status, "admin/person", view)
}

// readPersonForm reads and checks the fields that the program itself can judge.
func readPersonForm(v *visit) (personForm, fieldProblem) {
	form := personForm{
		Login: strings.TrimSpace(v.FormValue("login")), Name: strings.TrimSpace(v.FormValue("name")),
		Group: strings.TrimSpace(v.FormValue("group")), Language: v.FormValue("language"), Roles: formRoles(v),
	}
	factor, err := strconv.Atoi(strings.TrimSpace(v.FormValue("factor")))
	form.TimeFactor = factor
	switch {
	case err != nil || factor < minTimeFactor || factor > maxTimeFactor:
		return form, fieldProblem{"factor", "admin.person.factor.wrong"}
	case form.Name == "" || len(form.Name) > maxName:
		return form, fieldProblem{"name", "admin.person.name.wrong"}
	case !loginLooksRight(form.Login):
		return form, fieldProblem{"login", "admin.person.login.wrong"}
	}
	return form, fieldProblem{}
}

// Limits of what an administrator may enter. A time factor stretches clocks, so it is never below 100.
const (
	minTimeFactor = 100
	maxTimeFactor = 400
	maxName       = 200
	maxLogin      = 100
)

// loginLooksRight accepts what can be typed without thinking: letters, digits and . _ - @, nothing else.
func loginLooksRight(login string) bool {
	if login == "" || len(login) > maxLogin {
		return false
	}
	return strings.IndexFunc(login, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-@", r))
	}) < 0
}

// formRoles reads the ticked roles in their order; unknown ones are left out.
func formRoles(v *visit) []store.Role {
	values, err := v.FormParams()
	if err != nil {
		return nil
	}
	var out []store.Role
	for _, role := range store.Roles() {
		if slices.Contains(values["role"], string(role)) {
			out = append(out, role)
		}
	}
	return out
}
