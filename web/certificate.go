package web

import (
	"errors"
	"net/http"
	"strings"

	"proba/engine/store"
)

type certificateView struct {
	Page
	// Number as asked; "" before anything was.
	Number string
	Award  *awardRow
	Place  string
}

// certificateSearch leads from a typed number to its page.
func (s *Server) certificateSearch(v *visit) error {
	number := strings.TrimSpace(v.QueryParam("number"))
	if number == "" {
		return s.showCertificate(v, http.StatusOK, certificateView{})
	}
	award, err := s.Store.AwardByNumber(v.ctx(), number)
	if errors.Is(err, store.ErrNotFound) {
		return s.showCertificate(v, http.StatusNotFound, certificateView{Number: number})
	}
	if err != nil {
		return err
	}
	return v.Redirect(http.StatusSeeOther, "/certificates/"+award.Number)
}

// certificatePage is the public check: whose, what, when, until, and whether it stands. Nothing else of the person.
func (s *Server) certificatePage(v *visit) error {
	award, err := s.Store.AwardByNumber(v.ctx(), v.Param("number"))
	if errors.Is(err, store.ErrNotFound) {
		return s.showCertificate(v, http.StatusNotFound, certificateView{Number: v.Param("number")})
	}
	if err != nil {
		return err
	}
	row, err := s.awardRow(v, award)
	if err != nil {
		return err
	}
	row.Reason = ""
	return s.showCertificate(v, http.StatusOK, certificateView{Number: award.Number, Award: &row})
}

func (s *Server) showCertificate(v *visit, status int, view certificateView) error {
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return err
	}
	view.Place = settings.Organisation
	if view.Place == "" {
		view.Place = s.Place
	}
	view.Page = s.page(v, "certificate.title", "")
	view.Body = "page page--narrow"
	return s.renderStatus(v, status, "hr/certificate", view)
}
