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

	"proba/content"
)

// Templates live under templates/FAMILY/. A file PAGE.html is a page: it defines "main", and optionally "head". A file
// NAME.part.html defines partials that every page may use, named "FAMILY/NAME" by convention.
//
//go:embed all:templates
var templateFiles embed.FS

// pages are the parsed templates of every page in every language, because texts are bound when a template is parsed.
type pages struct {
	byLanguage map[string]map[string]*template.Template
}

// fragmentPage is the name under which the partials alone are kept.
const fragmentPage = ""

func parsePages(s *Server) (*pages, error) {
	out := &pages{byLanguage: map[string]map[string]*template.Template{}}
	for _, code := range content.Languages() {
		set, err := parseLanguage(s, code)
		if err != nil {
			return nil, err
		}
		out.byLanguage[code] = set
	}
	return out, nil
}

func parseLanguage(s *Server, code string) (map[string]*template.Template, error) {
	parts, names, err := templateNames()
	if err != nil {
		return nil, err
	}
	base := template.New("layout.html").Option("missingkey=error").Funcs(s.functions(s.texts.In(code)))
	if base, err = base.ParseFS(templateFiles, append([]string{"templates/layout.html"}, parts...)...); err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	set := map[string]*template.Template{fragmentPage: base}
	for _, name := range names {
		if set[name], err = parsePage(base, name); err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
	}
	return set, nil
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
	page, ok := s.pages.byLanguage[v.texts.Language()][name]
	if !ok {
		return fmt.Errorf("no template %q", name)
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
	err := s.pages.byLanguage[texts.Language()][fragmentPage].ExecuteTemplate(&out, name, data)
	if err != nil {
		return "", fmt.Errorf("render fragment %s: %w", name, err)
	}
	return out.String(), nil
}
