package web

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

type apiPerson struct {
	ID     store.PersonID `json:"id"`
	Name   string         `json:"name"`
	Group  string         `json:"group"`
	Roles  []store.Role   `json:"roles"`
	Active bool           `json:"active"`
}

type apiPersonList struct {
	People []apiPerson `json:"people"`
	// Total counts those the filter finds, also beyond this part of the list.
	Total int `json:"total"`
}

func personForAPI(p store.Person) apiPerson {
	roles := p.Roles
	if roles == nil {
		roles = []store.Role{}
	}
	return apiPerson{p.ID, p.Name, p.Group, roles, p.Active}
}

// apiPeople lists people by name, a part at a time.
func (s *Server) apiPeople(v *visit) error {
	limit, err := numberOf(v, "limit", 100, 1000)
	if err != nil {
		return err
	}
	offset, err := numberOf(v, "offset", 0, 1_000_000)
	if err != nil {
		return err
	}
	filter := store.PeopleFilter{Group: v.QueryParam("group"), Role: store.Role(v.QueryParam("role")), Page: store.Page{Limit: limit, Offset: offset}}
	people, err := s.Store.People(v.ctx(), filter)
	if err != nil {
		return err
	}
	list := apiPersonList{People: []apiPerson{}}
	if list.Total, err = s.Store.CountPeople(v.ctx(), filter); err != nil {
		return err
	}
	for _, p := range people {
		list.People = append(list.People, personForAPI(p))
	}
	return v.JSON(http.StatusOK, list)
}

// numberOf reads a number of the address, from 0 to most; what is missing has its default.
func numberOf(v *visit, name string, missing, most int) (int, error) {
	text := v.QueryParam(name)
	if text == "" {
		return missing, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most {
		return 0, fmt.Errorf("%w: %s=%q", errBadRequest, name, text)
	}
	return n, nil
}

type apiRecordAnswer struct {
	Person   apiPerson     `json:"person"`
	Sessions []apiRecorded `json:"sessions"`
	Coverage []apiCoverage `json:"coverage"`
	Awards   []apiAward    `json:"awards"`
}

// apiRecorded is a finished assessed session with what a person decided on it. What was said is not part of a record.
type apiRecorded struct {
	ID        engine.SessionID `json:"id"`
	Scenario  string           `json:"scenario"`
	Title     string           `json:"title"`
	Version   string           `json:"version"`
	Channel   string           `json:"channel"`
	Attempt   int              `json:"attempt,omitempty"`
	Started   time.Time        `json:"started"`
	Result    string           `json:"result,omitempty"`
	Score     int              `json:"score"`
	Verdict   string           `json:"verdict"`
	DecidedBy string           `json:"decided_by,omitempty"`
	Decided   *time.Time       `json:"decided,omitempty"`
	Reason    string           `json:"reason,omitempty"`
}

type apiCoverage struct {
	Certificate string            `json:"certificate"`
	Title       string            `json:"title"`
	Complete    bool              `json:"complete"`
	Rules       []apiCoverageRule `json:"rules"`
	Missing     []string          `json:"missing"`
	Shortest    []string          `json:"shortest"`
}

type apiCoverageRule struct {
	Rule  string `json:"rule"`
	Have  int    `json:"have"`
	Need  int    `json:"need"`
	Holds bool   `json:"holds"`
}

type apiAward struct {
	Number      string     `json:"number"`
	Certificate string     `json:"certificate"`
	Title       string     `json:"title"`
	Awarded     time.Time  `json:"awarded"`
	ValidUntil  *time.Time `json:"valid_until,omitempty"`
	Valid       bool       `json:"valid"`
}

// apiRecord gives a person's record to HR and to himself; to others it does not exist. The reading is audited before anything is given.
func (s *Server) apiRecord(v *visit) error {
	id := store.PersonID(v.Param("id"))
	if id != v.person.ID && !v.Has(store.HR) {
		return errNotFound
	}
	person, err := s.Store.Person(v.ctx(), id)
	if err != nil {
		return err
	}
	if err := s.Store.ReadAudit(v.ctx(), v.Actor(), "record", id); err != nil {
		return err
	}
	d, err := s.dossierOf(v.ctx(), person)
	if err != nil {
		return err
	}
	answer := apiRecordAnswer{Person: personForAPI(person), Coverage: []apiCoverage{}, Awards: []apiAward{}}
	if answer.Sessions, err = s.recordedSessions(v, id); err != nil {
		return err
	}
	for _, st := range d.standing {
		answer.Coverage = append(answer.Coverage, coverageForAPI(st))
	}
	for _, a := range d.awards {
		answer.Awards = append(answer.Awards, apiAward{a.Number, a.Certificate, a.Title, a.At, a.ValidUntil, a.Stands(s.Now())})
	}
	return v.JSON(http.StatusOK, answer)
}

func (s *Server) recordedSessions(v *visit, id store.PersonID) ([]apiRecorded, error) {
	h, err := s.historyOf(v.ctx(), id)
	if err != nil {
		return nil, err
	}
	out := []apiRecorded{}
	for _, n := range h.sessions {
		if n.Mode != engine.Assessed || n.Phase != engine.Finished {
			continue
		}
		row := apiRecorded{ID: n.ID, Scenario: n.Scenario, Title: n.Title, Version: n.Version, Channel: string(n.Channel),
			Attempt: n.Attempt, Started: n.Started.UTC(), Result: string(n.Result), Score: n.Score, Verdict: "awaited"}
		if verdict, decided := h.verdicts[n.ID]; decided {
			row.Verdict, row.Reason, row.Decided = decisionOf(verdict.Passed), verdict.Reason, &verdict.At
			if row.DecidedBy, err = s.nameOf(v, verdict.By); err != nil {
				return nil, err
			}
		}
		out = append(out, row)
	}
	return out, nil
}

func decisionOf(passed bool) string {
	if passed {
		return decisionPassed
	}
	return decisionNotPassed
}

func coverageForAPI(st certificateStanding) apiCoverage {
	out := apiCoverage{Certificate: st.Certificate.ID, Title: st.Certificate.Title, Complete: st.Coverage.Complete,
		Rules: []apiCoverageRule{}, Missing: []string{}, Shortest: append([]string{}, st.Coverage.Shortest...)}
	for _, r := range st.Coverage.Rules {
		rule := newRuleView(r)
		out.Rules = append(out.Rules, apiCoverageRule{rule.Text, rule.Have, rule.Need, rule.Holds})
		out.Missing = append(out.Missing, rule.Missing...)
	}
	out.Missing = append(out.Missing, unmet(st.Coverage.Conditions)...)
	return out
}

// unmet names the conditions that do not hold.
func unmet(conditions []grading.ConditionState) []string {
	var out []string
	for _, c := range conditions {
		if !c.Holds {
			out = append(out, c.Condition)
		}
	}
	return out
}
