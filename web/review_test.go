package web

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// bench fills in the assessor's form with nothing but what the page offers.
type bench struct {
	*browser
	path string
	page *goquery.Document
}

func (b *browser) reviews(session engine.Session) *bench {
	b.Helper()
	path := "/review/" + string(session.ID)
	return &bench{b, path, b.get(path).wantStatus(b, "review page", http.StatusOK).page(b)}
}

// gives sends the form; pairs are over what the page's hidden fields hold.
func (b *bench) gives(act string, pairs ...string) answer {
	b.Helper()
	values := []string{"act", act}
	b.page.Find("form.rev-form input[type=hidden]").Each(func(_ int, field *goquery.Selection) {
		values = append(values, field.AttrOr("name", ""), field.AttrOr("value", ""))
	})
	return b.post(b.path, append(values, pairs...)...)
}

// fullMarks gives every open question all its points.
func (b *bench) fullMarks() []string {
	var pairs []string
	b.page.Find("fieldset.judge select").Each(func(_ int, field *goquery.Selection) {
		options := field.Find("option")
		pairs = append(pairs, field.AttrOr("name", ""), options.Eq(options.Length()-2).AttrOr("value", ""))
	})
	return pairs
}

func TestTheQueueShowsWhatWaitsAndWhy(t *testing.T) {
	site := newSite(t)
	first := site.played("trainee", delivery, engine.Assessed)
	site.clock.Advance(48 * time.Hour)
	site.played("other trainee", warranty, engine.Assessed)
	site.played("other trainee", warranty, engine.Practice)
	rows := site.as("assessor").get("/review").wantStatus(t, "queue", http.StatusOK).page(t).Find("tbody tr")
	if rows.Length() != 2 {
		t.Fatalf("the queue has %d rows, want the 2 assessed sessions", rows.Length())
	}
	oldest := strings.Join(strings.Fields(rows.First().Text()), " ")
	if !strings.Contains(oldest, "2 days") || !strings.Contains(oldest, "2 answers to read") {
		t.Errorf("the first row is %q, want the oldest, waiting 2 days for its 2 answers", oldest)
	}
	if href := rows.First().Find("a.btn").AttrOr("href", ""); href != "/review/"+string(first.ID) {
		t.Errorf("the first row leads to %q", href)
	}
	if !strings.Contains(rows.Last().Text(), "to confirm") {
		t.Errorf("the second row is %q, want only to confirm", rows.Last().Text())
	}
}

func TestTheMachinesMarkIsFoldedUntilThePersonChooses(t *testing.T) {
	site := newSite(t)
	page := site.as("assessor").reviews(site.played("trainee", delivery, engine.Assessed)).page
	if n := page.Find(".rev-log .pin, .rev-log .state").Length(); n != 0 {
		t.Errorf("the evidence shows %d marks, want none", n)
	}
	judges := page.Find("fieldset.judge")
	if judges.Length() == 0 {
		t.Fatal("there is nothing to judge")
	}
	judges.Each(func(_ int, judge *goquery.Selection) {
		if judge.Find("details.reveal:not([open]) .revealed .state").Length() == 0 {
			t.Errorf("%q does not keep the machine's mark folded", judge.Find("legend").Text())
		}
		if judge.Find(".state").Length() != judge.Find("details.reveal .state").Length() {
			t.Errorf("%q shows a mark outside the fold", judge.Find("legend").Text())
		}
	})
	if got := page.Find(".arg blockquote").Length(); got != 2 {
		t.Errorf("the page shows %d argued choices, want 2", got)
	}
}

