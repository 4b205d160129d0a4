package scenarios

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// mistake spoils one place of the test pack and says what must be reported, and nothing else.
type mistake struct {
	rule             string
	file, old, fresh string
	code             Code
	at               string // the text that stands at the reported place; "" when the place does not matter
	says             string // part of message or suggestion
}

var spoilings = []mistake{
	{"front matter missing", "scenario.md", "---\nkind: scenario", "kind: scenario", "S001", "", "three dashes"},
	{"front matter not closed", "rubric.md", "language: en\n---", "language: en\n", "S001", "", "never closed"},
	{"front matter that is no YAML", "rubric.md", "title: Rubric", "title: [a", "S001", "", "cannot be read"},
	{"an unknown key", "scenario.md", "channel: phone", "channel: phone\nchanel: phone", "S002", "chanel", "`channel`"},
	{"a key that lost its first letter", "scenario.md", "kind: scenario", "ind: scenario", "S002", "ind", "`kind`"},
	{"a key of another kind", "rubric.md", "version: 1.0.0", "version: 1.0.0\npatience: 3", "S002", "patience", ""},
	{"a key given twice", "rubric.md", "version: 1.0.0", "version: 1.0.0\nversion: 1.0.1", "S002", "version: 1.0.1", "twice"},
	{"a value not allowed", "scenario.md", "request: complaint", "request: complain", "S003", "complain", "`complaint`"},
	{"an id with capitals", "certificate.md", "id: certificate", "id: Certi ficate", "S003", "Certi", "certi-ficate"},
	{"a version with two numbers", "rubric.md", "version: 1.0.0", "version: 1.0", "S003", "1.0", "three numbers"},
	{"a number out of range", "scenario.md", "difficulty: 3", "difficulty: 9", "S003", "9", "from 1 to 5"},
	{"a level that is none", "persona.md", "de: B2", "de: B7", "S003", "B7", "native"},
	{"a missing key", "certificate.md", "title: Certificate\n", "", "S003", "", "`title`"},
	{"text for a number", "scenario.md", "difficulty: 3", "difficulty: hard", "S004", "hard", "number"},
	{"a list for a text", "scenario.md", "title: A late parcel", "title: [a, b]", "S004", "[a", "text"},
	{"an anchor", "scenario.md", "title: A late parcel", "title: &x A", "S004", "&x", ""},
	{"an unknown persona", "scenario.md", "persona: ann", "persona: anne", "S005", "anne", "`ann`"},
	{"an unknown second world", "scenario.md", "world: [shop, depot]", "world: [shop, depott]", "S005", "depott", "`depot`"},
	{"a shift of an unknown scenario", "shift.md", "| 0 s | *late-parcel*", "| 0 s | *late-parcle*", "S005", "late-parcle", "late-parcel"},
	{"two files with one id", "zz.md", "", "---\nkind: persona\nformat: 1\nid: ann\nname: Ann\n---\n", "S006", "ann", "persona.md"},
	{"a misspelt section", "persona.md", "## Habits", "## Habbits", "S007", "Habbits", "Habits"},
	{"a section of another kind", "persona.md", "## Habits", "## Criteria", "S007", "Criteria", "persona"},
	{"a required section missing", "certificate.md", "## Coverage\n", "", "S008", "", "## Coverage"},
	{"a misspelt label", "scenario.md", "- **Points:** 5", "- **Pionts:** 5", "S010", "Pionts", "Points"},
	{"a label of another place", "scenario.md", "- **Only patterns:** yes", "- **Points:** 3", "S010", "Points", ""},
	{"a label given twice", "scenario.md", "- **Points:** 5", "- **Points:** 5\n- **Points:** 6", "S010", "Points:** 6", "twice"},
	{"a label of a line that is no variant", "scenario.md", "**messy:** Two", "**mesy:** Two", "S010", "mesy", "messy"},
	{"a label that is not bold", "scenario.md", "- **Points:** 5", "- Points: 5", "S011", "Points: 5", "**Points:**"},
	{"prose that looks like a reaction", "persona.md", "- **When** not understood\n", "When not understood\n\n- **When** not understood\n", "S012", "When not", "bullet"},
	{"two beats of one name", "scenario.md", "### Middle", "### Start\n\n- **Otherwise** -> end\n\n### Middle", "S013", "Start", "twice"},
	{"two facts of one name", "scenario.md", "| days | 3 | | 5 | article |", "| days | 3 | | 5 | article |\n| Days | 3 | | | |", "S013", "Days", "twice"},
	{"an unknown phrase", "scenario.md", "  - says *kind words*", "  - says *kind wards*", "S014", "kind wards", "kind words"},
	{"an unknown article", "scenario.md", "looks up *Delivery* not", "looks up *Delivry* not", "S014", "Delivry", "Delivery"},
	{"an unknown department", "scenario.md", "escalates to *Claims*", "escalates to *Claim*", "S014", "Claim*", "Claims"},
	{"an unknown colleague", "scenario.md", "consults *Mia*", "consults *Mira*", "S014", "Mira", "Mia"},
	{"an unknown template", "scenario.md", "sends *Sorry mail*", "sends *Sorry male*", "S014", "Sorry male", "Sorry mail"},
	{"an unknown variant", "scenario.md", "in *messy*", "in *mesy*", "S014", "", "messy"},
	{"an unknown criterion", "scenario.md", "- **Missed:** *Never shouts*", "- **Missed:** *Never shout*", "S014", "Never shout*", "Never shouts"},
	{"an unknown form field", "scenario.md", "| Reason | is late |", "| Raeson | is late |", "S014", "Raeson", "Reason"},
	{"an event nobody knows", "scenario.md", "  - holds\n", "  - holdds\n", "S014", "holdds", "holds"},
	{"a measure in a reaction", "scenario.md", "**When** is silent 8 s", "**When** understood at least 80%", "S014", "understood", "measure"},
	{"a rule of a pass mark nobody knows", "scenario.md", "- as in the rubric", "- as in the rubrik", "S014", "as in the rubrik", "as in the rubric"},
	{"a right answer nobody can read", "scenario.md", "| is late |", "| equals late |", "S014", "equals", ""},
	{"a timer without a unit", "scenario.md", "| gives up | 30 s |", "| gives up | 30 |", "S014", "30 |", "unit"},
	{"a beat called like a form", "scenario.md", "### Middle", "### Middle\n\n> x\n\n- **Otherwise** -> end\n\n### Ticket", "S015", "Ticket", "form"},
	{"a pattern outside code", "base.md", "`sorry`", "sorry", "S017", "sorry", "back-ticks"},
	{"a pattern that became italics", "base.md", "`sorry`", "sor*r*y", "S017", "sor", "formatting"},
	{"a table without its column", "rubric.md", "| Minimum |", "| Minimal |", "S018", "", "Minimum"},
	{"a reply outside its reaction", "scenario.md", "  > Hello?", "\n> Hello?", "S019", "> Hello?", "two spaces"},
	{"bullets without a quotation", "scenario.md", "  > Hello?", "  - Hello?", "S019", "- Hello?", "`>`"},
	{"a bullet of a beat without a label", "scenario.md", "> Is it done?", "- Is it done?", "S019", "- Is it done?", "`>`"},
	{"an unknown fact heard wrong", "scenario.md", "mishears *order number*", "mishears *order nummer*", "F108", "- **When**", "order number"},
	{"a reply indented too far", "scenario.md", "  > Hello?", "        > Hello?", "S019", "> Hello?", "too far"},
	{"a reaction inside another", "scenario.md", "  > Hello?\n", "  > Hello?\n  - **When** says *greets* -> end\n", "S019", "- **When** says *greets* -> end", "inside"},
	{"a line of a beat like code", "scenario.md", "> One more thing.", "    > One more thing.", "S019", "> One more", "too far"},
	{"evidence beside its label", "scenario.md", "- **In order:**\n  - holds\n  - resumes", "- **In order:**\n- holds\n- resumes", "S019", "- holds", "two spaces"},
	{"a hard blank", "scenario.md", "House rule 4.", "House\u00a0rule 4.", "S020", "\u00a0rule", "House rule"},
	{"a jump to an unknown beat", "scenario.md", "words -> *Middle*", "words -> *Midle*", "F102", "Midle", "Middle"},
	{"an unknown fact in a line", "scenario.md", "Fine, {days} then.", "Fine, {dais} then.", "F108", "dais", "days"},
	{"an unknown fact in a pattern", "scenario.md", "`{days} tag*`", "`{dayz} tag*`", "F108", "dayz", "days"},
	{"an unknown fact in a library", "base.md", "{house}", "{hause}", "F108", "hause", "house"},
	{"a pattern that cannot be read", "base.md", "`good (morning/evening)`", "`good (morning/evening`", "P201", "(morning", "never closed"},
	{"an unknown competence", "scenario.md", "- **Competence:** Tone\n- **Points:** 5", "- **Competence:** Tune\n- **Points:** 5", "C301", "Tune", "Tone"},
	{"points missing", "scenario.md", "- **Points:** 5\n", "", "C302", "Never shouts", ""},
	{"a criterion without competence", "scenario.md", "- **Competence:** Tone\n- **Points:** 5", "- **Points:** 5", "C301", "Never shouts", "no competence"},
	{"points of nothing", "scenario.md", "- **Points:** 5", "- **Points:** 0", "C302", "0\n", ""},
	{"at least more than listed", "scenario.md", "**At least 2 of:**", "**At least 4 of:**", "C310", "At least 4", "3"},
	{"no failing test", "scenario.md", "- **Result:** fail", "- **Result:** undecided", "T402", "Tests", ""},
	{"a result nobody knows", "scenario.md", "- **Result:** pass", "- **Result:** passed", "S003", "passed", "\"pass\""},
	{"a transcript's word misspelt", "scenario.md", "agent: (9 s)", "agant: (9 s)", "T408", "agant", "agent"},
	{"an action on nothing in the world", "scenario.md", "agent does: looks up Delivery times", "agent does: looks up Delivry times", "S014", "Delivry times", "Delivery times"},
	{"a picture the pack has not", "scenario.md", "![a photo](box.png)", "![a photo](bax.png)", "S021", "a photo", "box.png"},
	{"a document the pack has not", "shop.md", "| Label | label.pdf |", "| Label | lable.pdf |", "S021", "Label", "label.pdf"},
	{"a picture that can hold script", "scenario.md", "![a photo](box.png)", "![a photo](box.svg)", "S022", "a photo", "PNG"},
	{"a picture from elsewhere", "scenario.md", "![a photo](box.png)", "![a photo](https://example.org/box.png)", "S022", "a photo", "address"},
	{"a picture outside of the pack", "scenario.md", "![a photo](box.png)", "![a photo](../box.png)", "S022", "a photo", "address"},
	{"a score above a hundred", "scenario.md", "- **Score:** 60-80", "- **Score:** 60-180", "S003", "60-180", "100"},
}

