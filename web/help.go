package web

import (
	"errors"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"proba/content"
	"proba/scenarios"
)

// helpView is the list of what can be read, or one page of it.
type helpView struct {
	Page
	// Written is the language the page is in: English where there is none in the reader's.
	Written string
	Text    template.HTML
	Pages   []helpLink
}

// helpLink leads to a page of the help.
type helpLink struct{ Path, Title, Language string }

// helpIndex lists the pages of the help in the reader's language, or in English where there is none in it.
func (s *Server) helpIndex(v *visit) error {
	view := helpView{Page: s.page(v, "help.title", "")}
	view.Body = "page page--narrow"
	files, err := fs.Glob(content.Help(), "en/*.md")
	if err != nil {
		return err
	}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".md")
		text, language, err := helpText(v.texts.Language(), name)
		if err != nil {
			return err
		}
		title, _ := titleOf(text)
		view.Pages = append(view.Pages, helpLink{"/help/" + name, title, language})
	}
	return s.render(v, "help/index", view)
}

// helpPage shows one page of the help.
func (s *Server) helpPage(v *visit) error {
	text, language, err := helpText(v.texts.Language(), v.Param("page"))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return errNotFound
	}
	if err != nil {
		return err
	}
	title, rest := titleOf(text)
	view := helpView{Page: s.titled(v, title, ""), Written: language, Text: guides.html(rest)}
	view.Body = "page page--narrow"
	return s.render(v, "help/page", view)
}

// helpText is a page in a language, or in English where there is none in it.
func helpText(language, name string) (text, written string, err error) {
	for _, written = range []string{language, "en"} {
		file, err := fs.ReadFile(content.Help(), path.Join(written, path.Base(name)+".md"))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return string(file), written, err
		}
	}
	return "", "", fs.ErrNotExist
}

// titleOf cuts the heading off a page.
func titleOf(text string) (title, rest string) {
	title, rest, _ = strings.Cut(text, "\n")
	return strings.TrimPrefix(title, "# "), rest
}

// explainView is one check explained: what it means, how the mistake looks, and how it is repaired.
type explainView struct {
	Page
	Check scenarios.Explanation
	Says  template.HTML
}

// explainPage explains the code of a check; codes may be written in small letters.
func (s *Server) explainPage(v *visit) error {
	e, err := scenarios.Explain(scenarios.Code(strings.ToUpper(v.Param("code"))), v.texts.Language())
	if errors.Is(err, scenarios.ErrUnknownCode) {
		return errNotFound
	}
	if err != nil {
		return err
	}
	view := explainView{Page: s.titled(v, string(e.Code)+": "+e.Title, "/studio"), Check: e, Says: guides.html(e.Text)}
	view.Body = "page page--narrow"
	return s.render(v, "help/explain", view)
}

type explainIndexView struct {
	Page
	Checks []scenarios.Explanation
}

// explainIndex lists every check.
func (s *Server) explainIndex(v *visit) error {
	view := explainIndexView{Page: s.page(v, "explain.title", "/studio")}
	view.Body = "page page--narrow"
	for _, code := range scenarios.Codes() {
		e, err := scenarios.Explain(code, v.texts.Language())
		if err != nil {
			return err
		}
		view.Checks = append(view.Checks, e)
	}
	return s.render(v, "help/checks", view)
}
