package web

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"proba/engine/store"
)

// TestRoutesAdmitWhomTheListSays keeps the list of every address and its audience in a file that people read: a new route,
// or a changed audience, is a line in a review. Rewrite it with -update.
func TestRoutesAdmitWhomTheListSays(t *testing.T) {
	var out strings.Builder
	for _, r := range bare(t).table() {
		fmt.Fprintf(&out, "%-4s %-55s %s\n", r.method, r.path, r.who.name)
	}
	golden(t, "testdata/routes.golden", out.String())
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
	for who := range s.people {
		visitors[who] = s.as(who)
	}
	for _, r := range s.server.routes {
		if r.path == "/sign-out" {
			continue // it would end the sign-ins this test needs
		}
		for who, b := range visitors {
			if r.path == "/account/password" && r.method == post {
				continue // the throttle answers after a few
			}
			got, may := b.try(r), s.may(who, r.who)
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

// try asks a route with parameters that lead nowhere.
func (b *browser) try(r route) answer {
	path := parameter.ReplaceAllString(r.path, "none")
	if r.method == post {
		return b.post(path)
	}
	return b.do(b.request(r.method, path, ""))
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
