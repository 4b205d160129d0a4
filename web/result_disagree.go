package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

// objectionView is what the trainee said against a mark.
type objectionView struct {
	Reason string
	At     time.Time
	// Read tells that an assessor has decided since: the statement stood beside the mark when he did.
	Read bool
	// Own tells that the reader said it himself.
	Own bool
}

// disagree keeps the trainee's statement against one mark of his own assessed session. The mark stays as it is.
func (s *Server) disagree(v *visit) error {
	run, err := s.ownSession(v)
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(v.FormValue("mark"))
	if err != nil {
		return errBadRequest
	}
	reason := v.FormValue("reason")
	if _, err := s.stateAgainst(v, run, reason, func(grading.Evaluation) int { return number - 1 }); err != nil {
		return err
	}
	s.notify(v, "disagree.kept")
	return v.Redirect(http.StatusSeeOther, fmt.Sprintf("%s#m%d", sessionPath(run.session.ID, "result"), number))
}

// stateAgainst keeps a statement against the mark of the newest evaluation at the index that find gives; errBadRequest
// when there is none. What is given back is what was kept.
func (s *Server) stateAgainst(v *visit, run running, reason string, find func(grading.Evaluation) int) (store.Disagreement, error) {
	if run.state.Phase != engine.Finished {
		return store.Disagreement{}, store.ErrNotFinished
	}
	kept, err := s.Store.LatestEvaluation(v.ctx(), run.session.ID)
	if err != nil {
		return store.Disagreement{}, err
	}
	ev, err := kept.Decode()
	if err != nil {
		return store.Disagreement{}, err
	}
	i := find(ev)
	if i < 0 || i >= len(ev.Marks) {
		return store.Disagreement{}, errBadRequest
	}
	return s.Store.Disagree(v.ctx(), v.Actor(), store.Disagreement{Session: run.session.ID, Criterion: ev.Marks[i].Criterion,
		Debrief: ev.Marks[i].Debrief, Evaluation: kept.Number, Reason: strings.TrimSpace(reason)})
}

// addObjections puts what the trainee said against marks beside them. He may disagree with the marks of his own assessed
// session; HR reads only that he did, unless it may read what was said.
func (s *Server) addObjections(v *visit, run running, h history, view *resultView) error {
	var given []store.Verdict
	if verdict, decided := h.verdicts[run.session.ID]; decided {
		given = []store.Verdict{verdict}
	}
	stated, err := s.objectionsTo(v, run.session.ID, given)
	if err != nil {
		return err
	}
	stated.add(view.Marks, view.Viewer == viewTrainee && run.session.Mode == engine.Assessed)
	for i := range view.Marks {
		o := view.Marks[i].Objection
		if o == nil {
			continue
		}
		if o.Own = view.Viewer == viewTrainee; !view.Words {
			o.Reason = ""
		}
	}
	return nil
}

// objections are the statements against the marks of a session.
type objections struct {
	stated []store.Disagreement
	// decided is when the newest verdict was given; zero without one.
	decided time.Time
}

func (s *Server) objectionsTo(v *visit, id engine.SessionID, given []store.Verdict) (objections, error) {
	stated, err := s.Store.Disagreements(v.ctx(), id)
	out := objections{stated: stated}
	for _, verdict := range given {
		if verdict.At.After(out.decided) {
			out.decided = verdict.At
		}
	}
	return out, err
}

// to is the statement against a mark, nil without one.
func (o objections) to(m grading.Mark) *objectionView {
	for _, d := range o.stated {
		if d.Criterion == m.Criterion && d.Debrief == m.Debrief {
			return &objectionView{Reason: d.Reason, At: d.At, Read: o.decided.After(d.At)}
		}
	}
	return nil
}

// add puts the statements beside the marks. mayState lets the reader add one where there is none.
func (o objections) add(marks []markView, mayState bool) {
	for i := range marks {
		marks[i].Objection = o.to(marks[i].Mark)
		marks[i].MayDisagree = mayState && marks[i].Objection == nil && marks[i].State != "none"
	}
}
