package scenarios

import "strings"

// passRules reads a pass mark. asRubric tells that it is the rubric's.
func (r *reader) passRules(section *part) (rules []PassRule, asRubric bool) {
	if section == nil {
		return nil, true
	}
	lines := itemTexts(section.blocks)
	if len(lines) == 0 {
		lines = paragraphTexts(section.blocks)
	}
	for _, t := range lines {
		rule, rubric, ok := r.passRule(t)
		switch {
		case !ok:
			r.report("S014/pass", t, details{"text": clip(t.text, 80), "nearest": r.nearestWord(t.text, wordsOf("pass"))})
		case rubric:
			asRubric = true
		default:
			rules = append(rules, rule)
		}
	}
	return rules, asRubric || len(lines) == 0
}

func itemTexts(blocks []block) []rich {
	var all []rich
	for _, it := range bulletsOf(blocks) {
		if !it.text.empty() {
			all = append(all, it.text)
		}
	}
	return all
}

func paragraphTexts(blocks []block) []rich {
	var all []rich
	for _, b := range blocks {
		if p, ok := b.(paragraph); ok {
			all = append(all, p.text)
		}
	}
	return all
}

func (r *reader) passRule(t rich) (rule PassRule, asRubric, ok bool) {
	text := strings.TrimRight(withAsterisks(t).text, " .;")
	w, _, holes, ok := lookup("pass", text)
	if !ok {
		return nil, false, false
	}
	n, _, _ := measureHoles(holes)
	switch w {
	case "pass.as-rubric":
		return nil, true, true
	case "pass.total":
		return TotalAtLeast{n}, false, percent(n)
	case "pass.competence":
		return CompetenceAtLeast{r.firstName(t), n}, false, percent(n)
	case "pass.every-competence":
		return EveryCompetence{}, false, true
	case "pass.required":
		return AllRequired{}, false, true
	case "pass.fatal":
		return NoFatal{}, false, true
	}
	return nil, false, false
}

// firstName is the first name in italics of a text.
func (r *reader) firstName(t rich) Ref {
	for _, m := range t.of(markName) {
		name := t.slice(m.from, m.to).trim()
		return Ref{Name: readableLine(name.text), At: r.pos(name)}
	}
	return Ref{}
}
