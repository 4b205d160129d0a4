package web

import (
	"errors"
	"net/http"

	"proba/engine/store"
)

type inviteView struct {
	Page
	Name, Login string
	Password    passwordFields
}

// passwordFields are the two fields of a new password and what is wrong with them, as a catalogue key.
type passwordFields struct {
	Problem string
	Min     int
}

// invitePage asks a new person for a password. Looking at it does not use the link up.
func (s *Server) invitePage(v *visit) error {
	v.Response().Header().Set("Referrer-Policy", "no-referrer")
	person, err := s.Store.InvitedPerson(v.ctx(), v.Param("code"))
	if err != nil {
		return inviteError(err)
	}
	return s.render(v, "core/invite", s.inviteView(v, person, ""))
}

func (s *Server) inviteView(v *visit, person store.Person, problem string) inviteView {
	view := inviteView{Page: s.page(v, "invite.title", ""), Name: person.Name, Login: person.Login}
	view.Bare, view.Body = true, "bare"
	// The link is a secret; changing the language leads back to it by the browser's own history, not by the page.
	view.Here = "/sign-in"
	view.Password = passwordFields{Problem: problem, Min: minPassword}
	return view
}

// acceptInvite sets the password and signs the person in.
func (s *Server) acceptInvite(v *visit) error {
	person, err := s.Store.InvitedPerson(v.ctx(), v.Param("code"))
	if err != nil {
		return inviteError(err)
	}
	password, problem := newPassword(v, person)
	if problem != "" {
		return s.renderStatus(v, http.StatusUnprocessableEntity, "core/invite", s.inviteView(v, person, problem))
	}
	hash, err := s.hasher.hash(v.ctx(), password)
	if err != nil {
		return err
	}
	person, err = s.Store.UseInvite(v.ctx(), v.RealIP(), v.Param("code"), hash)
	if err != nil {
		return inviteError(err)
	}
	return s.enter(v, person, "/")
}

func inviteError(err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrExpired) {
		return errGone
	}
	return err
}

// newPassword reads the two fields; problem is a catalogue key, "" when the password can be taken.
func newPassword(v *visit, person store.Person) (password, problem string) {
	password = v.FormValue("password")
	if password != v.FormValue("again") {
		return "", "password.differ"
	}
	switch err := checkNewPassword(password, person.Login, person.Name); {
	case errors.Is(err, errPasswordShort):
		return "", "password.short"
	case errors.Is(err, errPasswordLong):
		return "", "password.long"
	case err != nil:
		return "", "password.easy"
	}
	return password, ""
}
