package web

import (
	"crypto/rand"
	"strconv"

	"proba/engine"
	"proba/scenarios"
)

// debriefView is the questions after the contact, beside what was said and done.
type debriefView struct {
	Page
	ID        engine.SessionID
	Mode      engine.Mode
	Speaking  string
	Key       string
	Last      int
	Questions []questionView
	Turns     []turnView
	Refused   string
	Detail    string
	// ByPerson tells that people mark the answers.
	ByPerson bool
}

// Path is the address of an action.
func (v debriefView) Path(action string) string { return sessionPath(v.ID, action) }

// questionView is one question with the answer saved so far.
type questionView struct {
	Number int
	Text   string
	Answer string
	Saved  bool
}

// debriefProblem is a refused answer, kept in its field.
type debriefProblem struct {
	refusedView
	question, text string
}

func (s *Server) debriefPage(v *visit, run running, status int, bad debriefProblem) error {
	sc := run.script.Scenario
	saw := look(run.session.Mode, sc.Channel, run.log, run.now)
	view := debriefView{
		Page: s.page(v, "debrief.title", "/home"), ID: run.session.ID, Mode: run.session.Mode, Speaking: firstLanguage(sc),
		Key: rand.Text(), Last: run.state.Number, Turns: turnsOf(run, saw), Refused: bad.Code, Detail: bad.Detail,
	}
	for i, q := range sc.Debrief {
		view.Questions = append(view.Questions, questionOf(i+1, q, saw.Seen, bad))
		view.ByPerson = view.ByPerson || byPerson(q.MarkedBy, run.session.Mode)
	}
	return s.renderStatus(v, status, "desk/debrief", view)
}

// byPerson tells that a person marks the answer; outside assessment the engine's own finding counts (SEMANTICS 46).
func byPerson(by scenarios.Marker, mode engine.Mode) bool {
	return by == scenarios.MarkedByTrainer || by == scenarios.MarkedByBoth && mode == engine.Assessed
}

func questionOf(number int, q scenarios.Criterion, saw []seen, bad debriefProblem) questionView {
	out := questionView{Number: number, Text: q.Name}
	for _, one := range saw {
		if one.Question == number {
			out.Answer, out.Saved = one.Text, true
		}
	}
	if bad.question == strconv.Itoa(number) {
		out.Answer = bad.text
	}
	return out
}
