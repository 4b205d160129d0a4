package web

import (
	"slices"
	"strings"
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// coverageView is one certificate against what a person has passed: a matrix of sessions by rules.
type coverageView struct {
	ID, Title, Language, Version string
	State                        standingState
	Missing                      int
	Rules                        []ruleView
	Rows                         []coverageRow
	// Shortest are the scenarios that would supply what is missing, as rows not yet held.
	Shortest []coverageRow
	// Conditions beside coverage, by catalogue key condition.*.
	Conditions []conditionView
	Complete   bool
	Awarded    bool
}

// conditionView is one condition beside coverage. Name is what the figure counts, in the Language its author wrote it in.
type conditionView struct {
	Condition      string
	Holds          bool
	Name, Language string
	Figure         string
}

// ruleView is a rule as a column.
type ruleView struct {
	// Text is the sentence as the author wrote it.
	Text  string
	Facet string // the end of a catalogue key facet.*
	Value string // "" asks for different values
	Have  int
	Need  int
	Holds bool
	// Missing are values that would count and are not there yet.
	Missing []string
	// Percent is the share held, at most 100.
	Percent int
}

// coverageRow is one session, or one scenario not yet passed.
type coverageRow struct {
	Title, Language string
	At              time.Time
	By              string
	Session         engine.SessionID
	Cells           []coverageCell
}

// coverageCell is what a session shows under a rule and whether it counts for it.
type coverageCell struct {
	Rule   ruleView
	Values []string
	Counts bool
}

func newCoverageView(st certificateStanding, passed []grading.PassedSession, pack *scenarios.Pack) *coverageView {
	c := st.Certificate
	view := &coverageView{
		ID: c.ID, Title: c.Title, Language: authorLanguage(c.Meta), Version: c.Version, State: st.State, Missing: st.Needed - st.Held,
		Conditions: conditionViews(st.Coverage.Conditions, pack), Complete: st.Coverage.Complete, Awarded: st.Award != nil && st.State != stateExpired,
	}
	for _, r := range st.Coverage.Rules {
		view.Rules = append(view.Rules, newRuleView(r))
	}
	for _, session := range passed {
		if session.Passed {
			view.Rows = append(view.Rows, view.sessionRow(session, st.Coverage.Rules, pack))
		}
	}
	for _, id := range st.Coverage.Shortest {
		if sc, ok := pack.Scenarios[id]; ok {
			view.Shortest = append(view.Shortest, view.scenarioRow(sc))
		}
	}
	return view
}

// conditionViews call scenarios by their titles, where grading knows only their ids.
func conditionViews(states []grading.ConditionState, pack *scenarios.Pack) []conditionView {
	out := make([]conditionView, len(states))
	for i, st := range states {
		name, figure, named := strings.Cut(st.Detail, ": ")
		if !named {
			name, figure = "", st.Detail
		}
		out[i] = conditionView{Condition: st.Condition, Holds: st.Holds, Name: name, Figure: figure}
		if sc, ok := pack.Scenarios[name]; ok {
			out[i].Name, out[i].Language = sc.Title, authorLanguage(sc.Meta)
		}
	}
	return out
}

func newRuleView(r grading.RuleCoverage) ruleView {
	view := ruleView{
		Text: r.Rule.Text, Facet: string(r.Rule.Facet), Value: r.Rule.Value, Have: r.Have, Need: r.Need, Holds: r.Holds, Missing: r.Missing,
	}
	if r.Need > 0 {
		view.Percent = min(100, 100*r.Have/r.Need)
	}
	return view
}

func (c *coverageView) sessionRow(session grading.PassedSession, rules []grading.RuleCoverage, pack *scenarios.Pack) coverageRow {
	row := coverageRow{Title: session.Scenario, At: session.DecidedAt, By: session.VerdictBy, Session: session.Session}
	if sc, ok := pack.Scenarios[session.Scenario]; ok {
		row.Title, row.Language = sc.Title, authorLanguage(sc.Meta)
	}
	for i, r := range rules {
		values := facetValues(r.Rule.Facet, session.ClientTypes, session.Request, session.Channel)
		row.Cells = append(row.Cells, coverageCell{c.Rules[i], values, slices.Contains(r.By, session.Session)})
	}
	return row
}

func (c *coverageView) scenarioRow(sc *scenarios.Scenario) coverageRow {
	row := coverageRow{Title: sc.Title, Language: authorLanguage(sc.Meta)}
	var types []string
	if sc.Persona != nil {
		types = sc.Persona.ClientTypes
	}
	for _, r := range c.Rules {
		values := facetValues(scenarios.Facet(r.Facet), types, sc.Request, sc.Channel)
		counts := !r.Holds && (r.Value == "" || slices.Contains(values, r.Value))
		row.Cells = append(row.Cells, coverageCell{r, values, counts})
	}
	return row
}

// facetValues is what a session shows of one facet.
func facetValues(facet scenarios.Facet, types []string, request string, channel scenarios.Channel) []string {
	switch facet {
	case scenarios.FacetClientType:
		return types
	case scenarios.FacetRequest:
		if request == "" {
			return nil
		}
		return []string{request}
	case scenarios.FacetChannel:
		return []string{string(channel)}
	default:
		panic("web: unknown facet " + string(facet))
	}
}
