package web

import "net/http"

// alive answers as long as the program does.
func (s *Server) alive(v *visit) error { return v.String(http.StatusOK, "alive\n") }

// ready answers 200 when records can be read and written, else 503 without saying why to strangers.
func (s *Server) ready(v *visit) error {
	if err := s.Store.Ready(v.ctx()); err != nil {
		s.Logger.Error("not ready", "error", err)
		return v.String(http.StatusServiceUnavailable, "not ready\n")
	}
	return v.String(http.StatusOK, "ready\n")
}
