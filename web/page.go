package web

import (
	"strings"
	"time"

	"proba/engine/store"
)

// Page is the part of a view that the layout shows. Every page's view struct embeds it:
//
//	type peopleView struct {
//		Page
//		People []personRow
//	}
//
// and is filled by [Server.page] and shown by [Server.render].
type Page struct {
	// Title is the heading and the window's title, in the visitor's language or as an author wrote it.
	Title string
	// Current is the path of the entry of Nav this page belongs to; "" for none.
	Current string
	Nav     []NavItem
	// Person is who is signed in, nil when nobody is.
	Person    *Visitor
	Language  string
	Languages []LanguageChoice
	Theme     theme
	// Here is the address to come back to after the language or theme was changed.
	Here string
	// Body is a class of the main element: "page", "page page--narrow", "desk"; see shell.css.
	Body string
	// Bare pages have no bar and no foot: sign-in.
	Bare bool
	// Notice is said at the top after an action was done, as a catalogue key; "" for none.
	Notice string
	Now    time.Time
}

func (p Page) layout() Page { return p }

// view is any page's view struct: one that embeds [Page].
type view interface{ layout() Page }

// Visitor is the signed-in person as the layout names him.
type Visitor struct {
	Name     string
	Initials string
	Roles    []store.Role
}

// NavItem is one entry of the main navigation. Key is its text in the catalogue.
type NavItem struct {
	Key, Path string
	Current   bool
}

// LanguageChoice is one language of the interface, named in itself.
type LanguageChoice struct {
	Code, Name string
	Current    bool
}

// page begins a page: title is a catalogue key, current the path of its place in the navigation. A missing key is shown by
// the tests, and here as the key itself.
func (s *Server) page(v *visit, title, current string) Page {
	text, err := v.texts.Text(title)
	if err != nil {
		text = title
	}
	return s.titled(v, text, current)
}

// titled begins a page whose title is not in the catalogue: a person's name, a scenario's title.
func (s *Server) titled(v *visit, title, current string) Page {
	p := Page{
		Title: title, Current: current, Language: v.texts.Language(), Theme: v.theme, Here: hereOf(v),
		Languages: s.languageChoices(v), Body: "page", Now: s.Now().In(s.Zone), Notice: s.takeNotice(v),
	}
	if v.SignedIn() {
		p.Person = &Visitor{Name: v.person.Name, Initials: initials(v.person.Name), Roles: v.person.Roles}
		p.Nav = navOf(v, current)
	}
	return p
}

// hereOf is the address of the page shown; for anything but GET the front page, because posting is not repeated.
func hereOf(v *visit) string {
	if v.Request().Method != get {
		return "/"
	}
	return v.Request().URL.RequestURI()
}

// initials are the first letters of the first and the last word of a name, "ER" for Elena Rusu.
func initials(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 {
		words = []string{words[0], words[len(words)-1]}
	}
	out := ""
	for _, w := range words {
		out += strings.ToUpper(string([]rune(w)[:1]))
	}
	return out
}
