package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/go-playground/validator/v10"
	"github.com/labstack/echo/v4"

	"proba/content"
	"proba/engine/live"
	"proba/engine/store"
)

// Config is what a Server needs. Store, Live and Library are required.
type Config struct {
	Store   *store.Store
	Live    *live.Sessions
	Library *Library
	// Now is the wall clock; nil means time.Now.
	Now func() time.Time
	// Zone is where dates are shown; nil means time.Local.
	Zone *time.Location
	// Logger receives one line per failed request; nil discards. Persons appear by id only.
	Logger *slog.Logger
	// BaseURL is how the outside reaches the server, as in "https://proba.example.org"; "" for a plain local server.
	BaseURL string
	// Secure tells that browsers reach the server by https: cookies get the __Host- prefix and HSTS is sent.
	Secure bool
	// BehindProxy takes the client's address from the last X-Forwarded-For entry. Without it the header is ignored.
	BehindProxy bool
	// Place is the name of the organisation, shown at sign-in; "" shows none.
	Place string
	// DemoPeople are the sign-ins shown on the sign-in page to browsers on this machine; empty in earnest use.
	DemoPeople []DemoPerson
}

// DemoPerson is a sign-in that the demonstration shows.
type DemoPerson struct {
	Login, Password, Name string
	Role                  store.Role
}

// Server answers every request of the site. It may be used by any number of goroutines.
type Server struct {
	Config
	echo     *echo.Echo
	sessions *scs.SessionManager
	texts    *content.Catalogue
	assets   *assets
	pages    *pages
	hasher   *hasher
	throttle *throttle
	presence *presence
	checker  *checker
	// exam is what the check of the present library found.
	exam *examination
	// valid holds the one instance of the rules for what comes in as JSON.
	valid  *validator.Validate
	routes []route
}

// New builds a server. The error names what in the configuration, templates, texts or routes cannot be used.
func New(config Config) (*Server, error) {
	if config.Store == nil || config.Live == nil || config.Library == nil {
		return nil, fmt.Errorf("web: store, live sessions and library are required")
	}
	s := &Server{Config: withDefaults(config), presence: newPresence(), checker: newChecker(), valid: validator.New(validator.WithRequiredStructEnabled())}
	s.exam = newExamination(s.checker)
	s.throttle = newThrottle(s.Now)
	s.sessions = newSignIns(s.Config)
	var err error
	if s.hasher, err = newHasher(); err != nil {
		return nil, err
	}
	if s.texts, err = content.LoadCatalogue(); err != nil {
		return nil, err
	}
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	if s.pages, err = parsePages(s); err != nil {
		return nil, err
	}
	return s, s.build()
}

func withDefaults(c Config) Config {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Zone == nil {
		c.Zone = time.Local
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c
}

// Handler is the whole site.
func (s *Server) Handler() http.Handler { return s.echo }

// build sets echo up: what holds for every request, then the table of routes.
func (s *Server) build() error {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.showError
	e.IPExtractor = ipExtractor(s.BehindProxy)
	guard, err := s.crossOrigin()
	if err != nil {
		return err
	}
	e.Pre(s.numberRequest, s.securityHeaders, s.recoverPanics, guard, limitBody)
	e.Use(s.loadSignIn)
	s.echo = e
	s.routes = s.table()
	for _, r := range s.routes {
		e.Add(r.method, r.path, s.serve(r))
	}
	return checkRoutes(s.routes)
}

// checkRoutes refuses a route that does not say who may come.
func checkRoutes(routes []route) error {
	for _, r := range routes {
		if r.who.admits == nil {
			return fmt.Errorf("web: route %s %s does not say who may come", r.method, r.path)
		}
	}
	return nil
}

func ipExtractor(behindProxy bool) echo.IPExtractor {
	if behindProxy {
		return echo.ExtractIPFromXFFHeader()
	}
	return echo.ExtractIPDirect()
}

// publicURL is an absolute address of a path of this site, for links that leave it.
func (s *Server) publicURL(path string) string {
	if s.BaseURL == "" {
		return path
	}
	joined, err := url.JoinPath(s.BaseURL, path)
	if err != nil {
		return path
	}
	return joined
}
