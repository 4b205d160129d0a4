package scenarios

import (
	"strings"
	"testing"
	"testing/fstest"
)

// soundFiles is the sound pack with one text replaced.
func soundFiles(t *testing.T, old, fresh string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	found := false
	for name, text := range map[string]string{"persona.md": soundPersona, "world.md": soundWorld, "rubric.md": soundRubric, "scenario.md": soundScenario} {
		found = found || strings.Contains(text, old)
		fsys[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, fresh, 1))}
	}
	if !found {
		t.Fatalf("the sound pack has no %q", old)
	}
	return fsys
}

func TestWhatNeedsNoThoughtIsRepaired(t *testing.T) {
	tests := []struct{ name, right, wrong, want string }{
		{"a label that lost its bold", "- **Advice:** Say goodbye.", "- Advice: Say goodbye.", "- **Advice:** Say goodbye."},
		{"a pattern that lost its back-ticks", "`goodbye`, `farew*`", "goodbye, `farew*`", "`goodbye`, `farew*`"},
		{"a double arrow", "-> *Thanks*; patience -1", "=> *Thanks*; patience -1", "-> *Thanks*; patience -1"},
		{"a long arrow", "- **Otherwise** -> end", "- **Otherwise** --> end", "- **Otherwise** -> end"},
		{"a misspelt beat", "- **Otherwise** -> *Thanks*", "- **Otherwise** -> *Thakns*", "- **Otherwise** -> *Thanks*"},
		{"a misspelt phrase", "  - says *goodbye*", "  - says *godbye*", "  - says *goodbye*"},
		{"a misspelt label", "- **Points:** 20", "- **Pionts:** 20", "- **Points:** 20"},
		{"a misspelt section", "## Habits", "## Habbits", "## Habits"},
		{"a misspelt key", "channel: chat", "chanel: chat", "channel: chat"},
		{"a missing Otherwise", "- **Otherwise** -> *Thanks*; patience -1\n", "", "  > Never mind.\n- **Otherwise** -> *Thanks*\n"},
		{"a missing Otherwise at the end", "- **Otherwise** -> end\n", "", "- **When** says *goodbye* -> end\n- **Otherwise** -> end\n"},
		{"a file of another system", "- **Advice:** Say goodbye.\n", "- Advice: Say goodbye.\r\n", "- **Advice:** Say goodbye.\r\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := soundFiles(t, tt.right, tt.wrong)
			_, before := Load(fsys)
			repaired := Repair(fsys, "")
			if len(repaired) != 1 || !strings.Contains(repaired[0].After, tt.want) {
				t.Fatalf("Repair = %+v, want one file with %q; problems:\n%s", repaired, tt.want, printed(before))
			}
			fsys[repaired[0].Path].Data = []byte(repaired[0].After)
			if _, after := Load(fsys); len(after) >= len(before) {
				t.Errorf("%d problems before, %d after:\n%s", len(before), len(after), printed(after))
			}
			if again := Repair(fsys, ""); len(again) != 0 {
				t.Errorf("repaired a second time: %+v", again)
			}
		})
	}
}

func TestWhatNeedsThoughtIsLeft(t *testing.T) {
	tests := []struct{ name, right, wrong string }{
		{"nothing wrong", "# A return", "# A return"},
		{"a name with two that are as near", "- **When** says *goodbye* -> end\n- **Otherwise** -> end\n\n## Phrases\n",
			"- **When** says *goodbyx* -> end\n- **Otherwise** -> end\n\n## Phrases\n\n### goodbya\n\n- **Patterns:** `bya`\n- **Not these:**\n  - No.\n"},
		{"an unknown name with none near", "  - says *goodbye*\n", "  - says *praises the weather*\n"},
		{"a beat nobody comes to", "## Phrases", "### Lost\n\n> Hello?\n\n## Phrases"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if repaired := Repair(soundFiles(t, tt.right, tt.wrong), ""); len(repaired) != 0 {
				t.Errorf("Repair = %+v, want nothing", repaired)
			}
		})
	}
}

func TestOnlyTheNamedFileIsRepaired(t *testing.T) {
	fsys := soundFiles(t, "## Habits", "## Habbits")
	if repaired := Repair(fsys, "scenario.md"); len(repaired) != 0 {
		t.Errorf("Repair = %+v, want nothing in scenario.md", repaired)
	}
}
