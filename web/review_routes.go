package web

import "proba/engine/store"

// reviewRoutes are the assessor's pages. Whether he may decide on a session is checked for each session.
func (s *Server) reviewRoutes() []route {
	assessor := only(store.Assessor)
	return []route{
		{get, "/review", assessor, s.reviewQueue},
		{get, "/review/verdicts", assessor, s.ownVerdicts},
		{get, "/review/:id", assessor, s.reviewPage},
		{post, "/review/:id", assessor, s.giveVerdict},
		{get, "/review/:id/second", assessor, s.secondPage},
		{post, "/review/:id/second", assessor, s.giveSecond},
	}
}
