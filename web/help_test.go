package web

import (
	"net/http"
	"strings"
	"testing"

	"proba/scenarios"
)

func TestEveryPageOfTheHelpCanBeRead(t *testing.T) {
	site := newSite(t)
	for _, language := range []string{"en", "it", "ro", "ru"} {
		trainer := site.as("trainer")
		trainer.language = language
		links := trainer.get("/help").wantStatus(t, "help", http.StatusOK).page(t).Find("main li a")
		if links.Length() < 3 {
			t.Errorf("in %s the help has %d entries, want the guides and the checks", language, links.Length())
		}
		for i := range links.Length() {
			path := links.Eq(i).AttrOr("href", "")
			if got := trainer.get(path).wantStatus(t, path, http.StatusOK); got.page(t).Find("main h1").Text() == "" {
				t.Errorf("%s has no heading", path)
			}
		}
		page := trainer.get("/help/format").page(t)
		if lang := page.Find(".guide").AttrOr("lang", ""); lang != language {
			t.Errorf("the format in %s is in %q", language, lang)
		}
		if page.Find(".guide table td code").Length() == 0 {
			t.Errorf("in %s the page has lost its table", language)
		}
	}
}

func TestEveryPageOfTheHelpIsInTheReadersLanguage(t *testing.T) {
	site := newSite(t)
	for _, language := range []string{"en", "it", "ro", "ru"} {
		trainer := site.as("trainer")
		trainer.language = language
		page := trainer.get("/help/first-scenario").wantStatus(t, "first scenario", http.StatusOK).page(t)
		if got := page.Find(".guide").AttrOr("lang", ""); got != language {
			t.Errorf("the first scenario in %s is in %q", language, got)
		}
		if page.Find("header.head .quiet").Length() != 0 {
			t.Errorf("in %s the page says that it is in English only", language)
		}
	}
}

func TestAPageMissingInALanguageIsReadInEnglish(t *testing.T) {
	text, written, err := helpText("de", "first-scenario")
	if err != nil || written != "en" || !strings.HasPrefix(text, "# A first scenario") {
		t.Errorf(`helpText("de", "first-scenario") = %.20q, %q, %v; want the English page`, text, written, err)
	}
}

func TestEveryCodeIsExplainedWithItsExample(t *testing.T) {
	trainer := newSite(t).as("trainer")
	rows := trainer.get("/explain").wantStatus(t, "checks", http.StatusOK).page(t).Find("tbody tr")
	if got, want := rows.Length(), len(scenarios.Codes()); got != want {
		t.Errorf("%d checks are listed, want %d", got, want)
	}
	page := trainer.get("/explain/f103").wantStatus(t, "F103", http.StatusOK).page(t)
	if page.Find(".example pre").Length() != 2 || !strings.HasPrefix(page.Find("h1").Text(), "F103: ") {
		t.Errorf("F103 shows %d pieces, want the mistake and its repair", page.Find(".example pre").Length())
	}
	for _, path := range []string{"/explain/F999", "/help/none", "/help/..%2f..%2fcontent.go", "/explain/..%2fx"} {
		trainer.get(path).wantStatus(t, path, http.StatusNotFound)
	}
}

func TestAProblemLeadsToItsExplanation(t *testing.T) {
	site := studioSite(t)
	got := site.as("trainer").uploads("Rotto", part{"files", "scenarios/x.md", "---\nkind: scenario\nformat: 1\nid: x\n---\n"})
	links := got.page(t).Find(`.found a[href^="/explain/"]`)
	if links.Length() == 0 {
		t.Fatalf("a refused pack names no explanation: %d", got.status)
	}
	site.as("trainer").get(links.First().AttrOr("href", "")).wantStatus(t, "explanation", http.StatusOK)
}

func TestATrainerSeesTheGraphOfAScenarioAndTheSameAsAList(t *testing.T) {
	trainer := newSite(t).as("trainer")
	page := trainer.get("/studio/files/scenarios/chat-estensione-garanzia.md").wantStatus(t, "file", http.StatusOK).page(t)
	graph := page.Find("section[aria-labelledby=graph]")
	boxes, list := graph.Find("svg g.graph-beat").Length(), graph.Find("pre").Text()
	if boxes != 4 {
		t.Errorf("the graph has %d beats, want 4", boxes)
	}
	for _, beat := range []string{"Domanda sulle rate", "Saluti", "[start]"} {
		if !strings.Contains(list, beat) {
			t.Errorf("the list lacks %q:\n%s", beat, list)
		}
	}
	if n := graph.Find("[style], script, style").Length(); n != 0 {
		t.Errorf("the drawing has %d styles or scripts, which the content policy forbids", n)
	}
	if n := trainer.get("/studio/files/rubrics/assistenza-remota.md").page(t).Find("#graph").Length(); n != 0 {
		t.Error("a rubric has no graph")
	}
}
