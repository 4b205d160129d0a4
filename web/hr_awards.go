package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

// awardRow is an award as lists and the record show it.
type awardRow struct {
	Number  string
	Title   string
	Person  string
	ID      store.PersonID
	Version string
	By      string
	At      time.Time
	// Until is the zero time when it does not expire.
	Until time.Time
	// State is the end of a catalogue key award.state.*: valid, soon, expired, revoked.
	State  string
	Reason string
}

func (s *Server) awardRow(v *visit, a store.Award) (awardRow, error) {
	row := awardRow{
		Number: a.Number, Title: a.Title, Person: a.PersonName, ID: a.Person, Version: a.Version, At: a.At,
		State: awardState(a, s.Now()), Reason: a.RevokedReason,
	}
	by, err := s.nameOf(v, a.By)
	if err != nil {
		return awardRow{}, err
	}
	row.By = by
	if a.ValidUntil != nil {
		row.Until = *a.ValidUntil
	}
	return row, nil
}

func awardState(a store.Award, now time.Time) string {
	switch {
	case a.Revoked != nil:
		return "revoked"
	case a.ValidUntil != nil && !now.Before(*a.ValidUntil):
		return "expired"
	case a.ValidUntil != nil && a.ValidUntil.Sub(now) < soon:
		return "soon"
	default:
		return "valid"
	}
}

// hrAward awards a certificate when every rule and condition holds, counted anew here and now.
func (s *Server) hrAward(v *visit) error {
	person, err := s.within(v, store.PersonID(v.Param("id")))
	if err != nil {
		return err
	}
	certificate, ok := s.Library.Pack().Certificates[v.FormValue("certificate")]
	if !ok {
		return errBadRequest
	}
	passed, err := s.Store.PassedSessions(v.ctx(), person.ID)
	if err != nil {
		return err
	}
	coverage := grading.Cover(certificate, passed, sortedScenarios(s.Library.Pack()))
	if !coverage.Complete {
		return errIncomplete
	}
	basis, err := json.Marshal(coverage)
	if err != nil {
		return err
	}
	_, err = s.Store.AwardCertificate(v.ctx(), v.Actor(), store.NewAward{
		Person: person.ID, Certificate: certificate.ID, Title: certificate.Title, Version: certificate.Version,
		Sessions: coveringSessions(coverage), Coverage: basis, ValidUntil: validUntil(s.Now(), certificate.Conditions.ValidMonths),
	})
	if err != nil {
		return err
	}
	s.notify(v, "hr.awarded")
	return v.Redirect(http.StatusSeeOther, "/hr/people/"+string(person.ID)+"?certificate="+certificate.ID)
}

// coveringSessions are the sessions an award rests on, each once, in the order the rules name them.
func coveringSessions(coverage grading.Coverage) []engine.SessionID {
	var out []engine.SessionID
	seen := map[engine.SessionID]bool{}
	for _, rule := range coverage.Rules {
		for _, id := range rule.By {
			if !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

// validUntil is the end of a certificate awarded now; nil when it does not expire.
func validUntil(now time.Time, months int) *time.Time {
	if months <= 0 {
		return nil
	}
	end := now.AddDate(0, months, 0)
	return &end
}

// hrRevoke takes an award back, with a reason that stays visible.
func (s *Server) hrRevoke(v *visit) error {
	reason := strings.TrimSpace(v.FormValue("reason"))
	if reason == "" || len(reason) > maxRevocation {
		return errBadRequest
	}
	award, err := s.Store.AwardByNumber(v.ctx(), v.Param("number"))
	if err != nil {
		return err
	}
	if _, err := s.within(v, award.Person); err != nil {
		return err
	}
	if err := s.Store.RevokeAward(v.ctx(), v.Actor(), award.Number, reason); err != nil {
		return err
	}
	s.notify(v, "hr.revoked")
	return v.Redirect(http.StatusSeeOther, "/hr/people/"+string(award.Person))
}

// maxRevocation bounds the reason of a revocation, in bytes.
const maxRevocation = 2000

type awardsView struct {
	Page
	Group  string
	Groups []string
	Awards []awardRow
	Older  string
	Newer  string
}

// hrAwards lists the certificates awarded, newest first.
func (s *Server) hrAwards(v *visit) error {
	groups, group, err := s.groupsToSee(v)
	if err != nil {
		return err
	}
	page := pageOf(v)
	awards, err := s.Store.Awards(v.ctx(), group, store.Page{Limit: page.Limit + 1, Offset: page.Offset})
	if err != nil {
		return err
	}
	shown := awards[:min(len(awards), page.Limit)]
	view := awardsView{Page: s.page(v, "hr.awards.title", "/hr/certificates"), Group: group, Groups: groups}
	p := newPager(v, page, len(shown), page.Offset+len(awards))
	view.Newer, view.Older = p.Previous, p.Next
	for _, a := range shown {
		row, err := s.awardRow(v, a)
		if err != nil {
			return err
		}
		view.Awards = append(view.Awards, row)
	}
	return s.render(v, "hr/awards", view)
}
