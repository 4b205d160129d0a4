package web

import (
	"time"

	"proba/engine/store"
)

type hrPeopleView struct {
	Page
	Filter       peopleForm
	Certificates []certificateHead
	People       []readinessRow
	// Totals say per certificate how many of the people shown are where.
	Totals []readinessTotal
	Pager  pager
}

// certificateHead is a certificate as a column.
type certificateHead struct{ ID, Title, Language string }

// readinessRow is one person with one cell per certificate.
type readinessRow struct {
	ID     store.PersonID
	Name   string
	Group  string
	Passed int
	// Last is the newest verdict; the zero time without one.
	Last  time.Time
	Cells []readinessCell
}

// readinessCell is a standing as a table shows it.
type readinessCell struct {
	State        standingState
	Held, Needed int
	Until        time.Time
}

// readinessTotal counts states under one certificate.
type readinessTotal struct{ Awarded, Ready, Missing, None int }

// hrPeople shows trainees and how ready they are, by group.
func (s *Server) hrPeople(v *visit) error {
	form, err := s.peopleForm(v)
	if err != nil {
		return err
	}
	form.Role = store.Trainee
	filter := store.PeopleFilter{Group: form.Group, Role: store.Trainee, Text: form.Text, Active: true, Page: pageOf(v)}
	view, err := s.readiness(v, filter)
	if err != nil {
		return err
	}
	view.Page, view.Filter = s.page(v, "hr.people.title", "/hr/people"), form
	return s.render(v, "hr/people", view)
}

// readiness counts every person of the filter against every certificate of the library.
func (s *Server) readiness(v *visit, filter store.PeopleFilter) (hrPeopleView, error) {
	people, err := s.Store.People(v.ctx(), filter)
	if err != nil {
		return hrPeopleView{}, err
	}
	count, err := s.Store.CountPeople(v.ctx(), filter)
	if err != nil {
		return hrPeopleView{}, err
	}
	view := hrPeopleView{Pager: newPager(v, filter.Page, len(people), count)}
	for _, c := range sortedCertificates(s.Library.Pack()) {
		view.Certificates = append(view.Certificates, certificateHead{c.ID, c.Title, authorLanguage(c.Meta)})
	}
	view.Totals = make([]readinessTotal, len(view.Certificates))
	for _, p := range people {
		d, err := s.dossierOf(v.ctx(), p)
		if err != nil {
			return hrPeopleView{}, err
		}
		row := newReadinessRow(d)
		for i, c := range row.Cells {
			view.Totals[i].count(c.State)
		}
		view.People = append(view.People, row)
	}
	return view, nil
}

func newReadinessRow(d dossier) readinessRow {
	row := readinessRow{ID: d.person.ID, Name: d.person.Name, Group: d.person.Group}
	for _, session := range d.passed {
		if session.Passed {
			row.Passed++
		}
		if session.DecidedAt.After(row.Last) {
			row.Last = session.DecidedAt
		}
	}
	for _, st := range d.standing {
		cell := readinessCell{State: st.State, Held: st.Held, Needed: st.Needed}
		if st.Award != nil && st.Award.ValidUntil != nil {
			cell.Until = *st.Award.ValidUntil
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

func (t *readinessTotal) count(state standingState) {
	switch state {
	case stateAwarded, stateSoon:
		t.Awarded++
	case stateReady:
		t.Ready++
	case stateMissing, stateExpired:
		t.Missing++
	case stateNone:
		t.None++
	}
}
