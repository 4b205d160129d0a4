package web

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

// reviewView is one session before an assessor: evidence on the left, judgement on the right. Before a verdict nothing of
// the machine's marks is open: each stands folded and opens when the person has chosen.
type reviewView struct {
	Page
	reviewFrame
	// Open are the marks a person must settle, or that the trainee or an outside rater disagrees with; Others those the
	// machine decided.
	Open, Others []judgeView
	form         verdictForm
	// After is the number of the evaluation shown and Opened when the page was first shown, in milliseconds.
	After  int
	Opened int64
	// Tried is the result the choices lead to, nil before it was asked for.
	Tried    *triedView
	Problems []string // catalogue keys review.problem.*
	// Given are the verdicts so far, newest first. Deciding tells that the form is shown.
	Given    []givenView
	Deciding bool
	Marks    []bothMarks
	// Seconds are the second markings, shown once there is a verdict to compare them with.
	Seconds []secondGiven
}

// reviewFrame is what stands around the marks on an assessor's page: the queue, and what was said and done, without marks.
type reviewFrame struct {
	Session  engine.Session
	Owner    string
	Customer string
	Written  string
	Queue    []waitingRow
	All      int
	Log      []logRow
	Answers  []answerView
	Signals  []signalCount
}

// Reason and Decision keep what was filled in.
func (v reviewView) Reason() string { return v.form.reason }

// Decision is "passed", "not passed" or "".
func (v reviewView) Decision() string { return v.form.decision }

// Path is where the form goes.
func (v reviewView) Path() string { return reviewPath(v.Session.ID) }

// ChannelIcon is the drawing of the channel.
func (f reviewFrame) ChannelIcon() string { return channelIcon(f.Session.Channel) }

// answerView is an argued choice.
type answerView struct {
	Number   int
	Question string
	Text     string
	Language string
	// Verbatim tells that it equals an example of the author's.
	Verbatim bool
}

// signalCount is something the browser reported, such as pasted text. Key completes review.signal.
type signalCount struct {
	Key string
	N   int
}

// judgeView is one criterion to be marked.
type judgeView struct {
	// Index is the mark's place in the evaluation, from 0: the fields of the form are named by it.
	Index  int
	Mark   markView
	Places []evidencePlace
	// Asked is what the criterion asks for, on the page of a second marking.
	Asked []proofView
	// Points are those a question may get; nil for criteria of the contact.
	Points []int
	// Chosen is the field's value, Reason what was written with it, Problem a catalogue key.
	Chosen, Reason, Problem string
}

// evidencePlace is an event that speaks for or against a criterion, without saying which.
type evidencePlace struct {
	Event int
	Since time.Duration
}

// review is what a verdict is given on.
type review struct {
	running
	// machine is the newest evaluation that no person made, after the number of the newest at all.
	machine grading.Evaluation
	after   int
	given   []store.Verdict
	stated  objections
	votes   []store.RaterVote
}

// reviewPage shows a session to an assessor. Reading it is audited.
func (s *Server) reviewPage(v *visit) error {
	r, err := s.review(v)
	if err != nil {
		return err
	}
	form := verdictForm{opened: s.Now()}
	return s.showReview(v, http.StatusOK, r, form, len(r.given) == 0 || v.QueryParam("again") != "")
}

// review loads a finished assessed session that this assessor may decide on.
func (s *Server) review(v *visit) (review, error) {
	session, err := s.Store.Session(v.ctx(), engine.SessionID(v.Param("id")))
	if err != nil {
		return review{}, err
	}
	if err := s.mayReview(v, session); err != nil {
		return review{}, err
	}
	run, err := s.running(v.ctx(), session.ID)
	if err != nil {
		return review{}, err
	}
	r := review{running: run}
	if r.machine, r.after, err = s.machineMarks(v, session.ID); err != nil {
		return r, err
	}
	if r.given, err = s.Store.Verdicts(v.ctx(), session.ID); err != nil {
		return r, err
	}
	if r.stated, err = s.objectionsTo(v, session.ID, r.given); err != nil {
		return r, err
	}
	if r.votes, err = s.Store.RaterVotes(v.ctx(), session.ID); err != nil {
		return r, err
	}
	return r, s.Store.ReadAudit(v.ctx(), v.Actor(), "transcript", session.Person)
}

// mayReview: practice and trials are nobody's to judge, people of other groups do not exist, nobody decides on himself or
// with a scenario of his own.
func (s *Server) mayReview(v *visit, session engine.Session) error {
	person, err := s.Store.Person(v.ctx(), session.Person)
	switch {
	case err != nil:
		return err
	case session.Mode != engine.Assessed || !v.assesses(person):
		return errNotFound
	case session.Person == v.person.ID:
		return store.ErrSelf
	case session.Phase != engine.Finished:
		return store.ErrNotFinished
	}
	return s.notTheAuthor(v, session)
}

// notTheAuthor refuses an assessor who uploaded a text the session was played with.
func (s *Server) notTheAuthor(v *visit, session engine.Session) error {
	packs, err := s.Store.Packs(v.ctx())
	if err != nil {
		return err
	}
	for _, newest := range packs {
		versions, err := s.Store.PackVersions(v.ctx(), newest.Name)
		if err != nil {
			return err
		}
		for _, pack := range versions {
			if pack.By == v.person.ID && sharesText(pack.Files, session.Sources) {
				return errAuthor
			}
		}
	}
	return nil
}

