package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
	"proba/engine/store"
)

func (s *site) decided(who, scenario string) engine.Session {
	s.Helper()
	session := s.played(who, scenario, engine.Assessed)
	first := s.as("assessor").reviews(session)
	first.gives("decide", append(first.fullMarks(), "verdict", "passed", "reason", "Motivo segreto.")...).wantStatus(s, "verdict", http.StatusSeeOther)
	return session
}

// everyMark marks all criteria of a second marking: met, and all points of a question.
func everyMark(page *goquery.Document) []string {
	var pairs []string
	page.Find("fieldset.judge").Each(func(_ int, judge *goquery.Selection) {
		if radio := judge.Find("input[type=radio]"); radio.Length() > 0 {
			pairs = append(pairs, radio.AttrOr("name", ""), "met")
			return
		}
		options := judge.Find("option")
		pairs = append(pairs, judge.Find("select").AttrOr("name", ""), options.Eq(options.Length()-2).AttrOr("value", ""))
	})
	return pairs
}

func TestASecondMarkingSeesNoMarkOfAnybody(t *testing.T) {
	site := newSite(t)
	site.hire("second", store.Assessor)
	session := site.decided("trainee", delivery)
	second := site.as("second")
	if href := second.get("/review").page(t).Find("section[aria-labelledby=second] a.btn").AttrOr("href", ""); href != secondPath(session.ID) {
		t.Fatalf("the queue leads to %q, want %q", href, secondPath(session.ID))
	}
	answer := second.get(secondPath(session.ID)).wantStatus(t, "second marking", http.StatusOK)
	page := answer.page(t)
	if n := page.Find("main .state, .revealed, .pin, input:checked, option[selected]").Length(); n != 0 {
		t.Errorf("the page shows %d marks before the person's own", n)
	}
	if strings.Contains(answer.body, "Motivo segreto") {
		t.Error("the page shows the first person's reason")
	}
	if n := page.Find("fieldset.judge").Length(); n != 15 {
		t.Errorf("%d criteria to mark, want all 15", n)
	}
	if page.Find(".rev-log li").Length() == 0 || page.Find(".arg blockquote").Length() != 2 {
		t.Error("the evidence is missing")
	}
}

func TestASecondMarkingStandsBesideTheFirstAndChangesNoResult(t *testing.T) {
	site := newSite(t)
	site.hire("second", store.Assessor)
	session := site.decided("trainee", delivery)
	before, err := site.store.Session(t.Context(), session.ID)
	if err != nil {
		t.Fatal(err)
	}
	second, path := site.as("second"), secondPath(session.ID)
	pairs := everyMark(second.get(path).page(t))
	if got := second.post(path, pairs[2:]...); got.status != http.StatusUnprocessableEntity || got.page(t).Find("fieldset[data-bad]").Length() != 1 {
		t.Errorf("one criterion left out = %d, want %d and that one named", got.status, http.StatusUnprocessableEntity)
	}
	for i := range pairs {
		if pairs[i] == "mark-1" {
			pairs[i+1] = "not met"
		}
	}
	second.post(path, pairs...).wantStatus(t, "second marking", http.StatusSeeOther)
	text := second.get(path).text(t, ".rev-side")
	if !strings.Contains(text, "The two agree on 14 of 15 criteria") || !strings.Contains(text, "differs") {
		t.Errorf("the comparison says %q, want 14 of 15", text)
	}
	second.post(path, pairs...).wantStatus(t, "a second time", http.StatusConflict)
	if text := site.as("assessor").get(reviewPath(session.ID)).text(t, ".rev-side"); !strings.Contains(text, "The second") || !strings.Contains(text, "14 of 15") {
		t.Errorf("the first assessor reads %q, want the second marking", text)
	}
	after, err := site.store.Session(t.Context(), session.ID)
	if err != nil || after.Score != before.Score || after.Result != before.Result {
		t.Errorf("the session became %+v (%v), want it as before", after, err)
	}
	passed, err := site.store.PassedSessions(t.Context(), site.people["trainee"])
	if err != nil || len(passed) != 1 || len(passed[0].SecondRated) != 8 {
		t.Errorf("second rated %+v (%v), want all eight competences", passed, err)
	}
}

func TestWhoeverDecidedCannotMarkBlindly(t *testing.T) {
	site := newSite(t)
	session := site.decided("trainee", delivery)
	assessor := site.as("assessor")
	assessor.get(secondPath(session.ID)).wantStatus(t, "his own verdict", http.StatusConflict)
	if n := assessor.get("/review").page(t).Find("#second").Length(); n != 0 {
		t.Error("his own decision is offered to him for a second marking")
	}
	site.hire("foreign", store.Assessor)
	site.move("foreign", "C")
	foreign := site.as("foreign")
	foreign.get(secondPath(session.ID)).wantStatus(t, "another group", http.StatusNotFound)
	if n := foreign.get("/review").page(t).Find("#second").Length(); n != 0 {
		t.Error("a session of another group is offered")
	}
}
