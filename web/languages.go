package web

import (
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
	"golang.org/x/text/language"

	"proba/content"
	"proba/engine/store"
)

const languageCookie = "language"

// languageOf picks the interface's language: the cookie, then the person's profile, then what the browser asks for.
func (s *Server) languageOf(c echo.Context, profile string) string {
	codes := content.Languages()
	if cookie, err := c.Cookie(languageCookie); err == nil && slices.Contains(codes, cookie.Value) {
		return cookie.Value
	}
	if slices.Contains(codes, profile) {
		return profile
	}
	return askedLanguage(c.Request().Header.Get("Accept-Language"), codes)
}

func askedLanguage(header string, codes []string) string {
	// A browser's list is short; a long one is not read.
	if len(header) > 256 {
		return codes[0]
	}
	asked, _, err := language.ParseAcceptLanguage(header)
	if err != nil || len(asked) == 0 {
		return codes[0]
	}
	tags := make([]language.Tag, len(codes))
	for i, code := range codes {
		tags[i] = language.MustParse(code)
	}
	_, index, _ := language.NewMatcher(tags).Match(asked...)
	return codes[index]
}

func (s *Server) languageChoices(v *visit) []LanguageChoice {
	var out []LanguageChoice
	for _, code := range content.Languages() {
		// Every language names itself in itself; the key is the same in all files.
		name, err := s.texts.In(code).Text("language.name")
		if err != nil {
			name = strings.ToUpper(code)
		}
		out = append(out, LanguageChoice{Code: code, Name: name, Current: code == v.texts.Language()})
	}
	return out
}

// chooseLanguage keeps the language in a cookie and, for a signed-in person, in the profile.
func (s *Server) chooseLanguage(v *visit) error {
	code := v.FormValue("language")
	if !slices.Contains(content.Languages(), code) {
		return errBadRequest
	}
	s.remember(v, languageCookie, code)
	if v.SignedIn() && v.person.Language != code {
		if err := s.Store.ChangePerson(v.ctx(), v.Actor(), v.person.ID, store.PersonChange{Language: &code}); err != nil {
			return err
		}
	}
	return v.Redirect(http.StatusSeeOther, localPath(v.FormValue("back")))
}

// localPath is a path of this site to return to; "/" for anything that could lead elsewhere.
func localPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") {
		return "/"
	}
	return path
}
