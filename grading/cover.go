package grading

import (
	"cmp"
	"slices"

	"proba/engine"
	"proba/scenarios"
)

// Cover counts sessions against a certificate (SEMANTICS 58). sessions are the person's sessions since the last award
// of it, in any order and also those not passed: they use up attempts. Only assessed ones whose verdict is passed
// count, and where the certificate names a rubric only those marked by it: an order by phone proves nothing about
// assistance. all are the scenarios of the pack, for Shortest and Missing.
func Cover(c *scenarios.Certificate, sessions []PassedSession, all []*scenarios.Scenario) Coverage {
	sessions, all = ofRubric(c, asOriginals(sessions, all), all)
	counting := countingSessions(sessions)
	shop := shelf(all)
	cov := Coverage{Certificate: c.ID, Complete: true}
	for _, r := range c.Coverage {
		rc := coverRule(r, counting, shop)
		cov.Rules = append(cov.Rules, rc)
		cov.Complete = cov.Complete && rc.Holds
	}
	if !cov.Complete {
		cov.Shortest = shortest(c, counting, untried(c, sessions, shop))
	}
	cov.Conditions = conditions(c, sessions, cov.Rules, all)
	for _, s := range cov.Conditions {
		cov.Complete = cov.Complete && s.Holds
	}
	return cov
}

// ofRubric leaves out what is marked by another rubric than the certificate's.
func ofRubric(c *scenarios.Certificate, sessions []PassedSession, all []*scenarios.Scenario) ([]PassedSession, []*scenarios.Scenario) {
	if c.Rubric == nil {
		return sessions, all
	}
	var own []PassedSession
	for _, s := range sessions {
		if s.Rubric == c.Rubric.ID {
			own = append(own, s)
		}
	}
	var offered []*scenarios.Scenario
	for _, sc := range all {
		if sc.Rubric != nil && sc.Rubric.ID == c.Rubric.ID {
			offered = append(offered, sc)
		}
	}
	return own, offered
}

// asOriginals counts a session of a translated scenario as one of its original: saying the same in another language is no
// other scenario.
func asOriginals(sessions []PassedSession, all []*scenarios.Scenario) []PassedSession {
	original := map[string]string{}
	for _, sc := range all {
		if sc.Translation != nil {
			original[sc.ID] = sc.Translation.Translates
		}
	}
	own := slices.Clone(sessions)
	for i, s := range own {
		if id, ok := original[s.Scenario]; ok {
			own[i].Scenario = id
		}
	}
	return own
}

// countingSessions are those that count, the best recorded first: supervised, marked by most raters, earliest. A
// condition is then not missed for a session that another could replace.
func countingSessions(sessions []PassedSession) []PassedSession {
	var counting []PassedSession
	for _, s := range sessions {
		if s.Passed && s.Mode == engine.Assessed {
			counting = append(counting, s)
		}
	}
	slices.SortFunc(counting, func(a, b PassedSession) int {
		return cmp.Or(-cmp.Compare(one(a.Supervised), one(b.Supervised)), -cmp.Compare(len(a.SecondRated), len(b.SecondRated)),
			a.DecidedAt.Compare(b.DecidedAt), cmp.Compare(a.Session, b.Session))
	})
	return counting
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// offer is what passing a scenario counts for.
type offer struct {
	scenario    string
	channel     scenarios.Channel
	request     string
	clientTypes []string
}

// values are those of one facet; a persona may have several client types.
func (o offer) values(f scenarios.Facet) []string {
	switch f {
	case scenarios.FacetClientType:
		return o.clientTypes
	case scenarios.FacetChannel:
		return nonEmpty(string(o.channel))
	case scenarios.FacetRequest:
		return nonEmpty(o.request)
	default:
		return nil
	}
}

func nonEmpty(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func (s PassedSession) offer() offer { return offer{s.Scenario, s.Channel, s.Request, s.ClientTypes} }

// shelf are the offers of a pack, by scenario id.
func shelf(all []*scenarios.Scenario) []offer {
	offers := make([]offer, 0, len(all))
	for _, sc := range all {
		o := offer{scenario: sc.ID, channel: sc.Channel, request: sc.Request}
		if sc.Persona != nil {
			o.clientTypes = sc.Persona.ClientTypes
		}
		offers = append(offers, o)
	}
	slices.SortFunc(offers, func(a, b offer) int { return cmp.Compare(a.scenario, b.scenario) })
	return offers
}

// counts are the things that an offer adds to a rule: the values it brings, or itself where one value is asked. What
// is there already adds nothing, so repeating a scenario adds none.
func counts(r scenarios.CoverageRule, o offer) []string {
	if r.Value != "" {
		if slices.Contains(o.values(r.Facet), r.Value) {
			return []string{o.scenario}
		}
		return nil
	}
	if len(r.Among) == 0 {
		return o.values(r.Facet)
	}
	var among []string
	for _, v := range o.values(r.Facet) {
		if slices.Contains(r.Among, v) {
			among = append(among, v)
		}
	}
	return among
}

// coverRule counts one rule.
func coverRule(r scenarios.CoverageRule, counting []PassedSession, shop []offer) RuleCoverage {
	rc := RuleCoverage{Rule: r, Need: r.N}
	var have []string
	for _, s := range counting {
		news := without(counts(r, s.offer()), have)
		if len(news) > 0 {
			have = append(have, news...)
			rc.By = append(rc.By, s.Session)
		}
	}
	rc.Have = len(have)
	rc.Holds = rc.Have >= rc.Need
	if !rc.Holds {
		rc.Missing = missing(r, have, shop)
	}
	return rc
}

// missing are values that would count and are not there: the one asked, those it chooses among, or those of the pack.
func missing(r scenarios.CoverageRule, have []string, shop []offer) []string {
	switch {
	case r.Value != "":
		return []string{r.Value}
	case len(r.Among) > 0:
		return without(r.Among, have)
	}
	var values []string
	for _, o := range shop {
		values = append(values, without(o.values(r.Facet), values)...)
	}
	slices.Sort(values)
	return without(values, have)
}

// without are the distinct values of a that are not in b, in order.
func without(a, b []string) []string {
	var rest []string
	for _, v := range a {
		if !slices.Contains(b, v) && !slices.Contains(rest, v) {
			rest = append(rest, v)
		}
	}
	return rest
}
