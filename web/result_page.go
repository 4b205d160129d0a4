package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// viewer is who looks at a result: what stands beside the evidence depends on it, and what may be seen at all.
type viewer string

// The viewers.
const (
	viewTrainee  viewer = "trainee"
	viewAssessor viewer = "assessor"
	viewTrainer  viewer = "trainer"
	viewHR       viewer = "hr"
)

// resultView is a session that is over: outcome, reasons, what next; then the score sheet; then the words.
type resultView struct {
	Page
	evidenceSheet
	Session engine.Session
	// Owner is whose session it is, for everybody but himself.
	Owner    string
	Standing standing
	Reasons  []reasonView
	Verdict  *verdictView
	Next     nextView
	// Shown and IfMet are percentages as written; PassMark is the total asked for, 0 for none.
	Shown, IfMet string
	PassMark     int
	// TotalAlone tells that the total reaches the pass mark and the result fails all the same, by another rule.
	TotalAlone bool
	Bar        competenceView
	Waiting    int // points that wait for a person
	Open       int // points undecided
	Number     int // of the evaluation
}

// evidenceSheet is what the marks of a session rest on; other pages embed it and use the same partials.
type evidenceSheet struct {
	Viewer      viewer
	Written     string // language its author wrote in
	Evaluation  grading.Evaluation
	Marks       []markView
	Timeline    timelineView
	Competences []competenceView
	Clocks      []clockRow
	Log         []logRow
	// Words tells that what was said may be read by this viewer, Hidden that answers are withheld while attempts remain.
	Words, Hidden bool
}

// reasonView is one rule of the pass mark that decided; Key completes result.reason.
type reasonView struct {
	Key   string
	Name  string
	Mark  int // number of the criterion to link to, 0 for none
	Have  string
	Limit int
}

// verdictView is a person's decision.
type verdictView struct {
	By     string
	Passed bool
	Reason string
	At     time.Time
}

// nextView is what can be done now.
type nextView struct {
	Scenario string
	// Known tells that the scenario is still in the library.
	Known bool
	Task  *taskView // an assignment with attempts left
	// Studio is where the trainer goes on after a trial, "" for every other session.
	Studio string
}

// resultRoutes are the pages of sessions that are over.
func (s *Server) resultRoutes() []route {
	return []route{
		{get, "/sessions/:id/result", signedIn, s.resultPage},
		{post, "/sessions/:id/disagree", signedIn, s.disagree},
	}
}

func (s *Server) resultPage(v *visit) error {
	run, who, err := s.runningSeen(v)
	if err != nil {
		return err
	}
	if run.state.Phase != engine.Finished {
		if who == viewTrainee {
			return v.Redirect(302, sessionPath(run.session.ID, ""))
		}
		return store.ErrNotFinished
	}
	view, err := s.resultOf(v, run, who)
	if err != nil {
		return err
	}
	return s.render(v, "result/result", view)
}

// runningSeen is the session a request names, and as what its person sees it.
func (s *Server) runningSeen(v *visit) (running, viewer, error) {
	run, err := s.running(v.ctx(), engine.SessionID(v.Param("id")))
	if err != nil {
		return running{}, "", err
	}
	who, err := s.viewerOf(v, run.session)
	return run, who, err
}

// viewerOf tells as whom the visitor may see a session; to everybody else it does not exist. Reading another person's
// session is audited.
func (s *Server) viewerOf(v *visit, session engine.Session) (viewer, error) {
	who, err := s.viewing(v, session)
	if err != nil || who == viewTrainee {
		return who, err
	}
	read := "transcript"
	if who == viewHR {
		read = "record"
	}
	return who, s.Store.ReadAudit(v.ctx(), v.Actor(), read, session.Person)
}

// viewing is viewerOf without the audit.
func (s *Server) viewing(v *visit, session engine.Session) (viewer, error) {
	if session.Person == v.person.ID {
		return viewTrainee, nil
	}
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return "", err
	}
	person, err := s.Store.Person(v.ctx(), session.Person)
	if err != nil {
		return "", err
	}
	shown := session.Mode == engine.Assessed || session.Mode == engine.Practice && settings.PracticeVisible
	switch {
	case !shown:
		return "", errNotFound
	case v.assesses(person):
		return viewAssessor, nil
	case v.Has(store.Trainer) && session.Mode == engine.Practice:
		return viewTrainer, nil
	case v.Has(store.HR):
		return viewHR, nil
	default:
		return "", errNotFound
	}
}

