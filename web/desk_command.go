package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
)

// deskCommand does what a form of the desk asks. With script the answer is JSON and what happened comes by the stream;
// without, the browser is sent back to the desk, or sees it again with what was refused.
func (s *Server) deskCommand(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	command, err := deskCommandOf(v, run)
	if err != nil {
		return err
	}
	key := v.FormValue("key")
	if len(key) > live.MaxKey {
		return errBadRequest
	}
	last, err := strconv.Atoi(v.FormValue("last"))
	if err != nil {
		return errBadRequest
	}
	answer, err := s.Live.Do(v.ctx(), run.session.ID, live.Request{Command: command, Key: key, Last: last})
	var stale *live.StaleError
	switch {
	case errors.As(err, &stale):
		return s.refuseDesk(v, http.StatusConflict, refusedView{Code: staleCode, last: stale.Last})
	case err != nil:
		return err
	case answer.Refusal != nil:
		return s.refuseDesk(v, http.StatusUnprocessableEntity, refusedView{refusalCode(answer.Refusal.Reason), answer.Refusal.Detail, answer.Last})
	case wantsJSON(v):
		return v.JSON(http.StatusOK, commandAnswer{Last: answer.Last})
	}
	return v.Redirect(http.StatusSeeOther, sessionPath(run.session.ID, ""))
}

// commandAnswer is what script gets.
type commandAnswer struct {
	Last    int          `json:"last"`
	Refused *refusedNote `json:"refused,omitempty"`
}

type refusedNote struct {
	Code string `json:"code"`
	HTML string `json:"html"`
}

const staleCode = "stale"

// refusedView is why something was not done: Code completes the catalogue key desk.refused.CODE.
type refusedView struct {
	Code, Detail string
	last         int
}

func refusalCode(r engine.RefusalReason) string { return slug(string(r)) }

// refuseDesk shows the desk as it is now with what was refused kept in its field.
func (s *Server) refuseDesk(v *visit, status int, r refusedView) error {
	if wantsJSON(v) {
		html, err := fragment(s, v.texts, "desk/refused", deskView{Refused: r.Code, Detail: r.Detail})
		if err != nil {
			return err
		}
		return v.JSON(status, commandAnswer{Last: r.last, Refused: &refusedNote{r.Code, html}})
	}
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	if run.state.Phase == engine.Debrief {
		return s.debriefPage(v, run, status, debriefProblem{refusedView: r, question: v.FormValue("question"), text: v.FormValue("text")})
	}
	if run.state.Phase == engine.Finished {
		return v.Redirect(http.StatusSeeOther, sessionPath(run.session.ID, "result"))
	}
	view := s.deskOf(v, run)
	view.Refused, view.Detail = r.Code, r.Detail
	if v.Param("command") == (engine.Say{}).Kind() {
		view.Draft = v.FormValue("text")
	}
	view.keepForm(v, r)
	return s.showDesk(v, run, status, view)
}

// keepForm puts what was typed into a refused form back into it, and the problem at its field.
func (v *deskView) keepForm(from *visit, r refusedView) {
	for i := range v.Forms {
		form := &v.Forms[i]
		if form.Name != from.FormValue("form") {
			continue
		}
		for j := range form.Fields {
			field := &form.Fields[j]
			field.Value = from.FormValue("field-" + strconv.Itoa(field.Index))
			if field.Name == r.Detail {
				field.Bad = r.Code
			}
		}
	}
}

// deskCommandOf reads a command from its form.
func deskCommandOf(v *visit, run running) (engine.Command, error) {
	switch kind := v.Param("command"); kind {
	case engine.Answer{}.Kind():
		return engine.Answer{}, nil
	case engine.Say{}.Kind():
		return engine.Say{Text: v.FormValue("text"), Spoken: v.FormValue("spoken") == "yes", Took: tookOf(v)}, nil
	case engine.LookUp{}.Kind():
		return engine.LookUp{Name: v.FormValue("name")}, nil
	case engine.Hold{}.Kind():
		return engine.Hold{}, nil
	case engine.Resume{}.Kind():
		return engine.Resume{}, nil
	case engine.Transfer{}.Kind():
		return engine.Transfer{To: v.FormValue("to"), Warm: v.FormValue("warm") == "yes"}, nil
	case engine.Escalate{}.Kind():
		return engine.Escalate{To: v.FormValue("to")}, nil
	case engine.Consult{}.Kind():
		return engine.Consult{Whom: v.FormValue("to"), Text: v.FormValue("text")}, nil
	case engine.File{}.Kind():
		return fileOf(v, run), nil
	case engine.Send{}.Kind():
		return engine.Send{Name: v.FormValue("name")}, nil
	case engine.Close{}.Kind():
		return engine.Close{}, nil
	case engine.Finish{}.Kind():
		return engine.Finish{}, nil
	case engine.Argue{}.Kind():
		question, err := strconv.Atoi(v.FormValue("question"))
		if err != nil {
			return nil, errBadRequest
		}
		return engine.Argue{Question: question, Text: v.FormValue("text")}, nil
	default:
		return nil, errNotFound
	}
}

// tookOf is how long dictating took; 0 when unknown or impossible.
func tookOf(v *visit) time.Duration {
	ms, err := strconv.Atoi(v.FormValue("took"))
	if err != nil || ms < 0 || ms > int(time.Hour/time.Millisecond) {
		return 0
	}
	return time.Duration(ms) * time.Millisecond
}

// fileOf reads a form: its fields are numbered in the page, so that any name an author gives them works.
func fileOf(v *visit, run running) engine.File {
	command := engine.File{Form: v.FormValue("form"), Fields: map[string]string{}}
	for _, form := range run.script.World.Forms {
		if form.Name != command.Form {
			continue
		}
		for i, field := range form.Fields {
			command.Fields[field.Name] = v.FormValue("field-" + strconv.Itoa(i))
		}
	}
	return command
}

// deskDraft puts a canned reply behind what is in the field, for browsers without script. Nothing is sent.
func (s *Server) deskDraft(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	view := s.deskOf(v, run)
	view.Draft = v.FormValue("text")
	for _, c := range view.Canned {
		if c.Name == v.FormValue("canned") {
			view.Draft = joinNonEmpty(" ", strings.TrimSpace(view.Draft), c.Body)
		}
	}
	return s.showDesk(v, run, http.StatusOK, view)
}

// signalKinds are the signals a browser may report.
var signalKinds = map[string]bool{"paste": true, "focus lost": true}

// deskSignal records something an assessor may want to know. It is never part of a mark.
func (s *Server) deskSignal(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	kind, detail := v.FormValue("kind"), v.FormValue("detail")
	if !signalKinds[kind] || len(detail) > 40 {
		return errBadRequest
	}
	g := store.Signal{Session: run.session.ID, After: run.state.Number, Kind: kind, Detail: detail}
	if err := s.Store.RecordSignal(v.ctx(), g); err != nil {
		return err
	}
	return v.NoContent(http.StatusNoContent)
}
