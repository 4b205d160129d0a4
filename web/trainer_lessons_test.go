package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"proba/engine"
)

// overrides lets the assessor give a mark otherwise than the machine on a session the trainee played.
func (s *site) overrides(session engine.Session, criterion, mark string) {
	s.Helper()
	review := s.as("assessor").reviews(session)
	judge := review.page.Find("fieldset.judge").FilterFunction(func(_ int, f *goquery.Selection) bool {
		return strings.Contains(f.Find("legend").Text(), criterion)
	})
	name := judge.Find("input[type=radio]").AttrOr("name", "")
	if name == "" {
		s.Fatalf("no criterion %q to mark", criterion)
	}
	review.gives("decide", append(review.fullMarks(), name, mark, strings.Replace(name, "mark", "reason", 1), "Sentito.",
		"verdict", "not passed", "reason", "Letto.")...).wantStatus(s, "verdict", http.StatusSeeOther)
}

func TestATrainerReadsWhatCorrectionsTeach(t *testing.T) {
	site := studioSite(t)
	trainer := site.as("trainer")
	file := trainer.get("/studio/files/scenarios/"+warranty+".md").wantStatus(t, "file", http.StatusOK).page(t)
	path := file.Find("section[aria-labelledby=taught] a").AttrOr("href", "")
	if empty := trainer.get(path).wantStatus(t, "before any verdict", http.StatusOK); empty.page(t).Find(".empty").Length() != 1 || empty.page(t).Find("pre.diff").Length() != 0 {
		t.Error("without corrections the page must say that there is nothing to learn")
	}
	before := site.server.Library.Pack()
	site.overrides(site.played("trainee", warranty, engine.Assessed), "Dice con chi si parla", "not met")

	page := trainer.get(path).wantStatus(t, "after a correction", http.StatusOK)
	const sentence = "Buongiorno, sono Anna del servizio clienti di Casa Nocciola."
	if row := page.text(t, "tbody tr"); !strings.Contains(row, sentence) || !strings.Contains(row, "no example") || !strings.Contains(row, "si presenta") {
		t.Errorf("the page lists %q, want the sentence as no example of its phrase", row)
	}
	diff := trainer.get(path+"?format=diff").wantStatus(t, "diff", http.StatusOK)
	if !strings.HasPrefix(diff.body, "--- a/phrases/it-servizio.md\n+++ b/phrases/it-servizio.md\n@@ ") || !strings.Contains(diff.body, "\n+  - "+sentence+"\n") {
		t.Errorf("the diff is\n%s", diff.body)
	}
	if strings.Join(strings.Fields(page.page(t).Find("pre.diff").Text()), " ") != strings.Join(strings.Fields(diff.body), " ") {
		t.Error("the page shows another diff than it offers")
	}
	if diff.header.Get("Content-Disposition") != "attachment; filename="+warranty+".diff" {
		t.Errorf("the diff is sent as %q", diff.header.Get("Content-Disposition"))
	}
	if site.server.Library.Pack() != before {
		t.Error("the library changed by itself")
	}
	for _, id := range []string{"trainee", "assessor"} {
		if strings.Contains(page.body, string(site.people[id])) {
			t.Errorf("the page names the %s", id)
		}
	}
	for _, who := range []string{"trainee", "assessor", "hr", "admin"} {
		site.as(who).get(path).wantStatus(t, who, http.StatusForbidden)
	}
	trainer.get("/studio/lessons/none").wantStatus(t, "no such scenario", http.StatusNotFound)
}
