package web

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"proba/engine/store"
)

func TestPeopleAreListedAndNarrowed(t *testing.T) {
	b := newSite(t).as("admin")
	tests := map[string]struct {
		query string
		want  int
	}{
		"everybody":              {"", 6},
		"by a part of the name":  {"?text=trainee", 2},
		"by role":                {"?role=hr", 1},
		"by an unknown role":     {"?role=king", 6},
		"by a group with nobody": {"?group=C", 0},
		"all together":           {"?text=other&role=trainee&group=B", 1},
		"from beyond the end":    {"?from=100", 0},
		"from nonsense":          {"?from=-3", 6},
	}
	for name, test := range tests {
		got := b.get("/admin/people"+test.query).wantStatus(t, name, http.StatusOK)
		if n := got.page(t).Find("tbody tr").Length(); n != test.want {
			t.Errorf("%s: %d people, want %d", name, n, test.want)
		}
	}
}

func TestAnImpossiblePersonIsSentBackWithWhatWasTyped(t *testing.T) {
	s := newSite(t)
	b := s.as("admin")
	tests := map[string]struct {
		field string
		form  []string
	}{
		"no name":            {"name", []string{"login", "x.y", "name", " ", "factor", "100"}},
		"a login with blank": {"login", []string{"login", "x y", "name", "X", "factor", "100"}},
		"a login with tags":  {"login", []string{"login", "<b>", "name", "X", "factor", "100"}},
		"a taken login":      {"login", []string{"login", "TRAINEE", "name", "X", "factor", "100"}},
		"too little time":    {"factor", []string{"login", "x.y", "name", "X", "factor", "50"}},
		"time in words":      {"factor", []string{"login", "x.y", "name", "X", "factor", "half"}},
	}
	for name, test := range tests {
		got := b.post("/admin/people", test.form...)
		if got.status != http.StatusUnprocessableEntity && got.status != http.StatusConflict {
			t.Errorf("%s = %d, want it refused", name, got.status)
		}
		doc := got.page(t)
		if doc.Find("#"+test.field+`[aria-invalid="true"]`).Length() != 1 || doc.Find("#"+test.field+"-e").Text() == "" {
			t.Errorf("%s: field %q is not marked with its problem", name, test.field)
		}
		if value := doc.Find("#login").AttrOr("value", ""); value != test.form[1] {
			t.Errorf("%s: login came back as %q, want %q", name, value, test.form[1])
		}
	}
	if n, err := s.store.CountPeople(t.Context(), store.PeopleFilter{}); err != nil || n != 6 {
		t.Errorf("%d people, %v; want the 6 from before", n, err)
	}
}

