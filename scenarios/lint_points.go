package scenarios

import (
	"slices"
	"strconv"
)

// points checks that the pass mark can be reached and what it rests on: C306, C307.
func (s *scenarioLint) points() {
	for _, v := range s.variants {
		if s.outOfReach(v) {
			break
		}
	}
	s.allOrNothing()
}

// outOfReach reports the first rule of the pass mark that even the best trainee misses in a variant.
func (s *scenarioLint) outOfReach(variant string) bool {
	for _, rule := range s.sc.Pass {
		switch rule := rule.(type) {
		case TotalAtLeast:
			if s.short(variant, "", rule.Percent) {
				return true
			}
		case CompetenceAtLeast:
			if s.short(variant, rule.Competence.Name, rule.Percent) {
				return true
			}
		case EveryCompetence:
			for _, c := range s.rubricCompetences() {
				if s.short(variant, c.Name, c.Minimum) {
					return true
				}
			}
		}
	}
	return false
}

func (s *scenarioLint) rubricCompetences() []Competence {
	if s.sc.Rubric == nil {
		return nil
	}
	return s.sc.Rubric.Competences
}

// short reports a share of points that cannot be earned; competence "" is the total.
func (s *scenarioLint) short(variant, competence string, percent int) bool {
	var marked []*Criterion
	of := 0
	for _, c := range s.marked {
		if inVariant(c.OnlyIn, variant) && (competence == "" || c.Competence.Name == competence) {
			marked = append(marked, c)
			of += c.Points
		}
	}
	best := of - s.lost(marked, variant)
	if of == 0 || best*100 >= percent*of {
		return false
	}
	with := details{"variant": variant, "competence": competence, "best": strconv.Itoa(best * 100 / of), "percent": strconv.Itoa(percent)}
	code := Code("C306")
	if competence != "" {
		code = "C306/competence"
	}
	at, width := s.heading("section.pass-mark")
	s.report(code, at, width, with)
	return true
}

// maxPaired bounds the search for criteria that exclude each other; nobody writes so many by hand.
const maxPaired = 200

// lost is how many points at least cannot be earned together: those of criteria that cannot be met, and of each pair
// that exclude each other the smaller.
func (s *scenarioLint) lost(criteria []*Criterion, variant string) int {
	lost := 0
	var rest []*Criterion
	for _, c := range criteria {
		switch _, _, unmet := s.unmet(c, variant); {
		case c.PartMarks:
		case unmet:
			lost += c.Points
		default:
			rest = append(rest, c)
		}
	}
	if len(rest) > maxPaired {
		return lost
	}
	paired := map[*Criterion]bool{}
	for _, a := range rest {
		if len(a.NoneOf) == 0 || paired[a] || a.OnlyIf != nil {
			continue
		}
		for _, b := range rest {
			if !paired[a] && !paired[b] && b.OnlyIf == nil && s.atOdds(a, b) {
				paired[a], paired[b] = true, true
				lost += min(a.Points, b.Points)
			}
		}
	}
	return lost
}

// atOdds reports whether one criterion forbids what the other cannot do without.
func (s *scenarioLint) atOdds(a, b *Criterion) bool {
	if a == b {
		return false
	}
	return slices.ContainsFunc(append(slices.Clip(b.AllOf), b.InOrder...), func(item Item) bool { return s.forbidden(item, a.NoneOf) })
}

// allOrNothing warns of a competence with a minimum that one criterion decides alone: C307. Where that criterion is
// required or fatal its author wanted it to decide.
func (s *scenarioLint) allOrNothing() {
	by := map[string][]*Criterion{}
	for _, c := range s.marked {
		by[c.Competence.Name] = append(by[c.Competence.Name], c)
	}
	for _, competence := range s.rubricCompetences() {
		minimum := s.minimumOf(competence)
		only := by[competence.Name]
		if len(only) != 1 || minimum == 0 || only[0].PartMarks || only[0].Required || only[0].Fatal {
			continue
		}
		code := Code("C307")
		if len(only[0].Items()) < 2 {
			code = "C307/single"
		}
		s.at(code, only[0].At, only[0].Name, details{
			"competence": competence.Name, "points": strconv.Itoa(only[0].Points), "percent": strconv.Itoa(minimum)})
	}
}

// minimumOf is the share of a competence's points that the pass mark asks for; 0 when it asks for none.
func (s *scenarioLint) minimumOf(c Competence) int {
	minimum := 0
	for _, rule := range s.sc.Pass {
		switch rule := rule.(type) {
		case EveryCompetence:
			minimum = max(minimum, c.Minimum)
		case CompetenceAtLeast:
			if rule.Competence.Name == c.Name {
				minimum = max(minimum, rule.Percent)
			}
		}
	}
	return minimum
}
