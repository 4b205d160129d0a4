package prove

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// kiosk is a small pack of our own that has nothing wrong with it.
func kiosk(t testing.TB) fstest.MapFS {
	t.Helper()
	pack := fstest.MapFS{}
	for _, name := range []string{"persona.md", "world.md", "rubric.md", "scenario.md"} {
		data, err := os.ReadFile("testdata/kiosk/" + name)
		if err != nil {
			t.Fatal(err)
		}
		pack[name] = &fstest.MapFile{Data: data}
	}
	return pack
}

// edited is the kiosk with one place of its scenario changed.
func edited(t testing.TB, old, new string) fs.FS {
	t.Helper()
	pack := kiosk(t)
	text := string(pack["scenario.md"].Data)
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times in the scenario, want once", old, strings.Count(text, old))
	}
	pack["scenario.md"] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	return pack
}

func TestAPackWithNothingWrongProvesSilently(t *testing.T) {
	for _, p := range Pack(load(t, kiosk(t))) {
		t.Errorf("%v", p)
	}
}

func TestWhatIsWrongIsReportedWhereItStands(t *testing.T) {
	tests := []struct {
		name     string
		old, new string
		code     scenarios.Code
		near     string   // the text at whose line the problem stands
		says     []string // what message and suggestion must mention
	}{
		{"an example without the value of its fact", "A bunch costs 12.50 euro.\n- **Not", "A bunch costs money.\n- **Not",
			"P203", "A bunch costs money.", []string{"names the price", "A bunch costs money.", "costs"}},
		{"an example that is negated", "We deliver to your door.", "Never will we deliver.", "P203", "Never will we deliver.", []string{"Never", "promises delivery"}},
		{"a counter-example that is recognised", "Good flowers.", "No more goodbye kisses today.\n  - Say goodbye.", "P204", "Say goodbye.", []string{"goodbye", "Say goodbye."}},
		{"two phrases in the same words", "`we deliver`", "`we deliver`, `goodbye`", "P205", "Goodbye, see you on Friday.\n", []string{"promises delivery"}},
		{"a pattern that the customer's own lines match", "> Fine, thank you.\n\n- **When** says *goodbye* -> end",
			"> - Fine, hello.\n> - **calm:** Hello there.\n> - **tense:** Hello again!\n\n- **When** says *goodbye* -> end", "P206", "`hello`, `good", []string{"`hello`", "4"}},
		{"a score that is not reached", "- **Score:** 100", "- **Score:** 90-95", "T401", "90-95", []string{"A good call", "90-95", "100"}},
		{"a score that differs, with what was missed and why", "- **Score:** 0", "- **Score:** 50", "T401", "- **Score:** 50",
			[]string{"Promises too much", "Greets first", "wrong order", "Never promises delivery", "said"}},
		{"a criterion expected to be met", "- **Missed:** *Greets first*,", "- **Met:** *Greets first*\n- **Missed:**", "T401", "- **Met:** *Greets first*\n- **Missed", []string{"Greets first"}},
		{"a criterion expected to be missed", "- **Met:** *Greets first*", "- **Missed:** *Greets first*", "T401", "- **Missed:** *Greets first*\n- **Ends", []string{"Greets first"}},
		{"another end", "- **Ends in:** *Leave*", "- **Ends in:** *Order*", "T401", "- **Ends in:** *Order*", []string{"Order", "Leave"}},
		{"patience", "- **Patience:** 7", "- **Patience:** 1-3", "T401", "1-3", []string{"1-3", "7"}},
		{"a beat it does not pass through", "agent: It costs 12.50 euro and we deliver.\nagent: Hello!\n```\n", "agent: Hello!\n```\n\n- **Passes through:** *Leave*\n",
			"T401", "- **Passes through:** *Leave*", []string{"Leave"}},
		{"a phrase not recognised", "- **Recognised:** *goodbye*", "- **Recognised:** *promises delivery*", "T401", "- **Recognised:** *promises", []string{"promises delivery"}},
		{"a phrase recognised", "- **Not recognised:** *promises delivery*", "- **Not recognised:** *greeting*", "T401", "- **Not recognised:** *greeting*", []string{"greeting"}},
		{"another customer line", "customer: Hello, I would like roses for Friday.", "customer: Tulips, please.", "T408", "customer: Tulips", []string{"roses for Friday"}},
		{"a customer line too many", "customer: Hello, I would like roses for Friday.", "customer: Hello, I would like roses for Friday.\ncustomer: Please.", "T408", "customer: Please.", nil},
		{"a command that is refused", "wait: 3 s\nagent does: answers", "wait: 3 s", "T408", "agent: Hello, this is", []string{"not answered"}},
		{"a criterion met in no test", "agent does: looks up Opening hours\n", "", "T403", "### Looks up", []string{"Looks up"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := edited(t, tt.old, tt.new)
			problems := Pack(load(t, fsys))
			text, _ := fs.ReadFile(fsys, "scenario.md")
			at := strings.Index(string(text), tt.near)
			if at < 0 {
				t.Fatalf("%q is not in the scenario", tt.near)
			}
			line := 1 + strings.Count(string(text[:at]), "\n")
			for _, p := range problems {
				if p.Code == tt.code && p.Line == line && mentions(p, tt.says) {
					return
				}
			}
			t.Errorf("no %s at line %d that mentions %q; problems:\n%v", tt.code, line, tt.says, problems)
		})
	}
}

