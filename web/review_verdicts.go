package web

import (
	"slices"

	"proba/engine"
	"proba/engine/store"
)

// verdictsView is what an assessor decided, newest first.
type verdictsView struct {
	Page
	Verdicts []verdictRowView
	// Differed counts the verdicts in which he marked otherwise than the machine had decided.
	Differed int
}

// verdictRowView is one of his verdicts.
type verdictRowView struct {
	givenView
	Session engine.Session
	Owner   string
}

// Path is where the session can be read again.
func (r verdictRowView) Path() string { return reviewPath(r.Session.ID) }

// shownVerdicts is how many of an assessor's verdicts a page shows.
const shownVerdicts = 100

// ownVerdicts shows an assessor his own decisions and how often he differed from the machine.
func (s *Server) ownVerdicts(v *visit) error {
	rows, err := s.Store.AuditRows(v.ctx(), store.AuditFilter{Person: v.person.ID, Action: "verdict.give", Page: store.Page{Limit: shownVerdicts}})
	if err != nil {
		return err
	}
	view := verdictsView{Page: s.page(v, "review.verdicts.title", "/review/verdicts")}
	var seen []string
	for _, row := range rows {
		if slices.Contains(seen, row.Subject) {
			continue
		}
		seen = append(seen, row.Subject)
		if err := s.addVerdicts(v, &view, engine.SessionID(row.Subject)); err != nil {
			return err
		}
	}
	return s.render(v, "review/verdicts", view)
}

// addVerdicts adds what the visitor decided on one session, newest first.
func (s *Server) addVerdicts(v *visit, view *verdictsView, id engine.SessionID) error {
	session, err := s.Store.Session(v.ctx(), id)
	if err != nil {
		return err
	}
	given, err := s.Store.Verdicts(v.ctx(), id)
	if err != nil {
		return err
	}
	owner, err := s.nameOf(v, session.Person)
	if err != nil {
		return err
	}
	given = slices.DeleteFunc(given, func(one store.Verdict) bool { return one.By != v.person.ID })
	views, err := s.givenViews(v, given)
	for _, one := range views {
		view.Verdicts = append(view.Verdicts, verdictRowView{one, session, owner})
		if one.Against > 0 {
			view.Differed++
		}
	}
	return err
}
