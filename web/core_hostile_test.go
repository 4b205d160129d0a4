package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// hostileNames are what somebody could call himself or a group.
var hostileNames = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'onmouseover='alert(1)`, `javascript:alert(1)`, `{{.Person}}`,
	`</textarea><svg onload=alert(1)>`, `<a href="javascript:alert(1)">x</a>`, "line\r\nSet-Cookie: x=y", `--><iframe src=//evil.example>`,
}

func TestNamesAreShownAsText(t *testing.T) {
	s := newSite(t)
	for i, name := range hostileNames {
		person := store.NewPerson{Login: "hostile" + string(rune('a'+i)), Name: name, Group: name, Roles: []store.Role{store.Trainee}}
		if _, err := s.store.CreatePerson(t.Context(), store.CommandLine("test"), person); err != nil {
			t.Logf("%q is refused: %v", name, err)
		}
	}
	people, err := s.store.People(t.Context(), store.PeopleFilter{Text: "hostile"})
	if err != nil || len(people) == 0 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	id := string(people[0].ID)
	visits := map[string][]string{
		"admin":   {"/admin/people", "/admin/people/" + id, "/audit", "/admin/people?text=%3Cscript%3Ealert(1)%3C/script%3E"},
		"hr":      {"/hr/people", "/hr/people/" + id, "/certificates/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/sign-in?to=%22%3E%3Cscript%3E"},
		"trainer": {"/assignments"},
	}
	for who, paths := range visits {
		b := s.as(who)
		for _, path := range paths {
			doc := b.get(path).page(t)
			if n := doc.Find(`script:not([src]), img, iframe, svg[onload], [onerror], [onmouseover], [href^="javascript:"]`).Length(); n != 0 {
				t.Errorf("%s holds %d elements made of a name", path, n)
			}
		}
	}
}

func TestAReasonIsShownAsText(t *testing.T) {
	s := newSite(t)
	n := s.finished("trainee", "chat-estensione-garanzia", engine.Assessed, "pass", 84)
	s.decide(n, true, 84, hostileNames[0])
	doc := s.as("hr").get("/hr/people/" + string(n.Person)).page(t)
	if doc.Find("script:not([src])").Length() != 0 || !strings.Contains(doc.Find(".reason").Text(), hostileNames[0]) {
		t.Error("a verdict's reason is not shown as text")
	}
}

func TestAnUnknownPageKeepsTheNavigation(t *testing.T) {
	b := newSite(t).as("hr")
	got := b.get("/no/such/page").wantStatus(t, "an unknown page", http.StatusNotFound)
	if n := got.page(t).Find(".nav a").Length(); n == 0 {
		t.Error("a signed-in person loses the navigation")
	}
	if got := newSite(t).visitor().get("/no/such/page").wantStatus(t, "for a stranger", http.StatusNotFound); strings.Contains(got.body, `class="me"`) {
		t.Error("a stranger is shown as somebody")
	}
}

func TestAnUnknownNameTakesAsLongAsAWrongPassword(t *testing.T) {
	h, err := newHasher()
	if err != nil {
		t.Fatal(err)
	}
	hash, err := testHash()
	if err != nil {
		t.Fatal(err)
	}
	fastest := func(hash string) time.Duration {
		best := time.Hour
		for range 5 {
			begin := time.Now()
			if ok, err := h.matches(t.Context(), hash, "wrong"); ok || err != nil {
				t.Fatalf("matches = %v, %v", ok, err)
			}
			best = min(best, time.Since(begin))
		}
		return best
	}
	wrong, unknown := fastest(hash), fastest("")
	if ratio := float64(wrong) / float64(unknown); ratio < 0.5 || ratio > 2 {
		t.Errorf("wrong password %v, unknown name %v: the difference tells them apart", wrong, unknown)
	}
}

func TestHashesAreNotTheSameTwiceAndNothingElseMatches(t *testing.T) {
	one, err := HashPassword(testPassword)
	if err != nil {
		t.Fatal(err)
	}
	two, err := testHash()
	if err != nil {
		t.Fatal(err)
	}
	if one == two {
		t.Error("two hashes of one password are the same")
	}
	if !passwordMatches(one, testPassword) || passwordMatches(one, testPassword+" ") {
		t.Error("the hash does not tell the password from another")
	}
	for _, broken := range []string{"", "x", "$argon2id$v=19$m=1,t=1,p=1$AA$AA", one[:len(one)-1], strings.Replace(one, "m=19456", "m=4", 1)} {
		if passwordMatches(broken, testPassword) {
			t.Errorf("the broken hash %q matches", broken)
		}
	}
}
