package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"proba/scenarios"
)

// promptly is how long a refusal may take. It is what people are promised; the second try is for a busy machine.
const promptly = time.Second

// refusedPromptly sends twice what takes longer than [promptly], and fails when both do.
func refusedPromptly(t *testing.T, what string, send func() answer) answer {
	t.Helper()
	var got answer
	for range 2 {
		begin := time.Now()
		got = send()
		took := time.Since(begin)
		if took <= promptly {
			t.Logf("%s: %d in %v", what, got.status, took.Round(time.Millisecond))
			return got
		}
		t.Logf("%s: %v", what, took)
	}
	t.Errorf("%s is answered with %d after more than %v", what, got.status, promptly)
	return got
}

// fullFiles are author files of the greatest size, made to be slow to read.
func fullFiles() map[string]string {
	const head = "---\nkind: scenario\nformat: 1\nid: hostile\ntitle: X\nlanguage: it\nchannel: chat\npersona: p\nrubric: r\n---\n\n"
	full := func(prefix, unit string) string {
		return head + prefix + strings.Repeat(unit, (scenarios.MaxFileSize-len(head)-len(prefix))/len(unit))
	}
	return map[string]string{
		"one long line":     full("", "x"),
		"quotes in quotes":  full("", "> "),
		"emphasis":          full("", "*a **b _c `d\n"),
		"links":             full("", "[a](b "),
		"brackets":          full("", "["),
		"unknown events":    full("## Conversation\n\n### A\n\n", "- **When** zays *x*\n"),
		"steps":             full("## Conversation\n\n", "### A\n\n> b\n\n- **Otherwise** -> *A*\n\n"),
		"phrases":           full("## Phrases\n\n", "### a\n\n- **Patterns:** `a ... b+c {x}`\n- **Examples:**\n  - a b c\n\n"),
		"patterns":          full("## Phrases\n\n### a\n\n- **Patterns:** ", "`(a/b/(c/d)) ... e* + f`, "),
		"a table of facts":  full("## Facts\n\n| Fact | Value |\n|---|---|\n", "| a | b |\n"),
		"criteria":          full("## Criteria\n\n", "### a\n\n- **All of:**\n  - says *x*\n\n"),
		"tests":             full("## Tests\n\n", "### a\n\n```conversation\nAgent: ciao\n```\n\n"),
		"front matter":      "---\n" + strings.Repeat("a: &a [*a, *a]\n", scenarios.MaxFileSize/16) + "---\n",
		"nested flow":       "---\nkind: " + strings.Repeat("[", scenarios.MaxFileSize-20) + "\n---\n",
		"no front matter":   strings.Repeat("# x\n", scenarios.MaxFileSize/4),
		"not closed":        "---\n" + strings.Repeat("kind: scenario\n", scenarios.MaxFileSize/15),
		"one byte too many": strings.Repeat("x\n", scenarios.MaxFileSize/2) + "x",
	}
}

func TestAHostileFileOfTheGreatestSizeIsRefusedPromptlyAndLeavesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	site := studioSite(t)
	site.checkedStudio()
	trainer := site.as("trainer")
	before := len(site.server.Library.Pack().Files)
	for name, text := range fullFiles() {
		got := refusedPromptly(t, name, func() answer { return trainer.uploads("Hostile", part{"files", "scenarios/x.md", text}) })
		got.wantStatus(t, name, http.StatusUnprocessableEntity)
		if len(got.body) > 4<<20 {
			t.Errorf("%s: the refusal has %d bytes", name, len(got.body))
		}
	}
	if packs, err := site.store.Packs(t.Context()); err != nil || len(packs) != 0 {
		t.Errorf("%d packs are kept (%v), want none", len(packs), err)
	}
	if after := len(site.server.Library.Pack().Files); after != before {
		t.Errorf("the library has %d files, had %d", after, before)
	}
}

func TestAHugeBodyIsRefusedPromptlyByEveryAddressThatTakesOne(t *testing.T) {
	site := newSite(t)
	token := site.token("trainer")
	huge, err := json.Marshal(map[string]any{"files": map[string]string{"a.md": strings.Repeat("x", maxUpload)}})
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]string{
		"text without end": `{"kind": "say", "text": "` + strings.Repeat("x", 1<<20) + `"}`,
		"deep arrays":      strings.Repeat("[", 1<<20),
		"deep objects":     strings.Repeat(`{"a":`, 1<<18),
		"a whole pack":     string(huge),
	}
	for _, r := range site.server.routes {
		if r.method != post || !strings.HasPrefix(r.path, apiPath) {
			continue
		}
		for name, body := range bodies {
			what := r.path + ", " + name
			got := refusedPromptly(t, what, func() answer {
				request := site.visitor().request(http.MethodPost, parameter.ReplaceAllString(r.path, "none"), body)
				request.Header.Set("Authorization", "Bearer "+token)
				request.Header.Set("Content-Type", "application/json")
				return site.visitor().do(request)
			})
			if got.status < 400 || got.status >= 500 {
				t.Errorf("%s = %d, want a refusal", what, got.status)
			}
			if kind := got.header.Get("Content-Type"); !strings.HasPrefix(kind, "application/problem+json") {
				t.Errorf("%s is refused as %q, want problem details", what, kind)
			}
		}
	}
}
