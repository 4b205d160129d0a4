package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"proba/engine/store"
)

// How long a link to set a password and a new token work.
const (
	inviteValid   = 7 * 24 * time.Hour
	maxTokenLabel = 100
)

// adminCreatePerson makes an account and shows the link with which the person sets a password.
func (s *Server) adminCreatePerson(v *visit) error {
	form, problem := readPersonForm(v)
	if problem.Key != "" {
		return s.showPerson(v, http.StatusUnprocessableEntity, adminPersonView{New: true, Active: true, Form: form, Problem: problem})
	}
	id, err := s.Store.CreatePerson(v.ctx(), v.Actor(), store.NewPerson{
		Login: form.Login, Name: form.Name, Roles: form.Roles, Group: form.Group, Language: form.Language, TimeFactor: form.TimeFactor,
	})
	if errors.Is(err, store.ErrExists) {
		taken := fieldProblem{"login", "admin.person.login.taken"}
		return s.showPerson(v, http.StatusConflict, adminPersonView{New: true, Active: true, Form: form, Problem: taken})
	}
	if err != nil {
		return err
	}
	return s.showInvite(v, adminPersonView{ID: id, Active: true, Form: form})
}

// adminChangePerson keeps an edited account. Changed roles end the person's sign-ins and streams.
func (s *Server) adminChangePerson(v *visit) error {
	view, err := s.personView(v)
	if err != nil {
		return err
	}
	before := view.Form.Roles
	if view.Form, view.Problem = readPersonForm(v); view.Problem.Key != "" {
		return s.showPerson(v, http.StatusUnprocessableEntity, view)
	}
	f := view.Form
	err = s.Store.ChangePerson(v.ctx(), v.Actor(), view.ID, store.PersonChange{
		Login: &f.Login, Name: &f.Name, Group: &f.Group, Language: &f.Language, TimeFactor: &f.TimeFactor,
	})
	if errors.Is(err, store.ErrExists) {
		view.Problem = fieldProblem{"login", "admin.person.login.taken"}
		return s.showPerson(v, http.StatusConflict, view)
	}
	if err != nil {
		return err
	}
	if !slices.Equal(before, f.Roles) {
		if err := s.changeRoles(v, view.ID, f.Roles); err != nil {
			return err
		}
	}
	return s.backToPerson(v, "admin.person.saved")
}

func (s *Server) changeRoles(v *visit, id store.PersonID, roles []store.Role) error {
	if err := s.Store.SetRoles(v.ctx(), v.Actor(), id, roles); err != nil {
		return err
	}
	s.presence.end(id)
	return nil
}

func (s *Server) backToPerson(v *visit, notice string) error {
	s.notify(v, notice)
	return v.Redirect(http.StatusSeeOther, "/admin/people/"+v.Param("id"))
}

// adminInvite makes a new link to set a password; earlier links stop working.
func (s *Server) adminInvite(v *visit) error {
	view, err := s.personView(v)
	if err != nil {
		return err
	}
	return s.showInvite(v, view)
}

func (s *Server) showInvite(v *visit, view adminPersonView) error {
	secret, err := s.Store.CreateInvite(v.ctx(), v.Actor(), view.ID, inviteValid)
	if err != nil {
		return err
	}
	view.Secret = &secretShown{Kind: "invite", Text: s.inviteLink(v, secret)}
	return s.showPerson(v, http.StatusOK, view)
}

// inviteLink is the full address to hand over; without a configured base address, the one the administrator uses.
func (s *Server) inviteLink(v *visit, secret string) string {
	path := "/invite/" + secret
	if s.BaseURL != "" {
		return s.publicURL(path)
	}
	return v.Scheme() + "://" + v.Request().Host + path
}

func (s *Server) adminDeactivate(v *visit) error {
	id := store.PersonID(v.Param("id"))
	if err := s.Store.Deactivate(v.ctx(), v.Actor(), id); err != nil {
		return err
	}
	s.presence.end(id)
	return s.backToPerson(v, "admin.person.barred")
}

func (s *Server) adminReactivate(v *visit) error {
	if err := s.Store.Reactivate(v.ctx(), v.Actor(), store.PersonID(v.Param("id"))); err != nil {
		return err
	}
	return s.backToPerson(v, "admin.person.admitted")
}

// tokenLifetimes are the choices of how long a token works, in days.
var tokenLifetimes = map[string]time.Duration{"30": 30 * 24 * time.Hour, "90": 90 * 24 * time.Hour, "365": 365 * 24 * time.Hour}

// adminCreateToken makes a token for the JSON interface and shows it once.
func (s *Server) adminCreateToken(v *visit) error {
	view, err := s.personView(v)
	if err != nil {
		return err
	}
	valid, ok := tokenLifetimes[v.FormValue("days")]
	label := strings.TrimSpace(v.FormValue("label"))
	if !ok || label == "" || len(label) > maxTokenLabel {
		view.Problem = fieldProblem{"label", "admin.token.label.wrong"}
		return s.showPerson(v, http.StatusUnprocessableEntity, view)
	}
	_, secret, err := s.Store.CreateToken(v.ctx(), v.Actor(), view.ID, label, valid)
	if err != nil {
		return err
	}
	view.Secret = &secretShown{Kind: "token", Text: secret}
	return s.showPerson(v, http.StatusOK, view)
}

func (s *Server) adminRevokeToken(v *visit) error {
	if err := s.Store.RevokeToken(v.ctx(), v.Actor(), store.PersonID(v.Param("id")), v.Param("token")); err != nil {
		return err
	}
	return s.backToPerson(v, "admin.token.revoked")
}
