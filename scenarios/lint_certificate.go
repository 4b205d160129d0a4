package scenarios

import "slices"

// certificate reports sentences of a coverage that the scenarios of the pack cannot satisfy: V603. A pack with scenarios
// that could not be read is left alone, and so is one without scenarios.
func (l *linter) certificate(c *Certificate) {
	if len(l.pack.Scenarios) == 0 || l.unreadScenarios() {
		return
	}
	for _, rule := range c.Coverage {
		if have := l.offered(c, rule); have < rule.N {
			at, width := l.place(rule.At, rule.Text)
			l.report("V603", at, width, details{"text": rule.Text, "have": itoa(have)})
		}
	}
}

// offered counts what the scenarios marked by the certificate's rubric can add to a rule: different values, or scenarios with
// the value asked for. A scenario and its translations are one.
func (l *linter) offered(c *Certificate, rule CoverageRule) int {
	found := map[string]bool{}
	for _, sc := range l.pack.Scenarios {
		if sc.Translation != nil || c.Rubric != nil && sc.Rubric != c.Rubric {
			continue
		}
		for _, v := range facetValues(sc, rule.Facet) {
			switch {
			case rule.Value != "" && v == rule.Value:
				found[sc.ID] = true
			case rule.Value == "" && v != "" && (len(rule.Among) == 0 || slices.Contains(rule.Among, v)):
				found[v] = true
			}
		}
	}
	return len(found)
}

func facetValues(sc *Scenario, f Facet) []string {
	switch f {
	case FacetClientType:
		return sc.Persona.ClientTypes
	case FacetRequest:
		return []string{sc.Request}
	case FacetChannel:
		return []string{string(sc.Channel)}
	}
	return nil
}
