package web

import (
	"html/template"
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"unicode"

	"proba/engine"
	"proba/scenarios"
)

// cardView is an article or a customer card. Until it is opened only its name is known: opening is an act that counts.
type cardView struct {
	Name     string
	Language string
	Opened   bool
	// Current is the one opened last.
	Current bool
	Body    template.HTML           // of an opened article
	Fields  []scenarios.RecordField // of an opened record
}

// formView is a form with what was last saved in it.
type formView struct {
	Index    int
	Name     string
	Language string
	Fields   []fieldView
	Saved    bool
	Filled   int
}

// fieldView is one field; Value is the last saved, or what was sent and refused.
type fieldView struct {
	scenarios.FormField
	Index int
	Value string
	// Bad is a code of what is wrong with a refused value, "" when nothing is.
	Bad string
}

// placeView is somewhere to transfer to or somebody to ask.
type placeView struct{ Name, About string }

// cannedView is a canned reply; Key is the digit of its shortcut, 0 for none.
type cannedView struct {
	scenarios.Template
	Key int
}

// attachmentView is a file the agent may send, with a way to look at it first where the pack has it.
type attachmentView struct {
	fileView
	Description string
}

func attachmentsOf(id engine.SessionID, world *scenarios.World) []attachmentView {
	var out []attachmentView
	files := filesOnDesk(world)
	for _, a := range world.Attachments {
		out = append(out, attachmentView{fileViews(id, []string{a.Name}, files)[0], a.Description})
	}
	return out
}

func cannedOf(templates []scenarios.Template) []cannedView {
	var out []cannedView
	for i, t := range templates {
		c := cannedView{Template: t}
		if i < 9 {
			c.Key = i + 1
		}
		out = append(out, c)
	}
	return out
}

// opened lists what the trainee looked up, newest last.
func opened(log []engine.Event) []string {
	var names []string
	for _, e := range log {
		if f, ok := e.Fact.(engine.LookedUp); ok {
			names = append(names, f.Name)
		}
	}
	return names
}

// tools fills in the desk's right pane from the scenario's world.
func (v *deskView) tools(run running, query string) {
	world, lang := run.script.World, worldLanguage(run.script.Scenario)
	read := opened(run.log)
	v.Query = query
	for _, a := range world.Articles {
		if c := card(a.Name, lang, read); c.Opened {
			c.Body = authors.html(a.Body)
			v.Articles = append(v.Articles, c)
		} else if found(query, a.Name+" "+a.Body) {
			v.Articles = append(v.Articles, c)
		}
	}
	for _, r := range world.Records {
		c := card(r.Name, lang, read)
		if c.Opened {
			c.Fields = filledFields(r.Fields, run.state.Opened.Facts)
		}
		if c.Opened || found(query, r.Name) {
			v.Records = append(v.Records, c)
		}
	}
	for i, f := range world.Forms {
		v.Forms = append(v.Forms, formOf(i, f, lang, run.log))
	}
	v.directory(world)
	v.Canned, v.Attachments, v.Catalogue = cannedOf(world.Templates), attachmentsOf(run.session.ID, world), world.Catalogue
}

func (v *deskView) directory(world *scenarios.World) {
	for _, d := range world.Departments {
		v.Departments = append(v.Departments, placeView{Name: d.Name, About: d.Purpose})
	}
	for _, c := range world.Colleagues {
		v.Colleagues = append(v.Colleagues, placeView{Name: c.Name, About: joinNonEmpty(", ", c.Role, c.Department)})
	}
}

func card(name, lang string, read []string) cardView {
	return cardView{Name: name, Language: lang, Opened: slices.Contains(read, name), Current: len(read) > 0 && read[len(read)-1] == name}
}

// worldLanguage is the language the desk's texts are written in.
func worldLanguage(sc *scenarios.Scenario) string {
	if len(sc.World.Languages) > 0 {
		return sc.World.Languages[0]
	}
	return firstLanguage(sc)
}

func firstLanguage(sc *scenarios.Scenario) string {
	if len(sc.Languages) > 0 {
		return sc.Languages[0]
	}
	return ""
}

// filledFields puts the session's facts in the places of a customer card that name them.
func filledFields(fields []scenarios.RecordField, facts map[string]string) []scenarios.RecordField {
	out := make([]scenarios.RecordField, len(fields))
	for i, f := range fields {
		for name, value := range facts {
			f.Value = strings.ReplaceAll(f.Value, "{"+name+"}", value)
		}
		out[i] = f
	}
	return out
}

// formOf shows a form as it was last saved.
func formOf(index int, f scenarios.Form, lang string, log []engine.Event) formView {
	out := formView{Index: index, Name: f.Name, Language: lang}
	values := map[string]string{}
	for _, e := range log {
		if saved, ok := e.Fact.(engine.Filed); ok && saved.Form == f.Name {
			out.Saved = true
			for _, field := range saved.Fields {
				values[field.Name] = field.Value
			}
		}
	}
	for i, field := range f.Fields {
		value := values[field.Name]
		if value != "" {
			out.Filled++
		}
		out.Fields = append(out.Fields, fieldView{FormField: field, Index: i, Value: value})
	}
	return out
}

// found reports whether every word of the query begins a word of text; case and accents do not matter. An empty query
// finds everything.
func found(query, text string) bool {
	words := strings.FieldsFunc(folded(text), notWord)
	for _, q := range strings.FieldsFunc(folded(query), notWord) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, q) }) {
			return false
		}
	}
	return true
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func folded(s string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		plain = s
	}
	return cases.Fold().String(plain)
}

func joinNonEmpty(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), sep)
}