func TestAVerdictKeepsMarksReasonAndTime(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	b := site.as("assessor").reviews(session)
	site.clock.Advance(6 * time.Minute)
	pairs := append(b.fullMarks(), "verdict", "passed", "reason", "Ha motivato ogni scelta.")
	got := b.gives("decide", pairs...)
	if got.status != http.StatusSeeOther {
		t.Fatalf("verdict = %d, want %d: %s", got.status, http.StatusSeeOther, got.text(t, ".note"))
	}
	given, err := site.store.Verdicts(t.Context(), session.ID)
	if err != nil || len(given) != 1 {
		t.Fatalf("%d verdicts are kept (%v), want 1", len(given), err)
	}
	v := given[0]
	if !v.Passed || v.By != site.people["assessor"] || v.Reason != "Ha motivato ogni scelta." || len(v.Settlements) != 2 {
		t.Errorf("kept %+v, want passed by the assessor with 2 marks", v)
	}
	if v.TimeSpent != 6*time.Minute {
		t.Errorf("time spent = %v, want 6m", v.TimeSpent)
	}
	decided := b.get(b.path).page(t)
	if n := decided.Find("form.rev-form").Length(); n != 0 {
		t.Error("a decided session still shows the form")
	}
	if n := decided.Find("section[aria-labelledby=both] tbody tr").Length(); n == 0 {
		t.Error("machine's and person's marks are not shown side by side")
	}
	mine := b.get("/review/verdicts").wantStatus(t, "my verdicts", http.StatusOK)
	if got := mine.text(t, "tbody tr"); !strings.Contains(got, "The trainee") || !strings.Contains(got, "Ha motivato") {
		t.Errorf("my verdicts shows %q", got)
	}
}

func TestWhatAVerdictNeedsIsSaidAtItsPlace(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	b := site.as("assessor").reviews(session)
	full := b.fullMarks()
	cases := []struct {
		what  string
		pairs []string
		want  string
	}{
		{"without a decision", append([]string{"reason", "so"}, full...), "Choose passed or not passed."},
		{"without a reason", append([]string{"verdict", "passed"}, full...), "Write the reason"},
		{"with a reason of blanks", append([]string{"verdict", "passed", "reason", "  "}, full...), "Write the reason"},
		{"with open marks", []string{"verdict", "not passed", "reason", "so"}, "A mark is still open"},
		{"with points beyond the question", []string{full[0], "999", "verdict", "not passed", "reason", "so"}, "A mark is still open"},
		{"overriding without saying why", append([]string{"mark-0", "not met", "verdict", "not passed", "reason", "so"}, full...), "lacks its reason"},
	}
	for _, c := range cases {
		got := b.gives("decide", c.pairs...).wantStatus(t, c.what, http.StatusUnprocessableEntity)
		if text := got.text(t, ".note--miss"); !strings.Contains(text, c.want) {
			t.Errorf("%s: the page says %q, want %q", c.what, text, c.want)
		}
	}
	if given, err := site.store.Verdicts(t.Context(), session.ID); err != nil || len(given) != 0 {
		t.Errorf("%d verdicts were kept (%v), want none", len(given), err)
	}
}

func TestPassedNeedsAResultThatPassesAndTheRuleIsNamed(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	b := site.as("assessor").reviews(session)
	ev, err := site.server.evaluation(t.Context(), session.ID)
	if err != nil {
		t.Fatal(err)
	}
	required := -1
	for i, m := range ev.Marks {
		if m.Required {
			required = i
		}
	}
	if required < 0 {
		t.Fatal("the scenario has no required criterion")
	}
	field := strconv.Itoa(required)
	pairs := append(b.fullMarks(), "mark-"+field, "not met", "reason-"+field, "Il termine è falso.", "verdict", "passed", "reason", "so")
	got := b.gives("decide", pairs...).wantStatus(t, "passed on a fail", http.StatusUnprocessableEntity)
	if text := got.text(t, "#tried"); !strings.Contains(text, ev.Marks[required].Criterion) {
		t.Errorf("the page says %q, want the required criterion %q named", text, ev.Marks[required].Criterion)
	}
	pairs[len(pairs)-3] = "not passed"
	b.gives("decide", pairs...).wantStatus(t, "not passed on a fail", http.StatusSeeOther)
	kept, err := site.store.LatestEvaluation(t.Context(), session.ID)
	if err != nil || kept.Result != scenarios.Fail {
		t.Errorf("the settled result is %q (%v), want fail", kept.Result, err)
	}
	if text := b.get(b.path).text(t, ".given"); !strings.Contains(text, "1 against the machine") {
		t.Errorf("the verdict is shown as %q, want 1 mark against the machine", text)
	}
}

