package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"proba/grading/prove"
	"proba/scenarios"
)

var guideBlock = regexp.MustCompile("(?s)```markdown\n(.*?)```")

// guideSteps are what a reader of the guide types beside its two blocks, in the language of the guide.
type guideSteps struct{ criteria, pattern, wider, rewarded, work, asks string }

var guides = map[string]guideSteps{
	"en": {"## Criteria\n", "`your name`", "`who ... speak*`", "### Says the right price\n",
		"agent does: looks up Price list\n", "agent: May I have your name, please?\n"},
	"it": {"## Criteri\n", "`suo nome`", "`con chi ... parl*`", "### Dice il prezzo giusto\n",
		"operatore fa: consulta Listino\n", "operatore: Mi dice il suo nome, per favore?\n"},
	"ro": {"## Criterii\n", "`numele dumneavoastră`", "`cu cine ... vorb*`", "### Spune prețul corect\n",
		"operator face: consultă Lista de prețuri\n", "operator: Îmi spuneți numele dumneavoastră, vă rog?\n"},
	"ru": {"## Критерии\n", "`ваше имя`", "`с кем ... говор*`", "### Называет верную цену\n",
		"оператор делает: открывает Прейскурант\n", "оператор: Назовите, пожалуйста, ваше имя.\n"},
}

// TestTheGuideSaysWhatHappens follows the first scenario in fifteen minutes step by step, in every language it is written in.
func TestTheGuideSaysWhatHappens(t *testing.T) {
	for lang, steps := range guides {
		t.Run(lang, func(t *testing.T) { followGuide(t, lang, steps) })
	}
}

func followGuide(t *testing.T, lang string, steps guideSteps) {
	page, err := os.ReadFile("../../content/help/" + lang + "/first-scenario.md")
	if err != nil {
		t.Fatal(err)
	}
	guide := string(page)
	blocks := guideBlock.FindAllStringSubmatch(guide, -1)
	if len(blocks) != 2 {
		t.Fatalf("the guide has %d blocks, want the phrase and the criterion", len(blocks))
	}
	for _, said := range []string{steps.wider, strings.TrimSpace(steps.asks)} {
		if !strings.Contains(guide, said) {
			t.Errorf("the guide does not say %q", said)
		}
	}
	files, err := scenarios.Starter("my-first", scenarios.Phone, lang)
	if err != nil {
		t.Fatal(err)
	}
	const scenario = "scenarios/my-first.md"
	insert := func(old, fresh string) {
		t.Helper()
		if strings.Count(files[scenario], old) != 1 {
			t.Fatalf("%q does not stand once in the first scenario", old)
		}
		files[scenario] = strings.Replace(files[scenario], old, fresh, 1)
	}
	insert(steps.criteria, blocks[0][1]+"\n"+steps.criteria)
	expectCodes(t, "after the phrase", files, "S016", "P203")
	insert(steps.pattern, steps.pattern+", "+steps.wider)
	expectCodes(t, "after the pattern", files, "S016")
	insert(steps.rewarded, blocks[1][1]+"\n"+steps.rewarded)
	expectCodes(t, "after the criterion", files, "T403", "T401")
	insert(steps.work, steps.asks+steps.work)
	expectCodes(t, "after the line in the test", files)
}

func expectCodes(t *testing.T, when string, files map[string]string, want ...string) {
	t.Helper()
	fsys := fstest.MapFS{}
	for path, text := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(text)}
	}
	pack, problems := scenarios.Load(fsys)
	var got []string
	for _, p := range append(problems, prove.Pack(pack)...) {
		got = append(got, string(p.Code))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s the check says %v, want %v", when, got, want)
	}
}
