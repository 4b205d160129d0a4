package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"proba/content"
	"proba/engine/live"
	"proba/engine/store"
	"proba/web"
)

type serveCommand struct {
	Addr        string `default:"127.0.0.1:8080" help:"Address to listen on."`
	Data        string `default:"./data" help:"Folder of the records; made where missing."`
	DSN         string `name:"dsn" help:"PostgreSQL database instead of SQLite in the data folder."`
	Library     string `type:"existingdir" help:"Folder of author files instead of the shipped library."`
	Demo        bool   `help:"Seed people and past sessions into empty records, and show their sign-ins on this machine only."`
	Metrics     string `help:"Address of the listener for /metrics; none when left out."`
	BaseURL     string `name:"base-url" help:"How the outside reaches the server, as in https://proba.example.org."`
	Secure      bool   `help:"Browsers come by https: secure cookies and HSTS."`
	BehindProxy bool   `help:"Take client addresses from the proxy's X-Forwarded-For."`
	Place       string `help:"Name of the organisation, shown at sign-in."`
	// Rater, where one is named, is asked about assessed sessions once they are over.
	Rater raterFlags `embed:"" prefix:"rater-"`
}

// The server's own limits. Streams lift the write limit for themselves.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	// drain is how long a stopping server waits for what is under way.
	drain = 8 * time.Second
)

var errDemoOutside = errors.New("demo people have known passwords: --demo listens on a loopback address only")

// Run serves until the context ends, then drains: new commands are refused, streams end, what was begun is committed.
func (c *serveCommand) Run(ctx context.Context, io streams) error {
	if c.Demo && !isLoopback(c.Addr) {
		return errDemoOutside
	}
	house, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer house.close()
	listener, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	if err := c.announce(ctx, io, house, listener.Addr().String()); err != nil {
		return err
	}
	// Reading the library leaves three times what stays of it; give that back once, before anybody comes.
	go debug.FreeOSMemory()
	return c.serve(ctx, house, listener)
}

// house is everything a running server is made of.
type house struct {
	store   *store.Store
	live    *live.Sessions
	library *web.Library
	server  *web.Server
	rating  *rating
	demo    []web.DemoPerson
}

func (h *house) close() {
	if h.store != nil {
		h.store.Close() //nolint:errcheck // nothing is left that could act on it
	}
}

func (c *serveCommand) records() store.Config {
	return store.Config{Path: filepath.Join(c.Data, "proba.db"), DSN: c.DSN}
}