func TestEveryMistakeIsReportedOnceAtItsPlace(t *testing.T) {
	_, before := Load(packIn(t, "en"))
	usual := map[string]bool{}
	for _, p := range before {
		usual[string(p.Code)+p.Message] = true
	}
	for _, m := range spoilings {
		t.Run(m.rule, func(t *testing.T) {
			fsys := packIn(t, "en")
			spoil(t, fsys, m)
			_, problems := Load(fsys)
			checkMistake(t, m, string(fsys[m.file].Data), fresh(problems, usual))
		})
	}
}

func spoil(t *testing.T, fsys fstest.MapFS, m mistake) {
	t.Helper()
	if m.old == "" {
		fsys[m.file] = &fstest.MapFile{Data: []byte(m.fresh)}
		return
	}
	text := string(fsys[m.file].Data)
	if !strings.Contains(text, m.old) {
		t.Fatalf("%s does not contain %q", m.file, m.old)
	}
	i := strings.LastIndex(text, m.old)
	fsys[m.file] = &fstest.MapFile{Data: []byte(text[:i] + m.fresh + text[i+len(m.old):])}
}

// fresh leaves out what the sound pack has too, and checks of the whole model that follow from the mistake.
func fresh(problems []Problem, usual map[string]bool) []Problem {
	var found []Problem
	for _, p := range problems {
		reader := p.Code[0] == 'S' && p.Code != "S016" || strings.Contains(" F102 F108 P201 C301 C302 C310 T402 T408 ", string(p.Code))
		if reader && !usual[string(p.Code)+p.Message] {
			found = append(found, p)
		}
	}
	return found
}

