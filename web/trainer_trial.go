package web

import (
	"fmt"
	"net/http"
	"strconv"

	"proba/engine"
)

// startTrial lets a trainer play a scenario as a trainee would; it leaves no record. Variant and seed may be chosen.
func (s *Server) startTrial(v *visit) error {
	script, known := s.Library.Script(v.Param("scenario"))
	if !known {
		return errNotFound
	}
	o := order{Script: script, Mode: engine.Trial, Variant: v.FormValue("variant")}
	if text := v.FormValue("seed"); text != "" {
		seed, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return fmt.Errorf("%w: %w", errBadRequest, err)
		}
		o.Seed = seed
	}
	session, err := s.start(v, o)
	if err != nil {
		return err
	}
	return v.Redirect(http.StatusSeeOther, sessionPath(session.ID, ""))
}
