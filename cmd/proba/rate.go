package main

import (
	"context"
	"fmt"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/rater"
	"proba/engine/store"
	"proba/grading"
)

type rateCommand struct {
	recordsFlags
	Session string        `arg:"" help:"Id of a finished session."`
	Address string        `required:"" env:"PROBA_RATER_ADDRESS" help:"Base address of an OpenAI-compatible service, as in http://127.0.0.1:8000/v1. What the trainee said is sent there."`
	Model   string        `required:"" env:"PROBA_RATER_MODEL" help:"Name of the model."`
	Key     string        `env:"PROBA_RATER_KEY" help:"Key of the service, when it wants one."`
	Timeout time.Duration `default:"30s" help:"How long one answer may take."`
}

// Run asks about one criterion after the other, prints each vote beside the machine's mark, and keeps them all. No mark
// changes.
func (c *rateCommand) Run(ctx context.Context, io streams) error {
	chat, err := rater.NewChat(rater.Config{Address: c.Address, Model: c.Model, Key: c.Key, Timeout: c.Timeout})
	if err != nil {
		return err
	}
	records, err := store.Open(ctx, c.config())
	if err != nil {
		return err
	}
	defer records.Close() //nolint:errcheck // the votes are committed
	p, err := readPinned(ctx, records, live.NewShelf(records), engine.SessionID(c.Session))
	if err != nil {
		return err
	}
	if p.session.Phase != engine.Finished {
		return fmt.Errorf("session %q: %w", c.Session, store.ErrNotFinished)
	}
	kept, err := records.MachineEvaluation(ctx, p.session.ID)
	if err != nil {
		return err
	}
	ev, err := kept.Decode()
	if err != nil {
		return err
	}
	votes, err := askAll(ctx, io, chat, rater.Questions(p.script.Scenario, p.log, ev), ev)
	if err != nil {
		return err
	}
	for i := range votes {
		votes[i].Evaluation = kept.Number
	}
	return records.AddRaterVotes(ctx, store.CommandLine("rate"), p.session.ID, votes)
}

func askAll(ctx context.Context, io streams, chat *rater.Chat, questions []rater.Question, ev grading.Evaluation) ([]store.RaterVote, error) {
	votes := make([]store.RaterVote, 0, len(questions))
	review := 0
	for _, q := range questions {
		v, err := chat.Ask(ctx, q)
		if err != nil {
			return nil, err
		}
		m, _ := rater.MarkOf(ev, q.Criterion)
		standing := rater.Beside(m, v)
		if standing == rater.Review {
			review++
		}
		fmt.Fprintf(io.out, "%s: machine %s, rater %s %s %q -> %s\n", q.Criterion, m.Mark, v.Opinion, v.Why, v.Quote, standing)
		votes = append(votes, store.RaterVote{Criterion: v.Criterion, Opinion: string(v.Opinion), Why: string(v.Why), Quote: v.Quote,
			Standing: string(standing), Model: v.Model, Prompt: v.Prompt, Raw: v.Raw})
	}
	fmt.Fprintf(io.out, "%d criteria asked about, %d for a person to review; no mark was changed\n", len(questions), review)
	return votes, nil
}
