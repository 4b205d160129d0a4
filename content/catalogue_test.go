package content

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

func catalogue(t *testing.T) *Catalogue {
	t.Helper()
	c, err := LoadCatalogue()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEveryKeyIsThereInEveryLanguage(t *testing.T) {
	c := catalogue(t)
	model := c.In("en")
	for _, code := range Languages()[1:] {
		for _, key := range slices.Sorted(maps.Keys(model.messages)) {
			if !c.In(code).Has(key) {
				t.Errorf("%s has no %q", code, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(c.In(code).messages)) {
			if !model.Has(key) {
				t.Errorf("%s has %q, which English has not", code, key)
			}
		}
	}
}

func TestEveryKeyHasTheSamePlaceholdersInEveryLanguage(t *testing.T) {
	c := catalogue(t)
	for key, model := range c.In("en").messages {
		for _, code := range Languages()[1:] {
			got := c.In(code).messages[key].placeholders
			if !slices.Equal(got, model.placeholders) {
				t.Errorf("%s %q has placeholders %v, want %v as in English", code, key, got, model.placeholders)
			}
		}
	}
}

func TestCountedTextsHaveEveryPluralFormOfTheirLanguage(t *testing.T) {
	c := catalogue(t)
	for key, model := range c.In("en").messages {
		if len(model.forms) < 2 {
			continue
		}
		for _, code := range Languages() {
			for _, form := range pluralForms(code) {
				if c.In(code).messages[key].forms[form] == "" {
					t.Errorf("%s %q has no form %q", code, key, form)
				}
			}
		}
	}
}

// pluralForms finds the CLDR categories that whole numbers take in a language.
func pluralForms(code string) []string {
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	seen := map[string]bool{"other": true}
	for n := range 200 {
		seen[names[plural.Cardinal.MatchPlural(language.MustParse(code), n, 0, 0, 0, 0)]] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

func TestCountsTakeTheFormOfTheirLanguage(t *testing.T) {
	c := catalogue(t)
	tests := []struct {
		language string
		n        int
		want     string
	}{
		{"en", 1, "1 try is left"},
		{"en", 4, "4 tries are left"},
		{"it", 1, "Resta 1 tentativo"},
		{"ro", 3, "3 încercări"},
		{"ro", 20, "20 de încercări"},
		{"ru", 1, "Осталась 1 попытка"},
		{"ru", 3, "Осталось 3 попытки"},
		{"ru", 5, "Осталось 5 попыток"},
		{"ru", 21, "Осталась 21 попытка"},
	}
	for _, test := range tests {
		got, err := c.In(test.language).Count("signin.left", test.n)
		if err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s Count(%d) = %q, %v, want it to contain %q", test.language, test.n, got, err, test.want)
		}
	}
}

func TestMissingKeysAndPlaceholdersAreErrors(t *testing.T) {
	texts := catalogue(t).In("en")
	tests := map[string]func() (string, error){
		"a key that is not there":     func() (string, error) { return texts.Text("no.such.key") },
		"a placeholder without value": func() (string, error) { return texts.Text("invite.help") },
		"a name without its value":    func() (string, error) { return texts.Text("invite.help", "Name") },
		"a name that is not a word":   func() (string, error) { return texts.Text("invite.help", 1, "Elena") },
		"a count of an unknown key":   func() (string, error) { return texts.Count("no.such.key", 2) },
	}
	for name, call := range tests {
		if got, err := call(); !errors.Is(err, ErrText) {
			t.Errorf("%s gave %q, %v, want ErrText", name, got, err)
		}
	}
}

func TestAKeyMayNotOccurTwice(t *testing.T) {
	tree := fstest.MapFS{
		"en/a.json": {Data: []byte(`{"x": "one"}`)},
		"en/b.json": {Data: []byte(`{"x": "two"}`)},
	}
	if _, err := loadCatalogue(tree); err == nil || !strings.Contains(err.Error(), `"x" occurs twice`) {
		t.Errorf("loadCatalogue = %v, want a complaint about the second x", err)
	}
}

func TestAnUnknownLanguageGetsTheDefaultOne(t *testing.T) {
	if got := catalogue(t).In("xx").Language(); got != "en" {
		t.Errorf("In(xx) is %q, want en", got)
	}
}

func TestTextsAvoidWhatTheHouseAvoids(t *testing.T) {
	c := catalogue(t)
	for _, code := range Languages() {
		for key, m := range c.In(code).messages {
			for _, text := range m.forms {
				if strings.Contains(text, "!") || strings.Contains(text, "...") || strings.Contains(text, "'") {
					t.Errorf("%s %q = %q: no exclamation marks, no three dots, curly apostrophes", code, key, text)
				}
			}
		}
	}
}
