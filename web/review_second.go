package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// secondView is one session before a second assessor: the same evidence, and nothing of how anybody marked it. Once he has
// marked, it shows his marks beside the first ones.
type secondView struct {
	Page
	reviewFrame
	Judges []judgeView
	// Problem tells that not every criterion was marked.
	Problem bool
	// Given is his marking, nil before it.
	Given *secondGiven
}

// Path is where the form goes.
func (v secondView) Path() string { return secondPath(v.Session.ID) }

func secondPath(id engine.SessionID) string { return reviewPath(id) + "/second" }

// secondGiven is a second marking beside the marks of the newest verdict of somebody else; without one there are no Rows.
type secondGiven struct {
	By    string
	At    time.Time
	Rows  []secondRow
	Agree int
}

// secondRow is one criterion as the first and the second person marked it.
type secondRow struct {
	First, Second markView
	Reason        string
	Same          bool
}

// secondPage shows the form of a second marking, or what came of it. Whoever gave a verdict cannot mark blindly any more.
func (s *Server) secondPage(v *visit) error {
	r, mine, err := s.forSecondMarking(v)
	if err != nil {
		return err
	}
	return s.showSecond(v, http.StatusOK, r, mine, verdictForm{})
}

// giveSecond keeps a second marking, when every criterion has its mark.
func (s *Server) giveSecond(v *visit) error {
	r, mine, err := s.forSecondMarking(v)
	if err != nil {
		return err
	}
	if mine != nil {
		return store.ErrExists
	}
	competences := s.secondCompetences(r)
	form := verdictForm{chosen: map[int]string{}, reasons: map[int]string{}, wrong: map[int]string{}}
	var given []grading.Settlement
	for i, m := range r.machine.Marks {
		if !slices.Contains(competences, m.Competence) {
			continue
		}
		form.chosen[i] = v.FormValue(fmt.Sprintf("mark-%d", i))
		form.reasons[i] = strings.TrimSpace(v.FormValue(fmt.Sprintf("reason-%d", i)))
		if len(form.reasons[i]) > maxReason {
			return errBadRequest
		}
		one, ok := settlement(m, form.chosen[i])
		if !ok {
			form.wrong[i] = "review.problem.choose"
			continue
		}
		one.Reason = form.reasons[i]
		given = append(given, one)
	}
	if len(form.wrong) > 0 {
		return s.showSecond(v, http.StatusUnprocessableEntity, r, nil, form)
	}
	mark := store.BlindMark{Session: r.session.ID, Competences: competences, Settlements: given}
	if err := s.Store.GiveBlindMark(v.ctx(), v.Actor(), mark); err != nil {
		return err
	}
	s.notify(v, "second.given")
	return v.Redirect(http.StatusSeeOther, secondPath(r.session.ID))
}

// forSecondMarking loads a session for a second marking, with the visitor's own marking where he has given it.
func (s *Server) forSecondMarking(v *visit) (review, *store.BlindMark, error) {
	r, err := s.review(v)
	if err != nil {
		return r, nil, err
	}
	marks, err := s.Store.BlindMarks(v.ctx(), r.session.ID)
	if err != nil {
		return r, nil, err
	}
	for i := range marks {
		if marks[i].By == v.person.ID {
			return r, &marks[i], nil
		}
	}
	if slices.ContainsFunc(r.given, func(g store.Verdict) bool { return g.By == v.person.ID }) {
		return r, nil, store.ErrExists
	}
	return r, nil, nil
}

func (s *Server) showSecond(v *visit, status int, r review, mine *store.BlindMark, form verdictForm) error {
	frame, err := s.reviewFrame(v, r)
	if err != nil {
		return err
	}
	view := secondView{Page: s.titled(v, frame.Owner, "/review"), reviewFrame: frame, Problem: len(form.wrong) > 0}
	view.Body = "rev"
	if mine != nil {
		given, err := s.secondGiven(v, r, *mine)
		if err != nil {
			return err
		}
		view.Given = &given
	} else {
		view.Judges = blindJudges(r, s.secondCompetences(r), form)
	}
	return s.renderStatus(v, status, "review/second", view)
}

// secondCompetences are those a certificate wants marked twice, as far as the session marks them; all of them where no
// certificate asks.
func (s *Server) secondCompetences(r review) []string {
	asked := s.askedTwice(r.script.Scenario)
	var all, some []string
	for _, m := range r.machine.Marks {
		if slices.Contains(all, m.Competence) {
			continue
		}
		all = append(all, m.Competence)
		if slices.Contains(asked, m.Competence) {
			some = append(some, m.Competence)
		}
	}
	if len(some) > 0 {
		return some
	}
	return all
}

