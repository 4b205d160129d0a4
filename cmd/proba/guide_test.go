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

// TestTheGuideSaysWhatHappens follows the first scenario in fifteen minutes step by step.
func TestTheGuideSaysWhatHappens(t *testing.T) {
	guide, err := os.ReadFile("../../content/help/en/first-scenario.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := guideBlock.FindAllStringSubmatch(string(guide), -1)
	if len(blocks) != 2 {
		t.Fatalf("the guide has %d blocks, want the phrase and the criterion", len(blocks))
	}
	files, err := scenarios.Starter("my-first", scenarios.Phone, "en")
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
	insert("## Criteria\n", blocks[0][1]+"\n## Criteria\n")
	expectCodes(t, "after the phrase", files, "S016", "P203")
	insert("`your name`", "`your name`, `who ... speak*`")
	expectCodes(t, "after the pattern", files, "S016")
	insert("### Says the right price\n", blocks[1][1]+"\n### Says the right price\n")
	expectCodes(t, "after the criterion", files, "T403", "T401")
	insert("agent does: looks up Price list\n", "agent: May I have your name, please?\nagent does: looks up Price list\n")
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
