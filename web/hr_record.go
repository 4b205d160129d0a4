package web

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/scenarios"
)

type recordView struct {
	Page
	ID      store.PersonID
	Login   string
	Group   string
	Since   time.Time
	Factor  int
	Barred  bool
	Own     bool // the person looks at his own record
	Units   []unitView
	Shown   *coverageView // of the chosen certificate; nil without certificates
	Decided []decision
	Session []recordSession
	Awards  []awardRow
	// MayAward tells that the visitor may award and revoke here: HR or assessor, not for himself.
	MayAward bool
	// Transcripts tells whether the policy lets HR read what was said.
	Transcripts bool
	// Passed counts the sessions a person passed.
	Passed int
	// Practice counts the practice sessions that are not shown.
	Practice int
}

// unitView is a certificate as a card on top of the record.
type unitView struct {
	ID, Title, Language string
	State               standingState
	Held, Needed        int
	Missing             int
	Until               time.Time
	Current             bool
}

// decision is one line of "who decided what, and on what". Kind is the end of a catalogue key decision.*.
type decision struct {
	At       time.Time
	Kind     string
	Title    string
	Language string
	By       string
	Reason   string
	Score    int
	Machine  int
	// Fails tells that the rules are not met by what the machine marked, whatever its score.
	Fails bool
	// Marks is how many marks a person set.
	Marks int
	// Session is what was decided on, "" for awards.
	Session engine.SessionID
}

// recordSession is one session as the record lists it.
type recordSession struct {
	ID       engine.SessionID
	Title    string
	Language string
	Version  string
	Pack     string // the first characters of the digest it is pinned to
	Mode     engine.Mode
	Channel  string
	Attempt  int
	Started  time.Time
	Score    int
	Result   string // the end of a catalogue key decided.*
	By       string
}

// hrRecord shows one person's record. The visit is written down before anything is shown; when it cannot be, nothing is.
func (s *Server) hrRecord(v *visit) error {
	person, err := s.within(v, store.PersonID(v.Param("id")))
	if err != nil {
		return err
	}
	return s.showRecord(v, person, "/hr/people")
}

// ownRecord is the same for oneself.
func (s *Server) ownRecord(v *visit) error { return s.showRecord(v, v.person, "/record") }

func (s *Server) showRecord(v *visit, person store.Person, current string) error {
	if err := s.Store.ReadAudit(v.ctx(), v.Actor(), "record", person.ID); err != nil {
		return err
	}
	view, err := s.recordView(v, person)
	if err != nil {
		return err
	}
	view.Page = s.titled(v, person.Name, current)
	return s.render(v, "hr/record", view)
}

func (s *Server) recordView(v *visit, person store.Person) (recordView, error) {
	d, err := s.dossierOf(v.ctx(), person)
	if err != nil {
		return recordView{}, err
	}
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return recordView{}, err
	}
	view := recordView{
		ID: person.ID, Login: person.Login, Group: person.Group, Since: person.Created, Factor: person.TimeFactor, Barred: !person.Active,
		Own: person.ID == v.person.ID, Transcripts: settings.HRSeesTranscripts,
	}
	for _, session := range d.passed {
		if session.Passed {
			view.Passed++
		}
	}
	view.MayAward = !view.Own && (v.Has(store.HR) || v.Has(store.Assessor))
	view.Units, view.Shown = s.unitsOf(d, v.QueryParam("certificate"))
	if err := s.nameDeciders(v, view.Shown); err != nil {
		return recordView{}, err
	}
	if err := s.addSessions(v, &view, settings.PracticeVisible); err != nil {
		return recordView{}, err
	}
	return view, s.addAwards(v, &view, d.awards)
}

// unitsOf are the certificates as cards, and the coverage of the chosen one: of the address, else the first that can be
// awarded, else the first that still misses something, else the first.
func (s *Server) unitsOf(d dossier, chosen string) ([]unitView, *coverageView) {
	at := slices.IndexFunc(d.standing, func(st certificateStanding) bool { return st.Certificate.ID == chosen })
	for _, state := range []standingState{stateReady, stateMissing} {
		if at < 0 {
			at = slices.IndexFunc(d.standing, func(st certificateStanding) bool { return st.State == state })
		}
	}
	at = max(at, 0)
	var units []unitView
	var shown *coverageView
	for i, st := range d.standing {
		c := st.Certificate
		unit := unitView{
			ID: c.ID, Title: c.Title, Language: authorLanguage(c.Meta), State: st.State, Held: st.Held, Needed: st.Needed,
			Missing: st.Needed - st.Held, Current: i == at,
		}
		if st.Award != nil && st.Award.ValidUntil != nil {
			unit.Until = *st.Award.ValidUntil
		}
		if unit.Current {
			shown = newCoverageView(st, d.passed, s.Library.Pack())
		}
		units = append(units, unit)
	}
	return units, shown
}