func (s *Server) resultOf(v *visit, run running, who viewer) (resultView, error) {
	kept, err := s.Store.LatestEvaluation(v.ctx(), run.session.ID)
	if err != nil {
		return resultView{}, err
	}
	ev, err := kept.Decode()
	if err != nil {
		return resultView{}, err
	}
	h, err := s.historyOf(v.ctx(), run.session.Person)
	if err != nil {
		return resultView{}, err
	}
	view := resultView{Page: s.titled(v, run.script.Title, "/results"), Session: run.session, Standing: h.standing(run.session), Number: kept.Number}
	if view.Next, err = s.nextOf(v, run, h, who); err != nil {
		return view, err
	}
	if view.evidenceSheet, err = s.evidenceOf(v, run, ev, who, view.Next.Task != nil); err != nil {
		return view, err
	}
	if who != viewTrainee {
		if view.Owner, err = s.fullName(v, run.session.Person); err != nil {
			return view, err
		}
	}
	if verdict, decided := h.verdicts[run.session.ID]; decided {
		by, err := s.fullName(v, verdict.By)
		if err != nil {
			return view, err
		}
		view.Verdict = &verdictView{by, verdict.Passed, verdict.Reason, verdict.At}
	}
	view.figures(run.script.Scenario, ev)
	return view, s.addObjections(v, run, h, &view)
}

// fullName is a person's name.
func (s *Server) fullName(v *visit, id store.PersonID) (string, error) {
	person, err := s.Store.Person(v.ctx(), id)
	return person.Name, err
}

// nextOf finds what the trainee can do after this session.
func (s *Server) nextOf(v *visit, run running, h history, who viewer) (nextView, error) {
	script, known := s.Library.Script(run.session.Scenario)
	if run.session.Mode == engine.Trial {
		studio := "/studio"
		if known {
			studio += "/files/" + script.At.File
		}
		return nextView{Scenario: run.session.Scenario, Studio: studio}, nil
	}
	next := nextView{Scenario: run.session.Scenario, Known: known && who == viewTrainee}
	if !known {
		return next, nil
	}
	assignments, err := s.Store.AssignmentsOf(v.ctx(), run.session.Person)
	if err != nil {
		return next, err
	}
	for _, a := range assignments {
		if a.Scenario != run.session.Scenario || a.Mode != engine.Assessed || h.done(a) {
			continue
		}
		if task := s.task(v, a, script.Scenario, h); task.open() {
			next.Task = &task
			return next, nil
		}
	}
	return next, nil
}

// evidenceOf makes the sheet of a session for a viewer.
func (s *Server) evidenceOf(v *visit, run running, ev grading.Evaluation, who viewer, attemptsLeft bool) (evidenceSheet, error) {
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return evidenceSheet{}, err
	}
	words := &wording{texts: v.texts}
	hidden := settings.HideAnswers && attemptsLeft && who == viewTrainee
	return sheetOf(run, ev, who, hidden, who.mayRead(settings), words), words.err
}

// mayRead tells whether what was said in a session is for this viewer.
func (w viewer) mayRead(settings store.Settings) bool {
	return w != viewHR || settings.HRSeesTranscripts
}

// sheetOf makes the sheet. hidden withholds patterns, examples and model answers; without readable nothing that was said
// or looked for is in it.
func sheetOf(run running, ev grading.Evaluation, who viewer, hidden, readable bool, words *wording) evidenceSheet {
	lang := firstLanguage(run.script.Scenario)
	out := evidenceSheet{
		Viewer: who, Written: lang, Evaluation: ev, Hidden: hidden, Words: readable,
		Marks:       newSheet(run.script.Scenario, run.log, hidden).marks(ev),
		Competences: competencesOf(ev, lang), Clocks: figuresOf(run, ev.KPIs),
	}
	for i := range out.Competences {
		out.Competences[i].Shown = decimalComma(words.texts.Language(), out.Competences[i].Shown)
	}
	out.Timeline = timelineOf(run, out.Marks, words)
	if !readable {
		out.withoutWords()
		return out
	}
	out.Log = logRows(run, out.Marks)
	return out
}

// withoutWords leaves marks and figures, and takes away everything that was said and looked for.
func (e *evidenceSheet) withoutWords() {
	e.Log = nil
	for i := range e.Marks {
		e.Marks[i].Proofs, e.Marks[i].Models, e.Marks[i].Open = nil, nil, false
	}
}

