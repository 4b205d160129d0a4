package grading

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"proba/engine"
	"proba/scenarios"
)

func passed(id, scenario string, channel scenarios.Channel, request string, types ...string) PassedSession {
	return PassedSession{Session: engine.SessionID(id), Scenario: scenario, Channel: channel, Request: request, ClientTypes: types,
		Mode: engine.Assessed, Passed: true, DecidedAt: time.Date(2026, 1, len(id), 0, 0, 0, 0, time.UTC)}
}

func offered(id string, channel scenarios.Channel, request string, types ...string) *scenarios.Scenario {
	return &scenarios.Scenario{Meta: scenarios.Meta{ID: id}, Channel: channel, Request: request, Persona: &scenarios.Persona{ClientTypes: types}}
}

// uc2 asks what the official profile asks of remote service.
func uc2() *scenarios.Certificate {
	return &scenarios.Certificate{
		Meta: scenarios.Meta{ID: "uc2"},
		Coverage: []scenarios.CoverageRule{
			{N: 2, Facet: scenarios.FacetClientType},
			{N: 1, Facet: scenarios.FacetClientType, Value: "non-native"},
			{N: 2, Facet: scenarios.FacetRequest},
			{N: 1, Facet: scenarios.FacetRequest, Value: "complaint"},
			{N: 2, Facet: scenarios.FacetChannel, Among: []string{"phone", "chat", "email"}},
		},
	}
}

func pack() []*scenarios.Scenario {
	return []*scenarios.Scenario{
		offered("chat-info", scenarios.Chat, "information", "native"),
		offered("chat-sales", scenarios.Chat, "sales", "key", "native"),
		offered("counter-order", scenarios.Counter, "order", "native"),
		offered("phone-complaint", scenarios.Phone, "complaint", "non-native"),
	}
}

