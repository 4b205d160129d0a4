package web

import (
	"slices"
	"time"

	"proba/engine/rater"
	"proba/engine/store"
	"proba/grading"
)

// voteView is what an outside rater said of a criterion. It is no mark and is shown as none: beside the machine's mark, to
// the assessor only.
type voteView struct {
	Model string
	Quote string
	At    time.Time
	// Standing is what it means beside the mark as it is now; Why is why a void vote is void.
	Standing rater.Standing
	Opinion  rater.Opinion
	Why      rater.Why
}

// Key completes review.vote: agrees, differs, void, or silent for one that counts for nothing beside this mark.
func (v voteView) Key() string {
	switch {
	case v.Opinion == rater.Void:
		return "void"
	case v.Standing == rater.Review:
		return "differs"
	}
	return string(v.Standing)
}

// OpinionKey and WhyKey complete review.opinion and review.void.
func (v voteView) OpinionKey() string { return slug(string(v.Opinion)) }

// WhyKey is a void vote's reason.
func (v voteView) WhyKey() string { return slug(string(v.Why)) }

// votesBeside are the newest votes of each model on the criterion of a mark.
func votesBeside(votes []store.RaterVote, m grading.Mark) []voteView {
	var out []voteView
	for _, v := range votes {
		if m.Debrief > 0 || v.Criterion != m.Criterion {
			continue
		}
		opinion := rater.Opinion(v.Opinion)
		view := voteView{Model: v.Model, Quote: v.Quote, At: v.At, Opinion: opinion, Why: rater.Why(v.Why),
			Standing: rater.Beside(m, rater.Vote{Opinion: opinion})}
		out = append(slices.DeleteFunc(out, func(before voteView) bool { return before.Model == v.Model }), view)
	}
	return out
}

// Doubted tells that a rater sees the mark otherwise: a person should look.
func (m markView) Doubted() bool {
	return slices.ContainsFunc(m.Votes, func(v voteView) bool { return v.Standing == rater.Review })
}

// doubted counts the criteria that raters see otherwise than the machine.
func doubted(ev grading.Evaluation, votes []store.RaterVote) int {
	n := 0
	for _, m := range ev.Marks {
		if (markView{Votes: votesBeside(votes, m)}).Doubted() {
			n++
		}
	}
	return n
}
