package web

import (
	"crypto/rand"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"

	"github.com/labstack/echo/v4"
)

// contentPolicy allows only what the program itself serves; no inline style or script, no framing.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// maxBody bounds every request's body; a route that takes files sets its own limit before it reads.
const maxBody = 64 << 10

// uploadPaths may carry bodies up to maxUpload.
const maxUpload = 8 << 20

// securityHeaders go on every answer. Pages are personal, so nothing is stored unless a handler says otherwise. The values
// are made once and shared by all answers; who sets another one puts a new list in the place of the shared one.
func (s *Server) securityHeaders(next echo.HandlerFunc) echo.HandlerFunc {
	all := http.Header{}
	all.Set("Content-Security-Policy", contentPolicy)
	all.Set("X-Content-Type-Options", "nosniff")
	all.Set("Referrer-Policy", "same-origin")
	all.Set("Cross-Origin-Opener-Policy", "same-origin")
	all.Set("Cross-Origin-Resource-Policy", "same-origin")
	all.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)")
	all.Set("Cache-Control", "no-store")
	all.Set("X-Robots-Tag", "noindex")
	if s.Secure {
		all.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
	}
	return func(c echo.Context) error {
		maps.Copy(c.Response().Header(), all)
		return next(c)
	}
}

// crossOrigin refuses state changes that another site caused. A request with a cookie must say where it comes from: every
// browser sends Sec-Fetch-Site or Origin, so nothing is lost.
func (s *Server) crossOrigin() (echo.MiddlewareFunc, error) {
	protection := http.NewCrossOriginProtection()
	if s.BaseURL != "" {
		origin, err := originOf(s.BaseURL)
		if err != nil {
			return nil, err
		}
		if err := protection.AddTrustedOrigin(origin); err != nil {
			return nil, fmt.Errorf("web: base address %q: %w", s.BaseURL, err)
		}
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if protection.Check(c.Request()) != nil || silentAboutOrigin(c.Request()) {
				return errCrossOrigin
			}
			return next(c)
		}
	}, nil
}

func originOf(base string) (string, error) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return "", fmt.Errorf("web: base address %q is not an absolute address", base)
	}
	return u.Scheme + "://" + u.Host, nil
}

func silentAboutOrigin(r *http.Request) bool {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return false
	}
	return r.Header.Get("Cookie") != "" && r.Header.Get("Origin") == "" && r.Header.Get("Sec-Fetch-Site") == ""
}

func limitBody(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		limit := int64(maxBody)
		if takesFiles(c.Request().URL.Path) {
			limit = maxUpload
		}
		c.Request().Body = http.MaxBytesReader(c.Response(), c.Request().Body, limit)
		return next(c)
	}
}

// takesFiles lists the addresses where a person sends files.
func takesFiles(path string) bool {
	for _, prefix := range []string{"/admin/import", "/packs", "/studio", "/api/v1/check"} {
		if strings.HasPrefix(path, prefix) {
			return true
		}
	}
	return false
}

const requestIDHeader = "X-Request-ID"

// numberRequest gives each request an id for the log and the error page. Ids of clients are not taken over.
func (s *Server) numberRequest(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set(requestIDHeader, rand.Text()[:12])
		return next(c)
	}
}

// recoverPanics turns a programming mistake into an ordinary error for this request only.
func (s *Server) recoverPanics(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			if r := recover(); r != nil {
				if r == http.ErrAbortHandler {
					panic(r)
				}
				err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
			}
		}()
		return next(c)
	}
}