func TestAPersonIsChangedAndTheChangeAudited(t *testing.T) {
	s := newSite(t)
	b, id := s.as("admin"), s.people["trainee"]
	b.post("/admin/people/"+string(id), "login", "elena.rusu", "name", "Elena Rusu", "group", "C", "language", "ro", "factor", "150",
		"role", "trainee", "role", "assessor", "role", "king").wantStatus(t, "change", http.StatusSeeOther)
	p, err := s.store.Person(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	want := []store.Role{store.Trainee, store.Assessor}
	if p.Login != "elena.rusu" || p.Group != "C" || p.TimeFactor != 150 || p.Language != "ro" || !slices.Equal(p.Roles, want) {
		t.Errorf("person is %+v", p)
	}
	if rows := s.audited(string(id)); !slices.ContainsFunc(rows, func(r string) bool { return strings.HasPrefix(r, "admin person.") }) {
		t.Errorf("audit of the person: %v", rows)
	}
}

func TestTheLastAdministratorStays(t *testing.T) {
	s := newSite(t)
	b, id := s.as("admin"), string(s.people["admin"])
	b.post("/admin/people/"+id, "login", "admin", "name", "The admin", "factor", "100", "role", "trainee").
		wantStatus(t, "giving up the role", http.StatusConflict)
	b.post("/admin/people/"+id+"/bar").wantStatus(t, "barring oneself", http.StatusConflict)
	b.get("/admin/people").wantStatus(t, "afterwards", http.StatusOK)
}

func TestTokensAreShownOnceAndRevoked(t *testing.T) {
	s := newSite(t)
	b, path := s.as("admin"), "/admin/people/"+string(s.people["trainer"])
	got := b.post(path+"/tokens", "label", "LMS", "days", "30").wantStatus(t, "make", http.StatusOK)
	secret := got.page(t).Find("input.secret").AttrOr("value", "")
	if _, err := s.store.PersonByToken(t.Context(), secret); err != nil {
		t.Fatalf("token %q: %v", secret, err)
	}
	page := b.get(path)
	if strings.Contains(page.body, secret) {
		t.Error("the token is shown again")
	}
	action := page.page(t).Find(`form[action$="/revoke"]`).AttrOr("action", "")
	b.post(action).wantStatus(t, "revoke", http.StatusSeeOther)
	if _, err := s.store.PersonByToken(t.Context(), secret); err == nil {
		t.Error("the revoked token works")
	}
	b.post(path+"/tokens", "label", "", "days", "30").wantStatus(t, "without a label", http.StatusUnprocessableEntity)
	b.post(path+"/tokens", "label", "x", "days", "9999").wantStatus(t, "for ever", http.StatusUnprocessableEntity)
}

func TestBarredPeopleAreAdmittedAgain(t *testing.T) {
	s := newSite(t)
	b, path := s.as("admin"), "/admin/people/"+string(s.people["trainer"])
	b.post(path+"/bar").wantStatus(t, "bar", http.StatusSeeOther)
	s.visitor().post("/sign-in", "login", "trainer", "password", testPassword).wantStatus(t, "sign-in while barred", http.StatusUnauthorized)
	b.post(path+"/admit").wantStatus(t, "admit", http.StatusSeeOther)
	s.as("trainer").get("/account").wantStatus(t, "after admission", http.StatusOK)
}

func TestSettingsAreCheckedAndKept(t *testing.T) {
	s := newSite(t)
	b := s.as("admin")
	form := []string{"hr-transcripts", "yes", "organisation", "Centro", "notice", "Ciao", "list-sentence", "4", "list-reply", "9"}
	b.post("/admin/settings", append(form, "debrief-days", "0")...).wantStatus(t, "no days", http.StatusUnprocessableEntity)
	b.post("/admin/settings", append(form, "debrief-days", "3")...).wantStatus(t, "possible ones", http.StatusSeeOther)
	got, err := s.store.Settings(t.Context())
	want := store.Settings{HRSeesTranscripts: true, Organisation: "Centro", SignInNotice: "Ciao", DebriefDays: 3, ListPerSentence: 4, ListPerReply: 9}
	if err != nil || got != want {
		t.Errorf("settings %+v, %v, want %+v", got, err, want)
	}
	if text := s.visitor().get("/sign-in").text(t, ".sign"); !strings.Contains(text, "Ciao") || !strings.Contains(text, "Centro") {
		t.Errorf("the sign-in page says %q", text)
	}
}

func TestTheAuditShowsWhoDidWhat(t *testing.T) {
	s := newSite(t)
	s.as("trainee")
	b := s.as("admin")
	rows := b.get("/audit?action=signin").wantStatus(t, "sign-ins", http.StatusOK).page(t).Find("tbody tr")
	if rows.Length() != 2 || !strings.Contains(rows.First().Text(), "The admin") {
		t.Errorf("%d sign-ins, the newest %q", rows.Length(), rows.First().Text())
	}
	for _, query := range []string{"?since=2026-11-21", "?until=2026-11-19", "?subject=nobody", "?action=no.such"} {
		if n := b.get("/audit" + query).page(t).Find("tbody tr").Length(); n != 0 {
			t.Errorf("%s shows %d rows, want none", query, n)
		}
	}
	if n := b.get("/audit?since=2026-11-20&until=2026-11-20").page(t).Find("tbody tr").Length(); n == 0 {
		t.Error("the day itself shows nothing")
	}
	b.get("/audit/export/csv").wantStatus(t, "export", http.StatusOK)
	b.get("/audit/export/exe").wantStatus(t, "an unknown format", http.StatusNotFound)
	if got := b.get("/audit?action=audit.export").page(t).Find("tbody tr").Length(); got == 0 {
		t.Error("the export was not written down")
	}
}

func TestTheAuditLogIsReadableInTheReadersLanguage(t *testing.T) {
	site := newSite(t)
	assessed(site)
	admin := site.as("admin")
	admin.post("/language", "language", "it", "back", "/audit")
	page := admin.get("/audit").text(t, "tbody")
	for _, want := range []string{"persona " + nameOfPerson(t, site, "trainee"), "modalità Valutata"} {
		if !strings.Contains(page, want) {
			t.Errorf("the log does not say %q: %s", want, page)
		}
	}
}

func nameOfPerson(t *testing.T, s *site, who string) string {
	t.Helper()
	person, err := s.store.Person(t.Context(), s.people[who])
	if err != nil {
		t.Fatal(err)
	}
	return person.Name
}
