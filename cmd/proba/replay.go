package main

import (
	"context"
	"fmt"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/store"
)

type replayCommand struct {
	recordsFlags
	Session string `arg:"" help:"Id of the session."`
}

// Run prints the log, one event a line, and what it folds to. It ends with 1 when the records say otherwise.
func (c *replayCommand) Run(ctx context.Context, io streams) error {
	records, err := store.OpenToRead(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // opened to read
	p, err := readPinned(ctx, records, live.NewShelf(records), engine.SessionID(c.Session))
	if err != nil {
		return err
	}
	for _, e := range p.log {
		line, err := engine.EncodeEvent(e)
		if err != nil {
			return err
		}
		fmt.Fprintf(io.out, "%s\n", line)
	}
	state := engine.Replay(p.log)
	fmt.Fprintf(io.out, "%d events, %s, beat %q, patience %d\n", state.Number, state.Phase, state.Beat, state.Patience)
	if state.Number != p.session.Last || state.Phase != p.session.Phase {
		fmt.Fprintf(io.err, "the record says event %d, %s\n", p.session.Last, p.session.Phase)
		return exitProblems
	}
	return nil
}
