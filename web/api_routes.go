package web

import "proba/engine/store"

// apiPath is where the JSON interface lives; its description is openapi.json.
const apiPath = "/api/v1"

// apiRoutes are the addresses for machines. A visitor is known by his bearer token only, never by a cookie. A test holds
// this list and the description together.
func (s *Server) apiRoutes() []route {
	players := only(store.Trainee, store.Trainer)
	routes := []route{
		{get, "/openapi.json", anyone, s.apiDocument},
		{post, "/token", anyone, s.apiToken},
		{get, "/scenarios", signedIn, s.apiScenarios},
		{get, "/scenarios/:id", signedIn, s.apiScenario},
		{post, "/check", only(store.Trainer, store.Admin), s.apiCheck},
		{post, "/sessions", players, s.apiStart},
		{get, "/sessions/:id", signedIn, s.apiSession},
		{post, "/sessions/:id/commands", signedIn, s.apiCommand},
		{get, "/sessions/:id/events", signedIn, s.apiEvents},
		{get, "/sessions/:id/files/:digest", signedIn, s.sessionFile},
		{get, "/sessions/:id/evaluation", signedIn, s.apiEvaluation},
		{get, "/sessions/:id/disagreements", signedIn, s.apiDisagreements},
		{post, "/sessions/:id/disagreements", signedIn, s.apiDisagree},
		{get, "/people", only(store.HR, store.Admin), s.apiPeople},
		{get, "/people/:id/record", signedIn, s.apiRecord},
		{get, "/certificates/:number", anyone, s.apiCertificate},
	}
	for i := range routes {
		routes[i].path = apiPath + routes[i].path
	}
	return routes
}
