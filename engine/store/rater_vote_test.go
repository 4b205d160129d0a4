package store_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

func TestVotesStandBesideTheEvaluation(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	id := f.assessed(anna, scenarios.Undecided)
	before, err := f.LatestEvaluation(f.ctx, id)
	must(t, err)
	session, err := f.Session(f.ctx, id)
	must(t, err)
	vote := store.RaterVote{Evaluation: 1, Criterion: "Greets", Opinion: "met", Quote: "good morning", Standing: "review", Model: "m", Prompt: "ab", Raw: "{\x00}"}
	must(t, f.AddRaterVotes(f.ctx, store.CommandLine("rate"), id, []store.RaterVote{vote}))
	f.now = f.now.Add(time.Hour)
	must(t, f.AddRaterVotes(f.ctx, store.CommandLine("rate"), id, []store.RaterVote{{Evaluation: 1, Criterion: "Greets", Opinion: "void", Why: "no answer", Standing: "silent", Model: "m"}}))
	got, err := f.RaterVotes(f.ctx, id)
	must(t, err)
	vote.Raw, vote.At = "{\uFFFD}", noon
	if len(got) != 2 || got[1].Why != "no answer" || !got[1].At.Equal(f.now) {
		t.Fatalf("RaterVotes = %+v", got)
	}
	got[0].At = got[0].At.In(time.UTC)
	if vote.At = got[0].At; got[0] != vote {
		t.Errorf("RaterVotes[0] = %+v, want %+v", got[0], vote)
	}
	after, err := f.LatestEvaluation(f.ctx, id)
	must(t, err)
	same, err := f.Session(f.ctx, id)
	must(t, err)
	if string(after.JSON) != string(before.JSON) || after.Number != before.Number || same.Result != session.Result || same.Score != session.Score {
		t.Errorf("a vote changed the evaluation: %+v, was %+v", after, before)
	}
	if f.audited("rater.vote") != 2 {
		t.Error("the votes are not in the audit")
	}
}

func TestVotesThatCannotBeAreRefusedWhole(t *testing.T) {
	f := open(t)
	anna := f.person("anna")
	id := f.assessed(anna, scenarios.Fail)
	running := f.session(f.person("ion"), engine.Assessed)
	good := store.RaterVote{Evaluation: 1, Criterion: "Greets", Model: "m"}
	for name, c := range map[string]struct {
		id   engine.SessionID
		vote store.RaterVote
		want error
	}{
		"no model":           {id, store.RaterVote{Evaluation: 1, Criterion: "Greets"}, store.ErrInvalid},
		"no criterion":       {id, store.RaterVote{Evaluation: 1, Model: "m"}, store.ErrInvalid},
		"unknown evaluation": {id, store.RaterVote{Evaluation: 9, Criterion: "Greets", Model: "m"}, store.ErrInvalid},
		"still running":      {running.ID, good, store.ErrNotFinished},
	} {
		if err := f.AddRaterVotes(f.ctx, store.CommandLine("rate"), c.id, []store.RaterVote{good, c.vote}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if got, err := f.RaterVotes(f.ctx, id); err != nil || len(got) != 0 {
		t.Errorf("RaterVotes = %+v, %v; want none", got, err)
	}
}

func TestSessionsWithoutAVoteAreFound(t *testing.T) {
	f := open(t)
	anna, carlo := f.person("anna", store.Trainee), f.person("carlo", store.Assessor)
	first := f.assessed(anna, "fail")
	f.now = f.now.Add(time.Hour)
	second := f.assessed(f.person("bea", store.Trainee), "fail")
	decided := f.assessed(f.person("dario", store.Trainee), "fail")
	_, err := f.GiveVerdict(f.ctx, actor(carlo), decided, store.NewVerdict{Reason: "read", After: 1, Evaluation: grading.Evaluation{Result: "fail"}})
	must(t, err)
	f.session(anna, engine.Practice)
	wants := func(what, model string, most int, want ...engine.SessionID) {
		t.Helper()
		got, err := f.SessionsUnrated(f.ctx, model, most)
		must(t, err)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	wants("before any vote", "m", 10, first, second)
	wants("at most one", "m", 1, first)
	must(t, f.AddRaterVotes(f.ctx, store.CommandLine("rate"), first, []store.RaterVote{{Evaluation: 1, Criterion: "Greets", Opinion: "met", Model: "m"}}))
	wants("after a vote", "m", 10, second)
	wants("another model", "n", 10, first, second)
}
