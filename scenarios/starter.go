package scenarios

import (
	"embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

// starterFiles are the templates of a first pack and its texts in the five languages. Keywords come from the keyword
// table, so that a pack never teaches a word that is not preferred.
//
//go:embed starter
var starterFiles embed.FS

// Refusals of Starter.
var (
	ErrStarterID       = errors.New("an id is lower-case letters, digits and hyphens, at most 60")
	ErrStarterChannel  = errors.New("a first scenario is for phone, counter, chat or email")
	ErrStarterLanguage = errors.New("a first scenario is in en, it, ro, ru or de")
)

// Starter writes a commented first pack: a scenario with its persona, world and rubric, by path. It has no problems and
// passes its own tests; what is in it is there to be replaced.
func Starter(id string, channel Channel, lang string) (map[string]string, error) {
	switch {
	case len(id) > 60 || !starterID.MatchString(id):
		return nil, fmt.Errorf("start %q: %w", id, ErrStarterID)
	case !slices.Contains([]Channel{Phone, Counter, Chat, Email}, channel):
		return nil, fmt.Errorf("start %q: %w", id, ErrStarterChannel)
	case messageTexts()[lang] == nil:
		return nil, fmt.Errorf("start %q: %w", id, ErrStarterLanguage)
	}
	texts, err := starterTexts(lang)
	if err != nil {
		return nil, fmt.Errorf("start %q: %w", id, err)
	}
	files := map[string]string{}
	for kind, folder := range map[string]string{"scenario": "scenarios", "persona": "personas", "world": "worlds", "rubric": "rubrics"} {
		name := id
		if kind != "scenario" {
			name += "-" + kind
		}
		text, err := fillStarter(kind, newStarterView(id, channel, lang), texts)
		if err != nil {
			return nil, fmt.Errorf("start %q: %w", id, err)
		}
		files[folder+"/"+name+".md"] = text
	}
	return files, nil
}

var starterID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// starterView is what the templates are filled with.
type starterView struct {
	ID, Language string
	Channel      Channel
	// Spoken is a contact that is answered before it is talked in; Mail one whose replies are given minutes.
	Spoken, Mail bool
	// Silence is the event of a trainee who says nothing on this channel.
	Silence string
}

func newStarterView(id string, channel Channel, lang string) starterView {
	v := starterView{ID: id, Channel: channel, Language: lang, Spoken: channel == Phone || channel == Counter, Mail: channel == Email}
	silence := "verb.does-not-reply"
	if v.Spoken {
		silence = "verb.is-silent"
	}
	for _, form := range forms(word(silence), lang) {
		if !strings.Contains(form, "N") { // a form without a number of seconds
			v.Silence = form
			break
		}
	}
	return v
}

func fillStarter(kind string, v starterView, texts map[string]string) (string, error) {
	t, err := template.New(kind+".md.tmpl").Option("missingkey=error").Funcs(template.FuncMap{
		"k":   func(id string) string { return Keyword(id, v.Language) },
		"k75": func(id string) string { return strings.Replace(Keyword(id, v.Language), "N", "75", 1) },
		"t":   func(id string) string { return texts[id] },
	}).ParseFS(starterFiles, "starter/"+kind+".md.tmpl")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	if err := t.Execute(&b, v); err != nil {
		return "", err
	}
	return b.String(), nil
}

// starterTexts reads the column of a language.
func starterTexts(lang string) (map[string]string, error) {
	data, err := starterFiles.ReadFile("starter/texts.tsv")
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	column := 0
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		for k, cell := range cells {
			if i == 0 && cell == lang {
				column = k
			}
		}
		texts[cells[0]] = cells[column]
	}
	return texts, nil
}
