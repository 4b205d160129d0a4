package scenarios

import "testing"

func TestAReactionMayGoOnOnTheNextLine(t *testing.T) {
	for _, tt := range [][2]string{
		{"- **Otherwise** -> *Thanks*", "- **Otherwise**\n  -> *Thanks*"},
		{"- **Otherwise** -> *Thanks*; patience -1", "- **Otherwise** -> *Thanks*;\n  patience -1"},
		{"- **When** says *goodbye* -> end", "- **When** says *goodbye*\n        -> end"},
	} {
		if _, problems := Load(soundFiles(t, tt[0], tt[1])); len(problems) > 0 {
			t.Errorf("%q is reported:\n%s", tt[1], printed(problems))
		}
	}
}

func TestCodeThatLooksLikeNothingIsNotReported(t *testing.T) {
	fsys := soundFiles(t, "## Phrases", "## Phrases\n\n    some code\n    - a list in it")
	if _, problems := Load(fsys); len(problems) > 0 {
		t.Errorf("code is reported:\n%s", printed(problems))
	}
}
