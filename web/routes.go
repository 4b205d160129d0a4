package web

import (
	"net/http"
	"slices"

	"proba/engine/store"
)

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
	admin, hr := only(store.Admin), only(store.HR)
	trainers := only(store.Trainer)
	deciders := only(store.HR, store.Assessor)
	auditors := only(store.Admin, store.HR)
	own := []route{
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
		{get, "/help", signedIn, s.helpIndex},
		{get, "/help/:page", signedIn, s.helpPage},
		{get, "/explain", signedIn, s.explainIndex},
		{get, "/explain/:code", signedIn, s.explainPage},
		{get, "/about/accessibility", anyone, s.accessibilityPage},
		{get, "/about/records", anyone, s.recordsPage},

		// Who is asked to play what
		{get, "/assignments", trainers, s.assignmentsPage},
		{post, "/assignments", trainers, s.makeAssignments},
		{post, "/assignments/:id/withdraw", trainers, s.withdraw},

		// People, records and certificates
		{get, "/record", signedIn, s.ownRecord},
		{get, "/record/export/:format", signedIn, s.exportOwnRecord},
		{get, "/hr/people", hr, s.hrPeople},
		{get, "/hr/people/export/:format", hr, s.hrExportPeople},
		{get, "/hr/people/:id", deciders, s.hrRecord},
		{get, "/hr/people/:id/export/:format", hr, s.hrExportRecord},
		{post, "/hr/people/:id/awards", deciders, s.hrAward},
		{get, "/hr/certificates", deciders, s.hrAwards},
		{post, "/hr/certificates/:number/revoke", deciders, s.hrRevoke},
		{get, "/certificates", anyone, s.certificateSearch},
		{get, "/certificates/:number", anyone, s.certificatePage},

		// Administration
		{get, "/admin/people", admin, s.adminPeople},
		{get, "/admin/people/new", admin, s.adminNewPerson},
		{post, "/admin/people", admin, s.adminCreatePerson},
		{get, "/admin/people/:id", admin, s.adminPerson},
		{post, "/admin/people/:id", admin, s.adminChangePerson},
		{post, "/admin/people/:id/invite", admin, s.adminInvite},
		{post, "/admin/people/:id/bar", admin, s.adminDeactivate},
		{post, "/admin/people/:id/admit", admin, s.adminReactivate},
		{post, "/admin/people/:id/tokens", admin, s.adminCreateToken},
		{post, "/admin/people/:id/tokens/:token/revoke", admin, s.adminRevokeToken},
		{get, "/admin/import", admin, s.adminImport},
		{get, "/admin/import/example", admin, s.importExample},
		{post, "/admin/import", admin, s.adminTryImport},
		{post, "/admin/import/confirm", admin, s.adminDoImport},
		{get, "/admin/settings", admin, s.adminSettings},
		{post, "/admin/settings", admin, s.adminChangeSettings},
		{get, "/audit", auditors, s.auditPage},
		{get, "/audit/export/:format", auditors, s.auditExport},

		// What machines ask
		{get, "/livez", anyone, s.alive},
		{get, "/readyz", anyone, s.ready},
		{get, "/static/*", anyone, s.static},
	}
	return slices.Concat(own, s.traineeRoutes(), s.deskRoutes(), s.resultRoutes(), s.trainerRoutes(), s.reviewRoutes(), s.apiRoutes())
}
