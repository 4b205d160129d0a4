package web

import (
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/content"
	"proba/engine/store"
)

// sample is a view of a page that a test renders; several samples show the states of one page.
type sample struct {
	page  string // as in render
	state string
	view  func(Page) view
}

// samples gathers the samples of every page family. A page without one fails the test below.
func samples() []sample {
	return slices.Concat(coreSamples(), adminSamples(), assignSamples(), hrSamples(), traineeSamples(), trainerSamples(), reviewSamples(), helpSamples())
}

// browserSamples are those a browser looks at, which takes a second each: all of the trainee's pages, and of every other
// page its first.
func browserSamples() []sample {
	out := traineeSamples()
	seen := map[string]bool{}
	for _, s := range out {
		seen[s.page] = true
	}
	for _, s := range samples() {
		if !seen[s.page] {
			seen[s.page] = true
			out = append(out, s)
		}
	}
	return out
}

// bare is a server that can only render: it has texts, templates and assets, but no records.
func bare(t testing.TB) *Server {
	t.Helper()
	s := &Server{Config: withDefaults(Config{Zone: time.UTC, Logger: slog.New(slog.NewTextHandler(io.Discard, nil))})}
	var err error
	if s.texts, err = content.LoadCatalogue(); err != nil {
		t.Fatal(err)
	}
	if s.assets, err = loadAssets(); err != nil {
		t.Fatal(err)
	}
	if s.pages, err = parsePages(s); err != nil {
		t.Fatal(err)
	}
	return s
}

// samplePage is what every sample's view embeds.
func samplePage(code string) Page {
	return Page{
		Title: "A title", Language: code, Here: "/here", Body: "page", Now: sampleTime, Notice: "account.changed",
		Person:    &Visitor{Name: "Elena Rusu", Initials: "ER", Roles: []store.Role{store.Trainee, store.Admin}},
		Nav:       []NavItem{{Key: "nav.people", Path: "/hr/people", Current: true}, {Key: "nav.audit", Path: "/audit"}},
		Languages: []LanguageChoice{{Code: "en", Name: "English", Current: code == "en"}, {Code: "it", Name: "Italiano", Current: code == "it"}},
	}
}

var sampleTime = time.Date(2026, 11, 20, 9, 5, 0, 0, time.UTC)

func TestEveryPageRendersInEveryLanguage(t *testing.T) {
	s := bare(t)
	shown := map[string]bool{}
	for _, sample := range samples() {
		shown[sample.page] = true
		for _, code := range content.Languages() {
			t.Run(sample.page+"/"+sample.state+"/"+code, func(t *testing.T) {
				checkPage(t, renderSample(t, s, sample, code), code)
			})
		}
	}
	for _, name := range s.pages.names {
		if !shown[name] {
			t.Errorf("page %q has no sample: add one to samples()", name)
		}
	}
}

func renderSample(t *testing.T, s *Server, sample sample, code string) string {
	t.Helper()
	page, err := s.pages.page(code, sample.page)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := page.ExecuteTemplate(&out, "layout.html", sample.view(samplePage(code))); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkPage holds what is true of every page: language, title, one heading, unique ids, labelled fields, no inline style or
// script, and every reference to an id leads somewhere.
func checkPage(t *testing.T, html, code string) {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	if got := doc.Find("html").AttrOr("lang", ""); got != code {
		t.Errorf("page is in %q, want %q", got, code)
	}
	if got := doc.Find("h1").Length(); got != 1 {
		t.Errorf("page has %d main headings, want 1", got)
	}
	if got := doc.Find("[style], style, script:not([src])").Length(); got != 0 {
		t.Errorf("page has %d inline styles or scripts, which the content policy forbids", got)
	}
	checkIDs(t, doc)
	doc.Find("input:not([type=hidden]), select, textarea:not([hidden])").Each(func(_ int, field *goquery.Selection) {
		if !labelled(doc, field) {
			t.Errorf("field %q has no label", field.AttrOr("name", "?"))
		}
	})
	if strings.Contains(html, "<no value>") || strings.Contains(html, "ZgotmplZ") {
		t.Error("page shows a value that is missing or was refused by the template's escaping")
	}
}

func checkIDs(t *testing.T, doc *goquery.Document) {
	t.Helper()
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, e *goquery.Selection) {
		id := e.AttrOr("id", "")
		if ids[id] {
			t.Errorf("id %q occurs twice", id)
		}
		ids[id] = true
	})
	for _, attribute := range []string{"aria-describedby", "aria-labelledby", "for", "list"} {
		doc.Find("[" + attribute + "]").Each(func(_ int, e *goquery.Selection) {
			for _, id := range strings.Fields(e.AttrOr(attribute, "")) {
				if !ids[id] {
					t.Errorf("%s=%q leads nowhere", attribute, id)
				}
			}
		})
	}
}

func labelled(doc *goquery.Document, field *goquery.Selection) bool {
	if field.AttrOr("aria-label", "") != "" || field.AttrOr("aria-labelledby", "") != "" || field.Closest("label").Length() > 0 {
		return true
	}
	id := field.AttrOr("id", "")
	return id != "" && doc.Find(`label[for="`+id+`"]`).Length() > 0
}