// open puts the house together, lowest floor first.
func (c *serveCommand) open(ctx context.Context) (*house, error) {
	if err := os.MkdirAll(c.Data, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	h := &house{}
	var err error
	if c.Demo {
		if h.demo, err = seedDemo(ctx, c.records(), time.Now()); err != nil {
			return nil, fmt.Errorf("seed the demo: %w", err)
		}
	}
	if h.store, err = store.Open(ctx, c.records()); err != nil {
		return nil, err
	}
	if err := h.fill(ctx, c); err != nil {
		h.close()
		return nil, err
	}
	return h, nil
}

func (h *house) fill(ctx context.Context, c *serveCommand) error {
	var err error
	logger := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	if h.library, err = web.OpenLibrary(ctx, h.store, c.authorFiles()); err != nil {
		return err
	}
	for name, problems := range h.library.Aside() {
		logger.Warn("a published pack has errors and was put aside", "pack", name, "first", problems[0].Format())
	}
	shelf := live.NewShelf(h.store)
	h.library.Keep(shelf)
	if h.live, err = live.New(live.Config{Records: h.store, Scripts: shelf.Script, Logger: logger}); err != nil {
		return err
	}
	if _, err := h.live.Resume(ctx); err != nil {
		return err
	}
	raters, err := c.Rater.raters()
	if err != nil {
		return err
	}
	h.rating = newRating(h.store, shelf, raters, logger)
	h.server, err = web.New(web.Config{
		Store: h.store, Live: h.live, Library: h.library, Logger: logger, BaseURL: c.BaseURL, Secure: c.Secure,
		BehindProxy: c.BehindProxy, Place: c.Place, DemoPeople: h.demo,
	})
	return err
}

func (c *serveCommand) authorFiles() fs.FS {
	if c.Library != "" {
		return os.DirFS(c.Library)
	}
	return content.Library()
}

// announce prints the address and how to sign in. Without anybody who could sign in, it prints a one-time link for the
// first administrator: there is never a default password.
func (c *serveCommand) announce(ctx context.Context, io streams, h *house, addr string) error {
	fmt.Fprintf(io.out, "Proba listens on http://%s\n", addr)
	for _, p := range h.demo {
		fmt.Fprintf(io.out, "  %-9s %-18s password %s   (%s)\n", p.Role, p.Login, p.Password, p.Name)
	}
	link, err := firstAdministrator(ctx, h.store)
	if err != nil || link == "" {
		return err
	}
	fmt.Fprintf(io.out, "Nobody can sign in yet. The first administrator opens, once, within a day:\n  http://%s%s\n", addr, link)
	return nil
}

func firstAdministrator(ctx context.Context, records *store.Store) (path string, err error) {
	people, err := records.People(ctx, store.PeopleFilter{Role: store.Admin, Active: true})
	if err != nil {
		return "", err
	}
	for _, p := range people {
		known, err := records.CredentialsByLogin(ctx, p.Login)
		if err != nil || known.PasswordHash != "" {
			return "", err
		}
	}
	by := store.CommandLine("serve")
	var id store.PersonID
	if len(people) > 0 {
		id = people[0].ID
	} else if id, err = records.CreatePerson(ctx, by, store.NewPerson{Login: "admin", Name: "Administrator", Roles: []store.Role{store.Admin}}); err != nil {
		return "", err
	}
	secret, err := records.CreateInvite(ctx, by, id, 24*time.Hour)
	if err != nil {
		return "", err
	}
	return "/invite/" + secret, nil
}

// serve answers until ctx ends.
func (c *serveCommand) serve(ctx context.Context, h *house, listener net.Listener) error {
	collectSeldom()
	server := &http.Server{
		Handler: h.server.Handler(), ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: 32 << 10,
	}
	failed := make(chan error, 2)
	go func() { failed <- server.Serve(listener) }()
	metrics := c.serveMetrics(failed)
	go sweep(ctx, h.store)
	rated := make(chan struct{})
	go func() {
		defer close(rated)
		h.rating.run(ctx)
	}()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	patience, stop := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer stop()
	// Streams end first: an open one would hold the server until the patience is out.
	err := h.live.Close(patience)
	<-rated // it ends with ctx, and writes to the records
	return errors.Join(err, server.Shutdown(patience), metrics.Shutdown(patience))
}

// collectSeldom lets the heap of a running server grow to three times what is in use before it is looked through: with
// some ten megabytes in use, memory is cheaper than a fifth of the processor. GOGC says otherwise where it is set.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
}

// sweepEvery is how often what has expired is deleted: sign-ins, invites, tokens.
const sweepEvery = time.Hour

// sweep deletes what has expired, at once and then hourly, until ctx ends.
func sweep(ctx context.Context, records *store.Store) {
	hourly := time.NewTicker(sweepEvery)
	defer hourly.Stop()
	for {
		if _, err := records.DeleteExpired(ctx); err != nil && ctx.Err() == nil {
			slog.Error("expired sign-ins stay for now", "error", err)
		}
		select {
		case <-hourly.C:
		case <-ctx.Done():
			return
		}
	}
}

// serveMetrics answers /metrics on a listener of its own; without an address nothing listens.
func (c *serveCommand) serveMetrics(failed chan<- error) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	server := &http.Server{Addr: c.Metrics, Handler: mux, ReadHeaderTimeout: headerTimeout}
	if c.Metrics != "" {
		go func() { failed <- server.ListenAndServe() }()
	}
	return server
}

func isLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
