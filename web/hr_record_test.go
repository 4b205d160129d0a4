package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"proba/engine"
)

const unit2 = "assistenza-remota-unita-2"

// ready gives who what the shipped certificate asks for: two client types, one not native, two requests, one a complaint,
// two channels.
func (s *site) ready(who string) {
	s.decide(s.finished(who, "chat-estensione-garanzia", engine.Assessed, "pass", 84), true, 84, "tutto a posto")
	s.clock.Advance(24 * time.Hour)
	s.decide(s.finished(who, "telefono-consegna-mancata", engine.Assessed, "undecided", 70), true, 88, "la motivazione regge")
}

func TestReadinessIsShownByGroup(t *testing.T) {
	s := newSite(t)
	s.ready("trainee")
	b := s.as("hr")
	doc := b.get("/hr/people?group=B").wantStatus(t, "people", http.StatusOK).page(t)
	if n := doc.Find("tbody tr").Length(); n != 2 {
		t.Errorf("%d people, want the two trainees", n)
	}
	text := strings.Join(strings.Fields(doc.Find("tbody").Text()), " ")
	if !strings.Contains(text, "ready to be awarded") || !strings.Contains(text, "not started") {
		t.Errorf("the table says %q", text)
	}
	if n := b.get("/hr/people?group=C").page(t).Find("tbody tr").Length(); n != 0 {
		t.Errorf("group C has %d people, want none", n)
	}
}

func TestTheRecordSaysWhatIsMissingAndTheShortestWay(t *testing.T) {
	s := newSite(t)
	s.decide(s.finished("trainee", "chat-estensione-garanzia", engine.Assessed, "pass", 84), true, 84, "tutto a posto")
	doc := s.as("hr").get("/hr/people/"+string(s.people["trainee"])).wantStatus(t, "record", http.StatusOK).page(t)
	note := strings.Join(strings.Fields(doc.Find("#cov ~ .note").Text()), " ")
	if !strings.Contains(note, "missing") || !strings.Contains(note, "Il forno che non arriva") {
		t.Errorf("the note says %q, want what is missing and the scenario that supplies it", note)
	}
	if n := doc.Find("tr.ghost").Length(); n != 1 {
		t.Errorf("%d rows not yet held, want 1", n)
	}
	if row := doc.Find(".cover tbody tr").First().Text(); !strings.Contains(row, "The assessor") {
		t.Errorf("the session's row %q does not name who decided", row)
	}
	if doc.Find(`form[action$="/awards"]`).Length() != 0 {
		t.Error("an incomplete certificate can be awarded")
	}
}

func TestARecordShowsNoCodesOfTheFormat(t *testing.T) {
	s := newSite(t)
	s.decide(s.finished("trainee", "chat-estensione-garanzia", engine.Assessed, "pass", 84), true, 84, "tutto a posto")
	b := s.as("hr")
	b.language = "ru"
	page := b.get("/hr/people/"+string(s.people["trainee"])).wantStatus(t, "record", http.StatusOK).page(t)
	text := strings.Join(strings.Fields(page.Find(".cover, .conds").Text()), " ")
	for _, want := range []string{"носитель языка", "говорит не на родном языке", "справка", "жалоба", "Чат"} {
		if !strings.Contains(text, want) {
			t.Errorf("the coverage does not say %q:\n%s", want, text)
		}
	}
	for _, code := range []string{"native", "complaint", "information", "chat", "garanzia:"} {
		if slices.ContainsFunc(strings.Fields(text), func(word string) bool { return word == code }) {
			t.Errorf("the coverage shows the code %q", code)
		}
	}
}

func TestTheRecordTellsWhoDecidedWhatAndWhy(t *testing.T) {
	s := newSite(t)
	s.ready("trainee")
	s.decide(s.finished("trainee", "comanda-la-telefon", engine.Assessed, "pass", 90), false, 55, "non ha verificato l’indirizzo")
	s.finished("trainee", "chat-priostanovka", engine.Assessed, "pass", 77)
	text := s.as("hr").get("/hr/people/"+string(s.people["trainee"])).text(t, ".who-when")
	for _, want := range []string{
		"Verdict: passed", "tutto a posto", "machine 70%, after the person 88%", "Verdict: not passed", "non ha verificato l’indirizzo",
		"The assessor", "Verdict awaited", "the machine computed 77%",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the decisions lack %q:\n%s", want, text)
		}
	}
}

