package web

// aboutView is a page that only says something.
type aboutView struct{ Page }

func (s *Server) accessibilityPage(v *visit) error { return s.about(v, "accessibility") }

func (s *Server) recordsPage(v *visit) error { return s.about(v, "records") }

func (s *Server) about(v *visit, name string) error {
	page := s.page(v, "about."+name+".title", "")
	page.Body = "page page--narrow"
	return s.render(v, "core/"+name, aboutView{page})
}
