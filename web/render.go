package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"proba/content"
)

// Templates live under templates/FAMILY/. A file PAGE.html is a page: it defines "main", and optionally "head". A file
// NAME.part.html defines partials that every page may use, named "FAMILY/NAME" by convention.
//
//go:embed all:templates
var templateFiles embed.FS

// pages are the templates of every page in every language, because texts are bound when a template is parsed. A language
// and a page are parsed when they are first shown: parsing all of them would take a third of a second at start and sixty
// megabytes of an idle server. That every one of them can be parsed and shown is proved by the tests.
type pages struct {
	names      []string
	byLanguage map[string]*languagePages
}

// languagePages are the pages of one language. They may be used by any number of goroutines.
type languagePages struct {
	base func() (*template.Template, error)
	// partials are a clone of base: a template that was executed cannot be cloned any more.
	partials func() (*template.Template, error)
	byName   map[string]func() (*template.Template, error)
}

func parsePages(s *Server) (*pages, error) {
	parts, names, err := templateNames()
	if err != nil {
		return nil, err
	}
	out := &pages{names: names, byLanguage: map[string]*languagePages{}}
	for _, code := range content.Languages() {
		out.byLanguage[code] = newLanguagePages(s, code, parts, names)
	}
	return out, nil
}

func newLanguagePages(s *Server, code string, parts, names []string) *languagePages {
	l := &languagePages{byName: map[string]func() (*template.Template, error){}}
	l.base = sync.OnceValues(func() (*template.Template, error) {
		base := template.New("layout.html").Option("missingkey=error").Funcs(s.functions(s.texts.In(code)))
		return base.ParseFS(templateFiles, append([]string{"templates/layout.html"}, parts...)...)
	})
	l.partials = sync.OnceValues(func() (*template.Template, error) {
		base, err := l.base()
		if err != nil {
			return nil, err
		}
		return base.Clone()
	})
	for _, name := range names {
		l.byName[name] = sync.OnceValues(func() (*template.Template, error) { return l.parse(name) })
	}
	return l
}

func (l *languagePages) parse(name string) (*template.Template, error) {
	base, err := l.base()
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	page, err := parsePage(base, name)
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	return page, nil
}

// page returns the template of a page in a language; an error names what cannot be parsed or is not there.
func (p *pages) page(code, name string) (*template.Template, error) {
	parsed, ok := p.byLanguage[code].byName[name]
	if !ok {
		return nil, fmt.Errorf("no template %q", name)
	}
	return parsed()
}

func parsePage(base *template.Template, name string) (*template.Template, error) {
	page, err := base.Clone()
	if err != nil {
		return nil, err
	}
	return page.ParseFS(templateFiles, "templates/"+name+".html")
}

// templateNames lists the partials' files, and the pages as FAMILY/PAGE.
func templateNames() (parts, names []string, err error) {
	err = fs.WalkDir(templateFiles, "templates", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || path.Ext(file) != ".html" || file == "templates/layout.html":
			return err
		case strings.HasSuffix(file, ".part.html"):
			parts = append(parts, file)
		default:
			names = append(names, strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".html"))
		}
		return nil
	})
	return parts, names, err
}

// render shows a page with status 200.
func (s *Server) render(v *visit, name string, data view) error {
	return s.renderStatus(v, http.StatusOK, name, data)
}

// renderStatus shows a page. It is written whole or not at all: a template's error becomes an error page.
func (s *Server) renderStatus(v *visit, status int, name string, data view) error {
	page, err := s.pages.page(v.texts.Language(), name)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := page.ExecuteTemplate(&out, "layout.html", data); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return v.HTMLBlob(status, out.Bytes())
}

// fragment renders one partial, for the event stream and for answers to script. data is the partial's own view.
func fragment[V any](s *Server, texts *content.Texts, name string, data V) (string, error) {
	var out strings.Builder
	partials, err := s.pages.byLanguage[texts.Language()].partials()
	if err != nil {
		return "", fmt.Errorf("templates: %w", err)
	}
	if err := partials.ExecuteTemplate(&out, name, data); err != nil {
		return "", fmt.Errorf("render fragment %s: %w", name, err)
	}
	return out.String(), nil
}
