package web

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/content"
	"proba/engine/live"
	"proba/engine/store"
	"proba/scenarios"
)

// testPassword is everybody's password in tests.
const testPassword = "quattro parole comuni bastano"

// testHash is made once, because hashing is slow on purpose.
var testHash = sync.OnceValues(func() (string, error) { return HashPassword(testPassword) })

// site is a running server on real records in a temporary folder, with one person per role.
type site struct {
	testing.TB
	server *Server
	store  *store.Store
	clock  *live.ManualClock
	url    string
	// people by what the test calls them: "trainee", "other trainee", "trainer", "assessor", "hr", "admin".
	people map[string]store.PersonID
}

// newSite starts a site; changes adjust the configuration before it starts.
func newSite(t testing.TB, changes ...func(*Config)) *site {
	t.Helper()
	c := live.NewManualClock(time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
	records, err := store.Open(t.Context(), store.Config{Path: filepath.Join(t.TempDir(), "proba.db"), Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { records.Close() })
	running, err := live.New(live.Config{Records: records, Scripts: live.NewShelf(records).Script, Clock: c, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { running.Close(context.Background()) })
	config := Config{Store: records, Live: running, Library: testLibrary(t), Now: c.Now, Zone: time.UTC}
	for _, change := range changes {
		change(&config)
	}
	server, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server.Handler())
	t.Cleanup(listener.Close)
	s := &site{TB: t, server: server, store: records, clock: c, url: listener.URL, people: map[string]store.PersonID{}}
	s.hire("trainee", store.Trainee)
	s.hire("other trainee", store.Trainee)
	s.hire("trainer", store.Trainer)
	s.hire("assessor", store.Assessor)
	s.hire("hr", store.HR)
	s.hire("admin", store.Admin)
	return s
}

// testPack is the shipped library, read once.
var testPack = sync.OnceValue(func() *scenarios.Pack {
	pack, _ := scenarios.Load(content.Library())
	return pack
})

func testLibrary(t testing.TB) *Library {
	t.Helper()
	library, err := NewLibrary(testPack())
	if err != nil {
		t.Fatal(err)
	}
	return library
}

// hire makes a person called who, whose login is who with dots and whose password is testPassword.
func (s *site) hire(who string, roles ...store.Role) store.PersonID {
	s.Helper()
	hash, err := testHash()
	if err != nil {
		s.Fatal(err)
	}
	person := store.NewPerson{Login: loginOf(who), Name: "The " + who, Roles: roles, Group: "B", PasswordHash: hash}
	id, err := s.store.CreatePerson(context.Background(), store.CommandLine("test"), person)
	if err != nil {
		s.Fatal(err)
	}
	s.people[who] = id
	return id
}

func loginOf(who string) string { return strings.ReplaceAll(who, " ", ".") }

// browser is somebody's browser. It does not follow redirects.
type browser struct {
	*site
	client *http.Client
	// language is what it asks for.
	language string
}

// visitor is a browser of somebody who is not signed in.
func (s *site) visitor() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.Fatal(err)
	}
	return &browser{site: s, language: "en", client: &http.Client{
		Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// as is a browser in which the person called who has signed in.
func (s *site) as(who string) *browser {
	s.Helper()
	b := s.visitor()
	got := b.post("/sign-in", "login", loginOf(who), "password", testPassword)
	if got.status != http.StatusSeeOther {
		s.Fatalf("sign-in of %q = %d, want %d", who, got.status, http.StatusSeeOther)
	}
	return b
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   string
}

// get asks for a page.
func (b *browser) get(path string) answer {
	b.Helper()
	return b.do(b.request(http.MethodGet, path, ""))
}

// post sends a form as the browser would from a page of the same site; pairs are names and values in turn.
func (b *browser) post(path string, pairs ...string) answer {
	b.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	r := b.request(http.MethodPost, path, form.Encode())
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

func (b *browser) request(method, path, body string) *http.Request {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), method, b.url+path, strings.NewReader(body))
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Accept-Language", b.language)
	return r
}

func (b *browser) do(r *http.Request) answer {
	b.Helper()
	response, err := b.client.Do(r)
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, string(body)}
}

// page reads the answer as HTML.
func (a answer) page(t testing.TB) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(a.body))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// text is the text of the first element a selector finds, with blanks folded.
func (a answer) text(t testing.TB, selector string) string {
	t.Helper()
	return strings.Join(strings.Fields(a.page(t).Find(selector).First().Text()), " ")
}

// wantStatus fails the test when the answer has another status.
func (a answer) wantStatus(t testing.TB, what string, want int) answer {
	t.Helper()
	if a.status != want {
		t.Errorf("%s = %d, want %d\n%s", what, a.status, want, a.text(t, "main"))
	}
	return a
}