func checkMistake(t *testing.T, m mistake, text string, problems []Problem) {
	t.Helper()
	if len(problems) != 1 {
		t.Errorf("%d problems, want 1: %v", len(problems), problems)
	}
	if len(problems) == 0 {
		return
	}
	p := problems[0]
	if p.Code != m.code || !strings.Contains(p.Message+" "+p.Suggestion, m.says) {
		t.Errorf("got %s %q %q, want %s with %q", p.Code, p.Message, p.Suggestion, m.code, m.says)
	}
	if p.Message == string(p.Code) {
		t.Errorf("%s has no message", p.Code)
	}
	if m.at != "" && !strings.HasPrefix(textAt(text, p.Pos), m.at) {
		t.Errorf("reported at %s, where %q stands; want %q", p.Pos, firstLine(textAt(text, p.Pos)), m.at)
	}
}

// textAt is what stands at a place, counted in characters.
func textAt(text string, at Pos) string {
	lines := strings.SplitAfter(text, "\n")
	if at.Line < 1 || at.Line > len(lines) {
		return ""
	}
	rest := []rune(strings.Join(lines[at.Line-1:], ""))
	return string(rest[min(max(at.Column-1, 0), len(rest)):])
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func TestTheUnknownIsNotReportedTwice(t *testing.T) {
	_, problems := Load(packIn(t, "en"))
	seen := map[string]bool{}
	for _, p := range problems {
		key := fmt.Sprint(p.Pos, p.Code, p.Message)
		if seen[key] {
			t.Errorf("reported twice: %s", key)
		}
		seen[key] = true
	}
}