func TestReadingARecordIsWrittenDown(t *testing.T) {
	s := newSite(t)
	id := string(s.people["trainee"])
	s.as("hr").get("/hr/people/" + id)
	s.as("assessor").get("/hr/people/" + id)
	s.as("trainee").get("/record")
	s.as("hr").get("/hr/people/" + id + "/export/csv")
	var readers []string
	for _, row := range s.audited(id) {
		if strings.HasSuffix(row, ".read") {
			readers = append(readers, strings.Fields(row)[0])
		}
	}
	if want := []string{"hr", "trainee", "assessor", "hr"}; !slices.Equal(readers, want) {
		t.Errorf("the audit names %v as readers, want %v", readers, want)
	}
}

func TestPracticeIsPrivateUnlessThePolicySaysOtherwise(t *testing.T) {
	s := newSite(t)
	s.finished("trainee", "chat-estensione-garanzia", engine.Practice, "pass", 91)
	path := "/hr/people/" + string(s.people["trainee"])
	if text := s.as("hr").get(path).text(t, "main"); strings.Contains(text, "91%") || !strings.Contains(text, "1 practice session is private") {
		t.Errorf("HR sees practice: %q", text)
	}
	if text := s.as("trainee").get("/record").text(t, "main"); !strings.Contains(text, "91%") {
		t.Error("the trainee does not see his own practice")
	}
	settings, err := s.store.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.PracticeVisible = true
	if err := s.store.ChangeSettings(t.Context(), s.by("admin"), settings); err != nil {
		t.Fatal(err)
	}
	if text := s.as("hr").get(path).text(t, "main"); !strings.Contains(text, "91%") {
		t.Error("with the policy HR does not see practice")
	}
}

func TestATranscriptNeverReachesHR(t *testing.T) {
	s := newSite(t)
	n := s.finished("trainee", "chat-estensione-garanzia", engine.Assessed, "pass", 84)
	s.decide(n, true, 84, "ok")
	for _, path := range []string{"/hr/people/" + string(n.Person), "/hr/people/" + string(n.Person) + "/export/csv"} {
		if body := s.as("hr").get(path).body; strings.Contains(body, "marks") && strings.Contains(body, "evidence\"") {
			t.Errorf("%s holds evaluation JSON", path)
		}
	}
}

func TestACertificateIsAwardedOnlyWhenEverythingHolds(t *testing.T) {
	s := newSite(t)
	path := "/hr/people/" + string(s.people["trainee"])
	b := s.as("hr")
	b.post(path+"/awards", "certificate", unit2).wantStatus(t, "too early", http.StatusConflict)
	b.post(path+"/awards", "certificate", "no-such").wantStatus(t, "an unknown one", http.StatusBadRequest)
	s.ready("trainee")
	b = s.as("hr") // the day between the sessions ended the first sign-in
	if n := b.get(path).page(t).Find(`form[action$="/awards"]`).Length(); n != 1 {
		t.Fatalf("%d offers to award, want 1: %s", n, b.get(path).text(t, ".sheet:has(#cov)"))
	}
	b.post(path+"/awards", "certificate", unit2).wantStatus(t, "award", http.StatusSeeOther)
	b.post(path+"/awards", "certificate", unit2).wantStatus(t, "a second time", http.StatusConflict)
	awards, err := s.store.AwardsOf(t.Context(), s.people["trainee"])
	if err != nil || len(awards) != 1 || len(awards[0].Sessions) != 2 || awards[0].ValidUntil == nil {
		t.Fatalf("awards %+v, %v; want one, resting on two sessions, with an end", awards, err)
	}
	if months := awards[0].ValidUntil.Sub(s.clock.Now()).Hours() / 24; months < 729 || months > 731 {
		t.Errorf("valid for %.0f days, want 24 months", months)
	}
	if text := b.get(path).text(t, "main"); !strings.Contains(text, "Certificate awarded") {
		t.Error("the record does not show the award")
	}
}

func TestNobodyAwardsHimself(t *testing.T) {
	s := newSite(t)
	s.people["trainee"] = s.hire("both", "trainee", "hr")
	s.ready("trainee")
	b := s.as("both")
	path := "/hr/people/" + string(s.people["trainee"])
	if n := b.get(path).page(t).Find(`form[action$="/awards"]`).Length(); n != 0 {
		t.Error("the own record offers the award")
	}
	b.post(path+"/awards", "certificate", unit2).wantStatus(t, "own award", http.StatusForbidden)
}

