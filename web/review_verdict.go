package web

import (
	"net/http"

	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// triedView is the result that the choices lead to, with the rules that keep it from being a pass.
type triedView struct {
	Evaluation grading.Evaluation
	Shown      string
	Reasons    []reasonView
}

// Passes tells that passed can be given.
func (t *triedView) Passes() bool { return t != nil && t.Evaluation.Result == scenarios.Pass }

func triedOf(language string, sc *scenarios.Scenario, settled grading.Evaluation) *triedView {
	result := resultView{Page: Page{Language: language}}
	result.figures(sc, settled)
	return &triedView{settled, result.Shown, result.Reasons}
}

// giveVerdict works out the result of the marks given, and on "decide" keeps it as the assessor's verdict.
func (s *Server) giveVerdict(v *visit) error {
	r, err := s.review(v)
	if err != nil {
		return err
	}
	form, err := readVerdictForm(v, r.machine.Marks)
	if err != nil {
		return err
	}
	if form.after != r.after {
		return store.ErrStale
	}
	given := form.settlements(r.machine.Marks)
	settled, err := grading.Settle(r.script.Scenario, r.machine, given)
	if err != nil {
		return err
	}
	form.tried = triedOf(v.texts.Language(), r.script.Scenario, settled)
	if v.FormValue("act") != "decide" {
		return s.showReview(v, http.StatusOK, r, form, true)
	}
	if form.check(form.tried); len(form.problems) > 0 {
		return s.showReview(v, http.StatusUnprocessableEntity, r, form, true)
	}
	if _, err := s.Store.GiveVerdict(v.ctx(), v.Actor(), r.session.ID, form.decide(settled, given, s.Now())); err != nil {
		return err
	}
	s.notify(v, "review.given")
	return v.Redirect(http.StatusSeeOther, reviewPath(r.session.ID))
}
