package store_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

func passing() store.NewVerdict {
	return store.NewVerdict{Passed: true, Reason: "clear and polite", After: 1, TimeSpent: 3 * time.Minute,
		Settlements: []grading.Settlement{{Criterion: "Greets", Mark: grading.Met, Reason: "he did"}},
		Evaluation:  grading.Evaluation{Scenario: "late-parcel", Result: scenarios.Pass, Score: 90}}
}

func TestAVerdictStandsBesideTheMachinesEvaluation(t *testing.T) {
	f := open(t)
	anna, vera := f.person("anna"), f.person("vera", store.Assessor)
	id := f.assessed(anna, scenarios.Undecided)
	v, err := f.GiveVerdict(f.ctx, actor(vera), id, passing())
	must(t, err)
	if !v.Passed || v.By != vera || v.Evaluation.Number != 2 || v.Settlements[0].Criterion != "Greets" {
		t.Errorf("GiveVerdict = %+v", v)
	}
	machine, err := f.MachineEvaluation(f.ctx, id)
	must(t, err)
	latest, err := f.LatestEvaluation(f.ctx, id)
	must(t, err)
	if machine.Score != 70 || machine.By != "" || latest.Score != 90 || latest.By != vera || latest.Origin != store.FromPerson {
		t.Errorf("machine %+v, latest %+v", machine, latest)
	}
	s, err := f.Session(f.ctx, id)
	must(t, err)
	if s.Result != scenarios.Pass || s.Score != 90 {
		t.Errorf("Session = %+v", s)
	}
	list, err := f.Verdicts(f.ctx, id)
	must(t, err)
	if len(list) != 1 || list[0].TimeSpent != 3*time.Minute || len(list[0].Evaluation.JSON) == 0 {
		t.Errorf("Verdicts = %+v", list)
	}
	if f.audited("verdict.give") != 1 {
		t.Error("the verdict is not in the audit")
	}
}

func TestAVerdictThatCannotBeIsRefused(t *testing.T) {
	f := open(t)
	anna, vera := f.person("anna"), f.person("vera", store.Assessor)
	id := f.assessed(anna, scenarios.Fail)
	practice := f.session(anna, engine.Practice)
	must(t, f.Append(f.ctx, practice.ID, f.finished(2, scenarios.Pass)))
	running := f.session(f.person("ion"), engine.Assessed)
	edit := func(change func(*store.NewVerdict)) store.NewVerdict {
		v := passing()
		change(&v)
		return v
	}
	for name, c := range map[string]struct {
		by   store.Actor
		id   engine.SessionID
		v    store.NewVerdict
		want error
	}{
		"on himself":             {actor(anna), id, passing(), store.ErrSelf},
		"by the program":         {store.Server(), id, passing(), store.ErrInvalid},
		"without a reason":       {actor(vera), id, edit(func(v *store.NewVerdict) { v.Reason = " " }), store.ErrInvalid},
		"passed, result fail":    {actor(vera), id, edit(func(v *store.NewVerdict) { v.Evaluation.Result = scenarios.Fail }), store.ErrInvalid},
		"on an older evaluation": {actor(vera), id, edit(func(v *store.NewVerdict) { v.After = 0 }), store.ErrStale},
		"on practice":            {actor(vera), practice.ID, passing(), store.ErrInvalid},
		"before the end":         {actor(vera), running.ID, passing(), store.ErrNotFinished},
		"on a session of nobody": {actor(vera), "nobody", passing(), store.ErrNotFound},
	} {
		_, err := f.GiveVerdict(f.ctx, c.by, c.id, c.v)
		wants(t, name, err, c.want)
	}
	if list, _ := f.Verdicts(f.ctx, id); len(list) != 0 || f.audited("verdict.give") != 0 {
		t.Errorf("a refused verdict left %d rows", len(list))
	}
}

func TestANotPassedVerdictNeedsNoResult(t *testing.T) {
	f := open(t)
	anna, vera := f.person("anna"), f.person("vera")
	id := f.assessed(anna, scenarios.Pass)
	v := passing()
	v.Passed, v.Evaluation.Result = false, scenarios.Undecided
	_, err := f.GiveVerdict(f.ctx, actor(vera), id, v)
	must(t, err)
	if n, _ := f.CountSessions(f.ctx, store.SessionFilter{Verdict: store.WithVerdict}); n != 1 {
		t.Error("the session still awaits a verdict")
	}
}

func TestARegradeAddsAndReplacesNothing(t *testing.T) {
	f := open(t)
	id := f.assessed(f.person("anna"), scenarios.Fail)
	ev := grading.Evaluation{Result: scenarios.Pass, Score: 88}
	wants(t, "without a reason", f.SaveEvaluation(f.ctx, boss, id, ev, ""), store.ErrInvalid)
	must(t, f.SaveEvaluation(f.ctx, boss, id, ev, "a phrase was mended"))
	list, err := f.Evaluations(f.ctx, id)
	must(t, err)
	if len(list) != 2 || list[0].Score != 70 || list[1].Score != 88 || list[1].Reason != "a phrase was mended" {
		t.Errorf("Evaluations = %+v", list)
	}
	if got, err := list[1].Decode(); err != nil || got.Score != 88 {
		t.Errorf("Decode = %+v, %v", got, err)
	}
}

