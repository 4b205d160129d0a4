package scenarios

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryCheckHasAnEnglishPage(t *testing.T) {
	for _, code := range Codes() {
		e, err := Explain(code, "en")
		if err != nil || e.Title == "" || e.Text == "" || e.Level != LevelOf(code) {
			t.Errorf("Explain(%s) = %+v, %v", code, e, err)
		}
	}
}

func TestEveryPageIsTranslated(t *testing.T) {
	for _, lang := range keywordLanguages {
		for _, code := range Codes() {
			own, err := Explain(code, lang)
			if err != nil || own.Language != lang || own.Title == "" || own.Text == "" {
				t.Errorf("Explain(%s, %s) = %+v, %v; want a page in that language", code, lang, own, err)
				continue
			}
			english, err := Explain(code, "en")
			if err != nil {
				t.Fatal(err)
			}
			if lang != "en" && (own.Title == english.Title || own.Text == english.Text) {
				t.Errorf("the page %s is English in %s", code, lang)
			}
			if got, want := codeSpans(own.Text), codeSpans(english.Text); !slices.Equal(got, want) {
				t.Errorf("the page %s names %q in %s, %q in English", code, got, lang, want)
			}
		}
	}
}

// codeSpans are the keys and codes a page names, sorted; they are the same in every language.
func codeSpans(text string) []string {
	found := regexp.MustCompile("`[^`]+`|\\b[SFPCTLV]\\d{3}\\b").FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func TestAPageMissingInALanguageIsGivenInEnglish(t *testing.T) {
	for _, lang := range []string{"fr", "", "../en", "en/../en"} {
		if e, err := Explain("F103", lang); err != nil || e.Language != "en" {
			t.Errorf("Explain(F103, %q) = %+v, %v; want the English page", lang, e, err)
		}
	}
	if _, err := Explain("X1", "en"); !errors.Is(err, ErrUnknownCode) {
		t.Errorf("Explain(X1) = %v, want ErrUnknownCode", err)
	}
}

func TestAPageShowsWrongAndRight(t *testing.T) {
	e, err := Explain("F102", "en")
	if err != nil {
		t.Fatal(err)
	}
	page := e.Markdown()
	for _, want := range []string{"# F102: ", "Wrong, `scenario.md`", "*Leaves*", "Right", "*Leave*"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}
