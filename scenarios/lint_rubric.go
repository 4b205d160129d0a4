package scenarios

import "slices"

// rubric reports minimums that no scenario or shift of the pack ever tests: C315. A rubric nothing uses yet is left
// alone, and so is one whose scenarios could not all be read.
func (l *linter) rubric(r *Rubric) {
	tested, users := map[string]bool{}, 0
	for _, sc := range l.pack.Scenarios {
		if sc.Rubric == r {
			users++
			markTested(tested, sc.Criteria)
			markTested(tested, sc.Debrief)
		}
	}
	for _, work := range l.pack.DeskWork {
		if work.Rubric == r {
			users++
			markTested(tested, work.Criteria)
			markTested(tested, work.Debrief)
		}
	}
	for _, shift := range l.pack.Shifts {
		if shift.Rubric == r {
			markTested(tested, shift.Criteria)
		}
	}
	if users == 0 || l.unreadScenarios() {
		return
	}
	for _, c := range r.Competences {
		if c.Minimum > 0 && !tested[c.Name] {
			l.at("C315", c.At, c.Name, details{"competence": c.Name})
		}
	}
}

func markTested(tested map[string]bool, criteria []Criterion) {
	for _, c := range criteria {
		tested[c.Competence.Name] = true
	}
}

func (l *linter) unreadScenarios() bool {
	return slices.ContainsFunc(l.pack.Files, func(f File) bool {
		_, read := l.pack.Scenarios[f.Meta.ID]
		_, work := l.pack.DeskWork[f.Meta.ID]
		return (f.Meta.Kind == KindScenario || f.Meta.Kind == "") && !read && !work
	})
}
