package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"proba/engine/store"
)

func TestSignInLeadsWhereThePersonWanted(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	got := b.get("/hr/people?group=B").wantStatus(t, "a page without sign-in", http.StatusSeeOther)
	if want := "/sign-in?to=" + url.QueryEscape("/hr/people?group=B"); got.header.Get("Location") != want {
		t.Errorf("leads to %q, want %q", got.header.Get("Location"), want)
	}
	got = b.post("/sign-in", "login", "HR", "password", testPassword, "to", "/hr/people?group=B")
	if got.header.Get("Location") != "/hr/people?group=B" {
		t.Errorf("after the sign-in leads to %q", got.header.Get("Location"))
	}
	b.get("/hr/people").wantStatus(t, "the page afterwards", http.StatusOK)
}

func TestSignInSaysWhatIsRecordedAndWhoDecides(t *testing.T) {
	got := newSite(t).visitor().get("/sign-in").wantStatus(t, "sign-in page", http.StatusOK)
	if text := got.text(t, ".sign-side dl"); !strings.Contains(text, "Not recorded") || !strings.Contains(text, "Decided by") {
		t.Errorf("the page says %q", text)
	}
}

func TestWrongNameAndWrongPasswordLookTheSame(t *testing.T) {
	s := newSite(t)
	wrong := s.visitor().post("/sign-in", "login", "trainee", "password", "nothing of the kind")
	nobody := s.visitor().post("/sign-in", "login", "nobody.here", "password", "nothing of the kind")
	if wrong.status != http.StatusUnauthorized || nobody.status != wrong.status {
		t.Errorf("status %d and %d, want %d for both", wrong.status, nobody.status, http.StatusUnauthorized)
	}
	if strings.ReplaceAll(wrong.body, "trainee", "nobody.here") != strings.ReplaceAll(nobody.body, "trainee", "nobody.here") {
		t.Error("the two pages differ")
	}
}

func TestFiveWrongPasswordsPauseTheName(t *testing.T) {
	s := newSite(t)
	b := s.visitor()
	for left := 4; left >= 0; left-- {
		got := b.post("/sign-in", "login", "trainee", "password", "wrong").wantStatus(t, "a wrong try", http.StatusUnauthorized)
		if !strings.Contains(got.text(t, "#bad"), strconv.Itoa(left)+" ") {
			t.Errorf("with %d tries left the page says %q", left, got.text(t, "#bad"))
		}
	}
	b.post("/sign-in", "login", "trainee", "password", testPassword).wantStatus(t, "the right one in the pause", http.StatusTooManyRequests)
	s.clock.Advance(5 * time.Minute)
	b.post("/sign-in", "login", "trainee", "password", testPassword).wantStatus(t, "the right one after the pause", http.StatusSeeOther)
}

func TestManyTriesCheckAtMostTheDocumentedNumber(t *testing.T) {
	clock := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	th := newThrottle(func() time.Time { return clock })
	checked := 0
	for i := range 10_000 {
		if _, _, ok := th.take("elena", "10.0.0."+strconv.Itoa(i%200)); ok {
			checked++
		}
	}
	if checked != triesByName.tries {
		t.Errorf("%d of 10,000 tries on one name were checked, want %d", checked, triesByName.tries)
	}
	checked = 0
	for i := range 10_000 {
		if _, _, ok := th.take("somebody"+strconv.Itoa(i), "10.9.9.9"); ok {
			checked++
		}
	}
	if checked != triesByAddress.tries {
		t.Errorf("%d of 10,000 tries from one address were checked, want %d", checked, triesByAddress.tries)
	}
	if len(th.seen) > maxThrottled+10 {
		t.Errorf("the throttle remembers %d keys", len(th.seen))
	}
}

func TestASignInGetsANewToken(t *testing.T) {
	s := newSite(t)
	b := s.as("trainee")
	before := b.token()
	b.post("/sign-in", "login", "hr", "password", testPassword).wantStatus(t, "second sign-in", http.StatusSeeOther)
	if after := b.token(); after == before || after == "" {
		t.Errorf("token %q stayed", after)
	}
	old := s.visitor()
	old.setToken(before)
	old.get("/account").wantStatus(t, "the token from before", http.StatusSeeOther)
}

