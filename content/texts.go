package content

import (
	"errors"
	"fmt"
	"regexp"
	"sort"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// ErrText is the kind of all errors of [Texts]: a key, a placeholder or a plural form that the catalogue does not have.
var ErrText = errors.New("interface text")

// Texts are the interface texts of one language.
type Texts struct {
	code      string
	localizer *i18n.Localizer
	messages  map[string]message
}

// message is what a catalogue entry needs to be filled in.
type message struct {
	forms        map[string]string // by CLDR plural category; a plain text has only "other"
	placeholders []string
}

var placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)

func newMessage(m *i18n.Message) message {
	out := message{forms: map[string]string{}}
	seen := map[string]bool{}
	for category, text := range map[string]string{"zero": m.Zero, "one": m.One, "two": m.Two, "few": m.Few, "many": m.Many, "other": m.Other} {
		if text == "" {
			continue
		}
		out.forms[category] = text
		for _, found := range placeholder.FindAllStringSubmatch(text, -1) {
			seen[found[1]] = true
		}
	}
	for name := range seen {
		out.placeholders = append(out.placeholders, name)
	}
	sort.Strings(out.placeholders)
	return out
}

// Language is the code of these texts, for `lang` attributes.
func (t *Texts) Language() string { return t.code }

// Has tells whether the catalogue has the key.
func (t *Texts) Has(key string) bool { _, ok := t.messages[key]; return ok }

// Text returns the text of a key. pairs are the placeholders' names and values in turn: Text("x.due", "Days", 3).
// The error is an [ErrText]: unknown key, odd pairs, or a placeholder without a value.
func (t *Texts) Text(key string, pairs ...any) (string, error) {
	data, err := t.data(key, pairs)
	if err != nil {
		return "", err
	}
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data})
}

// Count returns the text of a key in the plural form of n, which fills the placeholder Count. Errors are as in Text.
func (t *Texts) Count(key string, n int, pairs ...any) (string, error) {
	data, err := t.data(key, append(pairs[:len(pairs):len(pairs)], "Count", n))
	if err != nil {
		return "", err
	}
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n})
}

func (t *Texts) localize(config *i18n.LocalizeConfig) (string, error) {
	text, err := t.localizer.Localize(config)
	if err != nil {
		return "", fmt.Errorf("%w %q in %s: %w", ErrText, config.MessageID, t.code, err)
	}
	return text, nil
}

func (t *Texts) data(key string, pairs []any) (map[string]any, error) {
	m, ok := t.messages[key]
	if !ok {
		return nil, fmt.Errorf("%w %q is missing in %s", ErrText, key, t.code)
	}
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("%w %q: placeholders come as names and values in turn", ErrText, key)
	}
	data := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("%w %q: placeholder name %v is not a word", ErrText, key, pairs[i])
		}
		data[name] = pairs[i+1]
	}
	for _, name := range m.placeholders {
		if _, ok := data[name]; !ok {
			return nil, fmt.Errorf("%w %q: no value for %q", ErrText, key, name)
		}
	}
	return data, nil
}
