package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

func TestAShareThatMissesItsMinimumIsNeverShownAsReachingIt(t *testing.T) {
	tests := map[string]struct {
		earned, of, minimum int
		want                string
	}{
		"the nearest whole percent":            {80, 105, 70, "76"},
		"halves go up":                         {10, 15, 60, "67"},
		"just below the minimum, cut":          {229, 329, 70, "69.6"},
		"just below, a tenth that is not zero": {1399, 2000, 70, "69.9"},
		"exactly the minimum":                  {7, 10, 70, "70"},
		"nothing to earn":                      {0, 0, 70, "–"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := shownPercent(test.earned, test.of, test.minimum); got != test.want {
				t.Errorf("shownPercent(%d, %d, %d) = %q, want %q", test.earned, test.of, test.minimum, got, test.want)
			}
		})
	}
}

func TestEvidenceMarksTheWordsItRestsOn(t *testing.T) {
	const cannot = "I cannot promise an answer in 3 days."
	tests := map[string]struct {
		text string
		e    grading.Evidence
		want []quotePart
	}{
		"words that were heard": {"Mi dispiace molto.", grading.Evidence{Why: "heard", Span: []int{0, 11}},
			[]quotePart{{"Mi dispiace", "heard"}, {" molto.", ""}}},
		"a negator before the words": {cannot, grading.Evidence{Why: "negated", Negator: "cannot", Span: []int{17, 36}},
			[]quotePart{{"I ", ""}, {"cannot", "no"}, {" promise ", ""}, {"an answer in 3 days", "heard"}, {".", ""}}},
		"a negator inside the words": {"è non gratis", grading.Evidence{Why: "negated", Negator: "non", Span: []int{0, 12}},
			[]quotePart{{"è ", "heard"}, {"non", "no"}, {" gratis", "heard"}}},
		"letters of any script count once": {"Да, спасибо", grading.Evidence{Why: "heard", Span: []int{4, 11}},
			[]quotePart{{"Да, ", ""}, {"спасибо", "heard"}}},
		"a place outside the text marks nothing": {"kurz", grading.Evidence{Span: []int{2, 99}}, []quotePart{{"kurz", ""}}},
		"no place":                               {"kurz", grading.Evidence{}, []quotePart{{"kurz", ""}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, quote(test.text, test.e)); diff != "" {
				t.Errorf("quote(%q) differs (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

func FuzzQuoteLosesNoLetter(f *testing.F) {
	f.Add("I cannot promise", "cannot", 9, 16)
	f.Fuzz(func(t *testing.T, text, negator string, from, to int) {
		var got strings.Builder
		for _, part := range quote(text, grading.Evidence{Span: []int{from, to}, Negator: negator}) {
			got.WriteString(part.Text)
		}
		if want := string([]rune(text)); got.String() != want && got.String() != text {
			t.Errorf("quote(%q, %q, %d, %d) joins to %q", text, negator, from, to, got.String())
		}
	})
}

func TestReasonsBeginWithWhatWeighsMost(t *testing.T) {
	ev := grading.Evaluation{
		Earned: 10, Of: 100,
		Rules: []grading.RuleResult{{Rule: "total", Limit: 70}, {Rule: "every competence"}, {Rule: "required"}, {Rule: "fatal"}},
		Marks: []grading.Mark{
			{Criterion: "Solution", Mark: grading.NotMet, Required: true},
			{Criterion: "Blame", Mark: grading.NotMet, Fatal: true, Broken: true},
			{Criterion: "Silent", Mark: grading.NotMet, Fatal: true},
		},
		Competences: []grading.CompetenceScore{{Name: "A", Of: 10, Minimum: 60}, {Name: "B", Of: 10, Minimum: 60}, {Name: "C", Of: 10, Minimum: 60}, {Name: "D", Of: 10, Minimum: 60}},
	}
	want := []reasonView{
		{Key: "fatal", Name: "Blame", Mark: 2}, {Key: "required", Name: "Solution", Mark: 1},
		{Key: "total", Have: "10", Limit: 70}, {Key: "competences", Have: "4"},
	}
	if diff := cmp.Diff(want, reasonsOf(ev)); diff != "" {
		t.Errorf("reasonsOf() differs (-want +got):\n%s", diff)
	}
}

func TestAResultThatPassesNeedsNoReason(t *testing.T) {
	ev := grading.Evaluation{Rules: []grading.RuleResult{{Rule: "total", Worst: true, Best: true}}}
	if got := reasonsOf(ev); len(got) > 0 {
		t.Errorf("reasonsOf(pass) = %v, want none", got)
	}
}

func TestATotalThatReachesThePassMarkIsToldApartFromAResultThatPasses(t *testing.T) {
	passMark := &scenarios.Scenario{Pass: []scenarios.PassRule{scenarios.TotalAtLeast{Percent: 70}}}
	for _, tt := range []struct {
		name   string
		result scenarios.Outcome
		earned int
		want   bool
	}{
		{"another rule fails", scenarios.Fail, 84, true},
		{"the total fails", scenarios.Fail, 69, false},
		{"passes", scenarios.Pass, 84, false},
	} {
		var r resultView
		if r.figures(passMark, grading.Evaluation{Result: tt.result, Earned: tt.earned, Of: 100}); r.TotalAlone != tt.want {
			t.Errorf("%s: figures() with %d of 100 says the total alone would do: %t, want %t", tt.name, tt.earned, r.TotalAlone, tt.want)
		}
	}
}

func TestAScoreThatAwaitsAVerdictIsShownWithWhatTheRulesGive(t *testing.T) {
	site := newSite(t)
	assessed(site)
	for path, place := range map[string]string{"/home": ".last", "/results": "tbody td[data-label=Outcome]"} {
		if got := site.as("trainee").get(path).text(t, place); !strings.Contains(got, "requirements not met") {
			t.Errorf("%s shows %q for a failing session that waits, want what the rules give", path, got)
		}
	}
	if got := site.as("trainee").get("/record").text(t, ".who-when"); !strings.Contains(got, "requirements not met") {
		t.Errorf("/record tells %q of a failing session that waits, want what the rules give", got)
	}
}

func TestACompetenceWithoutPointsWaitsForAPersonOnlyWhereAMarkDoes(t *testing.T) {
	got := competencesOf(grading.Evaluation{
		Competences: []grading.CompetenceScore{{Name: "Reasons"}, {Name: "Transfer"}},
		Marks:       []grading.Mark{{Competence: "Reasons", AwaitsPerson: true}, {Competence: "Transfer", Mark: grading.NotApplicable}},
	}, "en")
	if !got[0].Open || got[1].Open {
		t.Errorf("competencesOf() says a mark waits: %q %t, %q %t; want only the first", got[0].Name, got[0].Open, got[1].Name, got[1].Open)
	}
}

// assessed lets the trainee play an assessed warranty chat badly, with one attempt left after it.
func assessed(site *site) *seat {
	site.Helper()
	ids, err := site.store.Assign(site.Context(), store.CommandLine("test"), store.NewAssignment{
		People: []store.PersonID{site.people["trainee"]}, Scenario: warranty, Mode: engine.Assessed, Attempts: 2,
	})
	if err != nil {
		site.Fatal(err)
	}
	s := site.as("trainee").begin(warranty, "assignment", ids[0])
	s.says("Buongiorno, sono Anna del servizio clienti.")
	s.says("L'estensione costa 19,00 euro.")
	s.does("close")
	s.does("finish")
	return s
}

func TestAnswersAreWithheldWhileAttemptsRemainWhereThePolicySaysSo(t *testing.T) {
	const model = "Può comprarla entro 30 giorni dall'acquisto."
	site := newSite(t)
	s := assessed(site)
	if got := s.get(s.path + "/result"); !strings.Contains(got.body, "Può comprarla entro 30 giorni") {
		t.Error("without the policy the model answer is missing")
	}
	settings := store.DefaultSettings()
	settings.HideAnswers = true
	if err := site.store.ChangeSettings(t.Context(), store.CommandLine("test"), settings); err != nil {
		t.Fatal(err)
	}
	got := s.get(s.path+"/result").wantStatus(t, "result", http.StatusOK)
	page := got.page(t)
	if strings.Contains(got.body, model[:20]) || page.Find(".mark-row code").Length() > page.Find(".lesson code").Length() {
		t.Error("with the policy a model answer or a pattern is shown")
	}
	if !strings.Contains(page.Find("#marks").Parent().Text(), "when no attempt remains") {
		t.Error("the page does not say that answers are withheld")
	}
	if page.Find(".lesson h4").Length() == 0 || page.Find("blockquote").Length() == 0 {
		t.Error("advice or own words are withheld too")
	}
}

func TestWhoMaySeeAResult(t *testing.T) {
	site := newSite(t)
	path := assessed(site).path + "/result"
	practice := site.as("other trainee").begin(warranty)
	practice.playWarranty()
	for who, want := range map[string]int{"other trainee": 404, "trainer": 404, "assessor": 200, "hr": 200, "admin": 404} {
		site.as(who).get(path).wantStatus(t, who+" on an assessed result", want)
	}
	for who, want := range map[string]int{"trainee": 404, "trainer": 404, "assessor": 404, "hr": 404, "admin": 404} {
		site.as(who).get(practice.path+"/result").wantStatus(t, who+" on somebody's practice", want)
	}
}

func TestHRSeesMarksWithoutWords(t *testing.T) {
	site := newSite(t)
	path := assessed(site).path + "/result"
	got := site.as("hr").get(path)
	if strings.Contains(got.body, "sono Anna") || got.page(t).Find("blockquote, .log").Length() > 0 {
		t.Error("HR reads what was said, against the policy")
	}
	if got.page(t).Find(".mark-row").Length() == 0 {
		t.Error("HR sees no marks")
	}
	if head := got.text(t, "section[aria-labelledby=clocks] th.n"); !strings.HasPrefix(head, "Agent") {
		t.Errorf("the clocks are headed %q for HR, want whose they are, not the reader’s", head)
	}
	if n := got.page(t).Find(".eyebrow a[href^='/hr/people/']").Length(); n != 1 {
		t.Errorf("%d ways back to the person’s record, want 1", n)
	}
	rows, err := site.store.AuditRows(t.Context(), store.AuditFilter{Action: "record.read"})
	if err != nil || len(rows) != 1 {
		t.Errorf("reading the record left %d audit rows (%v), want 1", len(rows), err)
	}
}

func TestAMarkIsPinnedWhereItWasDecided(t *testing.T) {
	held, missed := grading.ItemResult{Item: 1, Held: true, Wide: true, Label: "all of"}, grading.ItemResult{Item: 2, Label: "all of"}
	tests := map[string]struct {
		mark grading.Mark
		want int
	}{
		"a met mark at the last thing that made it": {grading.Mark{Mark: grading.Met, Items: []grading.ItemResult{held},
			Evidence: []grading.Evidence{{Item: 1, Event: 4}, {Item: 1, Event: 9}}}, 9},
		"a missed mark at its nearest miss": {grading.Mark{Mark: grading.NotMet, Items: []grading.ItemResult{held, missed},
			Evidence: []grading.Evidence{{Item: 1, Event: 4}, {Item: 2, Event: 7}}}, 7},
		"nowhere when nothing happened": {grading.Mark{Mark: grading.Met, Evidence: []grading.Evidence{{Item: 1, Why: "never"}}}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := decidedAt(test.mark); got != test.want {
				t.Errorf("decidedAt() = %d, want %d", got, test.want)
			}
		})
	}
}

func TestRepliesAreNeverDrawnOverTheAnswerToThem(t *testing.T) {
	log := []engine.Event{
		{At: time.Second, Fact: engine.Replied{Text: strings.Repeat("word ", 20)}},
		{At: 3 * time.Second, Fact: engine.CustomerSaid{Takes: time.Second}},
	}
	want := []speechBar{{time.Second, 3 * time.Second, true}, {3 * time.Second, 4 * time.Second, false}}
	if diff := cmp.Diff(want, speech(log)); diff != "" {
		t.Errorf("speech() differs (-want +got):\n%s", diff)
	}
}
