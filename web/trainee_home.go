package web

import (
	"cmp"
	"slices"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// homeView is the trainee's home: one thing to do next, then the rest.
type homeView struct {
	Page
	Group string
	// Running sessions come before everything: their clocks go on.
	Running []resultRow
	Next    *taskView
	Also    []taskView
	// Practice is the suggested exercises; All counts those there are.
	Practice []exerciseView
	All      int
	Progress []progressRow
	// ProgressMode is the mode the progress is of.
	ProgressMode engine.Mode
	Weakest      string
	Certificates []certificateProgress
	Results      []resultRow
}

// taskView is an assignment.
type taskView struct {
	scenarioView
	Assignment store.Assignment
	// DueSoon: within two days. Late: past.
	DueSoon, Late bool
	DueIn         int // whole days from today, for the text
	Left          int // attempts; meaningless when Assignment.Attempts is 0
	Pips          []bool
	// Last is the newest session of the assignment, nil when there is none.
	Last *resultRow
}

// Number is the attempt that would start.
func (t taskView) Number() int { return t.Assignment.Used + 1 }

// scenarioView is a scenario as it may be told before it is played.
type scenarioView struct {
	ID, Title string
	// Written is the language its author wrote in, Spoken those the trainee may use.
	Written    string
	Spoken     []string
	Channel    scenarios.Channel
	Difficulty int
	Minutes    int
	Brief      string
	Debrief    int
}

// ChannelIcon is the drawing of the channel.
func (s scenarioView) ChannelIcon() string { return channelIcon(s.Channel) }

func scenarioOf(sc *scenarios.Scenario) scenarioView {
	return scenarioView{ID: sc.ID, Title: sc.Title, Written: firstLanguage(sc), Spoken: sc.Languages, Channel: sc.Channel,
		Difficulty: sc.Difficulty, Minutes: sc.Minutes, Brief: sc.Brief, Debrief: len(sc.Debrief)}
}

// exerciseView is a scenario to practise with what was reached.
type exerciseView struct {
	scenarioView
	Played int
	Best   int
	// Trains tells that it has points for the competence that needs them most.
	Trains string
	// foreign is 1 when it is in no language the trainee works in.
	foreign int
}

// suggested is how many exercises the home shows.
const suggested = 3

func (s *Server) traineeHome(v *visit) error {
	h, err := s.historyOf(v.ctx(), v.person.ID)
	if err != nil {
		return err
	}
	view := homeView{Page: s.page(v, "home.title", "/home"), Group: v.person.Group, ProgressMode: engine.Assessed}
	if v.QueryParam("progress") == string(engine.Practice) {
		view.ProgressMode = engine.Practice
	}
	if view.Progress, err = s.progressOf(v.ctx(), h, view.ProgressMode); err != nil {
		return err
	}
	view.Weakest = weakest(view.Progress)
	if err := s.tasks(v, &view, h); err != nil {
		return err
	}
	if view.Certificates, err = s.certificatesOf(v.ctx(), v.person); err != nil {
		return err
	}
	exercises := s.exercises(v, h, view.Weakest)
	view.All, view.Practice = len(exercises), exercises[:min(len(exercises), suggested)]
	for _, session := range h.running() {
		view.Running = append(view.Running, h.row(session))
	}
	for _, session := range h.sessions {
		if session.Phase == engine.Finished && len(view.Results) < 5 {
			view.Results = append(view.Results, h.row(session))
		}
	}
	return s.render(v, "trainee/home", view)
}

// tasks puts what is assigned and not done into the view, the soonest due first.
func (s *Server) tasks(v *visit, view *homeView, h history) error {
	assignments, err := s.Store.AssignmentsOf(v.ctx(), v.person.ID)
	if err != nil {
		return err
	}
	for _, a := range assignments {
		script, known := s.Library.Script(a.Scenario)
		if !known || h.done(a) {
			continue
		}
		task := s.task(v, a, script.Scenario, h)
		if view.Next == nil && task.open() {
			view.Next = &task
			continue
		}
		view.Also = append(view.Also, task)
	}
	return nil
}

func (s *Server) task(v *visit, a store.Assignment, sc *scenarios.Scenario, h history) taskView {
	task := taskView{scenarioView: scenarioOf(sc), Assignment: a, Left: max(a.Attempts-a.Used, 0)}
	if a.Due != nil {
		today := s.Now().In(s.Zone)
		task.DueIn = daysBetween(today, a.Due.In(s.Zone))
		task.Late, task.DueSoon = today.After(*a.Due), task.DueIn <= 2
	}
	for i := range min(a.Attempts, 10) {
		task.Pips = append(task.Pips, i < task.Left)
	}
	if sessions := h.from(a.ID); len(sessions) > 0 {
		row := h.row(sessions[0])
		task.Last = &row
	}
	return task
}

// open tells that another attempt can be started.
func (t taskView) open() bool { return t.Assignment.Attempts == 0 || t.Left > 0 }

// Startable is open for templates.
func (t taskView) Startable() bool { return t.open() }

// done tells that an assignment asks nothing more: it is passed, waits for a verdict that may pass it, or was practised.
func (h history) done(a store.Assignment) bool {
	return slices.ContainsFunc(h.from(a.ID), func(session engine.Session) bool {
		switch h.standing(session) {
		case standsPassed, standsPractised:
			return true
		case standsAwaiting:
			return session.Result != scenarios.Fail
		default:
			return false
		}
	})
}

func daysBetween(from, to time.Time) int {
	day := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(day(to).Sub(day(from)).Hours() / 24)
}

// exercises are all scenarios of the library: first those in a language the trainee works in, of these first those that
// train the weakest competence, then those not yet played, then by difficulty.
func (s *Server) exercises(v *visit, h history, weakest string) []exerciseView {
	works := h.worksIn(v.texts.Language())
	var out []exerciseView
	for _, sc := range s.Library.Pack().Scenarios {
		if _, playable := s.Library.Script(sc.ID); !playable {
			continue
		}
		e := exerciseView{scenarioView: scenarioOf(sc)}
		for _, session := range h.of(sc.ID, engine.Practice) {
			e.Played++
			e.Best = max(e.Best, session.Score)
		}
		if weakest != "" && slices.ContainsFunc(sc.Criteria, func(c scenarios.Criterion) bool { return c.Competence.Name == weakest }) {
			e.Trains = weakest
		}
		if !slices.ContainsFunc(sc.Languages, func(l string) bool { return slices.Contains(works, l) }) {
			e.foreign = 1
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b exerciseView) int {
		return cmp.Or(cmp.Compare(a.foreign, b.foreign), -cmp.Compare(a.Trains, b.Trains), cmp.Compare(min(a.Played, 1), min(b.Played, 1)),
			cmp.Compare(a.Difficulty, b.Difficulty), cmp.Compare(a.Title, b.Title))
	})
	return out
}
