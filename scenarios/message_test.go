package scenarios

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestEveryCodeHasItsTextInFiveLanguages(t *testing.T) {
	for _, code := range Codes() {
		for _, lang := range keywordLanguages {
			if messageTexts()[lang][string(code)].message == "" {
				t.Errorf("%s has no message in %s", code, lang)
			}
		}
	}
}

func TestEveryTextHasTheSamePlacesInEveryLanguage(t *testing.T) {
	want := messageTexts()["en"]
	for _, lang := range keywordLanguages {
		texts := messageTexts()[lang]
		if got, want := slices.Sorted(maps.Keys(texts)), slices.Sorted(maps.Keys(want)); !slices.Equal(got, want) {
			t.Errorf("the texts in %s are %d, want %d: %v", lang, len(got), len(want), difference(got, want))
		}
		for id, text := range texts {
			if got, want := placesIn(text.message), placesIn(want[id].message); !slices.Equal(got, want) {
				t.Errorf("message of %s in %s names %v, want %v", id, lang, got, want)
			}
			if got, want := placesIn(text.suggestion), placesIn(want[id].suggestion); !slices.Equal(got, want) {
				t.Errorf("suggestion of %s in %s names %v, want %v", id, lang, got, want)
			}
		}
	}
}

func difference(a, b []string) []string {
	var only []string
	for _, x := range append(slices.Clone(a), b...) {
		if slices.Contains(a, x) != slices.Contains(b, x) {
			only = append(only, x)
		}
	}
	return only
}

var placeForm = regexp.MustCompile(`\{[^{}]*\}|\[\[|\]\]`)

func placesIn(text string) []string {
	found := placeForm.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func TestTextsNameOnlyKnownKeywordsAndCodes(t *testing.T) {
	for id, text := range messageTexts()["en"] {
		for _, place := range placesIn(text.message + " " + text.suggestion) {
			if word, ok := strings.CutPrefix(place, "{="); ok && Keyword(strings.TrimSuffix(word, "}"), "en") == "" {
				t.Errorf("the text of %s names the keyword %s, which does not exist", id, place)
			}
		}
		code, _, _ := strings.Cut(id, "/")
		if !strings.HasPrefix(id, "noun.") && LevelOf(Code(code)) == "" {
			t.Errorf("the text %s has no code in the list", id)
		}
	}
}

func TestTablesAreWellFormed(t *testing.T) {
	for _, name := range append([]string{"codes"}, keywordLanguages[:]...) {
		data, err := messageFiles.ReadFile("messages/" + name + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			cells := strings.Split(line, "\t")
			if len(cells) < 2 || len(cells) > 3 || strings.TrimSpace(cells[1]) == "" || seen[cells[0]] {
				t.Errorf("%s.tsv:%d is not a new row of two or three cells: %q", name, n+1, line)
			}
			seen[cells[0]] = true
		}
	}
}

func TestLevelsAreThoseOfTheList(t *testing.T) {
	tests := map[Code]Level{"S001": LevelError, "S011": LevelWarning, "S020": LevelNote, "F110": LevelWarning, "P213": LevelError,
		"C312": LevelNote, "T407": LevelError, "V602": LevelNote}
	for code, want := range tests {
		if got := LevelOf(code); got != want {
			t.Errorf("LevelOf(%s) = %s, want %s", code, got, want)
		}
	}
	if got := LevelOf("X999"); got != "" {
		t.Errorf("LevelOf(X999) = %s, want nothing", got)
	}
}

func TestMessagesAreWordedForTheAuthor(t *testing.T) {
	at := Pos{File: "a.md", Line: 3, Column: 5}
	tests := map[string]struct {
		code                Code
		lang                string
		args                map[string]string
		message, suggestion string
	}{
		"in the language of the author": {
			"S014/phrase", "it", details{"name": "saluti", "nearest": "saluto"}, "Nessuna frase «saluti».", "Intendevi «saluto»?"},
		"without a part that lacks its argument": {
			"S014/phrase", "it", details{"name": "saluti"}, "Nessuna frase «saluti».", ""},
		"in English where a language has no texts": {
			"S014/phrase", "fr", details{"name": "x"}, `No phrase "x".`, ""},
		"with keywords of that language": {
			"F110/last", "de", details{"beat": "Ende"},
			"Aus „Ende“ führen nur die richtigen Worte hinaus; nach zwei Nachfragen beendet das Programm das Gespräch von selbst.",
			"Ergänzen Sie  - **Sonst** -> Ende  um das selbst zu entscheiden."},
		"with nouns of that language": {
			"S015", "ru", details{"name": "Заказ", "first": "form", "second": "beat"},
			"«Заказ» — сразу форма и шаг; ссылки можно понять неверно.", "Дайте одному из них другое имя."},
		"with facts in braces": {
			"F108", "en", details{"name": "ordine numero", "nearest": "numero ordine"}, "There is no fact {ordine numero}.", "Did you mean {numero ordine}?"},
		"with braces in an argument": {
			"S014/verb", "en", details{"text": "says {x} [[y]]"}, `"says {x} [[y]]" is not an event.`,
			"An event is a verb and a name in italics, for example  says *...*"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			p := NewProblem(tt.code, tt.lang, at, tt.args)
			if p.Message != tt.message || p.Suggestion != tt.suggestion {
				t.Errorf("NewProblem(%s) = %q, %q; want %q, %q", tt.code, p.Message, p.Suggestion, tt.message, tt.suggestion)
			}
			if p.Pos != at || strings.Contains(string(p.Code), "/") {
				t.Errorf("NewProblem(%s) is %s at %s, want a bare code at %s", tt.code, p.Code, p.Pos, at)
			}
		})
	}
}

func TestUnknownCodeIsAnError(t *testing.T) {
	p := NewProblem("X999/odd", "en", Pos{}, nil)
	if p.Level != LevelError || p.Message != "X999/odd" || p.Code != "X999" {
		t.Errorf("NewProblem(X999/odd) = %+v", p)
	}
}