func TestSignInsEnd(t *testing.T) {
	tests := map[string]func(*site, *browser){
		"by signing out": func(_ *site, b *browser) {
			token := b.token()
			b.post("/sign-out")
			b.setToken(token)
		},
		"when a role changes": func(s *site, _ *browser) {
			s.as("admin").post("/admin/people/"+string(s.people["hr"]), "login", "hr", "name", "The hr", "factor", "100", "role", "trainee")
		},
		"when the person is barred": func(s *site, _ *browser) {
			s.as("admin").post("/admin/people/" + string(s.people["hr"]) + "/bar")
		},
		"when the password is set anew": func(s *site, _ *browser) {
			if err := s.store.SetPassword(context.Background(), store.CommandLine("test"), s.people["hr"], "x"); err != nil {
				s.Error(err)
			}
		},
		"after two quiet hours":     func(s *site, _ *browser) { s.clock.Advance(signInIdle + time.Minute) },
		"for somebody else's token": func(_ *site, b *browser) { b.setToken(strings.Repeat("A", 43)) },
	}
	for name, end := range tests {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			b := s.as("hr")
			b.get("/account").wantStatus(t, "before", http.StatusOK)
			end(s, b)
			b.get("/account").wantStatus(t, "after", http.StatusSeeOther)
		})
	}
}

func TestBarredPeopleCannotSignIn(t *testing.T) {
	s := newSite(t)
	if err := s.store.Deactivate(t.Context(), store.CommandLine("test"), s.people["trainee"]); err != nil {
		t.Fatal(err)
	}
	s.visitor().post("/sign-in", "login", "trainee", "password", testPassword).wantStatus(t, "sign-in", http.StatusUnauthorized)
}

func TestStreamsEndWithTheSignIn(t *testing.T) {
	p := newPresence()
	mine, leave := p.enter(t.Context(), "elena")
	defer leave()
	other, leaveOther := p.enter(t.Context(), "carlo")
	defer leaveOther()
	p.end("elena")
	if mine.Err() == nil || other.Err() != nil {
		t.Errorf("elena's stream: %v, carlo's: %v; want only the first ended", mine.Err(), other.Err())
	}
	leave()
	leaveOther()
	if len(p.open) != 0 {
		t.Errorf("%d people are still remembered", len(p.open))
	}
}

func TestAnInviteSetsAPasswordOnce(t *testing.T) {
	s := newSite(t)
	got := s.as("admin").post("/admin/people", "login", "new.person", "name", "New Person", "factor", "100", "role", "trainee").
		wantStatus(t, "create", http.StatusOK)
	link := got.page(t).Find("input.secret").AttrOr("value", "")
	path := strings.TrimPrefix(link, s.url)
	if !strings.HasPrefix(path, "/invite/") {
		t.Fatalf("link is %q", link)
	}
	b := s.visitor()
	b.get(path).wantStatus(t, "the invite's page", http.StatusOK)
	b.get(path).wantStatus(t, "looking again", http.StatusOK)
	tests := map[string][2]string{
		"password.short":  {"short", "short"},
		"password.differ": {"a long enough password", "another long password"},
		"password.easy":   {"new.person 123", "new.person 123"},
		"password.long":   {strings.Repeat("long ", 60), strings.Repeat("long ", 60)},
	}
	for name, try := range tests {
		b.post(path, "password", try[0], "again", try[1]).wantStatus(t, name, http.StatusUnprocessableEntity)
	}
	b.post(path, "password", testPassword, "again", testPassword).wantStatus(t, "the password", http.StatusSeeOther)
	b.get("/account").wantStatus(t, "signed in at once", http.StatusOK)
	s.visitor().get(path).wantStatus(t, "the used link", http.StatusGone)
	s.visitor().post(path, "password", testPassword, "again", testPassword).wantStatus(t, "posting to the used link", http.StatusGone)
}