func TestCoverageSentences(t *testing.T) {
	info := passed("a", "chat-info", scenarios.Chat, "information", "native")
	complaint := passed("bb", "phone-complaint", scenarios.Phone, "complaint", "non-native")
	practice, failed := complaint, complaint
	practice.Mode, failed.Passed = engine.Practice, false
	tests := []struct {
		name     string
		sessions []PassedSession
		have     []int
		complete bool
		shortest []string
	}{
		{"nothing yet", nil, []int{0, 0, 0, 0, 0}, false, []string{"chat-info", "phone-complaint"}},
		{"one of two", []PassedSession{info}, []int{1, 0, 1, 0, 1}, false, []string{"phone-complaint"}},
		{"repeating a scenario adds none", []PassedSession{info, info, info}, []int{1, 0, 1, 0, 1}, false, []string{"phone-complaint"}},
		{"practice does not count", []PassedSession{info, practice}, []int{1, 0, 1, 0, 1}, false, []string{"phone-complaint"}},
		{"not passed does not count", []PassedSession{info, failed}, []int{1, 0, 1, 0, 1}, false, []string{"phone-complaint"}},
		{"a channel that is not named adds none", []PassedSession{complaint, passed("c", "counter-order", scenarios.Counter, "order", "native")},
			[]int{2, 1, 2, 1, 1}, false, []string{"chat-info"}},
		{"covered", []PassedSession{info, complaint}, []int{2, 1, 2, 1, 2}, true, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Cover(uc2(), tt.sessions, pack())
			var have []int
			for _, r := range got.Rules {
				have = append(have, r.Have)
			}
			if diff := cmp.Diff(tt.have, have); diff != "" {
				t.Errorf("counts (-want +got):\n%s", diff)
			}
			if got.Complete != tt.complete {
				t.Errorf("complete = %v, want %v", got.Complete, tt.complete)
			}
			if diff := cmp.Diff(tt.shortest, got.Shortest); diff != "" {
				t.Errorf("shortest (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEachClientTypeOfAPersonaCounts(t *testing.T) {
	got := Cover(uc2(), []PassedSession{passed("a", "chat-sales", scenarios.Chat, "sales", "key", "native")}, pack())
	if r := got.Rules[0]; r.Have != 2 || !r.Holds || len(r.By) != 1 {
		t.Errorf("client types = %d by %v, want 2 by one session", r.Have, r.By)
	}
}

func TestMissingValuesAreNamed(t *testing.T) {
	got := Cover(uc2(), []PassedSession{passed("a", "chat-info", scenarios.Chat, "information", "native")}, pack())
	want := [][]string{{"key", "non-native"}, {"non-native"}, {"complaint", "order", "sales"}, {"complaint"}, {"phone", "email"}}
	for i, r := range got.Rules {
		if diff := cmp.Diff(want[i], r.Missing); diff != "" {
			t.Errorf("rule %d misses (-want +got):\n%s", i, diff)
		}
	}
}

func TestNothingCanSupplyWhatIsMissing(t *testing.T) {
	if got := Cover(uc2(), nil, pack()[:3]); got.Complete || got.Shortest != nil {
		t.Errorf("shortest = %v, want none: no complaint in the pack", got.Shortest)
	}
}

func TestScenariosWithoutAttemptsLeftAreNotProposed(t *testing.T) {
	c := uc2()
	c.Conditions.AttemptsPerScenario = 1
	lost := passed("a", "chat-info", scenarios.Chat, "information", "native")
	lost.Passed = false
	got := Cover(c, []PassedSession{lost}, pack())
	if diff := cmp.Diff([]string{"chat-sales", "phone-complaint"}, got.Shortest); diff != "" {
		t.Errorf("shortest (-want +got):\n%s", diff)
	}
}

func TestConditionsNotRecordedAreMissing(t *testing.T) {
	c := uc2()
	c.Conditions = scenarios.Conditions{AttemptsPerScenario: 2, Supervised: true, SecondRater: []scenarios.Ref{{Name: "Motivazione"}}}
	scs := pack()
	scs[3].Debrief = []scenarios.Criterion{{Name: "why", Competence: scenarios.Ref{Name: "Motivazione"}}}
	info := passed("a", "chat-info", scenarios.Chat, "information", "native")
	complaint := passed("bb", "phone-complaint", scenarios.Phone, "complaint", "non-native")
	bare := Cover(c, []PassedSession{info, complaint}, scs)
	want := []ConditionState{{"attempts", true, "chat-info: 1 / 2"}, {"supervised", false, "0 / 2"}, {"second rater", false, "Motivazione: 0 / 1"}}
	if diff := cmp.Diff(want, bare.Conditions); diff != "" || bare.Complete {
		t.Errorf("conditions (-want +got):\n%s; complete %v", diff, bare.Complete)
	}
	info.Supervised, complaint.Supervised, complaint.SecondRated = true, true, []string{"Motivazione"}
	if full := Cover(c, []PassedSession{info, complaint}, scs); !full.Complete {
		t.Errorf("all recorded, but not complete: %+v", full.Conditions)
	}
	if many := Cover(c, []PassedSession{info, complaint, info, info}, scs); many.Complete || many.Conditions[0].Holds {
		t.Errorf("three attempts of two: %+v, want not complete", many.Conditions)
	}
}

func TestTheBestRecordedSessionCounts(t *testing.T) {
	c := uc2()
	c.Coverage = c.Coverage[3:4]
	c.Conditions.Supervised = true
	alone, watched := passed("a", "phone-complaint", scenarios.Phone, "complaint"), passed("bb", "phone-complaint", scenarios.Phone, "complaint")
	watched.Supervised = true
	if got := Cover(c, []PassedSession{alone, watched}, pack()); !got.Complete || got.Rules[0].By[0] != "bb" {
		t.Errorf("by %v, complete %v; want the supervised one and complete", got.Rules[0].By, got.Complete)
	}
}

func TestShortestStaysBoundedInLargePacks(t *testing.T) {
	c := &scenarios.Certificate{Coverage: []scenarios.CoverageRule{{N: 12, Facet: scenarios.FacetRequest}}}
	var all []*scenarios.Scenario
	for i := range 300 {
		all = append(all, offered(fmt.Sprintf("s%03d", i), scenarios.Chat, fmt.Sprint("request ", i%20)))
	}
	if got := Cover(c, nil, all); len(got.Shortest) != 12 {
		t.Errorf("shortest has %d scenarios, want 12", len(got.Shortest))
	}
}

// Ten requests that only the last scenarios bring hide behind hundreds that bring nothing new: the exact search gives
// up and the greedy answer stands.
func TestShortestIsGreedyWhereTheSearchIsTooWide(t *testing.T) {
	c := &scenarios.Certificate{Coverage: []scenarios.CoverageRule{{N: 10, Facet: scenarios.FacetRequest}, {N: 10, Facet: scenarios.FacetClientType}}}
	var all []*scenarios.Scenario
	for i := range 400 {
		all = append(all, offered(fmt.Sprintf("s%03d", i), scenarios.Chat, fmt.Sprint("request ", max(0, i-390)), fmt.Sprint("type ", i%7)))
	}
	for i := range 3 {
		all = append(all, offered(fmt.Sprintf("t%03d", i), scenarios.Chat, "request 0", fmt.Sprint("kind ", i)))
	}
	got := Cover(c, nil, all)
	if len(got.Shortest) < 12 || len(got.Shortest) > 14 {
		t.Errorf("shortest = %v, want about 12 scenarios", got.Shortest)
	}
}

func TestSessionsMarkedByAnotherRubricDoNotCount(t *testing.T) {
	c := &scenarios.Certificate{
		Rubric:   &scenarios.Rubric{Meta: scenarios.Meta{ID: "assistance"}},
		Coverage: []scenarios.CoverageRule{{N: 1, Facet: scenarios.FacetRequest}},
	}
	s := PassedSession{Session: "one", Scenario: "order", Channel: scenarios.Phone, Request: "order", Mode: engine.Assessed, Passed: true}
	for rubric, want := range map[string]int{"orders": 0, "": 0, "assistance": 1} {
		s.Rubric = rubric
		if got := Cover(c, []PassedSession{s}, nil).Rules[0].Have; got != want {
			t.Errorf("Cover counts %d of a session marked by %q, want %d", got, rubric, want)
		}
	}
}

func TestATranslationIsNoSecondScenario(t *testing.T) {
	rule := scenarios.CoverageRule{N: 2, Facet: scenarios.FacetRequest, Value: "complaint"}
	c := &scenarios.Certificate{Coverage: []scenarios.CoverageRule{rule}}
	all := []*scenarios.Scenario{
		{Meta: scenarios.Meta{ID: "plates"}, Request: "complaint"},
		{Meta: scenarios.Meta{ID: "plates-ro"}, Request: "complaint", Translation: &scenarios.Translation{Translates: "plates"}},
	}
	passed := []PassedSession{
		{Session: "1", Scenario: "plates", Request: "complaint", Mode: engine.Assessed, Passed: true},
		{Session: "2", Scenario: "plates-ro", Request: "complaint", Mode: engine.Assessed, Passed: true},
	}
	if got := Cover(c, passed, all).Rules[0].Have; got != 1 {
		t.Errorf("a scenario and its translation count as %d scenarios, want 1", got)
	}
}
