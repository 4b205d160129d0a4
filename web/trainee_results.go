package web

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// resultRow is one session in a list.
type resultRow struct {
	ID       engine.SessionID
	Title    string
	Language string
	Channel  scenarios.Channel
	Mode     engine.Mode
	Attempt  int
	Started  time.Time
	Score    int
	Result   scenarios.Outcome
	Standing standing
}

// Path is where the session can be seen or gone on with.
func (r resultRow) Path() string {
	if r.Standing == standsRunning {
		return sessionPath(r.ID, "")
	}
	return sessionPath(r.ID, "result")
}

// ChannelIcon is the drawing of the channel.
func (r resultRow) ChannelIcon() string { return channelIcon(r.Channel) }

func (h history) row(session engine.Session) resultRow {
	return resultRow{ID: session.ID, Title: session.Title, Language: session.Language, Channel: session.Channel, Mode: session.Mode,
		Attempt: session.Attempt, Started: session.Started, Score: session.Score, Result: session.Result, Standing: h.standing(session)}
}

// resultsView lists a trainee's own sessions, assessed apart from practice.
type resultsView struct {
	Page
	Assessed, Practice []resultRow
}

func (s *Server) ownResults(v *visit) error {
	h, err := s.historyOf(v.ctx(), v.person.ID)
	if err != nil {
		return err
	}
	view := resultsView{Page: s.page(v, "results.title", "/results")}
	for _, session := range h.sessions {
		if session.Mode == engine.Assessed {
			view.Assessed = append(view.Assessed, h.row(session))
		} else {
			view.Practice = append(view.Practice, h.row(session))
		}
	}
	return s.render(v, "trainee/results", view)
}

// practiceView lists every exercise.
type practiceView struct {
	Page
	Exercises []exerciseView
}

func (s *Server) practicePage(v *visit) error {
	h, err := s.historyOf(v.ctx(), v.person.ID)
	if err != nil {
		return err
	}
	progress, err := s.progressOf(v.ctx(), h, engine.Practice)
	if err != nil {
		return err
	}
	return s.render(v, "trainee/practice", practiceView{s.page(v, "practice.title", "/practice"), s.exercises(v, h, weakest(progress))})
}