// figures fills in the score and the reasons.
func (r *resultView) figures(sc *scenarios.Scenario, ev grading.Evaluation) {
	for _, rule := range sc.Pass {
		if total, ok := rule.(scenarios.TotalAtLeast); ok {
			r.PassMark = total.Percent
		}
	}
	r.Shown = decimalComma(r.Page.Language, shownPercent(ev.Earned, ev.Of, r.PassMark))
	r.TotalAlone = ev.Result == scenarios.Fail && ev.Of > 0 && 100*ev.Earned >= r.PassMark*ev.Of
	limit := r.PassMark
	if limit == 0 {
		limit = -1
	}
	if ev.Of > 0 {
		r.Bar.Bar = gauge(100*ev.Earned/ev.Of, limit)
	}
	for _, m := range ev.Marks {
		switch {
		case m.AwaitsPerson:
			r.Waiting += m.Of
		case m.Mark == grading.Undecided:
			r.Open += m.Of - m.Points
		}
	}
	r.Reasons = reasonsOf(ev)
	for i := range r.Reasons {
		r.Reasons[i].Have = decimalComma(r.Page.Language, r.Reasons[i].Have)
	}
}

// reasonsOf are the rules of the pass mark that decided the result: those that fail whatever people settle, else those
// still open. A result that passes needs none.
func reasonsOf(ev grading.Evaluation) []reasonView {
	var failed, open []reasonView
	for _, rule := range ev.Rules {
		if rule.Worst {
			continue
		}
		if rule.Best {
			open = append(open, ruleReasons(ev, rule, grading.Undecided)...)
			continue
		}
		failed = append(failed, ruleReasons(ev, rule, grading.NotMet)...)
	}
	if len(failed) > 0 {
		return ranked(failed)
	}
	return ranked(open)
}

// mostCompetences is how many competences are named among the reasons; more are counted in one line.
const mostCompetences = 3

// ranked puts what weighs most first: fatal, required, total, competences.
func ranked(reasons []reasonView) []reasonView {
	rank := func(r reasonView) int {
		return slices.IndexFunc([]string{"fatal", "required", "total", "competence"}, func(key string) bool { return strings.HasPrefix(r.Key, key) })
	}
	slices.SortStableFunc(reasons, func(a, b reasonView) int { return rank(a) - rank(b) })
	first := slices.IndexFunc(reasons, func(r reasonView) bool { return strings.HasPrefix(r.Key, "competence") })
	if n := len(reasons) - first; first >= 0 && n > mostCompetences {
		return append(reasons[:first], reasonView{Key: "competences", Have: strconv.Itoa(n)})
	}
	return reasons
}

// ruleReasons names what made a rule fail (or left it open, for undecided marks).
func ruleReasons(ev grading.Evaluation, rule grading.RuleResult, value grading.MarkValue) []reasonView {
	suffix := ""
	if value == grading.Undecided {
		suffix = ".open"
	}
	switch rule.Rule {
	case "required", "fatal":
		return markReasons(ev, rule.Rule, suffix, value)
	case "competence", "every competence":
		return competenceReasons(ev, rule, suffix)
	default:
		return []reasonView{{Key: "total" + suffix, Have: shownPercent(ev.Earned, ev.Of, rule.Limit), Limit: rule.Limit}}
	}
}

func markReasons(ev grading.Evaluation, rule, suffix string, value grading.MarkValue) []reasonView {
	var out []reasonView
	for i, m := range ev.Marks {
		if m.Mark != value || rule == "required" && !m.Required || rule == "fatal" && !m.Fatal {
			continue
		}
		if rule == "fatal" && value == grading.NotMet && !m.Broken {
			continue
		}
		out = append(out, reasonView{Key: rule + suffix, Name: m.Criterion, Mark: i + 1})
	}
	return out
}

func competenceReasons(ev grading.Evaluation, rule grading.RuleResult, suffix string) []reasonView {
	var out []reasonView
	for _, c := range ev.Competences {
		limit := c.Minimum
		if rule.Limit > 0 {
			limit = rule.Limit
		}
		if rule.Name != "" && rule.Name != c.Name || c.Of == 0 || 100*c.Earned >= limit*c.Of {
			continue
		}
		out = append(out, reasonView{Key: "competence" + suffix, Name: c.Name, Have: shownPercent(c.Earned, c.Of, limit), Limit: limit})
	}
	return out
}
