package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
	"proba/engine/rater"
	"proba/engine/store"
	"proba/grading"
)

// votes lets a model say of every criterion of a session, by the machine's mark, what opinion makes of it.
func (s *site) votes(id engine.SessionID, model string, opinion func(grading.Mark) store.RaterVote) grading.Evaluation {
	s.Helper()
	kept, err := s.store.MachineEvaluation(s.Context(), id)
	if err != nil {
		s.Fatal(err)
	}
	ev, err := kept.Decode()
	if err != nil {
		s.Fatal(err)
	}
	var all []store.RaterVote
	for _, m := range ev.Marks {
		if m.Debrief == 0 {
			v := opinion(m)
			v.Criterion, v.Model, v.Evaluation = m.Criterion, model, kept.Number
			all = append(all, v)
		}
	}
	if err := s.store.AddRaterVotes(s.Context(), store.CommandLine("test"), id, all); err != nil {
		s.Fatal(err)
	}
	return ev
}

func agreeing(m grading.Mark) store.RaterVote {
	if m.Mark == grading.Met {
		return store.RaterVote{Opinion: string(rater.Met), Quote: "Buongiorno <b>a lei</b>"}
	}
	return store.RaterVote{Opinion: string(rater.NotMet)}
}

func denying(grading.Mark) store.RaterVote { return store.RaterVote{Opinion: string(rater.NotMet)} }

func TestAVoteThatDiffersIsListedForTheAssessorAndIsNoMark(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	assessor := site.as("assessor")
	before := assessor.reviews(session)
	if n := before.page.Find(".vote").Length(); n != 0 {
		t.Fatalf("%d votes without a rater", n)
	}
	asked := before.page.Find("fieldset.judge").FilterFunction(notFolded).Length()
	ev := site.votes(session.ID, "small", denying)
	differ := 0
	for _, m := range ev.Marks {
		if m.Mark == grading.Met {
			differ++
		}
	}
	review := assessor.reviews(session)
	listed := review.page.Find("fieldset.judge").FilterFunction(notFolded)
	if listed.Length() != asked+differ || differ == 0 {
		t.Errorf("%d criteria are listed to look at, want %d and the %d a rater sees otherwise", listed.Length(), asked, differ)
	}
	vote := listed.Find(".reveal .vote").First()
	if text := vote.Text(); !strings.Contains(text, "small") || !strings.Contains(text, "sees it otherwise, not met") || !strings.Contains(text, "no mark") {
		t.Errorf("the vote says %q, want model, opinion, and that it is no mark", text)
	}
	if row := assessor.get("/review").text(t, "tbody tr"); !strings.Contains(row, "otherwise") {
		t.Errorf("the queue says %q, want that a rater sees marks otherwise", row)
	}
	if page := site.as("trainee").get(sessionPath(session.ID, "result")); page.page(t).Find(".vote").Length() != 0 || strings.Contains(page.body, "outside rater") {
		t.Error("the trainee is shown what a rater said")
	}
	after, err := site.store.LatestEvaluation(t.Context(), session.ID)
	if err != nil || after.Number != 1 {
		t.Errorf("the newest evaluation is number %d (%v), want the machine's", after.Number, err)
	}
}

func TestVotesThatAgreeOrAreVoidListNothing(t *testing.T) {
	site := newSite(t)
	session := site.played("trainee", warranty, engine.Assessed)
	assessor := site.as("assessor")
	before := assessor.reviews(session).page.Find("fieldset.judge").FilterFunction(notFolded).Length()
	site.votes(session.ID, "small", denying)
	site.votes(session.ID, "small", agreeing) // the newer vote of a model counts
	site.votes(session.ID, "near", func(grading.Mark) store.RaterVote {
		return store.RaterVote{Opinion: string(rater.Void), Why: string(rater.NoAnswer)}
	})
	review := assessor.reviews(session)
	if n := review.page.Find("fieldset.judge").FilterFunction(notFolded).Length(); n != before {
		t.Errorf("%d criteria are listed, want %d as before", n, before)
	}
	var texts []string
	review.page.Find("#j1 .vote").Each(func(_ int, v *goquery.Selection) { texts = append(texts, strings.Join(strings.Fields(v.Text()), " ")) })
	if len(texts) != 2 || !strings.Contains(texts[0], "agrees with the machine") || !strings.Contains(texts[1], "no answer came") {
		t.Errorf("the first criterion has the votes %q, want one that agrees and one that is void", texts)
	}
	if !slices.ContainsFunc(review.page.Find(".vote q").Map(func(_ int, q *goquery.Selection) string { return q.Text() }),
		func(q string) bool { return q == "Buongiorno <b>a lei</b>" }) {
		t.Error("a quote is not shown as text")
	}
	review.gives("decide", append(review.fullMarks(), "verdict", "passed", "reason", "Letto.")...).wantStatus(t, "verdict", http.StatusSeeOther)
	if n := assessor.get(review.path).page(t).Find("section[aria-labelledby=both] .vote").Length(); n == 0 {
		t.Error("after the verdict the votes are gone")
	}
}

// notFolded tells the criteria that are listed from those folded away.
func notFolded(_ int, s *goquery.Selection) bool { return s.Closest("details.others").Length() == 0 }
