package web

import (
	"net/http"

	"proba/engine/store"
)

type accountView struct {
	Page
	Login, Group string
	Roles        []store.Role
	Wrong        bool
	Password     passwordFields
}

func (s *Server) accountPage(v *visit) error {
	return s.render(v, "core/account", s.accountView(v, ""))
}

func (s *Server) accountView(v *visit, problem string) accountView {
	view := accountView{Page: s.page(v, "account.title", ""), Login: v.person.Login, Group: v.person.Group, Roles: v.person.Roles}
	view.Body = "page page--narrow"
	view.Password = passwordFields{Problem: problem, Min: minPassword}
	return view
}

// changePassword needs the present password, and ends every sign-in of the person but the one made here.
func (s *Server) changePassword(v *visit) error {
	_, _, ok := s.throttle.take(v.person.Login, v.RealIP())
	if !ok {
		return errTooMany
	}
	_, ok, err := s.identify(v, v.person.Login, v.FormValue("current"))
	if err != nil {
		return err
	}
	view := s.accountView(v, "")
	password, problem := newPassword(v, v.person)
	if view.Wrong, view.Password.Problem = !ok, problem; !ok || problem != "" {
		return s.renderStatus(v, http.StatusUnprocessableEntity, "core/account", view)
	}
	return s.replacePassword(v, password)
}

func (s *Server) replacePassword(v *visit, password string) error {
	hash, err := s.hasher.hash(v.ctx(), password)
	if err != nil {
		return err
	}
	if err := s.Store.SetPassword(v.ctx(), v.Actor(), v.person.ID, hash); err != nil {
		return err
	}
	s.throttle.succeeded(v.person.Login, v.RealIP())
	s.presence.end(v.person.ID)
	if err := s.begin(v, v.person); err != nil {
		return err
	}
	s.notify(v, "account.changed")
	return v.Redirect(http.StatusSeeOther, "/account")
}
