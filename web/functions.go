package web

import (
	"fmt"
	"html/template"
	"time"

	"proba/content"
	"proba/scenarios"
)

// functions are what templates may call, bound to one language:
//
//	{{t "people.title"}}  {{t "home.due" "Days" 3}}  {{tn "people.count" .Count "Group" .Group}}
//	{{date .At}} {{datetime .At}} {{clock .At}} {{iso .At}} {{length .Talk}} {{percent 92}}
//	{{facet "client-type" "native"}}
//	{{asset "css/proba.css"}}  {{template "icon" "check"}}
func (s *Server) functions(texts *content.Texts) template.FuncMap {
	d := dates{texts: texts, zone: s.Zone}
	return template.FuncMap{
		"t":        texts.Text,
		"tn":       texts.Count,
		"has":      texts.Has,
		"date":     d.date,
		"day":      d.day,
		"datetime": d.datetime,
		"clock":    d.clock,
		"iso":      func(at time.Time) string { return at.UTC().Format(time.RFC3339) },
		"length":   length,
		"percent":  d.percent,
		"facet":    func(facet, value string) (string, error) { return facetText(texts, facet, value) },
		"asset":    s.assets.url,
		"script":   s.assets.has,
		"inc":      func(n int) int { return n + 1 },
		"plain":    plainText,
		"list":     func(items ...string) []string { return items },
	}
}

// facetText names the value of a facet in the reader's language. Client types are an open list: one the catalogue does not
// have stays as its author wrote it. Channels have their names in the catalogue already.
func facetText(texts *content.Texts, facet, value string) (string, error) {
	key := "facet." + facet + "." + value
	if facet == string(scenarios.FacetChannel) {
		key = "channel." + value
	}
	if !texts.Has(key) {
		return value, nil
	}
	return texts.Text(key)
}

// length is a duration as a clock shows it: 0:52, 12:05, 1:02:03. Below zero it is an en dash: it did not happen.
func length(d time.Duration) string {
	if d < 0 {
		return "–"
	}
	seconds := int(d.Round(time.Second) / time.Second)
	if seconds >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}
