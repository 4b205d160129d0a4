package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
)

// assessed is the script command
//
//	assessed DIR PACK SCENARIO CRITERION=MARK REPLY...
//
// In the records in DIR, elena has an assessed session of a scenario, says the replies and finishes; then an assessor
// gives the mark and the verdict.
func assessed(ts *testscript.TestScript, _ bool, args []string) {
	criterion, mark, ok := strings.Cut(args[3], "=")
	if !ok {
		ts.Fatalf("%q is no criterion and mark", args[3])
	}
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o700))
	pack, _ := scenarios.Load(os.DirFS(ts.MkAbs(args[1])))
	sc, ok := pack.Scenarios[args[2]]
	if !ok {
		ts.Fatalf("no scenario %q in %s", args[2], args[1])
	}
	given := grading.Settlement{Criterion: criterion, Mark: grading.MarkValue(mark), Reason: "heard it"}
	ts.Check(assess(context.Background(), filepath.Join(ts.MkAbs(args[0]), "proba.db"), sc, given, args[4:]))
}

// assess lets somebody play a scenario with these replies, and an assessor give one mark and the verdict.
func assess(ctx context.Context, path string, sc *scenarios.Scenario, given grading.Settlement, replies []string) error {
	clock := live.NewManualClock(time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC))
	records, err := store.Open(ctx, store.Config{Path: path, Now: clock.Now})
	if err != nil {
		return err
	}
	defer records.Close()
	script, err := engine.Prepare(sc)
	if err != nil {
		return err
	}
	sessions, err := live.New(live.Config{Records: records, Scripts: live.NewShelf(records).Script, Clock: clock})
	if err != nil {
		return err
	}
	defer sessions.Close(ctx)
	trainee, err := somebody(ctx, records, "elena", "Elena Marchetti", store.Trainee)
	if err != nil {
		return err
	}
	session, err := sessions.Start(ctx, live.NewSession{Person: trainee, Script: script, Mode: engine.Assessed})
	if err != nil {
		return err
	}
	for _, reply := range replies {
		clock.Advance(10 * time.Second)
		if _, err := sessions.Do(ctx, session.ID, live.Request{Command: engine.Say{Text: reply}}); err != nil {
			return err
		}
	}
	if _, err := sessions.Do(ctx, session.ID, live.Request{Command: engine.Close{}}); err != nil {
		return err
	}
	if _, err := sessions.Do(ctx, session.ID, live.Request{Command: engine.Finish{}}); err != nil {
		return err
	}
	kept, err := records.MachineEvaluation(ctx, session.ID)
	if err != nil {
		return err
	}
	ev, err := kept.Decode()
	if err != nil {
		return err
	}
	settled, err := grading.Settle(sc, ev, []grading.Settlement{given})
	if err != nil {
		return fmt.Errorf("settle %+v: %w", ev.Marks, err)
	}
	assessor, err := somebody(ctx, records, "carlo", "Carlo Bianchi", store.Assessor)
	if err != nil {
		return err
	}
	_, err = records.GiveVerdict(ctx, store.Actor{Person: assessor, Name: "carlo"}, session.ID,
		store.NewVerdict{Passed: settled.Result == scenarios.Pass, Reason: "read", Evaluation: settled, After: kept.Number})
	return err
}

// somebody is a person of the records, hired when not there yet.
func somebody(ctx context.Context, records *store.Store, login, name string, role store.Role) (store.PersonID, error) {
	known, err := records.PersonByLogin(ctx, login)
	if err == nil {
		return known.ID, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	return records.CreatePerson(ctx, store.CommandLine("test"), store.NewPerson{Login: login, Name: name, Roles: []store.Role{role}})
}
