package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"proba/content"
	"proba/engine/live"
	"proba/engine/store"
	"proba/grading/learn"
	"proba/scenarios"
	"proba/web"
)

type learnCommand struct {
	recordsFlags
	Library  string `type:"existingdir" help:"Author files to propose changes of; the shipped library when left out."`
	Scenario string `help:"Only from sessions of this scenario."`
	Write    bool   `help:"Make the changes after showing them; needs --library."`
}

var errWriteWhere = errors.New("--write needs --library: the shipped library is part of the program")

// Run shows as a diff what assessors' corrections teach: examples and counter-examples for the phrases of the pack. Nothing
// changes unless it is told to write.
func (c *learnCommand) Run(ctx context.Context, io streams) error {
	if c.Write && c.Library == "" {
		return errWriteWhere
	}
	records, err := store.OpenToRead(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // opened to read
	files := content.Library()
	if c.Library != "" {
		files = os.DirFS(c.Library)
	}
	pack, _ := scenarios.Load(files, web.ShippedActs()) // a scenario with errors is not there and learns nothing
	ids := slices.Sorted(maps.Keys(pack.Scenarios))
	if c.Scenario != "" {
		if _, known := pack.Scenarios[c.Scenario]; !known {
			return fmt.Errorf("the library has no scenario %q", c.Scenario)
		}
		ids = []string{c.Scenario}
	}
	return c.teach(ctx, io, records, pack, ids)
}

// teach goes through the scenarios one by one; two that share a phrases file both change it, the second what the first left.
func (c *learnCommand) teach(ctx context.Context, io streams, records *store.Store, pack *scenarios.Pack, ids []string) error {
	shelf := live.NewShelf(records)
	proposed, corrections := 0, 0
	var left []learn.Left
	for _, id := range ids {
		taught, err := web.Teach(ctx, records, pack, id, shelf.Script)
		if err != nil {
			return err
		}
		proposed, corrections, left = proposed+taught.Lessons(), corrections+taught.Corrections, append(left, taught.Left...)
		for _, change := range taught.Changes {
			fmt.Fprint(io.out, change.Diff())
			if !c.Write {
				continue
			}
			if err := rewriteFile(filepath.Join(c.Library, filepath.FromSlash(change.Path)), change.After); err != nil {
				return err
			}
		}
		if len(taught.Changes) > 0 {
			pack = changed(pack, taught.Changes)
		}
	}
	for _, l := range left {
		fmt.Fprintf(io.err, "nothing from %q: %s\n", l.Criterion, l.Why)
	}
	what := "proposed; make the changes with --write"
	if c.Write {
		what = "written"
	}
	fmt.Fprintf(io.err, "%d corrections, %d sentences %s\n", corrections, proposed, what)
	return nil
}

// changed is a pack read again with changes made.
func changed(pack *scenarios.Pack, changes []learn.Change) *scenarios.Pack {
	files := slices.Clone(pack.All())
	for i := range files {
		for _, c := range changes {
			if c.Path == files[i].Path {
				files[i].Text = c.After
			}
		}
	}
	fresh, _ := scenarios.Load(scenarios.FilesFS(files), web.ShippedActs())
	return fresh
}
