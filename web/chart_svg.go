package web

import (
	"html/template"
	"strconv"
	"strings"
)

// drawing collects SVG elements. Every attribute value and text is escaped, and nothing in it sets a style: colours and
// fonts come from the stylesheet by class, so a strict content policy holds.
type drawing struct{ b strings.Builder }

// open starts an element; attrs are names and values in turn.
func (d *drawing) open(name string, attrs ...string) {
	d.tag(name, attrs)
	d.b.WriteByte('>')
}

// leaf writes an element without content.
func (d *drawing) leaf(name string, attrs ...string) {
	d.tag(name, attrs)
	d.b.WriteString("/>")
}

func (d *drawing) tag(name string, attrs []string) {
	d.b.WriteByte('<')
	d.b.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		d.b.WriteString(` ` + attrs[i] + `="` + escaped(attrs[i+1]) + `"`)
	}
}

// shut ends an element.
func (d *drawing) shut(name string) { d.b.WriteString("</" + name + ">") }

// words writes an element holding only text.
func (d *drawing) words(name, text string, attrs ...string) {
	d.open(name, attrs...)
	d.b.WriteString(escaped(text))
	d.shut(name)
}

// escaped drops the characters XML forbids, which would end a drawing saved as a file, and escapes the rest.
func escaped(s string) string {
	return template.HTMLEscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// html hands the drawing over. It is safe because every value went through tag or words.
func (d *drawing) html() template.HTML { return template.HTML(d.b.String()) } //nolint:gosec // escaped above

// px writes a coordinate with at most one decimal.
func px(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0")
}
