package scenarios

import "testing"

// laterSpoilings are mistakes in the kinds and sections that are kept in the model until they are played.
var laterSpoilings = []mistake{
	{"a section of a framework misspelt", "framework.md", "## Units", "## Unitts", "S007", "Unitts", "Units"},
	{"a label a unit does not have", "framework.md", "- **Indicator:**", "- **Points:**", "S010", "Points", "Indicator"},
	{"a label of a unit misspelt", "framework.md", "- **Indicator:**", "- **Indicater:**", "S010", "Indicater", "Indicator"},
	{"a minimum nobody can read", "framework.md", "  - at least 2 different client types", "  - at least 2 client sorts", "S014", "client sorts", ""},
	{"a kind of row that is none", "framework.md", "| skill |", "| skil |", "S003", "skil", "skill"},
	{"a row of an unknown unit", "framework.md", "| IT-2-K-01 | 2 |", "| IT-2-K-01 | 3 |", "S014", "3", "No unit"},
	{"two rows of one name", "framework.md", "| IT-2-D-01 |", "| IT-2-K-01 |", "S013", "IT-2-K-01", "twice"},
	{"a date that is none", "framework.md", "date: 2023-04-04", "date: April 2023", "S003", "April", "2026-03-12"},
	{"codes that are no table", "framework.md", "codes: { ISCO: 4222, ESCO: \"a b\" }", "codes: 4222", "S004", "4222", "value"},
	{"a row that no framework has", "scenario.md", "- **Rows:** IT-2-S-06", "- **Rows:** IT-2-S-07", "S014", "IT-2-S-07", "IT-2-S-06"},
	{"a question's row that no framework has", "quiz.md", "- **Rows:** IT-2-K-01", "- **Rows:** IT-2-K-10", "S014", "IT-2-K-10", "No framework"},
	{"a question without a right option", "quiz.md", "- [x] fourteen", "- [ ] fourteen", "S014", "How long", "[x]"},
	{"a question without an answer", "quiz.md", "1. greet\n2. listen\n3. answer\n", "", "S014", "What comes", "no answer"},
	{"a question with two kinds of answers", "quiz.md", "3. answer\n", "3. answer\n\n- **Answer:** 3\n", "S014", "What comes", "two kinds"},
	{"an answer that is no number", "quiz.md", "- **Answer:** 12,5", "- **Answer:** twelve", "S014", "How many", "twelve"},
	{"a question's competence that is none", "quiz.md", "- **Competence:** tone", "- **Competence:** tune", "C301", "tune", "Tone"},
	{"points of a question that are none", "quiz.md", "- **Points:** 2", "- **Points:** many", "C302", "many", ""},
	{"a quiz of an unknown rubric", "quiz.md", "rubric: rubric", "rubric: rubrik", "S005", "rubrik", "rubric"},
	{"a briefing for an article that is not there", "briefing.md", "### delivery", "### delivry", "S014", "delivry", "Delivery"},
	{"a briefing from no date", "briefing.md", "2026-12-01", "December", "S014", "December", "2026-03-12"},
	{"a briefing of an unknown world", "briefing.md", "world: shop", "world: shopp", "S005", "shopp", "shop"},
	{"an arrival of an unknown briefing", "shift.md", "*new-days*", "*new-day*", "S005", "new-day", "new-days"},
	{"a case without a document", "desk.md", "> Please pay.", "Please pay.", "S019", "An invoice", "`>`"},
	{"a label a case does not have", "desk.md", "- **Due:**", "- **Until:**", "S010", "Until", ""},
	{"a time that is none", "desk.md", "after 30 s", "after lunch", "S014", "after lunch", "not a time"},
	{"a right answer for an unknown case", "desk.md", "## Desk\n\n### A broken plate", "## Desk\n\n### The broken plate", "S014", "The broken", "A broken plate"},
	{"a field no form has", "desk.md", "| Reason | contains", "| Raeson | contains", "S014", "Raeson", "Reason"},
	{"an unknown phrase in a reply", "desk.md", "says *apologises*", "says *apologizes*", "S014", "apologizes", "apologises"},
	{"a fault without an answer", "desk.md", "| after 60 s | escalates to *Claims* |", "| after 60 s | |", "S003", "The screen", "Answered by"},
	{"a fault at no time", "desk.md", "| after 60 s |", "| soon |", "S014", "soon", ""},
	{"a fault answered by nobody known", "desk.md", "| after 60 s | escalates to *Claims* |", "| after 60 s | escalates to *Claimz* |", "S014", "Claimz", "Claims"},
	{"two faults of one name", "desk.md", "| A strange mail asks for the password |", "| The screen goes dark |", "S013", "The screen", "twice"},
	{"answers of an unknown colleague", "desk.md", "### Mia", "### Mira", "S014", "Mira", "Mia"},
	{"a colleague's answer that leads to a beat", "desk.md", "- **When** consults\n", "- **When** consults -> *Start*\n", "F102", "Start", ""},
	{"a rule for order lines on a text", "shop.md", "| Sum | lines |", "| Sum | text |", "S014", "", "order lines"},
	{"a price column that is not there", "scenario.md", "price column is B", "price column is C", "S014", "Column", "C"},
	{"a type of field nobody knows", "shop.md", "| Items | lines |", "| Items | line |", "S003", "line", "lines"},
}

func TestEveryMistakeOfTheLaterKindsIsReportedOnceAtItsPlace(t *testing.T) {
	_, before := Load(packIn(t, "en"))
	usual := map[string]bool{}
	for _, p := range before {
		usual[string(p.Code)+p.Message] = true
	}
	for _, m := range laterSpoilings {
		t.Run(m.rule, func(t *testing.T) {
			fsys := packIn(t, "en")
			spoil(t, fsys, m)
			_, problems := Load(fsys)
			if m.rule == "a rule for order lines on a text" {
				m.file = "scenario.md" // the form is of the world, the rule of the scenario
			}
			checkMistake(t, m, string(fsys[m.file].Data), fresh(problems, usual))
		})
	}
}

func TestAPackWithoutTheFrameworkKeepsItsRows(t *testing.T) {
	fsys := packIn(t, "en")
	delete(fsys, "framework.md")
	_, problems := Load(fsys)
	for _, p := range problems {
		if p.Code == "S014" {
			t.Errorf("%v: rows of a profile kept elsewhere are no mistake", p)
		}
	}
}
