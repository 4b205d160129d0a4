package web

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"proba/engine/live"
	"proba/engine/store"
)

// The errors that handlers return for what a visitor did; everything else is the program's own trouble.
var (
	errSignInNeeded = errors.New("not signed in")
	errForbidden    = errors.New("role not held")
	errNotFound     = errors.New("no such page")
	errBadRequest   = errors.New("request cannot be understood")
	errBadForm      = errors.New("form cannot be read")
	errCrossOrigin  = errors.New("request caused by another site")
	errTooMany      = errors.New("too many tries")
	errIncomplete   = errors.New("conditions of the certificate do not hold")
	errGone         = errors.New("link used or expired")
	errNoTestClock  = errors.New("the clock is not a test clock")
	errBusy         = errors.New("the check took too long")
	errAuthor       = errors.New("the assessor wrote what was played")
)

// errorKind is how an error is shown: status and the family of catalogue texts error.KEY.title and error.KEY.help.
type errorKind struct {
	is     error
	status int
	key    string
}

// errorKinds is the one table from error to page; the first that matches counts.
var errorKinds = []errorKind{
	{errSignInNeeded, http.StatusUnauthorized, "signin"},
	{errForbidden, http.StatusForbidden, "forbidden"},
	{errNotFound, http.StatusNotFound, "missing"},
	{store.ErrNotFound, http.StatusNotFound, "missing"},
	{errBadRequest, http.StatusBadRequest, "unclear"},
	{errBadForm, http.StatusBadRequest, "unclear"},
	{errCrossOrigin, http.StatusForbidden, "origin"},
	{errTooMany, http.StatusTooManyRequests, "toomany"},
	{errIncomplete, http.StatusConflict, "incomplete"},
	{errGone, http.StatusGone, "gone"},
	{store.ErrExpired, http.StatusGone, "gone"},
	{errAuthor, http.StatusForbidden, "author"},
	{store.ErrSelf, http.StatusForbidden, "self"},
	{store.ErrLastAdmin, http.StatusConflict, "lastadmin"},
	{store.ErrNoAttempts, http.StatusConflict, "attempts"},
	{store.ErrAlreadyRunning, http.StatusConflict, "running"},
	{store.ErrNotFinished, http.StatusConflict, "unfinished"},
	{store.ErrExists, http.StatusConflict, "exists"},
	{store.ErrInvalid, http.StatusUnprocessableEntity, "invalid"},
	{store.ErrStale, http.StatusConflict, "stale"},
	{store.ErrConflict, http.StatusConflict, "conflict"},
	{errNoTestClock, http.StatusNotImplemented, "testclock"},
	{errBusy, http.StatusRequestEntityTooLarge, "toolong"},
	{live.ErrClosed, http.StatusServiceUnavailable, "closing"},
	{store.ErrFull, http.StatusInsufficientStorage, "full"},
}

var internalKind = errorKind{nil, http.StatusInternalServerError, "internal"}

// statusKinds are for errors that come from echo and net/http with a status only.
var statusKinds = map[int]errorKind{
	http.StatusNotFound:              {nil, http.StatusNotFound, "missing"},
	http.StatusMethodNotAllowed:      {nil, http.StatusMethodNotAllowed, "method"},
	http.StatusRequestEntityTooLarge: {nil, http.StatusRequestEntityTooLarge, "large"},
	http.StatusBadRequest:            {nil, http.StatusBadRequest, "unclear"},
}

func kindOf(err error) errorKind {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return statusKinds[http.StatusRequestEntityTooLarge]
	}
	for _, k := range errorKinds {
		if errors.Is(err, k.is) {
			return k
		}
	}
	var fromEcho *echo.HTTPError
	if errors.As(err, &fromEcho) {
		if k, ok := statusKinds[fromEcho.Code]; ok {
			return k
		}
	}
	return internalKind
}

type errorView struct {
	Page
	Key string
	// Request is the number to quote when asking for help.
	Request string
}

// Problem is an error of the JSON interface (RFC 9457).
type Problem struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail,omitempty"`
	Request string `json:"request,omitempty"`
	// Last is the number of the session's last event, with a command made on an older state.
	Last int `json:"last,omitempty"`
	// Reason is the engine's code for a command it refused.
	Reason string `json:"reason,omitempty"`
}

// showError is where every error becomes an answer: a page, or problem details for machines. What exactly failed goes to
// the log under the request's number, never to the visitor.
func (s *Server) showError(err error, c echo.Context) {
	v, kind := s.visitOf(c), kindOf(err)
	request := c.Response().Header().Get(requestIDHeader)
	if kind.status >= http.StatusInternalServerError {
		s.Logger.Error("request failed", "request", request, "method", c.Request().Method, "path", c.Path(), "person", v.person.ID, "error", err)
	}
	if c.Response().Committed {
		return
	}
	if err := s.answerError(v, kind, request); err != nil {
		s.Logger.Error("error page failed", "request", request, "error", err)
	}
}

func (s *Server) answerError(v *visit, kind errorKind, request string) error {
	switch {
	case wantsJSON(v):
		problem, err := s.problemOf(v, kind)
		if err != nil {
			return err
		}
		return sendProblem(v, problem)
	case kind.status == http.StatusUnauthorized && v.Request().Method == get:
		return v.Redirect(http.StatusSeeOther, signInAddress(v))
	case kind.status == http.StatusUnauthorized:
		return v.Redirect(http.StatusSeeOther, "/sign-in")
	}
	page := s.page(v, "error."+kind.key+".title", "")
	page.Body = "page page--narrow"
	return s.renderStatus(v, kind.status, "core/error", errorView{Page: page, Key: kind.key, Request: request})
}

// problemOf is an error in the words of the visitor's language, for machines.
func (s *Server) problemOf(v *visit, kind errorKind) (Problem, error) {
	title, err := v.texts.Text("error." + kind.key + ".title")
	if err != nil {
		return Problem{}, err
	}
	detail, err := v.texts.Text("error." + kind.key + ".help")
	request := v.Response().Header().Get(requestIDHeader)
	return Problem{Type: "about:blank#" + kind.key, Title: title, Status: kind.status, Detail: detail, Request: request}, err
}

func sendProblem(v *visit, p Problem) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return v.Blob(p.Status, "application/problem+json", body)
}

// wantsJSON tells machines and script from people.
func wantsJSON(v *visit) bool {
	if strings.HasPrefix(v.Request().URL.Path, "/api/") {
		return true
	}
	accept := v.Request().Header.Get("Accept")
	return strings.Contains(accept, "application/json") || strings.Contains(accept, "text/event-stream")
}
