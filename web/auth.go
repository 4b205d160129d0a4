package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/labstack/echo/v4"

	"proba/engine/store"
)

// A sign-in ends twelve hours after it began, or two hours after the last request.
const (
	signInLifetime = 12 * time.Hour
	signInIdle     = 2 * time.Hour
	// seenEvery is how often the last request is written down.
	seenEvery = 5 * time.Minute
)

// What a sign-in holds.
const (
	keyPerson = "person"
	keySeen   = "seen"
	keyNotice = "notice"
)

func newSignIns(c Config) *scs.SessionManager {
	m := scs.New()
	m.Store = c.Store.SignIns()
	m.Lifetime = signInLifetime
	m.HashTokenInStore = false // the store keeps hashes itself
	m.Cookie.Name = "proba"
	if c.Secure {
		m.Cookie.Name = "__Host-proba"
	}
	m.Cookie.Secure = c.Secure
	m.Cookie.HttpOnly = true
	m.Cookie.Path = "/"
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Persist = false
	return m
}

// signInLoadedKey marks a request whose sign-in is known.
const signInLoadedKey = "sign-in loaded"

// loadSignIn makes the sign-in of the request's cookie known, and keeps what changed in it before the answer begins.
func (s *Server) loadSignIn(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		token := ""
		if cookie, err := c.Cookie(s.sessions.Cookie.Name); err == nil {
			token = cookie.Value
		}
		ctx, err := s.sessions.Load(c.Request().Context(), token)
		if err != nil {
			return err
		}
		c.SetRequest(c.Request().WithContext(ctx))
		c.Set(signInLoadedKey, true)
		c.Response().Before(func() {
			if err := s.keepSignIn(c); err != nil {
				s.Logger.Error("sign-in not kept", "request", c.Response().Header().Get(requestIDHeader), "error", err)
			}
		})
		return next(c)
	}
}

// keepSignIn stores a changed sign-in under its person and sends or clears the cookie.
func (s *Server) keepSignIn(c echo.Context) error {
	ctx := c.Request().Context()
	switch s.sessions.Status(ctx) {
	case scs.Modified:
		person := store.PersonID(s.sessions.GetString(ctx, keyPerson))
		token, expiry, err := s.sessions.Commit(store.WithSignInOf(ctx, person))
		if err != nil {
			return err
		}
		s.sessions.WriteSessionCookie(ctx, c.Response(), token, expiry)
	case scs.Destroyed:
		s.sessions.WriteSessionCookie(ctx, c.Response(), "", time.Time{})
	}
	return nil
}

// personOf finds who makes a request: by bearer token under /api/, by cookie everywhere else. Roles and rights are read
// anew for each request, so a change holds at once. The zero Person means nobody.
func (s *Server) personOf(c echo.Context) (store.Person, error) {
	var person store.Person
	var err error
	if strings.HasPrefix(c.Request().URL.Path, "/api/") {
		person, err = s.personByToken(c)
	} else {
		person, err = s.personBySignIn(c)
	}
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrExpired) || !person.Active {
		return store.Person{}, ignoreUnknown(err)
	}
	return person, err
}

func ignoreUnknown(err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrExpired) {
		return nil
	}
	return err
}

func (s *Server) personByToken(c echo.Context) (store.Person, error) {
	scheme, secret, _ := strings.Cut(c.Request().Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || secret == "" {
		return store.Person{}, nil
	}
	return s.Store.PersonByToken(c.Request().Context(), secret)
}

func (s *Server) personBySignIn(c echo.Context) (store.Person, error) {
	ctx := c.Request().Context()
	id := s.sessions.GetString(ctx, keyPerson)
	if id == "" {
		return store.Person{}, nil
	}
	now, seen := s.Now(), time.UnixMilli(s.sessions.GetInt64(ctx, keySeen))
	if now.Sub(seen) > signInIdle {
		return store.Person{}, s.sessions.Destroy(ctx)
	}
	if now.Sub(seen) > seenEvery {
		s.sessions.Put(ctx, keySeen, now.UnixMilli())
	}
	return s.Store.Person(ctx, store.PersonID(id))
}

// begin signs a person in on this browser under a new token, so that a token known before is worth nothing.
func (s *Server) begin(v *visit, person store.Person) error {
	ctx := v.ctx()
	if err := s.sessions.RenewToken(ctx); err != nil {
		return err
	}
	s.sessions.SetDeadline(ctx, s.Now().Add(signInLifetime))
	s.sessions.Put(ctx, keyPerson, string(person.ID))
	s.sessions.Put(ctx, keySeen, s.Now().UnixMilli())
	return nil
}

// notify keeps a catalogue key to be said on the next page.
func (s *Server) notify(v *visit, key string) { s.sessions.Put(v.ctx(), keyNotice, key) }

func (s *Server) takeNotice(v *visit) string {
	if !v.SignedIn() || !s.sessions.Exists(v.ctx(), keyNotice) {
		return ""
	}
	return s.sessions.PopString(v.ctx(), keyNotice)
}
