package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"proba/content"
	"proba/engine"
	"proba/engine/store"
	"proba/grading"
	"proba/scenarios"
	"proba/web"
)

type regradeCommand struct {
	recordsFlags
	Library  string `type:"existingdir" help:"Author files to hear and mark with; the shipped library when left out."`
	Scenario string `help:"Only sessions of this scenario."`
	DryRun   bool   `help:"The default, said aloud: show what would differ and change nothing."`
	Accept   bool   `help:"Keep the new evaluations beside the old ones; needs --by and --reason."`
	By       string `help:"Sign-in name of the person who accepts."`
	Reason   string `help:"Why, kept with the evaluation."`
}

var errAcceptNeedsPerson = errors.New("--accept needs --by and --reason: a person accepts, the machine only proposes")

// Run hears and marks every finished session anew and prints the marks that differ.
func (c *regradeCommand) Run(ctx context.Context, io streams) error {
	if c.Accept && (c.By == "" || c.Reason == "" || c.DryRun) {
		return errAcceptNeedsPerson
	}
	open := store.OpenToRead
	if c.Accept {
		open = store.Open
	}
	records, err := open(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // what was accepted is committed
	r := regrader{records: records, io: io, scripts: map[string]*engine.Script{}}
	if r.actor, err = c.actor(ctx, records); err != nil {
		return err
	}
	if err := r.load(c.files()); err != nil {
		return err
	}
	return r.all(ctx, c)
}

func (c *regradeCommand) files() fs.FS {
	if c.Library != "" {
		return os.DirFS(c.Library)
	}
	return content.Library()
}

func (c *regradeCommand) actor(ctx context.Context, records *store.Store) (store.Actor, error) {
	if !c.Accept {
		return store.CommandLine("regrade"), nil
	}
	person, err := records.PersonByLogin(ctx, c.By)
	if err != nil {
		return store.Actor{}, fmt.Errorf("person %q: %w", c.By, err)
	}
	return store.Actor{Person: person.ID, Name: person.Login}, nil
}

// regrader marks sessions with the scripts of another library.
type regrader struct {
	records *store.Store
	io      streams
	actor   store.Actor
	scripts map[string]*engine.Script
}

func (r *regrader) load(files fs.FS) error {
	pack, _ := scenarios.Load(files, web.ShippedActs()) // a scenario with errors is not there and its sessions are left alone
	for id, sc := range pack.Scenarios {
		script, err := engine.Prepare(sc)
		if err != nil {
			return err
		}
		r.scripts[id] = script
	}
	return nil
}

func (r *regrader) all(ctx context.Context, c *regradeCommand) error {
	seen, differ := 0, 0
	filter := store.SessionFilter{Scenario: c.Scenario, Finished: true, Page: store.Page{Limit: 200}}
	for {
		sessions, err := r.records.Sessions(ctx, filter)
		if err != nil {
			return err
		}
		for _, s := range sessions {
			changed, err := r.one(ctx, c, s)
			if err != nil {
				return err
			}
			seen++
			if changed {
				differ++
			}
		}
		if len(sessions) < filter.Page.Limit {
			break
		}
		filter.Page.Offset += filter.Page.Limit
	}
	fmt.Fprintf(r.io.out, "%d sessions marked again, %d differ\n", seen, differ)
	return nil
}

// one marks a session anew; true when a mark differs.
func (r *regrader) one(ctx context.Context, c *regradeCommand, s engine.Session) (bool, error) {
	script, ok := r.scripts[s.Scenario]
	if !ok {
		return false, nil
	}
	log, err := r.records.Events(ctx, s.ID, 0)
	if err != nil {
		return false, err
	}
	kept, err := r.records.MachineEvaluation(ctx, s.ID)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	before, err := kept.Decode()
	if err != nil {
		return false, err
	}
	after := grading.Grade(script.Scenario, grading.Rehear(script, log))
	if !r.print(s, before, after) {
		return false, nil
	}
	if c.Accept {
		err = r.records.SaveEvaluation(ctx, r.actor, s.ID, after, c.Reason)
	}
	return true, err
}

// print shows the marks that differ; false when none does.
func (r *regrader) print(s engine.Session, before, after grading.Evaluation) bool {
	old := map[string]grading.Mark{}
	for _, m := range before.Marks {
		old[m.Criterion] = m
	}
	differs := false
	for _, m := range after.Marks {
		was, known := old[m.Criterion]
		if known && was.Mark == m.Mark && was.Points == m.Points {
			continue
		}
		differs = true
		fmt.Fprintf(r.io.out, "%s  %s: %s %d -> %s %d\n", s.ID, m.Criterion, was.Mark, was.Points, m.Mark, m.Points)
	}
	if differs {
		fmt.Fprintf(r.io.out, "%s  %s %d%% -> %s %d%%\n", s.ID, before.Result, before.Score, after.Result, after.Score)
	}
	return differs
}