// nameDeciders puts names in the place of the ids of those who decided.
func (s *Server) nameDeciders(v *visit, shown *coverageView) error {
	if shown == nil {
		return nil
	}
	var err error
	for i := range shown.Rows {
		row := &shown.Rows[i]
		if row.By, err = s.nameOf(v, store.PersonID(row.By)); err != nil {
			return err
		}
	}
	return nil
}

// addSessions lists the finished and running assessed sessions, practice only where the policy shows it, and what was
// decided on each.
func (s *Server) addSessions(v *visit, view *recordView, practice bool) error {
	sessions, err := s.Store.SessionsOf(v.ctx(), view.ID)
	if err != nil {
		return err
	}
	for _, session := range sessions {
		if session.Mode == engine.Practice && !practice && !view.Own {
			view.Practice++
			continue
		}
		if err := s.addSession(v, view, session); err != nil {
			return fmt.Errorf("record of session %s: %w", session.ID, err)
		}
	}
	return nil
}

func (s *Server) addSession(v *visit, view *recordView, session engine.Session) error {
	row := recordSession{
		ID: session.ID, Title: session.Title, Language: session.Language, Version: session.Version, Pack: short(string(session.Pack)),
		Mode: session.Mode, Channel: string(session.Channel), Attempt: session.Attempt, Started: session.Started, Score: session.Score,
		Result: resultKey(session),
	}
	if session.Mode == engine.Assessed && session.Ended != nil {
		verdicts, err := s.Store.Verdicts(v.ctx(), session.ID)
		if err != nil {
			return err
		}
		if err := s.addDecisions(v, view, session, verdicts); err != nil {
			return err
		}
		row.Result = "awaiting"
		if n := len(verdicts); n > 0 {
			row.Result = verdictKey(verdicts[n-1].Passed)
			if row.By, err = s.nameOf(v, verdicts[n-1].By); err != nil {
				return err
			}
		}
	}
	view.Session = append(view.Session, row)
	return nil
}

func (s *Server) addDecisions(v *visit, view *recordView, session engine.Session, verdicts []store.Verdict) error {
	machine, err := s.Store.MachineEvaluation(v.ctx(), session.ID)
	if err != nil {
		return err
	}
	base := decision{Title: session.Title, Language: session.Language, Session: session.ID, Machine: machine.Score, Score: machine.Score,
		Fails: machine.Result == scenarios.Fail}
	if len(verdicts) == 0 {
		base.Kind, base.At = "awaiting", *session.Ended
		view.Decided = append(view.Decided, base)
	}
	for _, verdict := range verdicts {
		line := base
		line.Kind, line.At = verdictKey(verdict.Passed), verdict.At
		if line.By, err = s.nameOf(v, verdict.By); err != nil {
			return err
		}
		line.Reason, line.Score, line.Marks = verdict.Reason, verdict.Evaluation.Score, len(verdict.Settlements)
		view.Decided = append(view.Decided, line)
	}
	return nil
}

func (s *Server) addAwards(v *visit, view *recordView, awards []store.Award) error {
	for _, a := range awards {
		row, err := s.awardRow(v, a)
		if err != nil {
			return err
		}
		view.Awards = append(view.Awards, row)
		view.Decided = append(view.Decided, decision{At: a.At, Kind: "award", Title: a.Title, By: row.By})
		if a.Revoked != nil {
			view.Decided = append(view.Decided, decision{At: *a.Revoked, Kind: "revoked", Title: a.Title, Reason: a.RevokedReason})
		}
	}
	slices.SortStableFunc(view.Decided, func(a, b decision) int { return cmp.Compare(b.At.UnixMilli(), a.At.UnixMilli()) })
	return nil
}

func verdictKey(passed bool) string {
	if passed {
		return "passed"
	}
	return "failed"
}

// resultKey says how a session came out before, or without, a verdict.
func resultKey(session engine.Session) string {
	switch {
	case session.Ended == nil:
		return "running"
	case session.Mode == engine.Practice:
		return "practice"
	default:
		return "awaiting"
	}
}

// short is the beginning of a digest, enough to tell two apart by eye.
func short(digest string) string {
	if len(digest) > 12 {
		return digest[:12]
	}
	return digest
}
