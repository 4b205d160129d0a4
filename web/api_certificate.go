package web

import (
	"net/http"
	"time"
)

type apiCertificateAnswer struct {
	Number     string     `json:"number"`
	Title      string     `json:"title"`
	Version    string     `json:"version"`
	Holder     string     `json:"holder"`
	Awarded    time.Time  `json:"awarded"`
	ValidUntil *time.Time `json:"valid_until,omitempty"`
	Valid      bool       `json:"valid"`
	Revoked    bool       `json:"revoked"`
}

// apiCertificate is the public check: what the page of the number says, and no more.
func (s *Server) apiCertificate(v *visit) error {
	a, err := s.Store.AwardByNumber(v.ctx(), v.Param("number"))
	if err != nil {
		return err
	}
	return v.JSON(http.StatusOK, apiCertificateAnswer{a.Number, a.Title, a.Version, a.PersonName, a.At, a.ValidUntil, a.Stands(s.Now()), a.Revoked != nil})
}
