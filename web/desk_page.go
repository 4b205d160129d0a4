package web

import (
	"context"
	"crypto/rand"
	"net/http"
	"slices"

	"proba/content"
	"proba/engine"
	"proba/engine/live"
	"proba/grading"
)

// deskRoutes are the addresses of a running session. All of them check that the session is the visitor's own; its
// files are also for those who may read the result.
func (s *Server) deskRoutes() []route {
	return []route{
		{get, "/sessions/:id", signedIn, s.deskPage},
		{get, "/sessions/:id/events", signedIn, s.deskEvents},
		{get, "/sessions/:id/files/:digest", signedIn, s.sessionFile},
		{post, "/sessions/:id/draft", signedIn, s.deskDraft},
		{post, "/sessions/:id/signal", signedIn, s.deskSignal},
		{post, "/sessions/:id/:command", signedIn, s.deskCommand},
	}
}

// ownSession loads a session of the visitor; somebody else's does not exist for him.
func (s *Server) ownSession(v *visit) (running, error) {
	id := engine.SessionID(v.Param("id"))
	run, err := s.running(v.ctx(), id)
	if err != nil {
		return running{}, err
	}
	if run.session.Person != v.person.ID {
		return running{}, errNotFound
	}
	return run, nil
}

// ownMoment is a session of the visitor's own as it stands, without its log, which is in memory while it runs; that of
// somebody else does not exist.
func (s *Server) ownMoment(v *visit) (live.Moment, error) {
	moment, err := s.Live.State(v.ctx(), engine.SessionID(v.Param("id")))
	if err != nil {
		return live.Moment{}, err
	}
	if moment.Session.Person != v.person.ID {
		return live.Moment{}, errNotFound
	}
	return moment, nil
}

// running loads a session as it stands: state and log of the same moment.
func (s *Server) running(ctx context.Context, id engine.SessionID) (running, error) {
	moment, err := s.Live.State(ctx, id)
	if err != nil {
		return running{}, err
	}
	log, err := s.Store.Events(ctx, id, 0)
	if err != nil {
		return running{}, err
	}
	later := func(e engine.Event) bool { return e.Number > moment.State.Number }
	return running{
		session: moment.Session, script: moment.Script, state: moment.State, now: moment.Now, log: slices.DeleteFunc(log, later),
	}, nil
}

// deskPage is the desk while the contact and wrap-up last, then the questions, then the result.
func (s *Server) deskPage(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	switch run.state.Phase {
	case engine.Debrief:
		return s.debriefPage(v, run, http.StatusOK, debriefProblem{})
	case engine.Finished:
		return v.Redirect(http.StatusSeeOther, sessionPath(run.session.ID, "result"))
	}
	return s.showDesk(v, run, http.StatusOK, s.deskOf(v, run))
}

func (s *Server) showDesk(v *visit, run running, status int, view deskView) error {
	view.Page = s.titled(v, run.script.Title, "")
	view.Bare, view.Body = true, "desk"
	return s.renderStatus(v, status, "desk/session", view)
}

// deskOf is the desk as this visitor sees it now.
func (s *Server) deskOf(v *visit, run running) deskView {
	view := deskNow(run, v.texts)
	view.Key, view.Last = rand.Text(), run.state.Number
	view.tools(run, v.QueryParam("q"))
	return view
}

// deskNow is the desk without what only a full page has: once-only key, search and the layout.
func deskNow(run running, texts *content.Texts) deskView {
	sc := run.script.Scenario
	saw := look(run.session.Mode, sc.Channel, run.log, run.now)
	view := deskView{
		ID: run.session.ID, Mode: run.session.Mode, Attempt: run.session.Attempt, Channel: sc.Channel, Phase: run.state.Phase,
		TitleLanguage: firstLanguage(sc), Customer: run.customer(), CustomerFirst: firstName(run.customer()),
		Speaking: run.language(), Spoken: sc.Languages, Now: run.now, Started: run.session.Started, OnHold: run.state.OnHold,
		Answered: run.state.Answered, Turns: turnsOf(run, saw), Typing: saw.Typing, Seen: saw.Upto, Clocks: clocksOf(run),
		Brief: authors.html(sc.Brief), HasDebrief: len(sc.Debrief) > 0,
	}
	view.Page.Language, view.Page.Title = texts.Language(), sc.Title
	if run.session.Mode != engine.Assessed && run.state.Phase != engine.Waiting {
		view.Mood = run.state.Band()
		view.Marks = soFar(grading.Grade(sc, run.log))
	}
	return view
}
