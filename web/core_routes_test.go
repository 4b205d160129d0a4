package web

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"proba/engine/store"
)

// TestRoutesAdmitWhomTheListSays keeps the list of every address and its audience in a file that people read: a new route,
// or a changed audience, is a line in a review. Rewrite it with -update.
func TestRoutesAdmitWhomTheListSays(t *testing.T) {
	var out strings.Builder
	for _, r := range bare(t).table() {
		fmt.Fprintf(&out, "%-4s %-55s %s\n", r.method, r.path, r.who.name)
	}
	const path = "testdata/routes.golden"
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("routes differ from %s, which is rewritten with -update (-want +got):\n%s", path, diff)
	}
}

func TestARouteWithoutAnAudienceIsRefused(t *testing.T) {
	s := bare(t)
	if err := checkRoutes([]route{{get, "/somewhere", audience{}, s.front}}); err == nil {
		t.Error("a route without an audience was taken")
	}
}

// TestEveryRouteIsClosedToEverybodyElse asks every address as everybody, and wants to be let in exactly where the table
// says. What is behind the door (missing records, empty forms) does not matter here; other tests look there.
func TestEveryRouteIsClosedToEverybodyElse(t *testing.T) {
	s := newSite(t)
	visitors := map[string]*browser{"nobody": s.visitor()}
	tokens := map[string]string{}
	for who := range s.people {
		visitors[who], tokens[who] = s.as(who), s.token(who)
	}
	for _, r := range s.server.routes {
		if r.path == "/sign-out" {
			continue // it would end the sign-ins this test needs
		}
		for who, b := range visitors {
			if r.path == "/account/password" && r.method == post {
				continue // the throttle answers after a few
			}
			got, may := b.try(r, tokens[who]), s.may(who, r.who)
			if refused := isRefusal(got, r.path); refused == may {
				t.Errorf("%s %s as %s = %d %s, want let in: %v", r.method, r.path, who, got.status, got.header.Get("Location"), may)
			}
		}
	}
}

// may tells what the table allows, from its words alone.
func (s *site) may(who string, audience audience) bool {
	role := store.Role(strings.TrimPrefix(who, "other "))
	switch audience.name {
	case "anyone":
		return true
	case "signed in":
		return who != "nobody"
	default:
		return slices.Contains(strings.Split(audience.name, ", "), string(role))
	}
}

var parameter = regexp.MustCompile(`[:*][a-z]*`)

// token is a bearer token of who, for the interface for machines.
func (s *site) token(who string) string {
	s.Helper()
	_, secret, err := s.store.CreateToken(s.Context(), store.CommandLine("test"), s.people[who], "test", time.Hour)
	if err != nil {
		s.Fatal(err)
	}
	return secret
}

// try asks a route with parameters that lead nowhere; the interface for machines with the token.
func (b *browser) try(r route, token string) answer {
	path := parameter.ReplaceAllString(r.path, "none")
	if strings.HasPrefix(path, apiPath) {
		request := b.request(r.method, path, "")
		request.Header.Set("Authorization", "Bearer "+token)
		request.Header.Set("Sec-Fetch-Site", "same-origin")
		return b.do(request)
	}
	if r.method == post {
		return b.post(path)
	}
	return b.do(b.request(r.method, path, ""))
}

func TestACookieDoesNotOpenTheJSONInterface(t *testing.T) {
	newSite(t).as("admin").get("/api/v1/people").wantStatus(t, "with a cookie only", http.StatusUnauthorized)
}

// isRefusal tells the guard's answers from all others: 403, 401, or the way to the sign-in page.
func isRefusal(a answer, path string) bool {
	if path == "/" || path == "/sign-in" {
		return false
	}
	toSignIn := a.status == http.StatusSeeOther && strings.HasPrefix(a.header.Get("Location"), "/sign-in")
	return a.status == http.StatusForbidden || a.status == http.StatusUnauthorized || toSignIn
}

func TestStateNeverChangesOnGet(t *testing.T) {
	changing := regexp.MustCompile(`/(sign-out|bar|admit|revoke|confirm|awards|invite|start|say|verdict)$`)
	for _, r := range bare(t).table() {
		if r.method == get && changing.MatchString(r.path) {
			t.Errorf("GET %s looks like a change", r.path)
		}
	}
}
