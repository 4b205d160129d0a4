package web

import "proba/engine/store"

// traineeRoutes are the pages of people who practise and are assessed.
func (s *Server) traineeRoutes() []route {
	trainee := only(store.Trainee)
	return []route{
		{get, "/home", trainee, s.traineeHome},
		{get, "/practice", trainee, s.practicePage},
		{get, "/results", trainee, s.ownResults},
		{get, "/play/:scenario", trainee, s.briefPage},
		{post, "/play/:scenario", trainee, s.startSession},
	}
}
