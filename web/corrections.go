package web

import (
	"context"
	"slices"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/grading/learn"
	"proba/scenarios"
)

// mostCorrected bounds the decided sessions of a scenario that are looked through, newest first.
const mostCorrected = 500

// Taught is what assessors' corrections teach about a scenario.
type Taught struct {
	Changes []learn.Change
	// Corrections counts the marks that persons gave otherwise than the machine; Left are those nothing is learnt from.
	Corrections int
	Left        []learn.Left
}

// Lessons counts what is proposed.
func (t Taught) Lessons() int {
	n := 0
	for _, c := range t.Changes {
		n += len(c.Lessons)
	}
	return n
}

// Teach looks through the newest verdicts on sessions of a scenario for marks that persons gave otherwise than the machine,
// and proposes what a pack could learn from them. Nothing is changed, and nothing of the people of the records is in it.
// script finds what a session was played with.
func Teach(ctx context.Context, records *store.Store, pack *scenarios.Pack, scenario string,
	script func(context.Context, engine.Session) (*engine.Script, error)) (Taught, error) {
	privacy, err := privacyOf(ctx, records)
	if err != nil {
		return Taught{}, err
	}
	sessions, err := records.Sessions(ctx, store.SessionFilter{Scenario: scenario, Mode: engine.Assessed, Verdict: store.WithVerdict,
		Page: store.Page{Limit: mostCorrected}})
	if err != nil {
		return Taught{}, err
	}
	var out Taught
	var lessons []learn.Lesson
	for _, session := range sessions {
		ev, err := decidedMarks(ctx, records, session.ID)
		if err != nil {
			return out, err
		}
		n := against(ev) + decidedForMachine(ev)
		if n == 0 {
			continue
		}
		c := learn.Case{Evaluation: ev}
		played, err := script(ctx, session)
		if err != nil {
			return out, err
		}
		c.Scenario = played.Scenario
		if c.Log, err = records.Events(ctx, session.ID, 0); err != nil {
			return out, err
		}
		found, left := learn.Lessons(c, privacy)
		out.Corrections += n
		lessons, out.Left = append(lessons, found...), append(out.Left, left...)
	}
	changes, left := learn.Propose(pack, scenario, lessons)
	out.Changes, out.Left = changes, append(out.Left, left...)
	return out, nil
}

// decidedMarks are the marks of the newest verdict on a session.
func decidedMarks(ctx context.Context, records *store.Store, id engine.SessionID) (grading.Evaluation, error) {
	given, err := records.Verdicts(ctx, id)
	if err != nil || len(given) == 0 {
		return grading.Evaluation{}, err
	}
	return given[len(given)-1].Evaluation.Decode()
}

// decidedForMachine counts the marks of the contact that the machine had left undecided and a person decided.
func decidedForMachine(ev grading.Evaluation) int {
	n := 0
	for _, m := range ev.Marks {
		if m.Settled && m.Debrief == 0 && m.Machine == grading.Undecided {
			n++
		}
	}
	return n
}

// privacyOf knows the names and sign-ins of everybody in the records.
func privacyOf(ctx context.Context, records *store.Store) (*learn.Privacy, error) {
	var names []string
	page := store.Page{Limit: 1000}
	for {
		people, err := records.People(ctx, store.PeopleFilter{Page: page})
		if err != nil {
			return nil, err
		}
		for _, p := range people {
			names = append(names, p.Name, p.Login)
		}
		if len(people) < page.Limit {
			return learn.NewPrivacy(names), nil
		}
		page.Offset += page.Limit
	}
}

// whyLeft counts the reasons nothing was learnt, most frequent first.
func whyLeft(left []learn.Left) []leftView {
	var out []leftView
	for _, l := range left {
		i := slices.IndexFunc(out, func(v leftView) bool { return v.Key == slug(string(l.Why)) })
		if i < 0 {
			out = append(out, leftView{Key: slug(string(l.Why))})
			i = len(out) - 1
		}
		out[i].N++
	}
	slices.SortStableFunc(out, func(a, b leftView) int { return b.N - a.N })
	return out
}

// leftView is a reason nothing was learnt; Key completes lessons.left.
type leftView struct {
	Key string
	N   int
}