func sharesText(a, b []engine.Source) bool {
	return slices.ContainsFunc(a, func(one engine.Source) bool {
		return slices.ContainsFunc(b, func(other engine.Source) bool { return one.Digest == other.Digest })
	})
}

// machineMarks is the newest evaluation that is not a person's, with the number of the newest of all.
func (s *Server) machineMarks(v *visit, id engine.SessionID) (grading.Evaluation, int, error) {
	kept, err := s.Store.Evaluations(v.ctx(), id)
	if err != nil {
		return grading.Evaluation{}, 0, err
	}
	for i := len(kept) - 1; i >= 0; i-- {
		if kept[i].Origin == store.FromPerson {
			continue
		}
		ev, err := kept[i].Decode()
		return ev, kept[len(kept)-1].Number, err
	}
	return grading.Evaluation{}, 0, errors.New("a finished session without an evaluation")
}

// showReview renders the page with what was filled in so far.
func (s *Server) showReview(v *visit, status int, r review, form verdictForm, deciding bool) error {
	view, err := s.reviewView(v, r, form)
	if err != nil {
		return err
	}
	if view.Deciding = deciding; !deciding {
		if view.Marks, err = bothMarksOf(r); err != nil {
			return err
		}
		if view.Seconds, err = s.secondsOf(v, r); err != nil {
			return err
		}
	}
	return s.renderStatus(v, status, "review/session", view)
}

func (s *Server) reviewView(v *visit, r review, form verdictForm) (reviewView, error) {
	frame, err := s.reviewFrame(v, r)
	if err != nil {
		return reviewView{}, err
	}
	view := reviewView{Page: s.titled(v, frame.Owner, "/review"), reviewFrame: frame, After: r.after, Opened: form.opened.UnixMilli(),
		form: form, Tried: form.tried, Problems: form.problems}
	view.Body = "rev"
	view.Open, view.Others = judgesOf(r, form)
	view.Given, err = s.givenViews(v, r.given)
	return view, err
}

func (s *Server) reviewFrame(v *visit, r review) (frame reviewFrame, err error) {
	frame = reviewFrame{Session: r.session, Customer: r.customer(), Written: firstLanguage(r.script.Scenario)}
	frame.Log, frame.Answers = wordsOf(r)
	if frame.Owner, err = s.nameOf(v, r.session.Person); err != nil {
		return frame, err
	}
	if frame.Queue, frame.All, err = s.waiting(v, r.session.ID); err != nil {
		return frame, err
	}
	frame.Signals, err = s.signalsOf(v, r.session.ID)
	return frame, err
}

// wordsOf are the contact without marks, and the answers to the questions after it.
func wordsOf(r review) ([]logRow, []answerView) {
	all := logRows(r.running, nil)
	contact := slices.DeleteFunc(all, func(row logRow) bool { return row.Question > 0 })
	answers := make([]answerView, len(r.script.Debrief))
	for i, q := range r.script.Debrief {
		answers[i] = answerView{Number: i + 1, Question: q.Name}
	}
	for _, e := range r.log {
		if f, ok := e.Fact.(engine.Argued); ok && f.Question >= 1 && f.Question <= len(answers) {
			a := &answers[f.Question-1]
			a.Text, a.Language, a.Verbatim = f.Text, f.Language, f.Verbatim
		}
	}
	return contact, answers
}

// judgesOf sorts the marks into those a person must look at, being undecided, disputed, or another in the eyes of a rater,
// and those he may override.
func judgesOf(r review, form verdictForm) (open, others []judgeView) {
	evidence := newSheet(r.script.Scenario, r.log, false)
	for i, m := range r.machine.Marks {
		judge := judgeView{Index: i, Mark: evidence.mark(i, m), Places: placesOf(m), Chosen: form.chosen[i], Reason: form.reasons[i], Problem: form.wrong[i]}
		if m.Debrief > 0 {
			judge.Points = pointsUpTo(m.Of)
		}
		judge.Mark.Objection, judge.Mark.Votes = r.stated.to(m), votesBeside(r.votes, m)
		if m.Mark == grading.Undecided || judge.Mark.Objection != nil || judge.Mark.Doubted() {
			open = append(open, judge)
		} else {
			others = append(others, judge)
		}
	}
	return open, others
}

// pointsUpTo are 0 to most.
func pointsUpTo(most int) []int {
	points := make([]int, most+1)
	for n := range points {
		points[n] = n
	}
	return points
}

// Field names of the form.
func (j judgeView) Field(name string) string { return name + "-" + strconv.Itoa(j.Index) }

// PointsChosen tells whether n is the choice.
func (j judgeView) PointsChosen(n int) bool { return j.Chosen == strconv.Itoa(n) }

func placesOf(m grading.Mark) []evidencePlace {
	var out []evidencePlace
	for _, e := range m.Evidence {
		place := evidencePlace{e.Event, time.Duration(e.At) * time.Millisecond}
		if e.Event > 0 && m.Debrief == 0 && !slices.Contains(out, place) {
			out = append(out, place)
		}
	}
	return out
}

func (s *Server) signalsOf(v *visit, id engine.SessionID) ([]signalCount, error) {
	signals, err := s.Store.Signals(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	var out []signalCount
	for _, signal := range signals {
		i := slices.IndexFunc(out, func(c signalCount) bool { return c.Key == slug(signal.Kind) })
		if i < 0 {
			out = append(out, signalCount{Key: slug(signal.Kind)})
			i = len(out) - 1
		}
		out[i].N++
	}
	return out, nil
}