// askedTwice are the competences of a scenario's rubric that a certificate of the library wants marked by two people.
func (s *Server) askedTwice(sc *scenarios.Scenario) []string {
	var out []string
	for _, c := range s.Library.Pack().Certificates {
		if c.Rubric == nil || sc.Rubric == nil || c.Rubric.ID != sc.Rubric.ID {
			continue
		}
		for _, ref := range c.Conditions.SecondRater {
			out = append(out, ref.Name)
		}
	}
	return out
}

// blindJudges are the criteria to mark, without anything of the machine's marks.
func blindJudges(r review, competences []string, form verdictForm) []judgeView {
	var out []judgeView
	evidence := newSheet(r.script.Scenario, r.log, false)
	for i, m := range r.machine.Marks {
		if !slices.Contains(competences, m.Competence) {
			continue
		}
		bare := grading.Mark{Criterion: m.Criterion, Competence: m.Competence, Of: m.Of, Debrief: m.Debrief, Required: m.Required,
			Fatal: m.Fatal, Mark: grading.Undecided}
		judge := judgeView{Index: i, Mark: evidence.mark(i, bare), Chosen: form.chosen[i], Reason: form.reasons[i], Problem: form.wrong[i]}
		for _, item := range m.Items {
			judge.Asked = append(judge.Asked, proofView{ItemResult: grading.ItemResult{Label: item.Label, Text: item.Text}, Language: judge.Mark.Language})
		}
		if m.Debrief > 0 {
			judge.Points = pointsUpTo(m.Of)
		}
		out = append(out, judge)
	}
	return out
}

// secondsOf are the second markings of a session, for a page that shows the verdict anyhow.
func (s *Server) secondsOf(v *visit, r review) ([]secondGiven, error) {
	marks, err := s.Store.BlindMarks(v.ctx(), r.session.ID)
	if err != nil {
		return nil, err
	}
	var out []secondGiven
	for _, m := range marks {
		given, err := s.secondGiven(v, r, m)
		if err != nil {
			return nil, err
		}
		out = append(out, given)
	}
	return out, nil
}

// secondGiven sets a second marking beside the newest verdict of somebody else.
func (s *Server) secondGiven(v *visit, r review, m store.BlindMark) (secondGiven, error) {
	by, err := s.nameOf(v, m.By)
	out := secondGiven{By: by, At: m.At}
	first, decided := lastOfOthers(r.given, m.By)
	if err != nil || !decided {
		return out, err
	}
	settled, err := first.Evaluation.Decode()
	if err != nil {
		return out, err
	}
	evidence := newSheet(r.script.Scenario, r.log, false)
	for i, mark := range settled.Marks {
		at := slices.IndexFunc(m.Settlements, func(g grading.Settlement) bool { return g.Criterion == mark.Criterion && g.Debrief == mark.Debrief })
		if at < 0 {
			continue
		}
		row := secondRowOf(evidence, i, mark, m.Settlements[at])
		if row.Same {
			out.Agree++
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// lastOfOthers is the newest verdict that is not the person's own.
func lastOfOthers(given []store.Verdict, person store.PersonID) (store.Verdict, bool) {
	for _, verdict := range slices.Backward(given) {
		if verdict.By != person {
			return verdict, true
		}
	}
	return store.Verdict{}, false
}

func secondRowOf(evidence sheet, i int, first grading.Mark, given grading.Settlement) secondRow {
	second := first
	second.Mark, second.Points = given.Mark, given.Points
	if given.Debrief == 0 && given.Mark == grading.Met {
		second.Points = first.Of
	}
	same := first.Mark == given.Mark && (given.Debrief == 0 || first.Points == given.Points)
	return secondRow{First: evidence.mark(i, first), Second: evidence.mark(i, second), Reason: given.Reason, Same: same}
}

// shownSecond is how many sessions are offered for a second marking.
const shownSecond = 10

// forSecond lists decided sessions of others' verdicts that nobody has marked a second time, newest first; those whose
// certificate asks for it say so and come first.
func (s *Server) forSecond(v *visit) ([]waitingRow, error) {
	sessions, err := s.Store.SessionsForSecond(v.ctx(), v.person.ID, store.SessionFilter{Group: v.scope(), Page: store.Page{Limit: 30}})
	if err != nil {
		return nil, err
	}
	rows, _, err := s.waitingRows(v, sessions, "")
	for i := range rows {
		rows[i].Second, rows[i].Reasons = true, []waitingReason{{Key: "second"}}
		if sc, ok := s.Library.Pack().Scenarios[sessions[i].Scenario]; ok && len(s.askedTwice(sc)) > 0 {
			rows[i].Reasons = []waitingReason{{Key: "asked"}}
		}
	}
	slices.SortStableFunc(rows, func(a, b waitingRow) int { return strings.Compare(a.Reasons[0].Key, b.Reasons[0].Key) })
	return rows[:min(len(rows), shownSecond)], err
}