func TestASecondMarkingCountsOnlyByAnotherPerson(t *testing.T) {
	f := open(t)
	anna, vera, otto := f.person("anna"), f.person("vera"), f.person("otto")
	id := f.assessed(anna, scenarios.Pass)
	mark := store.BlindMark{Session: id, Competences: []string{"Clarity"}}
	wants(t, "by the trainee", f.GiveBlindMark(f.ctx, actor(anna), mark), store.ErrSelf)
	must(t, f.GiveBlindMark(f.ctx, actor(vera), mark))
	wants(t, "twice", f.GiveBlindMark(f.ctx, actor(vera), mark), store.ErrExists)
	_, err := f.GiveVerdict(f.ctx, actor(vera), id, passing())
	must(t, err)
	if got := f.passed(anna); len(got) != 1 || !got[0].Passed || len(got[0].SecondRated) != 0 {
		t.Errorf("with his own marking: %+v", got)
	}
	must(t, f.GiveBlindMark(f.ctx, actor(otto), mark))
	if got := f.passed(anna); len(got[0].SecondRated) != 1 || got[0].VerdictBy != string(vera) || got[0].ClientTypes[0] != "private" {
		t.Errorf("with another's marking: %+v", got)
	}
	wants(t, "after his verdict", f.GiveBlindMark(f.ctx, actor(vera), mark), store.ErrExists)
	if list, _ := f.BlindMarks(f.ctx, id); len(list) != 2 {
		t.Errorf("BlindMarks = %+v", list)
	}
}

func (f *fixture) passed(person store.PersonID) []grading.PassedSession {
	f.Helper()
	list, err := f.PassedSessions(f.ctx, person)
	must(f, err)
	return list
}

// passedSession is an assessed session with a passed verdict.
func (f *fixture) passedSession(person, assessor store.PersonID) engine.SessionID {
	f.Helper()
	id := f.assessed(person, scenarios.Pass)
	_, err := f.GiveVerdict(f.ctx, actor(assessor), id, passing())
	must(f, err)
	return id
}

func TestAnAwardIsFoundByItsPublicNumber(t *testing.T) {
	f := open(t)
	anna, vera := f.person("anna"), f.person("vera")
	id := f.passedSession(anna, vera)
	until := noon.Add(24 * time.Hour)
	n := store.NewAward{Person: anna, Certificate: "unit-2", Title: "Unit 2", Version: "1", Sessions: []engine.SessionID{id},
		Coverage: []byte("{}"), ValidUntil: &until}
	a, err := f.AwardCertificate(f.ctx, actor(vera), n)
	must(t, err)
	got, err := f.AwardByNumber(f.ctx, strings.ToLower(a.Number))
	must(t, err)
	if got.PersonName != "Name of anna" || len(got.Sessions) != 1 || got.Sessions[0] != id || !got.Stands(noon) || got.Stands(until) {
		t.Errorf("AwardByNumber = %+v", got)
	}
	_, err = f.AwardCertificate(f.ctx, actor(vera), n)
	wants(t, "the same again", err, store.ErrExists)
	f.now = noon.Add(time.Minute)
	if s := f.session(anna, engine.Assessed); s.Attempt != 1 {
		t.Errorf("after the award attempts begin at %d, want 1", s.Attempt)
	}
	must(t, f.RevokeAward(f.ctx, actor(vera), a.Number, "mistaken"))
	wants(t, "revoked again", f.RevokeAward(f.ctx, actor(vera), a.Number, "mistaken"), store.ErrNotFound)
	all, err := f.Awards(f.ctx, "Shop", store.Page{})
	must(t, err)
	if len(all) != 1 || all[0].Revoked == nil || all[0].RevokedReason != "mistaken" {
		t.Errorf("Awards = %+v", all)
	}
}

func TestAnAwardRestsOnPassedSessionsOfThePerson(t *testing.T) {
	f := open(t)
	anna, ion, vera := f.person("anna"), f.person("ion"), f.person("vera")
	mine, his := f.passedSession(anna, vera), f.passedSession(ion, vera)
	undecided := f.assessed(anna, scenarios.Pass)
	for name, c := range map[string]struct {
		by       store.PersonID
		sessions []engine.SessionID
		want     error
	}{
		"to himself":        {anna, []engine.SessionID{mine}, store.ErrSelf},
		"on nothing":        {vera, nil, store.ErrInvalid},
		"on another's":      {vera, []engine.SessionID{mine, his}, store.ErrInvalid},
		"without a verdict": {vera, []engine.SessionID{mine, undecided}, store.ErrInvalid},
		"on one twice":      {vera, []engine.SessionID{mine, mine}, store.ErrInvalid},
	} {
		_, err := f.AwardCertificate(f.ctx, actor(c.by), store.NewAward{Person: anna, Certificate: "c", Sessions: c.sessions, Coverage: []byte("{}")})
		wants(t, name, err, c.want)
	}
	if list, _ := f.AwardsOf(f.ctx, anna); len(list) != 0 {
		t.Errorf("AwardsOf = %+v, want none", list)
	}
}

func TestOfTwoVerdictsAtOnceOneIsStale(t *testing.T) {
	f := open(t)
	id := f.assessed(f.person("anna"), scenarios.Pass)
	assessors := []store.PersonID{f.person("vera"), f.person("otto"), f.person("nina")}
	errs := make([]error, len(assessors))
	var wg sync.WaitGroup
	for i, who := range assessors {
		wg.Go(func() { _, errs[i] = f.GiveVerdict(f.ctx, actor(who), id, passing()) })
	}
	wg.Wait()
	given := 0
	for i, err := range errs {
		if err == nil {
			given++
			continue
		}
		wants(t, fmt.Sprint("assessor ", i), err, store.ErrStale)
	}
	if list, _ := f.Verdicts(f.ctx, id); given != 1 || len(list) != 1 {
		t.Errorf("%d verdicts were acknowledged, %d are kept", given, len(list))
	}
}
