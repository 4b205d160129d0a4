package scenarios

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func shippedActs() *Acts { return NewActs(os.DirFS("../content/acts")) }

func TestShippedActsReadWithoutProblems(t *testing.T) {
	pack, problems := Load(os.DirFS("../content/acts"))
	for _, p := range problems {
		t.Errorf("%s", p.Format())
	}
	keys := map[string]int{}
	for _, code := range []string{"it", "ro", "ru", "en", "de", "fr", "es"} {
		lib := pack.Libraries["acts-"+code]
		if lib == nil {
			t.Fatalf("no acts in %q", code)
		}
		for _, p := range lib.Phrases {
			keys[p.Act]++
			if len(p.Examples) < 15 || len(p.Not) < 12 {
				t.Errorf("%s: %q has %d examples and %d counter-examples", code, p.Name, len(p.Examples), len(p.Not))
			}
		}
	}
	if len(keys) != 30 {
		t.Errorf("%d acts, want 30", len(keys))
	}
	for key, n := range keys {
		if n != 7 {
			t.Errorf("act %q in %d languages, want 7", key, n)
		}
	}
}

const actScenario = `---
kind: scenario
format: 1
id: act-test
title: Act
channel: phone
direction: inbound
request: complaint
language: LANGUAGES
persona: ann
world: shop
rubric: rubric
---

# Act

## Brief

Answer.

## Conversation

### Start

> - Hello?

- **When** NAMED -> end

## Criteria

### 1. Holds · 5

- **All of:** NAMED

## Tests

### Nothing

- **Score:** 0
`

// actPack is the library with a scenario whose one reaction is the event given.
func actPack(t *testing.T, languages, event string, more ...string) fstest.MapFS {
	t.Helper()
	fsys := packIn(t, "en")
	text := strings.NewReplacer("LANGUAGES", languages, "NAMED", event).Replace(actScenario) + strings.Join(more, "\n")
	fsys["act.md"] = &fstest.MapFile{Data: []byte(text)}
	return fsys
}

// actIn gives the scenario and what is said about names in it.
func actIn(t *testing.T, fsys fstest.MapFS, acts ...*Acts) (*Scenario, []Problem) {
	t.Helper()
	pack, problems := Load(fsys, acts...)
	var own []Problem
	for _, p := range problems {
		if p.File == "act.md" && strings.HasPrefix(string(p.Code), "S014") {
			own = append(own, p)
		}
	}
	return pack.Scenarios["act-test"], own
}

func TestActIsThereByItsNameInAnyLanguage(t *testing.T) {
	for _, name := range []string{"asks before holding", "chiede prima di mettere in attesa"} {
		sc, problems := actIn(t, actPack(t, "[en, it]", "says *"+name+"*"), shippedActs())
		if len(problems) > 0 || sc == nil {
			t.Fatalf("%q: %v", name, problems)
		}
		i := slices.IndexFunc(sc.Phrases, func(p Phrase) bool { return p.Act == "asks-before-holding" })
		if i < 0 {
			t.Fatalf("%q gave no act among %d phrases", name, len(sc.Phrases))
		}
		spoken := map[string]int{}
		for _, e := range sc.Phrases[i].Examples {
			spoken[e.Language]++
		}
		if len(spoken) != 2 || spoken["en"] < 20 || spoken["it"] < 20 {
			t.Errorf("%q: examples by language %v, want those of en and it", name, spoken)
		}
		var paths []string
		for _, f := range sc.Sources {
			paths = append(paths, f.Path)
		}
		if !slices.Contains(paths, "acts/en.md") || !slices.Contains(paths, "acts/it.md") || slices.Contains(paths, "acts/ru.md") {
			t.Errorf("%q: made of %v", name, paths)
		}
	}
}

func TestOwnPhraseOfTheNameOfAnActWins(t *testing.T) {
	own := "\n## Phrases\n\n### Asks before holding\n\n- **Patterns:** `may I hold`\n"
	sc, problems := actIn(t, actPack(t, "en", "says *asks before holding*", own), shippedActs())
	if len(problems) > 0 || slices.ContainsFunc(sc.Phrases, func(p Phrase) bool { return p.Act == "asks-before-holding" }) {
		t.Errorf("the act was taken beside the scenario's own phrase (%v)", problems)
	}
}

func TestWithoutActsTheNameIsUnknown(t *testing.T) {
	if _, problems := actIn(t, actPack(t, "en", "says *asks before holding*")); len(problems) == 0 {
		t.Error("no problem, though nobody knows the phrase")
	}
}

func TestPinnedSourcesBringTheirActs(t *testing.T) {
	sc, _ := actIn(t, actPack(t, "[en, it]", "says *asks before holding*"), shippedActs())
	again, problems := Load(FilesFS(sc.Sources))
	got := again.Scenarios["act-test"]
	if got == nil || len(got.Phrases) != len(sc.Phrases) || len(got.Phrases[0].Examples) != len(sc.Phrases[0].Examples) {
		t.Fatalf("the pinned files do not give the scenario again: %v", problems)
	}
	for i, f := range sc.Sources {
		if got.Sources[i].Path != f.Path || got.Sources[i].Digest != f.Digest {
			t.Errorf("source %d is %s, was %s", i, got.Sources[i].Path, f.Path)
		}
	}
}

func BenchmarkActs(b *testing.B) {
	for b.Loop() {
		shippedActs().set()
	}
}
