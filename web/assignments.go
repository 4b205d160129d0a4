package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/store"
)

// Limits of one assignment.
const (
	maxAttempts   = 50
	assignAtOnce  = 500
	usualAttempts = 3
)

type assignmentsView struct {
	Page
	Group     string
	Groups    []string
	Scenarios []scenarioChoice
	Trainees  []traineeChoice
	Form      assignmentForm
	Problem   fieldProblem
	Rows      []assignmentRow
	Pager     pager
}

// scenarioChoice is a scenario one may assign.
type scenarioChoice struct {
	ID, Title, Language, Channel string
}

// traineeChoice is a trainee one may assign it to.
type traineeChoice struct {
	ID          store.PersonID
	Name, Group string
	Checked     bool
}

// assignmentForm is what was filled in.
type assignmentForm struct {
	Scenario string
	Mode     engine.Mode
	Due      string // 2026-11-30 or ""
	Attempts string
	People   []store.PersonID
}

// assignmentRow is one standing assignment.
type assignmentRow struct {
	ID, Person, Title, Language string
	Mode                        engine.Mode
	Due                         time.Time // zero when there is no date
	Over                        bool
	Attempts, Used              int
}

// assignmentsPage shows what stands, and the form for more.
func (s *Server) assignmentsPage(v *visit) error {
	form := assignmentForm{Scenario: v.QueryParam("scenario"), Mode: engine.Assessed, Attempts: strconv.Itoa(usualAttempts)}
	return s.showAssignments(v, http.StatusOK, form, fieldProblem{})
}

func (s *Server) showAssignments(v *visit, status int, form assignmentForm, problem fieldProblem) error {
	view := assignmentsView{Page: s.page(v, "assignments.title", "/assignments"), Group: v.FormValue("group"), Form: form, Problem: problem}
	var err error
	if view.Groups, err = s.Store.Groups(v.ctx()); err != nil {
		return err
	}
	for _, sc := range sortedScenarios(s.Library.Pack()) {
		view.Scenarios = append(view.Scenarios, scenarioChoice{sc.ID, sc.Title, authorLanguage(sc.Meta), string(sc.Channel)})
	}
	if view.Trainees, err = s.traineeChoices(v, view.Group, form.People); err != nil {
		return err
	}
	if err := s.addAssignments(v, &view); err != nil {
		return err
	}
	return s.renderStatus(v, status, "assign/assignments", view)
}

// traineeChoices are the active trainees of a group. Those chosen before stay ticked.
func (s *Server) traineeChoices(v *visit, group string, chosen []store.PersonID) ([]traineeChoice, error) {
	filter := store.PeopleFilter{Group: group, Role: store.Trainee, Active: true, Page: store.Page{Limit: assignAtOnce}}
	people, err := s.Store.People(v.ctx(), filter)
	if err != nil {
		return nil, err
	}
	out := make([]traineeChoice, len(people))
	for i, p := range people {
		out[i] = traineeChoice{p.ID, p.Name, p.Group, slices.Contains(chosen, p.ID)}
	}
	return out, nil
}

func (s *Server) addAssignments(v *visit, view *assignmentsView) error {
	page := pageOf(v)
	rows, err := s.Store.Assignments(v.ctx(), view.Group, store.Page{Limit: page.Limit + 1, Offset: page.Offset})
	if err != nil {
		return err
	}
	shown := rows[:min(len(rows), page.Limit)]
	view.Pager = newPager(v, page, len(shown), page.Offset+len(rows))
	ids := make([]store.PersonID, len(shown))
	for i, a := range shown {
		ids[i] = a.Person
	}
	people, err := s.Store.PeopleByID(v.ctx(), ids)
	if err != nil {
		return err
	}
	for _, a := range shown {
		view.Rows = append(view.Rows, s.assignmentRow(a, people[a.Person].Name))
	}
	return nil
}

func (s *Server) assignmentRow(a store.Assignment, person string) assignmentRow {
	row := assignmentRow{ID: a.ID, Person: person, Title: a.Scenario, Mode: a.Mode, Attempts: a.Attempts, Used: a.Used}
	if sc, ok := s.Library.Pack().Scenarios[a.Scenario]; ok {
		row.Title, row.Language = sc.Title, authorLanguage(sc.Meta)
	}
	if a.Due != nil {
		row.Due, row.Over = *a.Due, s.Now().After(*a.Due)
	}
	return row
}

// makeAssignments asks each of the chosen trainees to play a scenario: all of them or none.
func (s *Server) makeAssignments(v *visit) error {
	form, n, problem := s.readAssignment(v)
	if problem.Key != "" {
		return s.showAssignments(v, http.StatusUnprocessableEntity, form, problem)
	}
	if _, err := s.Store.Assign(v.ctx(), v.Actor(), n); err != nil {
		return err
	}
	s.notify(v, "assignments.done")
	return v.Redirect(http.StatusSeeOther, "/assignments")
}

func (s *Server) readAssignment(v *visit) (assignmentForm, store.NewAssignment, fieldProblem) {
	form := assignmentForm{
		Scenario: v.FormValue("scenario"), Mode: engine.Mode(v.FormValue("mode")), Due: v.FormValue("due"),
		Attempts: strings.TrimSpace(v.FormValue("attempts")), People: formPeople(v),
	}
	n := store.NewAssignment{Scenario: form.Scenario, Mode: form.Mode, People: form.People}
	attempts, err := strconv.Atoi(form.Attempts)
	n.Attempts = attempts
	due := s.dayOf(form.Due, 1)
	if !due.IsZero() {
		last := due.Add(-time.Minute)
		n.Due = &last
	}
	sc, known := s.Library.Pack().Scenarios[form.Scenario]
	switch {
	case !known:
		return form, n, fieldProblem{"scenario", "assignments.scenario.wrong"}
	case form.Mode == engine.Assessed && len(sc.Untranslated()) > 0:
		return form, n, fieldProblem{"scenario", "assignments.scenario.untranslated"}
	case form.Mode != engine.Assessed && form.Mode != engine.Practice:
		return form, n, fieldProblem{"mode", "assignments.mode.wrong"}
	case err != nil || attempts < 0 || attempts > maxAttempts:
		return form, n, fieldProblem{"attempts", "assignments.attempts.wrong"}
	case form.Due != "" && !due.After(s.Now()):
		return form, n, fieldProblem{"due", "assignments.due.wrong"}
	case len(form.People) == 0 || len(form.People) > assignAtOnce:
		return form, n, fieldProblem{"people", "assignments.people.wrong"}
	}
	return form, n, fieldProblem{}
}

func formPeople(v *visit) []store.PersonID {
	values, err := v.FormParams()
	if err != nil {
		return nil
	}
	out := make([]store.PersonID, len(values["person"]))
	for i, id := range values["person"] {
		out[i] = store.PersonID(id)
	}
	return out
}

// withdraw ends an assignment; what was played stays.
func (s *Server) withdraw(v *visit) error {
	if err := s.Store.Withdraw(v.ctx(), v.Actor(), v.Param("id")); err != nil {
		return err
	}
	s.notify(v, "assignments.withdrawn")
	return v.Redirect(http.StatusSeeOther, "/assignments")
}
