package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"proba/engine/store"
)

// theme is the choice between light and dark; "" follows the system.
type theme string

const (
	themeSystem theme = ""
	themeLight  theme = "light"
	themeDark   theme = "dark"
)

const themeCookie = "theme"

// themeOf reads the choice from its cookie, else from the profile; anything unknown follows the system.
func themeOf(c echo.Context, person store.Person) theme {
	chosen := theme(person.Theme)
	if cookie, err := c.Cookie(themeCookie); err == nil {
		chosen = theme(cookie.Value)
	}
	switch chosen {
	case themeLight, themeDark:
		return chosen
	default:
		return themeSystem
	}
}

// Next is what the one theme button turns to: light, dark, as the system.
func (t theme) Next() theme {
	switch t {
	case themeSystem:
		return themeDark
	case themeDark:
		return themeLight
	default:
		return themeSystem
	}
}

func (s *Server) chooseTheme(v *visit) error {
	switch chosen := theme(v.FormValue("theme")); chosen {
	case themeSystem, themeLight, themeDark:
		s.remember(v, themeCookie, string(chosen))
		if err := s.keepTheme(v, string(chosen)); err != nil {
			return err
		}
		return v.Redirect(http.StatusSeeOther, localPath(v.FormValue("back")))
	default:
		return errBadRequest
	}
}

func (s *Server) keepTheme(v *visit, chosen string) error {
	if !v.SignedIn() || v.person.Theme == chosen {
		return nil
	}
	return s.Store.ChangePerson(v.ctx(), v.Actor(), v.person.ID, store.PersonChange{Theme: &chosen})
}

// remember keeps a choice of this browser for a year; such cookies say nothing about the person.
func (s *Server) remember(v *visit, name, value string) {
	v.SetCookie(&http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
	})
}
