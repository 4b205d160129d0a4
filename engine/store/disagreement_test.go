package store_test

import (
	"strings"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
)

func TestADisagreementIsTheTraineesOwnAndKeptOnce(t *testing.T) {
	f := open(t)
	trainee, other := f.person("trainee", store.Trainee), f.person("other", store.Trainee)
	id := f.assessed(trainee, "fail")
	d := store.Disagreement{Session: id, Criterion: "Greets", Evaluation: 1, Reason: "I said good morning."}
	wants(t, "another trainee", f.disagree(actor(other), d), store.ErrNotFound)
	blank := d
	blank.Reason = "  "
	wants(t, "no reason", f.disagree(actor(trainee), blank), store.ErrInvalid)
	long := d
	long.Reason = strings.Repeat("a", store.MaxDisagreement+1)
	wants(t, "an endless reason", f.disagree(actor(trainee), long), store.ErrInvalid)
	must(t, f.disagree(actor(trainee), d))
	wants(t, "the same mark again", f.disagree(actor(trainee), d), store.ErrExists)
	question := d
	question.Debrief = 1
	must(t, f.disagree(actor(trainee), question))
	kept, err := f.Disagreements(f.ctx, id)
	must(t, err)
	if len(kept) != 2 || kept[0].Reason != d.Reason || !kept[0].At.Equal(f.now) {
		t.Errorf("Disagreements(%q) = %+v, want the two", id, kept)
	}
	if n := f.audited("disagreement.state"); n != 2 {
		t.Errorf("%d audit rows, want 2", n)
	}
}

func TestOnlyAFinishedAssessedSessionCanBeDisputed(t *testing.T) {
	f := open(t)
	trainee := f.person("trainee", store.Trainee)
	running := f.session(trainee, engine.Assessed)
	practised := f.session(trainee, engine.Practice)
	must(t, f.Append(f.ctx, practised.ID, f.finished(2, "fail")))
	d := store.Disagreement{Session: running.ID, Criterion: "Greets", Evaluation: 1, Reason: "I did."}
	wants(t, "a running session", f.disagree(actor(trainee), d), store.ErrNotFinished)
	d.Session = practised.ID
	wants(t, "practice", f.disagree(actor(trainee), d), store.ErrInvalid)
}

func TestASessionIsDisputedUntilAVerdictFollows(t *testing.T) {
	f := open(t)
	trainee, assessor := f.person("trainee", store.Trainee), f.person("assessor", store.Assessor)
	id := f.assessed(trainee, "fail")
	decide := func(after int) {
		_, err := f.GiveVerdict(f.ctx, actor(assessor), id, store.NewVerdict{Reason: "read", After: after,
			Evaluation: grading.Evaluation{Result: "fail", Score: 10}})
		must(t, err)
	}
	want := func(when string, n int) {
		t.Helper()
		got, err := f.SessionsDisputed(f.ctx, store.SessionFilter{})
		must(t, err)
		if len(got) != n {
			t.Errorf("%s: %d disputed sessions, want %d", when, len(got), n)
		}
	}
	decide(1)
	want("after a verdict nobody disputes", 0)
	f.now = f.now.Add(time.Minute)
	must(t, f.disagree(actor(trainee), store.Disagreement{Session: id, Criterion: "Greets", Evaluation: 2, Reason: "I did."}))
	want("after the disagreement", 1)
	f.now = f.now.Add(time.Minute)
	decide(2)
	want("after the next verdict", 0)
}

func (f *fixture) disagree(by store.Actor, d store.Disagreement) error {
	kept, err := f.Disagree(f.ctx, by, d)
	if err == nil && (!kept.At.Equal(f.now) || kept.Reason != d.Reason) {
		f.Errorf("Disagree = %+v, want what was kept and when", kept)
	}
	return err
}