func mentions(p scenarios.Problem, words []string) bool {
	for _, w := range words {
		if !strings.Contains(p.Message+" "+p.Suggestion, w) {
			return false
		}
	}
	return true
}

func TestARequiredPhraseThatIsForbiddenIsAContradiction(t *testing.T) {
	fsys := edited(t, "### Looks up and files\n", "### Says the price\n\n- **Competence:** Work\n- **Points:** 5\n- **Required:** yes\n"+
		"- **All of:**\n  - says *names the price*\n- **Advice:** Say it.\n\n### Looks up and files\n")
	pack := fsys.(fstest.MapFS)
	text := string(pack["scenario.md"].Data)
	pack["scenario.md"].Data = []byte(strings.Replace(text, "`we deliver`", "`we deliver`, `costs {amount}`", 1))
	for _, p := range Pack(load(t, pack)) {
		if p.Code == "P208" && mentions(p, []string{"names the price", "promises delivery"}) {
			return
		}
	}
	t.Error("no P208")
}

func TestPlayAsAssessedLeavesTheDebriefToAPerson(t *testing.T) {
	fsys := edited(t, "## Pass mark\n", "## Debrief\n\n### Why so?\n\n- **Competence:** Work\n- **Points:** 10\n- **Marked by:** engine, then trainer\n- **All of:**\n  - says *greeting*\n\n## Pass mark\n")
	sc := prepare(t, load(t, fsys), "roses")
	test := testNamed(t, sc, "A good call")
	test.Steps = append(test.Steps, scenarios.AnswersDebrief{Number: 1, Text: "Hello!"})
	for mode, awaits := range map[engine.Mode]bool{engine.Practice: false, engine.Assessed: true} {
		played := PlayAs(sc, test, mode)
		m := played.Evaluation.Marks[3]
		if len(played.Problems) > 0 || m.AwaitsPerson != awaits || (m.Mark == grading.Met) == awaits {
			t.Errorf("%s: %q, awaits %v, problems %v", mode, m.Mark, m.AwaitsPerson, played.Problems)
		}
	}
}

func TestATranscriptPlaysAgainAsItWas(t *testing.T) {
	sc := prepare(t, load(t, kiosk(t)), "roses")
	for _, lang := range []string{"en", "it", "ro", "ru", "de"} {
		for _, test := range sc.Tests {
			first := Play(sc, test)
			text := Transcript(first.Log, lang)
			again := Play(keptAsTest(t, text))
			for _, p := range again.Problems {
				t.Errorf("%s: %v", lang, p)
			}
			if diff := cmp.Diff(factsOf(first.Log), factsOf(again.Log)); diff != "" {
				t.Errorf("%s, %q played again (-first +again):\n%s\n%s", lang, test.Name, diff, text)
			}
		}
	}
}

// factsOf leaves out how the log was opened: adding a test makes another version of the scenario's text.
func factsOf(log []engine.Event) []engine.Event { return log[1:] }

// keptAsTest puts a transcript into the kiosk as a test of its own.
func keptAsTest(t testing.TB, transcript string) (*engine.Script, scenarios.Test) {
	t.Helper()
	pack := load(t, edited(t, "## Tests\n", "## Tests\n\n### Kept\n\n```conversation\n"+transcript+"```\n\n- **Result:** pass\n"))
	sc := prepare(t, pack, "roses")
	return sc, testNamed(t, sc, "Kept")
}

func TestWhatWasMisreadIsNotProved(t *testing.T) {
	mistakes := map[string][2]string{
		"a phrase that does not exist":  {"  - says *promises delivery*", "  - says *promises deliveries*"},
		"a reaction without its bullet": {"- **When** says *names the price* -> *Leave*\n", "When says *names the price* -> *Leave*\n\n"},
		"a pattern that cannot be read": {"`see you ... friday`", "`see (you friday`"},
	}
	for name, m := range mistakes {
		pack, problems := scenarios.Load(edited(t, m[0], m[1]))
		if len(problems) != 1 {
			t.Errorf("%s: reading finds %v, want one problem", name, problems)
		}
		if more := Pack(pack); len(more) != 0 {
			t.Errorf("%s: proving adds %v", name, more)
		}
	}
}
