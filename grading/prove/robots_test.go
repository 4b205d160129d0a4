package prove

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"proba/engine"
	"proba/engine/robot"
	"proba/scenarios"
)

func TestRobotsFindNothingInASoundScenario(t *testing.T) {
	sc := prepare(t, load(t, kiosk(t)), "roses")
	for _, p := range append(Robots(sc), Walks(sc)...) {
		t.Errorf("%v", p)
	}
}

// onlyWords is the kiosk with a rubric that words alone satisfy: no action, no order, nothing forbidden.
func onlyWords(t testing.TB) string {
	t.Helper()
	pack := kiosk(t)
	text := string(pack["scenario.md"].Data)
	from, to := strings.Index(text, "## Criteria"), strings.Index(text, "## Desk")
	return text[:from] + `## Criteria

### Says it

- **Competence:** Courtesy
- **Points:** 10
- **Any of:**
  - says *greeting*
  - says *names the price*
- **Advice:** Say it.

### Does the work

- **Competence:** Work
- **Points:** 10
- **Any of:**
  - says *goodbye*
- **Advice:** Do it.

` + text[to:strings.Index(text, "## Tests")]
}

// robotProblems are what the robots find in a scenario, whatever reading it has found already.
func robotProblems(t testing.TB, text string) []scenarios.Problem {
	t.Helper()
	files := kiosk(t)
	files["scenario.md"] = &fstest.MapFile{Data: []byte(text)}
	pack, _ := scenarios.Load(files)
	return Robots(prepare(t, pack, "roses"))
}

func TestRobotsThatPassAreReported(t *testing.T) {
	words := onlyWords(t)
	// Six words said after the customer do not count anyway; a parrot earns by shorter lines.
	short := strings.Replace(words, "> Hello, I would like roses for Friday.", "> Roses, please.", 1)
	parrot := strings.Replace(strings.Replace(short, "`costs {price}`", "`roses`", 1), "`goodbye`", "`goodbye/fine`", 1)
	tests := []struct {
		name, text string
		code       scenarios.Code
		says       []string
	}{
		{"one fragment a turn", words, "T406", nil},
		{"repeating the customer", parrot, "T407", []string{"`roses`"}},
		{"reciting the criteria", strings.Replace(strings.Replace(words, "`hello`", "`hello/say`", 1), "`goodbye`", "`goodbye/do`", 1), "T405", []string{"`hello/say`"}},
		{"what the model player cannot reach", strings.Replace(words, "  - says *goodbye*", "  - says *goodbye* before answers", 1), "T404", []string{"Does the work"}},
		{"points for silence", strings.Replace(strings.Replace(words, "channel: phone", "channel: chat", 1), "  - says *goodbye*", "  - does not reply 30 s", 1), "C308", []string{"50%"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := robotProblems(t, tt.text)
			for _, p := range found {
				if p.Code == tt.code && mentions(p, tt.says) {
					return
				}
			}
			t.Errorf("no %s that mentions %q; problems:\n%v", tt.code, tt.says, found)
		})
	}
}

func TestLinesThatNobodyHearsAreReported(t *testing.T) {
	fsys := edited(t, "> Fine, thank you.\n", "> - Fine, thank you.\n> - **out:** You will never hear this.\n")
	pack, problems := scenarios.Load(fsys)
	sc, err := engine.Prepare(pack.Scenarios["roses"])
	if err != nil {
		t.Fatal(err, problems)
	}
	for _, p := range Walks(sc) {
		if p.Code == "F115" && mentions(p, []string{"1000"}) {
			return
		}
	}
	t.Errorf("no F115; Load said %v", problems)
}

// The shipped library must prove itself in every variant, against every robot.
func TestTheShippedLibraryProvesItself(t *testing.T) {
	pack := load(t, os.DirFS("../../content/library"))
	for _, p := range Pack(pack) {
		if p.Level != scenarios.LevelNote {
			t.Errorf("%v", p)
		}
	}
}

// Every robot that speaks passes the weak scenario, and so would be told of by the checks: one that is too clumsy to
// pass here would find nothing anywhere.
func TestEveryRobotPassesAWeakScenario(t *testing.T) {
	text, err := os.ReadFile("testdata/weak/scenario.md")
	if err != nil {
		t.Fatal(err)
	}
	files := kiosk(t)
	files["scenario.md"] = &fstest.MapFile{Data: text}
	pack, _ := scenarios.Load(files)
	sc := prepare(t, pack, "roses")
	all := robotRuns(sc)
	for _, m := range mustFail {
		best, ok := bestRun(all, m.robot)
		if !ok || best.evaluation.Result != scenarios.Pass {
			t.Errorf("%s reaches %s, %d%%; it must pass where a word is enough", m.robot, best.evaluation.Result, best.evaluation.Score)
		}
	}
	if silent, _ := bestRun(all, robot.Silent); silent.evaluation.Score != 0 {
		t.Errorf("silent reaches %d%% without a word", silent.evaluation.Score)
	}
	codes := map[scenarios.Code]int{}
	for _, p := range Robots(sc) {
		codes[p.Code]++
	}
	if codes["T405"] != 4 || codes["T406"] != 2 || codes["T407"] != 1 {
		t.Errorf("problems by code: %v, want four T405, two T406 and a T407", codes)
	}
}
