package web

import (
	"html/template"
	"net/http"
	"slices"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

// briefView is a scenario before it is played: the task, the clocks, and what starting means.
type briefView struct {
	Page
	scenarioView
	// Title is the scenario's, and so the page's.
	Title    string
	Text     template.HTML
	Customer string
	Mode     engine.Mode
	// Task is the assignment an assessed start uses; nil in practice.
	Task *taskView
	// Running is a session of this kind that is not finished; it is gone on with instead.
	Running *resultRow
	Clocks  []briefClock
	// Factor is the person's time factor in percent where it is not 100, else 0.
	Factor int
}

// briefClock is a clock of the contact; Key completes brief.clock.
type briefClock struct {
	Key   string
	Limit time.Duration
}

// briefPage shows a scenario to practise, or with ?assignment= to be assessed on.
func (s *Server) briefPage(v *visit) error {
	script, known := s.Library.Script(v.Param("scenario"))
	if !known {
		return errNotFound
	}
	h, err := s.historyOf(v.ctx(), v.person.ID)
	if err != nil {
		return err
	}
	view := briefView{Page: s.titled(v, script.Title, "/practice"), scenarioView: scenarioOf(script.Scenario), Title: script.Title, Mode: engine.Practice}
	view.Text = authors.html(script.Brief)
	if f := v.person.TimeFactor; f != 100 && f != 0 {
		view.Factor = f
	}
	if id := v.QueryParam("assignment"); id != "" {
		a, err := s.ownAssignment(v, id, script.ID)
		if err != nil {
			return err
		}
		task := s.task(v, a, script.Scenario, h)
		view.Task, view.Mode, view.Current = &task, a.Mode, "/home"
	}
	for _, session := range h.running() {
		if session.Scenario == script.ID && session.Mode == view.Mode {
			row := h.row(session)
			view.Running = &row
		}
	}
	view.Clocks = briefClocks(script, v.person.TimeFactor)
	return s.render(v, "trainee/brief", view)
}

// ownAssignment finds an assignment of the visitor that stands and is about that scenario.
func (s *Server) ownAssignment(v *visit, id, scenario string) (store.Assignment, error) {
	a, err := s.Store.Assignment(v.ctx(), id)
	if err != nil {
		return a, err
	}
	if a.Person != v.person.ID || a.Scenario != scenario || a.Withdrawn != nil {
		return a, errNotFound
	}
	return a, nil
}

// briefClocks are the clocks that run against the trainee.
func briefClocks(script *engine.Script, factor int) []briefClock {
	stretch := running{script: script, state: engine.State{Opened: engine.Started{TimeFactor: factor}}}
	all := []briefClock{
		{"answer", stretch.limit(scenarios.TimerAnswer)}, {"first", stretch.limit(scenarios.TimerFirstReply)},
		{silenceKey(stretch), stretch.silence()}, {"hold", stretch.limit(scenarios.TimerLongestHold)}, {"wrapup", stretch.limit(scenarios.TimerWrapUp)},
	}
	return slices.DeleteFunc(all, func(c briefClock) bool { return c.Limit <= 0 })
}

// silenceKey names the one silence clock: of a reply in writing, of dead air in speech.
func silenceKey(run running) string {
	if run.spoken() {
		return "silence"
	}
	return "reply"
}

// startSession begins a session of the visitor. In assessed mode this uses an attempt, which the page has said.
func (s *Server) startSession(v *visit) error {
	script, known := s.Library.Script(v.Param("scenario"))
	if !known {
		return errNotFound
	}
	session, err := s.start(v, order{Script: script, Mode: engine.Practice, Assignment: v.FormValue("assignment")})
	if err != nil {
		return err
	}
	return v.Redirect(http.StatusSeeOther, sessionPath(session.ID, ""))
}

// debriefFor is how long the questions of an assessed session stay open.
func debriefFor(settings store.Settings) time.Duration {
	return time.Duration(settings.DebriefDays) * 24 * time.Hour
}
