package web

import (
	"context"

	"proba/engine/store"
)

// certificateProgress is how far a trainee is with one certificate: what holds, what is missing, and the shortest way.
type certificateProgress struct {
	Title, Language string
	State           standingState
	Held, Needed    int
	Rules           []ruleView
	// Shortest are titles of scenarios that would supply what is missing.
	Shortest []scenarioName
}

// scenarioName is a title in its language.
type scenarioName struct{ ID, Title, Language string }

// certificatesOf are the certificates a person works towards: those begun, or all when none is.
func (s *Server) certificatesOf(ctx context.Context, person store.Person) ([]certificateProgress, error) {
	d, err := s.dossierOf(ctx, person)
	if err != nil {
		return nil, err
	}
	var begun, all []certificateProgress
	for _, st := range d.standing {
		one := certificateProgress{Title: st.Certificate.Title, Language: authorLanguage(st.Certificate.Meta), State: st.State, Held: st.Held, Needed: st.Needed}
		for _, r := range st.Coverage.Rules {
			one.Rules = append(one.Rules, newRuleView(r))
		}
		for _, id := range st.Coverage.Shortest {
			if script, known := s.Library.Script(id); known {
				one.Shortest = append(one.Shortest, scenarioName{id, script.Title, firstLanguage(script.Scenario)})
			}
		}
		if all = append(all, one); st.State != stateNone {
			begun = append(begun, one)
		}
	}
	if len(begun) > 0 {
		return begun, nil
	}
	return all, nil
}
