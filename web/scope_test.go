package web

import (
	"net/http"
	"strings"
	"testing"

	"proba/engine"
	"proba/engine/store"
)

// move puts a person into another group.
func (s *site) move(who, group string) {
	s.Helper()
	if err := s.store.ChangePerson(s.Context(), s.by("admin"), s.people[who], store.PersonChange{Group: &group}); err != nil {
		s.Fatal(err)
	}
}

func TestAnAssessorSeesTheSessionsOfHisGroupOnly(t *testing.T) {
	site := newSite(t)
	site.move("other trainee", "C")
	own := site.finished("trainee", warranty, engine.Assessed, "undecided", 60)
	foreign := site.finished("other trainee", warranty, engine.Assessed, "undecided", 60)
	assessor := site.as("assessor")
	if text := assessor.get("/review").text(t, "main"); strings.Contains(text, "The other trainee") || !strings.Contains(text, "The trainee") {
		t.Errorf("the queue of an assessor of group B is %q", text)
	}
	person := func(who string) string { return "/hr/people/" + string(site.people[who]) }
	for path, want := range map[string]int{
		"/review/" + string(own.ID):                   http.StatusOK,
		"/review/" + string(foreign.ID):               http.StatusNotFound,
		"/sessions/" + string(own.ID) + "/result":     http.StatusOK,
		"/sessions/" + string(foreign.ID) + "/result": http.StatusNotFound,
		person("trainee"):                             http.StatusOK,
		person("other trainee"):                       http.StatusNotFound,
	} {
		assessor.get(path).wantStatus(t, path, want)
	}
	assessor.post("/review/"+string(foreign.ID), "act", "decide").wantStatus(t, "verdict on another group", http.StatusNotFound)
	assessor.post(person("other trainee")+"/awards", "certificate", unit2).wantStatus(t, "award in another group", http.StatusNotFound)
	if rows := site.audited(string(site.people["other trainee"])); len(rows) > 0 && strings.Contains(strings.Join(rows, ";"), "assessor") {
		t.Errorf("a refused look is written down as a reading: %v", rows)
	}
	site.as("hr").get(person("other trainee")).wantStatus(t, "HR is not bound to a group", http.StatusOK)
}

func TestAnAssessorWithoutAGroupSeesEverybody(t *testing.T) {
	site := newSite(t)
	site.move("other trainee", "C")
	site.move("assessor", "")
	site.finished("trainee", warranty, engine.Assessed, "undecided", 60)
	site.finished("other trainee", warranty, engine.Assessed, "undecided", 60)
	if n := site.as("assessor").get("/review").page(t).Find("tbody tr").Length(); n != 2 {
		t.Errorf("the queue has %d rows, want both groups", n)
	}
}

func TestAnAssessorListsAndRevokesCertificatesOfHisGroupOnly(t *testing.T) {
	site := newSite(t)
	site.ready("other trainee")
	hr := site.as("hr")
	hr.post("/hr/people/"+string(site.people["other trainee"])+"/awards", "certificate", unit2).wantStatus(t, "award", http.StatusSeeOther)
	awards, err := site.store.AwardsOf(t.Context(), site.people["other trainee"])
	if err != nil || len(awards) != 1 {
		t.Fatalf("%d awards (%v), want 1", len(awards), err)
	}
	site.move("other trainee", "C")
	assessor := site.as("assessor")
	if n := assessor.get("/hr/certificates?group=C").page(t).Find("tbody tr").Length(); n != 0 {
		t.Errorf("%d certificates of group C, want none", n)
	}
	revoke := "/hr/certificates/" + awards[0].Number + "/revoke"
	assessor.post(revoke, "reason", "no").wantStatus(t, "revoking in another group", http.StatusNotFound)
	if n := hr.get("/hr/certificates?group=C").page(t).Find("tbody tr").Length(); n != 1 {
		t.Errorf("HR sees %d certificates of group C, want 1", n)
	}
}
