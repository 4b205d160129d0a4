package content

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Languages are the interface's languages, the default first. Scenario languages are another matter.
var languages = []string{"en", "it", "ro", "ru"}

// Languages returns the codes of the interface's languages, the default first.
func Languages() []string { return append([]string(nil), languages...) }

// Catalogue holds the interface texts in all languages. It is never changed after it was loaded and may be used by any
// number of goroutines.
type Catalogue struct {
	texts map[string]*Texts
}

// LoadCatalogue reads the embedded texts. The error names the file that cannot be used, or a key that occurs twice.
func LoadCatalogue() (*Catalogue, error) { return loadCatalogue(below(locales, "locales")) }

// loadCatalogue reads LANGUAGE/*.json: objects of key to text, or of key to its CLDR plural forms.
func loadCatalogue(tree fs.FS) (*Catalogue, error) {
	c := &Catalogue{texts: map[string]*Texts{}}
	for _, code := range languages {
		t, err := loadTexts(tree, code)
		if err != nil {
			return nil, err
		}
		c.texts[code] = t
	}
	return c, nil
}

func loadTexts(tree fs.FS, code string) (*Texts, error) {
	tag := language.MustParse(code)
	bundle := i18n.NewBundle(tag)
	t := &Texts{code: code, messages: map[string]message{}}
	files, err := fs.Glob(tree, path.Join(code, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		if err := t.add(bundle, tag, tree, name); err != nil {
			return nil, fmt.Errorf("interface texts %s: %w", name, err)
		}
	}
	t.localizer = i18n.NewLocalizer(bundle, code)
	return t, nil
}

func (t *Texts) add(bundle *i18n.Bundle, tag language.Tag, tree fs.FS, name string) error {
	raw, err := fs.ReadFile(tree, name)
	if err != nil {
		return err
	}
	parsed, err := bundle.ParseMessageBytes(tag, raw, json.Unmarshal)
	if err != nil {
		return err
	}
	for _, m := range parsed {
		if _, twice := t.messages[m.ID]; twice {
			return fmt.Errorf("key %q occurs twice", m.ID)
		}
		t.messages[m.ID] = newMessage(m)
	}
	return nil
}

// In returns the texts of a language, those of the default language when the code is not one of [Languages].
func (c *Catalogue) In(code string) *Texts {
	if t, ok := c.texts[code]; ok {
		return t
	}
	return c.texts[languages[0]]
}
