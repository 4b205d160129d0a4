package main

import (
	"context"
	"errors"
	"fmt"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/rater"
	"proba/engine/store"
)

type rateCommand struct {
	recordsFlags
	raterFlags
	Session string `arg:"" help:"Id of a finished session."`
}

var errNoAddress = errors.New("nobody to ask: give --address and --model, or --embeddings-address and --embeddings-model")

// Run asks about one criterion after the other, prints each vote beside the machine's mark, and keeps them all. No mark
// changes.
func (c *rateCommand) Run(ctx context.Context, io streams) error {
	raters, err := c.raters()
	if err != nil {
		return err
	}
	if len(raters) == 0 {
		return errNoAddress
	}
	records, err := store.Open(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // the votes are committed
	shelf, id := live.NewShelf(records), engine.SessionID(c.Session)
	for _, r := range raters {
		votes, err := askAbout(ctx, records, shelf, r, id)
		if err != nil {
			return err
		}
		printVotes(io, r, votes)
		if err := records.AddRaterVotes(ctx, store.CommandLine("rate"), id, votesOf(votes)); err != nil {
			return err
		}
	}
	return nil
}

func printVotes(io streams, r rater.Rater, votes []rated) {
	review := 0
	for _, v := range votes {
		if v.vote.Standing == string(rater.Review) {
			review++
		}
		fmt.Fprintf(io.out, "%s: machine %s, rater %s %s %q -> %s\n", v.vote.Criterion, v.mark, v.vote.Opinion, v.vote.Why, v.vote.Quote, v.vote.Standing)
	}
	fmt.Fprintf(io.out, "%s: %d criteria asked about, %d for a person to review; no mark was changed\n", r.Model(), len(votes), review)
}
