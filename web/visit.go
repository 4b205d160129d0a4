package web

import (
	"context"
	"fmt"
	"strings"

	"github.com/labstack/echo/v4"

	"proba/content"
	"proba/engine/store"
)

// visit is one request with what is known about who makes it. Handlers take it instead of echo.Context.
type visit struct {
	echo.Context
	// person who is signed in; the zero Person when nobody is.
	person store.Person
	// texts of the language the page is shown in.
	texts *content.Texts
	theme theme
}

// handler answers one visit. Errors become pages in errors.go.
type handler func(*visit) error

// SignedIn tells whether a person is known.
func (v *visit) SignedIn() bool { return v.person.ID != "" }

// Has tells whether the person holds the role.
func (v *visit) Has(role store.Role) bool { return v.person.Is(role) }

// Actor is the person as the one who changes records; see [store.Actor].
func (v *visit) Actor() store.Actor {
	return store.Actor{Person: v.person.ID, Name: v.person.Login, Address: v.RealIP()}
}

// ctx is the request's context.
func (v *visit) ctx() context.Context { return v.Request().Context() }

// serve turns a route into an echo handler: recognise the visitor, check the audience, run the handler.
func (s *Server) serve(r route) echo.HandlerFunc {
	return func(c echo.Context) error {
		v, err := s.newVisit(c)
		if err != nil {
			return err
		}
		c.Set(visitKey, v)
		if !r.who.admits(v) {
			return refusal(v)
		}
		if err := readForm(v); err != nil {
			return err
		}
		return r.handle(v)
	}
}

// readForm reads a plain form before the handler asks for its values, which would hide that it is too large or broken.
// Uploads are read by their handlers.
func readForm(v *visit) error {
	kind := v.Request().Header.Get(echo.HeaderContentType)
	if v.Request().Method != post || !strings.HasPrefix(kind, echo.MIMEApplicationForm) {
		return nil
	}
	if err := v.Request().ParseForm(); err != nil {
		return fmt.Errorf("%w: %w", errBadForm, err)
	}
	return nil
}

const visitKey = "visit"

// visitOf is the visit that serve made, or would have made where no route took the request; one without a person when
// that is not possible, so that an error can always be shown.
func (s *Server) visitOf(c echo.Context) *visit {
	if v, ok := c.Get(visitKey).(*visit); ok {
		return v
	}
	if c.Get(signInLoadedKey) != nil {
		if v, err := s.newVisit(c); err == nil {
			return v
		}
	}
	return &visit{Context: c, texts: s.texts.In(s.languageOf(c, "")), theme: themeOf(c, store.Person{})}
}

func (s *Server) newVisit(c echo.Context) (*visit, error) {
	person, err := s.personOf(c)
	if err != nil {
		return nil, err
	}
	return &visit{Context: c, person: person, texts: s.texts.In(s.languageOf(c, person.Language)), theme: themeOf(c, person)}, nil
}

func refusal(v *visit) error {
	if v.SignedIn() {
		return errForbidden
	}
	return errSignInNeeded
}
