package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	s := newSite(t)
	want := map[string]string{
		"Content-Security-Policy":    contentPolicy,
		"X-Content-Type-Options":     "nosniff",
		"Referrer-Policy":            "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin",
		"Cache-Control":              "no-store",
	}
	for _, path := range []string{"/sign-in", "/no/such/page", "/record", "/livez"} {
		got := s.visitor().get(path)
		for name, value := range want {
			if got.header.Get(name) != value {
				t.Errorf("GET %s: %s is %q, want %q", path, name, got.header.Get(name), value)
			}
		}
	}
	if strings.Contains(contentPolicy, "unsafe") {
		t.Errorf("content policy %q allows something unsafe", contentPolicy)
	}
}

func TestAnotherSiteCannotChangeAnything(t *testing.T) {
	s := newSite(t)
	b := s.as("admin")
	tests := map[string]map[string]string{
		"browser says cross-site":     {"Sec-Fetch-Site": "cross-site"},
		"browser says same-site":      {"Sec-Fetch-Site": "same-site"},
		"another origin":              {"Origin": "https://evil.example"},
		"opaque origin":               {"Origin": "null"},
		"a cookie without any origin": {},
	}
	for name, headers := range tests {
		r := b.request(http.MethodPost, "/admin/people", "login=eve&name=Eve&factor=100")
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for key, value := range headers {
			r.Header.Set(key, value)
		}
		b.do(r).wantStatus(t, "post with "+name, http.StatusForbidden)
	}
	if _, err := s.store.PersonByLogin(t.Context(), "eve"); err == nil {
		t.Error("another site made a person")
	}
}

func TestLargeBodiesAreRefused(t *testing.T) {
	b := newSite(t).visitor()
	b.post("/sign-in", "login", strings.Repeat("x", maxBody)).wantStatus(t, "a sign-in of 64 KiB", http.StatusRequestEntityTooLarge)
}

func TestReturnPathsStayOnThisSite(t *testing.T) {
	tests := map[string]string{
		"/record":              "/record",
		"/hr/people?group=B":   "/hr/people?group=B",
		"":                     "/",
		"https://evil.example": "/",
		"//evil.example":       "/",
		`/\evil.example`:       "/",
		"/\nSet-Cookie: x=y":   "/",
		"javascript:alert(1)":  "/",
	}
	for given, want := range tests {
		if got := localPath(given); got != want {
			t.Errorf("localPath(%q) = %q, want %q", given, got, want)
		}
	}
}

func TestStaticFilesAreCachedForEverByTheirHash(t *testing.T) {
	s := newSite(t)
	address, err := s.server.assets.url("css/proba.css")
	if err != nil {
		t.Fatal(err)
	}
	got := s.visitor().get(address).wantStatus(t, "the stylesheet", http.StatusOK)
	if cache := got.header.Get("Cache-Control"); !strings.Contains(cache, "immutable") {
		t.Errorf("by its hash the stylesheet is %q, want immutable", cache)
	}
	if cache := s.visitor().get("/static/css/proba.css?v=old").header.Get("Cache-Control"); cache != "no-cache" {
		t.Errorf("by an old hash the stylesheet is %q, want no-cache", cache)
	}
	s.visitor().get("/static/../server.go").wantStatus(t, "a file outside", http.StatusNotFound)
}

func TestEveryStylesheetIsJoined(t *testing.T) {
	s := bare(t)
	for name := range s.assets.files {
		base, isSheet := strings.CutPrefix(name, "css/")
		base = strings.TrimSuffix(base, ".css")
		if !isSheet || base == "proba" {
			continue
		}
		if !strings.Contains(" "+strings.Join(stylesheets, " ")+" ", " "+base+" ") {
			t.Errorf("css/%s.css is not in the list of stylesheets", base)
		}
	}
}

func TestAFailureShowsNoDetails(t *testing.T) {
	s := newSite(t)
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	got := s.visitor().get("/sign-in").wantStatus(t, "a page without records", http.StatusInternalServerError)
	for _, leak := range []string{"sql", "store", "closed", "goroutine", ".go:"} {
		if strings.Contains(strings.ToLower(got.text(t, "main")), leak) {
			t.Errorf("the error page says %q", leak)
		}
	}
	if number := got.header.Get(requestIDHeader); number == "" || !strings.Contains(got.body, number) {
		t.Errorf("the error page does not show the request's number %q", number)
	}
}

func TestSecureSitesSendSecureCookies(t *testing.T) {
	s := newSite(t, func(c *Config) { c.Secure, c.BaseURL = true, "https://proba.example.org" })
	got := s.visitor().post("/sign-in", "login", "hr", "password", testPassword).wantStatus(t, "sign-in", http.StatusSeeOther)
	cookie := got.header.Get("Set-Cookie")
	for _, want := range []string{"__Host-proba=", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("cookie %q lacks %q", cookie, want)
		}
	}
	if got.header.Get("Strict-Transport-Security") == "" {
		t.Error("no Strict-Transport-Security")
	}
}
