package web

import "net/http"

// route is one line of the site map.
type route struct {
	method string
	path   string
	who    audience
	handle handler
}

const (
	get  = http.MethodGet
	post = http.MethodPost
)

// table is the site map: every address the program answers and who may come there. State never changes on GET.
// An address that shows one person's or session's record checks in its handler that the visitor may see that one.
func (s *Server) table() []route {
	return []route{
		// Coming and going
		{get, "/", anyone, s.front},
		{get, "/sign-in", anyone, s.signInPage},
		{post, "/sign-in", anyone, s.signIn},
		{post, "/sign-out", anyone, s.signOut},
		{get, "/invite/:code", anyone, s.invitePage},
		{post, "/invite/:code", anyone, s.acceptInvite},
		{post, "/language", anyone, s.chooseLanguage},
		{post, "/theme", anyone, s.chooseTheme},
		{get, "/account", signedIn, s.accountPage},
		{post, "/account/password", signedIn, s.changePassword},
		{get, "/about/accessibility", anyone, s.accessibilityPage},
		{get, "/about/records", anyone, s.recordsPage},

		// What machines ask
		{get, "/livez", anyone, s.alive},
		{get, "/readyz", anyone, s.ready},
		{get, "/static/*", anyone, s.static},
	}
}
