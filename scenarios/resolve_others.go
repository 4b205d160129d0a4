package scenarios

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// certificate joins a certificate with its rubric and resolves the competences of a second rater.
func (l *loader) certificate(d draftCertificate) {
	var ok bool
	d.Rubric, ok = one(l, d.head, "rubric", KindRubric, d.head.Rubric, l.pack.Rubrics)
	if !ok || d.ID == "" {
		return
	}
	competences := competencesOf(d.Rubric)
	for i := range d.Conditions.SecondRater {
		l.competence(&d.Conditions.SecondRater[i], competences)
	}
	l.pack.Certificates[d.ID] = d.Certificate
}

func competencesOf(r *Rubric) *names {
	all := newNames()
	for _, c := range r.Competences {
		all.add(c.Name)
	}
	return all
}

func (l *loader) competence(ref *Ref, in *names) {
	if ref.Name != "" && !known(ref, in) {
		l.find.addDangling("C301", ref.At, utf8.RuneCountInString(ref.Name),
			details{"name": ref.Name, "nearest": in.near(ref.Name), "names": joinSome(in.all)})
	}
}

// shift joins a shift with its rubric, scenarios and personas.
func (l *loader) shift(d draftShift) {
	for _, a := range d.Arrivals {
		l.arrivalName(a.Scenario, "head.scenario", KindScenario, d.r)
		l.arrivalName(a.Persona, "head.persona", KindPersona, d.r)
		l.arrivalName(a.Briefing, "head.briefing", KindBriefing, d.r)
	}
	if d.r.head.Rubric != "" {
		var ok bool
		if d.Rubric, ok = one(l, d.r.head, "rubric", KindRubric, d.r.head.Rubric, l.pack.Rubrics); !ok {
			return
		}
	}
	if d.Rubric != nil {
		l.shiftCriteria(d)
	}
	if d.ID != "" {
		l.pack.Shifts[d.ID] = d.Shift
	}
}

func (l *loader) shiftCriteria(d draftShift) {
	competences := competencesOf(d.Rubric)
	for i := range d.Criteria {
		l.competence(&d.Criteria[i].Competence, competences)
	}
	if d.asRubric {
		d.Pass = append(slices.Clone(d.Rubric.Pass), d.Pass...)
	}
}

// arrivalName reports a scenario or persona in a table of arrivals that the pack does not have (S005).
func (l *loader) arrivalName(ref Ref, column word, kind Kind, r *reader) {
	if _, ok := l.defined[kind][ref.Name]; ok || ref.Name == "" {
		return
	}
	l.find.add("S005", ref.At, utf8.RuneCountInString(ref.Name), details{
		"key": Keyword(string(column), r.src.language), "value": ref.Name, "kind": "kind." + string(kind),
		"nearest": nearestOf(ref.Name, slices.Sorted(maps.Keys(l.defined[kind])))})
}
