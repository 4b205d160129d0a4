package web

import (
	"bytes"
	"html/template"
	"regexp"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// authorText turns what authors write (briefs, articles) into HTML. Raw HTML in it is dropped twice: goldmark leaves it
// out, and the policy keeps only text, lists, tables and links to other places.
type authorText struct {
	parser goldmark.Markdown
	policy *bluemonday.Policy
}

// authors is set once and never changed, and so is guides, for the texts of the program's own help, which has sections.
var (
	authors = newAuthorText()
	guides  = newAuthorText("h2")
)

// newAuthorText allows more elements where a page has room for them.
func newAuthorText(more ...string) *authorText {
	p := bluemonday.NewPolicy()
	p.AllowElements(more...)
	p.AllowElements("p", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "br", "hr",
		"table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6")
	p.AllowAttrs("start").Matching(regexp.MustCompile(`^[0-9]{1,4}$`)).OnElements("ol")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("https", "mailto")
	p.RequireNoReferrerOnLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return &authorText{parser: goldmark.New(goldmark.WithExtensions(extension.Table)), policy: p}
}

// html is empty for text that cannot be converted.
func (a *authorText) html(text string) template.HTML {
	var out bytes.Buffer
	if err := a.parser.Convert([]byte(text), &out); err != nil {
		return ""
	}
	return template.HTML(a.policy.SanitizeBytes(out.Bytes())) //nolint:gosec // sanitised
}