func TestAnybodyCanCheckACertificate(t *testing.T) {
	s := newSite(t)
	s.ready("trainee")
	hr := s.as("hr")
	hr.post("/hr/people/"+string(s.people["trainee"])+"/awards", "certificate", unit2)
	awards, err := s.store.AwardsOf(t.Context(), s.people["trainee"])
	if err != nil || len(awards) != 1 {
		t.Fatal(awards, err)
	}
	number := awards[0].Number
	b := s.visitor()
	b.get("/certificates?number="+strings.ToLower(number)).wantStatus(t, "search", http.StatusSeeOther)
	got := b.get("/certificates/"+number).wantStatus(t, "check", http.StatusOK)
	if text := got.text(t, ".certificate"); !strings.Contains(text, "The trainee") || !strings.Contains(text, "valid") {
		t.Errorf("the page says %q", text)
	}
	for _, secret := range []string{string(s.people["trainee"]), "84%", "tutto a posto", loginOf("trainee") + "\""} {
		if strings.Contains(got.body, secret) {
			t.Errorf("the public page shows %q", secret)
		}
	}
	b.get("/certificates/NO-SUCH").wantStatus(t, "an unknown number", http.StatusNotFound)
	b.get("/certificates").wantStatus(t, "the empty form", http.StatusOK)

	hr.post("/hr/certificates/"+number+"/revoke", "reason", "").wantStatus(t, "revoke without a reason", http.StatusBadRequest)
	hr.post("/hr/certificates/"+number+"/revoke", "reason", "identity not checked").wantStatus(t, "revoke", http.StatusSeeOther)
	got = b.get("/certificates/" + number)
	if text := got.text(t, ".certificate .answer"); text != "revoked" || strings.Contains(got.body, "identity not checked") {
		t.Errorf("after the revocation the public page says %q", text)
	}
	if text := hr.get("/hr/people/"+string(s.people["trainee"])).text(t, ".awards"); !strings.Contains(text, "identity not checked") {
		t.Errorf("the record does not show the reason: %q", text)
	}
	if n := hr.get("/hr/certificates").page(t).Find("tbody tr").Length(); n != 1 {
		t.Errorf("the list has %d certificates, want 1", n)
	}
}

func TestAnExpiredCertificateSaysSo(t *testing.T) {
	s := newSite(t)
	s.ready("trainee")
	hr := s.as("hr")
	hr.post("/hr/people/"+string(s.people["trainee"])+"/awards", "certificate", unit2)
	steps := []struct {
		after time.Duration
		want  string
	}{{0, "certified"}, {680 * 24 * time.Hour, "ends soon"}, {60 * 24 * time.Hour, "expired"}}
	for _, step := range steps {
		s.clock.Advance(step.after)
		if text := s.as("hr").get("/hr/people").text(t, "tbody"); !strings.Contains(text, step.want) {
			t.Errorf("after %v more the list says %q, want %q", step.after, text, step.want)
		}
	}
}

func TestRecordsAreExportedForSpreadsheets(t *testing.T) {
	s := newSite(t)
	s.ready("trainee")
	b := s.as("hr")
	id := string(s.people["trainee"])
	tests := map[string]string{
		"/hr/people/export/csv":             "text/csv; charset=utf-8",
		"/hr/people/export/xlsx":            xlsxKind,
		"/hr/people/" + id + "/export/csv":  "text/csv; charset=utf-8",
		"/hr/people/" + id + "/export/xlsx": xlsxKind,
	}
	for path, kind := range tests {
		got := b.get(path).wantStatus(t, path, http.StatusOK)
		if got.header.Get("Content-Type") != kind || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s is %q, %q", path, got.header.Get("Content-Type"), got.header.Get("Content-Disposition"))
		}
	}
	lines := strings.Split(b.get("/hr/people/"+id+"/export/csv").body, "\r\n")
	if len(lines) != 4 || !strings.Contains(lines[1], ";88;passed;The assessor") {
		t.Errorf("the export is %q", lines)
	}
	s.as("trainee").get("/record/export/csv").wantStatus(t, "the own copy", http.StatusOK)
	b.get("/hr/people/export/exe").wantStatus(t, "an unknown format", http.StatusNotFound)
}