func TestChangingThePasswordEndsOtherSignIns(t *testing.T) {
	s := newSite(t)
	here, elsewhere := s.as("trainer"), s.as("trainer")
	const fresh = "un altro giro di parole"
	here.post("/account/password", "current", "wrong", "password", fresh, "again", fresh).wantStatus(t, "wrong present one", http.StatusUnprocessableEntity)
	here.post("/account/password", "current", testPassword, "password", fresh, "again", fresh).wantStatus(t, "change", http.StatusSeeOther)
	got := here.get("/account").wantStatus(t, "here", http.StatusOK)
	if !strings.Contains(got.text(t, ".said-once"), "changed") {
		t.Errorf("the page says %q", got.text(t, ".said-once"))
	}
	elsewhere.get("/account").wantStatus(t, "elsewhere", http.StatusSeeOther)
	s.visitor().post("/sign-in", "login", "trainer", "password", fresh).wantStatus(t, "the new password", http.StatusSeeOther)
}

func TestDemoPeopleAreShownOnThisMachineOnly(t *testing.T) {
	s := newSite(t, func(c *Config) {
		c.BehindProxy = true
		c.DemoPeople = []DemoPerson{{"trainee", testPassword, "Elena Rusu", store.Trainee}}
	})
	b := s.visitor()
	if n := b.get("/sign-in").page(t).Find(".demo button").Length(); n != 1 {
		t.Errorf("on this machine %d demo people, want 1", n)
	}
	r := b.request(http.MethodGet, "/sign-in", "")
	r.Header.Set("X-Forwarded-For", "203.0.113.7")
	if n := b.do(r).page(t).Find(".demo button").Length(); n != 0 {
		t.Errorf("from elsewhere %d demo people, want 0", n)
	}
}

func TestLanguageAndThemeAreKept(t *testing.T) {
	s := newSite(t)
	b := s.as("trainee")
	got := b.post("/language", "language", "ro", "back", "/account").wantStatus(t, "language", http.StatusSeeOther)
	if got.header.Get("Location") != "/account" {
		t.Errorf("leads to %q", got.header.Get("Location"))
	}
	if lang := b.get("/account").page(t).Find("html").AttrOr("lang", ""); lang != "ro" {
		t.Errorf("page is in %q, want ro", lang)
	}
	b.post("/theme", "theme", "dark", "back", "https://evil.example").wantStatus(t, "theme", http.StatusSeeOther)
	elsewhere := s.as("trainee").get("/account").page(t).Find("html")
	if elsewhere.AttrOr("lang", "") != "ro" || elsewhere.AttrOr("data-theme", "") != "dark" {
		t.Errorf("on another browser: %q and %q, want ro and dark", elsewhere.AttrOr("lang", ""), elsewhere.AttrOr("data-theme", ""))
	}
	b.post("/language", "language", "xx").wantStatus(t, "an unknown language", http.StatusBadRequest)
	b.post("/theme", "theme", "pink").wantStatus(t, "an unknown theme", http.StatusBadRequest)
}

func TestTheBrowsersLanguageIsTheFirstGuess(t *testing.T) {
	b := newSite(t).visitor()
	for asked, want := range map[string]string{"it-CH,it;q=0.9": "it", "de,ro;q=0.5": "ro", "fr": "en", "": "en", strings.Repeat("it,", 200): "en", "no such; thing": "en"} {
		b.language = asked
		if got := b.get("/sign-in").page(t).Find("html").AttrOr("lang", ""); got != want {
			t.Errorf("Accept-Language %.20q gives %q, want %q", asked, got, want)
		}
	}
}

// token is the value of the sign-in cookie.
func (b *browser) token() string {
	at, err := url.Parse(b.url)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range b.client.Jar.Cookies(at) {
		if c.Name == "proba" {
			return c.Value
		}
	}
	return ""
}

func (b *browser) setToken(token string) {
	at, err := url.Parse(b.url)
	if err != nil {
		b.Fatal(err)
	}
	b.client.Jar.SetCookies(at, []*http.Cookie{{Name: "proba", Value: token, Path: "/"}})
}
