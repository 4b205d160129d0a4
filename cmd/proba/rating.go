package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"proba/engine"
	"proba/engine/live"
	"proba/engine/rater"
	"proba/engine/store"
)

// raterFlags name the outside services that may be asked. Without an address nobody is.
type raterFlags struct {
	Address           string        `env:"PROBA_RATER_ADDRESS" help:"Base address of an OpenAI-compatible chat service, as in http://127.0.0.1:8000/v1. What the trainee said is sent there."`
	Model             string        `env:"PROBA_RATER_MODEL" help:"Name of its model."`
	EmbeddingsAddress string        `env:"PROBA_RATER_EMBEDDINGS_ADDRESS" help:"Base address of an OpenAI-compatible embeddings service. What the trainee said is sent there."`
	EmbeddingsModel   string        `env:"PROBA_RATER_EMBEDDINGS_MODEL" help:"Name of its model."`
	Key               string        `env:"PROBA_RATER_KEY" help:"Key of the services, when they want one."`
	Timeout           time.Duration `default:"30s" help:"How long one answer may take."`
}

// raters are the services named; none without an address.
func (f raterFlags) raters() ([]rater.Rater, error) {
	var all []rater.Rater
	if f.Address != "" {
		chat, err := rater.NewChat(rater.Config{Address: f.Address, Model: f.Model, Key: f.Key, Timeout: f.Timeout})
		if err != nil {
			return nil, err
		}
		all = append(all, chat)
	}
	if f.EmbeddingsAddress != "" {
		near, err := rater.NewEmbeddings(rater.Config{Address: f.EmbeddingsAddress, Model: f.EmbeddingsModel, Key: f.Key, Timeout: f.Timeout})
		if err != nil {
			return nil, err
		}
		all = append(all, near)
	}
	if len(all) == 2 && all[0].Model() == all[1].Model() {
		return nil, fmt.Errorf("%w: one model %q for two raters", rater.ErrConfig, f.Model)
	}
	return all, nil
}

// rated is one vote with the mark it stands beside.
type rated struct {
	vote store.RaterVote
	mark string
}

// askAbout asks a rater about every criterion of a finished session that it can judge. Nothing is kept.
func askAbout(ctx context.Context, records *store.Store, shelf *live.Shelf, r rater.Rater, id engine.SessionID) ([]rated, error) {
	p, err := readPinned(ctx, records, shelf, id)
	if err != nil {
		return nil, err
	}
	if p.session.Phase != engine.Finished {
		return nil, fmt.Errorf("session %q: %w", id, store.ErrNotFinished)
	}
	kept, err := records.MachineEvaluation(ctx, id)
	if err != nil {
		return nil, err
	}
	ev, err := kept.Decode()
	if err != nil {
		return nil, err
	}
	var all []rated
	for _, q := range rater.Questions(p.script.Scenario, p.log, ev) {
		v, err := r.Ask(ctx, q)
		if err != nil {
			return nil, err
		}
		m, _ := rater.MarkOf(ev, q.Criterion)
		all = append(all, rated{store.RaterVote{Evaluation: kept.Number, Criterion: v.Criterion, Opinion: string(v.Opinion), Why: string(v.Why),
			Quote: v.Quote, Standing: string(rater.Beside(m, v)), Model: v.Model, Prompt: v.Prompt, Raw: v.Raw}, string(m.Mark)})
	}
	return all, nil
}

func votesOf(all []rated) []store.RaterVote {
	votes := make([]store.RaterVote, len(all))
	for i, r := range all {
		votes[i] = r.vote
	}
	return votes
}

// The pace of rating beside a running server: how often it is looked for sessions without a vote, how many are taken up at
// once, and how long it waits at most while a service does not answer.
const (
	rateEvery  = 15 * time.Second
	rateAtOnce = 50
	rateLater  = 30 * time.Minute
)

// rating asks the raters about assessed sessions that wait for a verdict, one after the other, so that people are never
// kept waiting. What is still to do is read from the records each time: a vote is a row, so nothing is lost or done twice
// when the server stops.
type rating struct {
	records *store.Store
	shelf   *live.Shelf
	raters  []rater.Rater
	logger  *slog.Logger
	// nothing holds sessions without a criterion a rater can judge, and those whose texts cannot be read.
	nothing map[engine.SessionID]bool
	// failed counts how often a service left a question about a session unanswered.
	failed map[engine.SessionID]int
}

// mostFailed is how often a session is tried before an unanswered question among answered ones is left void.
const mostFailed = 3

func newRating(records *store.Store, shelf *live.Shelf, raters []rater.Rater, logger *slog.Logger) *rating {
	return &rating{records: records, shelf: shelf, raters: raters, logger: logger, nothing: map[engine.SessionID]bool{}, failed: map[engine.SessionID]int{}}
}

// run rates until ctx ends. While a service does not answer it is asked ever more seldom.
func (r *rating) run(ctx context.Context) {
	if len(r.raters) == 0 {
		return
	}
	pause := rateEvery
	for ctx.Err() == nil {
		switch err := r.once(ctx); {
		case err == nil:
			pause = rateEvery
		case ctx.Err() == nil:
			pause = min(2*pause, rateLater)
			r.logger.Error("sessions stay unrated for now", "error", err, "again", pause.String())
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
		}
	}
}

var errNoRater = errors.New("the rater does not answer")

// answered tells whether votes can be kept: each question was answered, or some were and the others failed often enough.
func (r *rating) answered(id engine.SessionID, votes []rated) bool {
	unanswered := 0
	for _, v := range votes {
		if v.vote.Why == string(rater.NoAnswer) {
			unanswered++
		}
	}
	if unanswered > 0 {
		r.failed[id]++
	}
	return unanswered == 0 || unanswered < len(votes) && r.failed[id] >= mostFailed
}

// once asks each rater about the sessions it has no vote on yet.
func (r *rating) once(ctx context.Context) error {
	var all error
	for _, one := range r.raters {
		sessions, err := r.records.SessionsUnrated(ctx, one.Model(), rateAtOnce+len(r.nothing))
		if err != nil {
			return err
		}
		for _, id := range sessions {
			if r.nothing[id] {
				continue
			}
			if err := r.rate(ctx, one, id); err != nil {
				all = errors.Join(all, err)
				break // the next rater may be there
			}
		}
	}
	return all
}

// rate keeps the votes of one rater on one session, all or none.
func (r *rating) rate(ctx context.Context, one rater.Rater, id engine.SessionID) error {
	votes, err := askAbout(ctx, r.records, r.shelf, one, id)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		r.logger.Error("a session cannot be rated", "session", id, "error", err)
		r.nothing[id] = true
		return nil
	case len(votes) == 0:
		r.nothing[id] = true
		return nil
	case !r.answered(id, votes):
		return fmt.Errorf("%w: model %q", errNoRater, one.Model())
	}
	return r.records.AddRaterVotes(ctx, store.CommandLine("serve"), id, votesOf(votes))
}
