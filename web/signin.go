package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"

	"proba/engine/store"
)

type signInView struct {
	Page
	Login string
	Place string
	// To is where to go afterwards.
	To string
	// Failed tells that name and password did not match; Left tries remain.
	Failed bool
	Left   int
	// Paused is how long no try is taken; 0 when tries are.
	Paused time.Duration
	// Ended tells that a page asked for a sign-in that was there before.
	Ended bool
	// Announcement is the organisation's own sentence.
	Announcement string
	Demo         []DemoPerson
}

// front sends a visitor to his first page.
func (s *Server) front(v *visit) error {
	if !v.SignedIn() {
		return v.Redirect(http.StatusSeeOther, "/sign-in")
	}
	return v.Redirect(http.StatusSeeOther, homeOf(v))
}

// homeOf is the first place of a person's navigation; the account page for somebody without a role.
func homeOf(v *visit) string {
	if nav := navOf(v, ""); len(nav) > 0 {
		return nav[0].Path
	}
	return "/account"
}

func (s *Server) signInPage(v *visit) error {
	if v.SignedIn() {
		return v.Redirect(http.StatusSeeOther, homeOf(v))
	}
	view, err := s.signInView(v)
	if err != nil {
		return err
	}
	return s.render(v, "core/signin", view)
}

func (s *Server) signInView(v *visit) (signInView, error) {
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return signInView{}, err
	}
	view := signInView{Page: s.page(v, "signin.title", ""), To: v.QueryParam("to"), Ended: v.QueryParam("to") != ""}
	view.Bare, view.Body, view.Announcement = true, "bare", settings.SignInNotice
	view.Place = settings.Organisation
	if view.Place == "" {
		view.Place = s.Place
	}
	if s.fromThisMachine(v) {
		view.Demo = s.DemoPeople
	}
	return view, nil
}

// fromThisMachine tells whether the browser runs on the server's machine.
func (s *Server) fromThisMachine(v *visit) bool {
	ip := net.ParseIP(v.RealIP())
	return ip != nil && ip.IsLoopback()
}

// signIn checks name and password. Wrong name and wrong password get the same answer after the same work.
func (s *Server) signIn(v *visit) error {
	login, address := v.FormValue("login"), v.RealIP()
	left, until, ok := s.throttle.take(login, address)
	if !ok {
		return s.refuseSignIn(v, http.StatusTooManyRequests, func(view *signInView) { view.Paused = until.Sub(s.Now()) })
	}
	person, ok, err := s.identify(v, login, v.FormValue("password"))
	if err != nil {
		return err
	}
	if !ok {
		return s.refuseSignIn(v, http.StatusUnauthorized, func(view *signInView) { view.Failed, view.Left = true, left })
	}
	s.throttle.succeeded(login, address)
	return s.enter(v, person, v.FormValue("to"))
}

// enter begins a sign-in, writes it down and leads to where the person wanted to go.
func (s *Server) enter(v *visit, person store.Person, to string) error {
	if err := s.begin(v, person); err != nil {
		return err
	}
	v.person = person
	if err := s.Store.Audit(v.ctx(), v.Actor(), "signin", string(person.ID), ""); err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	if to = localPath(to); to != "/" {
		return v.Redirect(http.StatusSeeOther, to)
	}
	return v.Redirect(http.StatusSeeOther, homeOf(v))
}

// identify finds the active person of a login whose password this is.
func (s *Server) identify(v *visit, login, password string) (store.Person, bool, error) {
	known, err := s.Store.CredentialsByLogin(v.ctx(), login)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return store.Person{}, false, err
	}
	hash := known.PasswordHash
	if !known.Person.Active {
		hash = ""
	}
	ok, err := s.hasher.matches(v.ctx(), hash, password)
	return known.Person, ok, err
}

func (s *Server) refuseSignIn(v *visit, status int, say func(*signInView)) error {
	view, err := s.signInView(v)
	if err != nil {
		return err
	}
	view.Login, view.To, view.Ended = v.FormValue("login"), v.FormValue("to"), false
	say(&view)
	return s.renderStatus(v, status, "core/signin", view)
}

// signOut ends this browser's sign-in and the person's open streams.
func (s *Server) signOut(v *visit) error {
	if !v.SignedIn() {
		return v.Redirect(http.StatusSeeOther, "/sign-in")
	}
	if err := s.sessions.Destroy(v.ctx()); err != nil {
		return err
	}
	s.presence.end(v.person.ID)
	if err := s.Store.Audit(v.ctx(), v.Actor(), "signout", string(v.person.ID), ""); err != nil {
		return err
	}
	return v.Redirect(http.StatusSeeOther, "/sign-in")
}

// signInAddress is the sign-in page with the way back.
func signInAddress(v *visit) string {
	here := v.Request().URL.RequestURI()
	if here == "/" || localPath(here) == "/" {
		return "/sign-in"
	}
	return "/sign-in?to=" + url.QueryEscape(here)
}
