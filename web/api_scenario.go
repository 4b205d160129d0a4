package web

import (
	"net/http"
	"slices"
	"strings"

	"proba/scenarios"
)

type apiScenario struct {
	ID         string            `json:"id"`
	Title      string            `json:"title"`
	Version    string            `json:"version"`
	Channel    scenarios.Channel `json:"channel"`
	Request    string            `json:"request,omitempty"`
	Languages  []string          `json:"languages"`
	Difficulty int               `json:"difficulty,omitempty"`
	Minutes    int               `json:"minutes,omitempty"`
	Customer   string            `json:"customer,omitempty"`
	Brief      string            `json:"brief,omitempty"`
}

type apiScenarioList struct {
	Scenarios []apiScenario `json:"scenarios"`
}

// scenarioForAll is what anybody signed in may know of a scenario (SEMANTICS 59).
func scenarioForAll(sc *scenarios.Scenario) apiScenario {
	return apiScenario{
		ID: sc.ID, Title: sc.Title, Version: sc.Version, Channel: sc.Channel, Request: sc.Request,
		Languages: sc.Languages, Difficulty: sc.Difficulty, Minutes: sc.Minutes, Customer: sc.Persona.Title,
	}
}

func (s *Server) apiScenarios(v *visit) error {
	list := apiScenarioList{Scenarios: []apiScenario{}}
	for _, sc := range s.Library.Pack().Scenarios {
		list.Scenarios = append(list.Scenarios, scenarioForAll(sc))
	}
	slices.SortFunc(list.Scenarios, func(a, b apiScenario) int {
		return strings.Compare(a.Title+"\x00"+a.ID, b.Title+"\x00"+b.ID)
	})
	return v.JSON(http.StatusOK, list)
}

func (s *Server) apiScenario(v *visit) error {
	script, ok := s.Library.Script(v.Param("id"))
	if !ok {
		return errNotFound
	}
	answer := scenarioForAll(script.Scenario)
	answer.Brief = script.Brief
	return v.JSON(http.StatusOK, answer)
}
