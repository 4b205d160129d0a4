package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// disputes lets who say something against the first mark whose page offers it, and returns its number.
func (b *browser) disputes(session engine.Session, reason string) string {
	b.Helper()
	path := "/sessions/" + string(session.ID) + "/result"
	form := b.get(path).wantStatus(b, "result", http.StatusOK).page(b).Find("form[action=disagree]").First()
	number := form.Find("input[name=mark]").AttrOr("value", "")
	got := b.post("/sessions/"+string(session.ID)+"/disagree", "mark", number, "reason", reason)
	if got.status != http.StatusSeeOther || !strings.HasSuffix(got.header.Get("Location"), "/result#m"+number) {
		b.Fatalf("disagreeing with mark %q = %d to %q, want back to the mark", number, got.status, got.header.Get("Location"))
	}
	return number
}

func TestATraineeDisagreesAndTheAssessorReadsItBesideTheMark(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", delivery, engine.Assessed)
	trainee, assessor := site.as("trainee"), site.as("assessor")
	number := trainee.disputes(session, "L’ho detto <b>due</b> volte.")
	result := "/sessions/" + string(session.ID) + "/result"

	own := trainee.get(result).page(t)
	mark := own.Find("#m" + number)
	if text := mark.Text(); !strings.Contains(text, "L’ho detto <b>due</b> volte.") || !strings.Contains(text, "You disagreed") || !strings.Contains(text, "An assessor will read it") {
		t.Errorf("the mark says %q, want the statement as text and that it is kept", text)
	}
	if mark.Find("form").Length() != 0 || own.Find("form[action=disagree]").Length() == 0 {
		t.Error("the disputed mark must not be offered again, every other one must")
	}
	if got := trainee.post("/sessions/"+string(session.ID)+"/disagree", "mark", number, "reason", "again"); got.status != http.StatusConflict {
		t.Errorf("the same mark again = %d, want %d", got.status, http.StatusConflict)
	}

	if row := assessor.get("/review").text(t, "tbody tr"); !strings.Contains(row, "1 mark disputed") {
		t.Errorf("the queue says %q, want that a mark is disputed", row)
	}
	review := assessor.reviews(session)
	judge := review.page.Find("#j" + number)
	if judge.Closest("details.others").Length() != 0 || !strings.Contains(judge.Find("legend").Text(), "Disputed") {
		t.Error("a disputed mark must stand among those to look at")
	}
	if got := judge.Find("details.reveal .objection q").Text(); got != "L’ho detto <b>due</b> volte." {
		t.Errorf("beside the machine's mark stands %q", got)
	}

	site.clock.Advance(time.Minute)
	review.gives("decide", append(review.fullMarks(), "verdict", "passed", "reason", "Letto.")...).wantStatus(t, "verdict", http.StatusSeeOther)
	if text := trainee.get(result).page(t).Find("#m" + number).Text(); !strings.Contains(text, "An assessor has decided since") {
		t.Errorf("after the verdict the mark says %q, want that it was read", text)
	}
	if got := assessor.get(review.path).page(t).Find("section[aria-labelledby=both] .objection").Length(); got != 1 {
		t.Errorf("%d statements beside both marks, want 1", got)
	}
}

func TestADisagreementAfterTheVerdictComesBackToTheAssessor(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	assessor := site.as("assessor")
	review := assessor.reviews(session)
	review.gives("decide", append(review.fullMarks(), "verdict", "not passed", "reason", "Letto.")...).wantStatus(t, "verdict", http.StatusSeeOther)
	if n := assessor.get("/review").page(t).Find("#disputed").Length(); n != 0 {
		t.Error("a session nobody disputes stands among the disputed")
	}
	site.clock.Advance(72 * time.Hour)
	site.as("trainee").disputes(session, "Non è vero.")
	assessor = site.as("assessor")
	disputed := assessor.get("/review").page(t).Find("section[aria-labelledby=disputed] tbody tr")
	if disputed.Length() != 1 || disputed.Find("a.btn").AttrOr("href", "") != "/review/"+string(session.ID) {
		t.Errorf("%d disputed sessions, want this one", disputed.Length())
	}
	if text := disputed.Text(); !strings.Contains(text, "since today") {
		t.Errorf("the row says %q, want that it waits since the disagreement", text)
	}
}

func TestNobodyElseDisagreesAndPracticeHasNobodyToReadIt(t *testing.T) {
	site := newSite(t)
	assessed := site.played("trainee", warranty, engine.Assessed)
	practised := site.played("trainee", warranty, engine.Practice)
	path := func(s engine.Session) string { return "/sessions/" + string(s.ID) + "/disagree" }
	for _, who := range []string{"other trainee", "assessor", "hr", "trainer", "admin"} {
		site.as(who).post(path(assessed), "mark", "1", "reason", "no").wantStatus(t, who, http.StatusNotFound)
	}
	trainee := site.as("trainee")
	trainee.post(path(practised), "mark", "1", "reason", "no").wantStatus(t, "practice", http.StatusUnprocessableEntity)
	if n := trainee.get("/sessions/" + string(practised.ID) + "/result").page(t).Find("form[action=disagree]").Length(); n != 0 {
		t.Errorf("practice offers %d forms, want none", n)
	}
	for _, bad := range []string{"0", "999", "", "x"} {
		trainee.post(path(assessed), "mark", bad, "reason", "no").wantStatus(t, "mark "+bad, http.StatusBadRequest)
	}
	trainee.post(path(assessed), "mark", "1", "reason", strings.Repeat("a", store.MaxDisagreement+1)).wantStatus(t, "an endless reason", http.StatusUnprocessableEntity)
	trainee.post(path(assessed), "mark", "1", "reason", " ").wantStatus(t, "no reason", http.StatusUnprocessableEntity)
}

func TestHRLearnsThatAMarkIsDisputedAndNotTheWords(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	site.as("trainee").disputes(session, "Ho detto una cosa privata.")
	page := site.as("hr").get("/sessions/"+string(session.ID)+"/result").wantStatus(t, "result", http.StatusOK)
	if strings.Contains(page.body, "privata") || !strings.Contains(page.body, "The trainee disagreed") {
		t.Error("HR must learn of the disagreement and not read its words")
	}
}
