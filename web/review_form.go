package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"proba/engine/store"
	"proba/grading"
)

// maxReason bounds a reason, in bytes.
const maxReason = 4000

// longestReview is the longest time between opening a review and deciding that is believed; more is not recorded.
const longestReview = 8 * time.Hour

// verdictForm is what an assessor filled in. Maps are by the mark's place in the evaluation.
type verdictForm struct {
	chosen   map[int]string
	reasons  map[int]string
	wrong    map[int]string // catalogue keys review.problem.*
	decision string
	reason   string
	opened   time.Time
	after    int
	problems []string
	tried    *triedView
}

// The decisions.
const (
	decisionPassed    = "passed"
	decisionNotPassed = "not passed"
)

// notApplicable is the value of a choice that takes a criterion out of the total.
const notApplicable = string(grading.NotApplicable)

func readVerdictForm(v *visit, marks []grading.Mark) (verdictForm, error) {
	form := verdictForm{chosen: map[int]string{}, reasons: map[int]string{}, wrong: map[int]string{}}
	form.decision, form.reason = v.FormValue("verdict"), strings.TrimSpace(v.FormValue("reason"))
	var err error
	if form.after, err = strconv.Atoi(v.FormValue("after")); err != nil {
		return form, errBadRequest
	}
	opened, err := strconv.ParseInt(v.FormValue("opened"), 10, 64)
	if err != nil {
		return form, errBadRequest
	}
	form.opened = time.UnixMilli(opened)
	for i := range marks {
		form.chosen[i] = v.FormValue(fmt.Sprintf("mark-%d", i))
		form.reasons[i] = strings.TrimSpace(v.FormValue(fmt.Sprintf("reason-%d", i)))
		if len(form.reasons[i]) > maxReason {
			return form, errBadRequest
		}
	}
	return form, nil
}

// settlements are the marks the person gave. What is missing or impossible is noted at its mark. A choice that equals
// what the machine decided says nothing new and is left out.
func (f *verdictForm) settlements(marks []grading.Mark) []grading.Settlement {
	var out []grading.Settlement
	for i, m := range marks {
		if f.chosen[i] == "" {
			if m.Mark == grading.Undecided {
				f.wrong[i] = "review.problem.choose"
			}
			continue
		}
		given, ok := settlement(m, f.chosen[i])
		switch {
		case !ok:
			f.wrong[i] = "review.problem.choose"
		case m.Mark == given.Mark && (m.Debrief == 0 || m.Points == given.Points):
		case m.Mark != grading.Undecided && f.reasons[i] == "":
			f.wrong[i] = "review.problem.override"
		default:
			given.Reason = f.reasons[i]
			out = append(out, given)
		}
	}
	return out
}

// settlement reads one choice: a mark for criteria of the contact, points for questions.
func settlement(m grading.Mark, chosen string) (grading.Settlement, bool) {
	given := grading.Settlement{Criterion: m.Criterion, Debrief: m.Debrief, Mark: grading.MarkValue(chosen)}
	if m.Debrief == 0 || chosen == notApplicable {
		return given, slices.Contains([]grading.MarkValue{grading.Met, grading.NotMet, grading.NotApplicable}, given.Mark)
	}
	points, err := strconv.Atoi(chosen)
	if err != nil || points < 0 || points > m.Of {
		return given, false
	}
	given.Points, given.Mark = points, grading.NotMet
	if points == m.Of {
		given.Mark = grading.Met
	}
	return given, true
}

// check notes what a verdict lacks, given the result the marks lead to.
func (f *verdictForm) check(tried *triedView) {
	if len(f.wrong) > 0 {
		f.problems = append(f.problems, "review.problem.marks")
	}
	switch {
	case f.decision != decisionPassed && f.decision != decisionNotPassed:
		f.problems = append(f.problems, "review.problem.decision")
	case f.decision == decisionPassed && len(f.wrong) == 0 && !tried.Passes():
		f.problems = append(f.problems, "review.problem.notpass")
	}
	if f.reason == "" || len(f.reason) > maxReason {
		f.problems = append(f.problems, "review.problem.reason")
	}
}

// spent is how long the assessor had the session open; 0 when that is not known.
func (f *verdictForm) spent(now time.Time) time.Duration {
	spent := now.Sub(f.opened)
	if spent < 0 || spent > longestReview {
		return 0
	}
	return spent.Truncate(time.Second)
}

// decide is the verdict of a form that has everything.
func (f *verdictForm) decide(settled grading.Evaluation, given []grading.Settlement, now time.Time) store.NewVerdict {
	return store.NewVerdict{Passed: f.decision == decisionPassed, Reason: f.reason, Settlements: given, Evaluation: settled,
		TimeSpent: f.spent(now), After: f.after}
}