func TestWorkingOutTheResultKeepsNothing(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	b := site.as("assessor").reviews(session)
	if text := b.gives("try").text(t, "#tried"); !strings.Contains(text, "depends") {
		t.Errorf("with open marks the result is shown as %q, want what it depends on", text)
	}
	got := b.gives("try", b.fullMarks()...).wantStatus(t, "try", http.StatusOK)
	if text := got.text(t, "#tried"); !strings.Contains(text, "Passed can be given.") {
		t.Errorf("the result is shown as %q", text)
	}
	if n := got.page(t).Find("fieldset.judge select option[selected]").Length(); n != 2 {
		t.Errorf("%d choices were kept in the form, want 2", n)
	}
	if given, err := site.store.Verdicts(t.Context(), session.ID); err != nil || len(given) != 0 {
		t.Errorf("%d verdicts were kept (%v), want none", len(given), err)
	}
}

func TestAVerdictOnAnOlderStateIsRefused(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	b := site.as("assessor").reviews(session)
	late := site.as("assessor").reviews(session)
	pairs := append(b.fullMarks(), "verdict", "passed", "reason", "so")
	b.gives("decide", pairs...).wantStatus(t, "first verdict", http.StatusSeeOther)
	late.gives("decide", pairs...).wantStatus(t, "stale verdict", http.StatusConflict)
}

func TestWhoMayNotDecideIsRefused(t *testing.T) {
	site := newSite(t)
	site.hire("judge in his own case", store.Trainee, store.Assessor)
	own := site.played("judge in his own case", warranty, engine.Assessed)
	practice := site.played("trainee", warranty, engine.Practice)
	b := site.as("judge in his own case")
	b.get("/review/"+string(own.ID)).wantStatus(t, "review of oneself", http.StatusForbidden)
	b.post("/review/"+string(own.ID), "after", "1", "opened", "1").wantStatus(t, "verdict on oneself", http.StatusForbidden)
	b.get("/review/"+string(practice.ID)).wantStatus(t, "review of practice", http.StatusNotFound)
	b.get("/review/none").wantStatus(t, "review of nothing", http.StatusNotFound)
	if n := b.get("/review").page(t).Find("tbody tr").Length(); n != 0 {
		t.Errorf("his own session stands in his queue")
	}
}

func TestTheAuthorOfATextDoesNotDecideOnIt(t *testing.T) {
	site := newSite(t)
	site.hire("author", store.Trainer, store.Assessor)
	session := site.played("trainee", warranty, engine.Assessed)
	var files []scenarios.File
	for _, f := range testPack().Files {
		if strings.HasSuffix(f.Path, warranty+".md") {
			files = append(files, f)
		}
	}
	if _, err := site.store.SavePack(t.Context(), site.by("author"), "mine", 0, files); err != nil {
		t.Fatal(err)
	}
	site.as("author").get("/review/"+string(session.ID)).wantStatus(t, "review by the author", http.StatusForbidden)
	site.as("assessor").get("/review/"+string(session.ID)).wantStatus(t, "review by another", http.StatusOK)
}

func TestReadingASessionForReviewIsAudited(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	site.as("assessor").reviews(session)
	if got := site.audited(string(site.people["trainee"])); len(got) == 0 || !strings.HasPrefix(got[0], "assessor ") {
		t.Errorf("the audit says %v, want the assessor's reading first", got)
	}
}
