package web

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// certificateStanding is how far a person is with one certificate.
type certificateStanding struct {
	Certificate *scenarios.Certificate
	Coverage    grading.Coverage
	State       standingState
	// Held and Needed count the rules and conditions of the certificate.
	Held, Needed int
	// Award is the newest one that was not revoked; nil without one.
	Award *store.Award
}

// standingState says what a reader does about it. It is also the end of the catalogue key state.*.
type standingState string

const (
	stateNone    standingState = "none"    // nothing is covered yet
	stateMissing standingState = "missing" // something is
	stateReady   standingState = "ready"   // everything is: somebody may award it
	stateAwarded standingState = "awarded"
	stateSoon    standingState = "soon" // awarded, ends within sixty days
	stateExpired standingState = "expired"
)

// soon is when the end of a certificate is shown as near.
const soon = 60 * 24 * time.Hour

// dossier is what the record of one person is made of.
type dossier struct {
	person   store.Person
	passed   []grading.PassedSession
	awards   []store.Award
	standing []certificateStanding
}

// dossierOf reads what counts towards certificates, and counts it.
func (s *Server) dossierOf(ctx context.Context, person store.Person) (dossier, error) {
	passed, err := s.Store.PassedSessions(ctx, person.ID)
	if err != nil {
		return dossier{}, err
	}
	awards, err := s.Store.AwardsOf(ctx, person.ID)
	if err != nil {
		return dossier{}, err
	}
	d := dossier{person: person, passed: passed, awards: awards}
	pack := s.Library.Pack()
	all := sortedScenarios(pack)
	for _, c := range sortedCertificates(pack) {
		d.standing = append(d.standing, newStanding(c, passed, awards, all, s.Now()))
	}
	return d, nil
}

func newStanding(c *scenarios.Certificate, passed []grading.PassedSession, awards []store.Award, all []*scenarios.Scenario, now time.Time) certificateStanding {
	st := certificateStanding{Certificate: c, Coverage: grading.Cover(c, passed, all), Award: standingAward(awards, c.ID)}
	for _, r := range st.Coverage.Rules {
		st.Needed++
		if r.Holds {
			st.Held++
		}
	}
	for _, condition := range st.Coverage.Conditions {
		st.Needed++
		if condition.Holds {
			st.Held++
		}
	}
	st.State = st.state(now)
	return st
}

func (st certificateStanding) state(now time.Time) standingState {
	until := (*time.Time)(nil)
	if st.Award != nil {
		until = st.Award.ValidUntil
	}
	switch {
	case st.Award != nil && until != nil && !now.Before(*until):
		return stateExpired
	case st.Award != nil && until != nil && until.Sub(now) < soon:
		return stateSoon
	case st.Award != nil:
		return stateAwarded
	case st.Coverage.Complete:
		return stateReady
	case st.Held > 0 && slices.ContainsFunc(st.Coverage.Rules, func(r grading.RuleCoverage) bool { return r.Have > 0 }):
		return stateMissing
	default:
		return stateNone
	}
}

// standingAward is the newest award of a certificate that was not revoked; awards come newest first.
func standingAward(awards []store.Award, certificate string) *store.Award {
	for i := range awards {
		if awards[i].Certificate == certificate && awards[i].Revoked == nil {
			return &awards[i]
		}
	}
	return nil
}

func sortedScenarios(pack *scenarios.Pack) []*scenarios.Scenario {
	return slices.SortedFunc(maps.Values(pack.Scenarios), func(a, b *scenarios.Scenario) int { return strings.Compare(a.ID, b.ID) })
}

func sortedCertificates(pack *scenarios.Pack) []*scenarios.Certificate {
	return slices.SortedFunc(maps.Values(pack.Certificates), func(a, b *scenarios.Certificate) int { return strings.Compare(a.ID, b.ID) })
}

// authorLanguage is the first of the file's languages, for `lang` attributes.
func authorLanguage(m scenarios.Meta) string {
	if len(m.Languages) == 0 {
		return ""
	}
	return m.Languages[0]
}
