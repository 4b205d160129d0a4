package scenarios

import (
	"strings"
	"testing"
	"testing/fstest"
)

const twoActs = "---\nkind: phrases\nformat: 1\nid: acts-en\ntitle: Acts\nlanguage: en\n---\n\n# Acts\n\n## Phrases\n\n" +
	"### thanks\n\n- **Act:** thanks-the-caller\n- **Patterns:** `thank* you`\n- **Not these:**\n  - No.\n\n" +
	"### says when\n\n- **Act:** says-when-it-comes\n- **Patterns:** `on monday`\n- **Not these:**\n  - No.\n"

func TestMisspeltActsAreReportedOnce(t *testing.T) {
	shipped := NewActs(fstest.MapFS{"en.md": {Data: []byte(twoActs)}})
	tests := []struct{ name, right, wrong, code, nearest string }{
		{"a known act", "", "", "", ""},
		{"a misspelt label", "**Act:** thanks", "**Atc:** thanks", "S010", "Act"},
		{"a label with a letter too many", "**Act:** thanks", "**Acts:** thanks", "S010", "Act"},
		{"a label without bold", "**Act:** thanks", "Act: thanks", "S011", ""},
		{"a label without an act", "**Act:** thanks-the-caller", "**Act:**", "S010", ""},
		{"a misspelt act", "thanks-the-caller", "thanks-the-calller", "S014", "thanks-the-caller"},
		{"an act of the author's own", "thanks-the-caller", "offers-a-drink", "", ""},
		{"another act of the author's own beside one that is like it", "### says when\n\n- **Act:** says-when-it-comes", "### says when\n\n- **Act:** thanks-the-callers", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(twoActs, tt.right, tt.wrong, 1)
			if tt.right != "" && text == twoActs {
				t.Fatalf("no %q in the file", tt.right)
			}
			_, problems := Load(fstest.MapFS{"own.md": {Data: []byte(text)}}, shipped)
			if tt.code == "" {
				if len(problems) > 0 {
					t.Errorf("reported:\n%s", printed(problems))
				}
				return
			}
			if len(problems) != 1 || string(problems[0].Code) != tt.code || problems[0].Nearest != tt.nearest {
				t.Errorf("want one %s with %q, got:\n%s", tt.code, tt.nearest, printed(problems))
			}
		})
	}
}

func TestAMisspeltActOfTwoFilesIsReportedInTheLater(t *testing.T) {
	other := strings.NewReplacer("acts-en", "acts-it", "language: en", "language: it", "thanks-the-caller", "thanks-the-caler").Replace(twoActs)
	_, problems := Load(fstest.MapFS{"a.md": {Data: []byte(twoActs)}, "b.md": {Data: []byte(other)}})
	if len(problems) != 1 || problems[0].File != "b.md" || problems[0].Nearest != "thanks-the-caller" {
		t.Errorf("want one problem in b.md, got:\n%s", printed(problems))
	}
}

func TestTheNearestActIsOfferedForAPhraseNobodyHas(t *testing.T) {
	fsys := soundFiles(t, "  - says *goodbye*\n", "  - says *says wen*\n")
	_, problems := Load(fsys, NewActs(fstest.MapFS{"en.md": {Data: []byte(twoActs)}}))
	for _, p := range problems {
		if p.Code == "S014" && p.Nearest == "says when" {
			return
		}
	}
	t.Errorf("no problem offers the act:\n%s", printed(problems))
}
