package web

import "proba/engine/store"

// trainerRoutes are the studio: the library with what its check found, trials, and packs coming and going.
func (s *Server) trainerRoutes() []route {
	trainer := only(store.Trainer)
	return []route{
		{get, "/studio", trainer, s.studio},
		{get, "/studio/files/*", trainer, s.studioFile},
		{get, "/studio/lessons/:scenario", trainer, s.studioLessons},
		{post, "/studio/trials/:scenario", trainer, s.startTrial},
		{post, "/studio/packs", trainer, s.uploadPack},
		{get, "/studio/download", trainer, s.downloadPack},
	}
}
