package scenarios

import (
	"errors"
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
