package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"proba/scenarios"
)

// mended are the ways whose repair needs no thought: the repair gives back the file as it was, to the letter.
var mended = []string{
	"a misspelt key", "a key with a capital", "a key without its blank", "a tab in the front matter",
	"a section at the level of its things", "a section in bold", "a section without its blank", "a misspelt section",
	"a misspelt label", "a label without bold", "a label in italics", "a label with half its bold", "a reaction without bold",
	"an arrow with an equals sign", "an arrow of one hyphen", "an arrow that lost its hyphen",
	"a beat misspelt", "a beat without italics", "a phrase misspelt", "a phrase without italics", "a phrase in quotation marks",
	"a reference in bold", "a verb misspelt", "a competence misspelt", "evidence beside its label",
	"a line of the customer without its sign", "a pattern without back-ticks", "a fact misspelt",
	"a pattern in quotation marks", "a pattern in forward ticks", "a pattern in curly quotes",
	"a reply indented too far", "a reaction inside the one above", "reactions indented like code",
}

func TestRepairsGiveBackTheFile(t *testing.T) {
	files := trialPacks(t)["library"]
	path := "scenarios/chat-priostanovka.md"
	for _, w := range ways {
		if !slices.Contains(mended, w.name) {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			for _, path := range []string{"scenarios/chat-estensione-garanzia.md", path} {
				tryRepair(t, files, path, w)
			}
		})
	}
}

func tryRepair(t *testing.T, files fstest.MapFS, path string, w way) {
	t.Helper()
	sound := string(files[path].Data)
	b, ok := w.made(shipped{path, sound})
	if !ok {
		return
	}
	spoiled := fstest.MapFS{}
	for p, f := range files {
		spoiled[p] = f
	}
	spoiled[path] = &fstest.MapFile{Data: []byte(b.text)}
	repaired := scenarios.Repair(spoiled, path)
	if len(repaired) != 1 {
		t.Errorf("%s: %d files repaired, want one", path, len(repaired))
		return
	}
	if got := repaired[0].After; got != sound {
		t.Errorf("%s: line %d is %q after the repair, want %q", path, changedLine(sound, got), lineOf(got, changedLine(sound, got)), lineOf(sound, changedLine(sound, got)))
	}
	spoiled[path] = &fstest.MapFile{Data: []byte(repaired[0].After)}
	if again := scenarios.Repair(spoiled, path); len(again) != 0 {
		t.Errorf("%s: repaired a second time", path)
	}
}

func TestIndentationOverSeveralReactionsIsRepaired(t *testing.T) {
	replies := func(fresh string) func(shipped) (broken, bool) {
		return reshaped(func(line string, _ bool) string {
			if rest, ok := strings.CutPrefix(line, "  > "); ok {
				return fresh + "> " + rest
			}
			return line
		})
	}
	files := trialPacks(t)["library"]
	for _, w := range []way{
		{name: "replies at the margin", made: replies("")},
		{name: "replies indented by one blank", made: replies(" ")},
		{name: "replies indented by eight", made: replies("        ")},
		{name: "reactions inside the first", made: shifted(2, `^(?:- \*\*|  > )`, true)},
		{name: "reactions far inside the first", made: shifted(4, `^(?:- \*\*|  > )`, true)},
		{name: "all reactions like code", made: shifted(4, `^(?:- \*\*|  > )`, false)},
	} {
		t.Run(w.name, func(t *testing.T) {
			tried := 0
			for path := range files {
				if strings.HasPrefix(path, "scenarios/") && translates(files[path]) == "" {
					tryRepair(t, files, path, w)
					tried++
				}
			}
			if tried < 3 {
				t.Errorf("tried on %d scenarios", tried)
			}
		})
	}
}
