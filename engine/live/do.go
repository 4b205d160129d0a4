package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"proba/engine"
	"proba/grading"
)

// Do does a command. A command the engine refuses is an Answer with its Refusal, not an error. Errors: *StaleError,
// ErrClosed, ErrBroken, those of Records. After an error the same request may be sent again with the same key.
func (l *Sessions) Do(ctx context.Context, id engine.SessionID, req Request) (Answer, error) {
	if err := l.enter(); err != nil {
		return Answer{}, err
	}
	defer l.busy.Done()
	if len(req.Key) > MaxKey {
		return Answer{}, fmt.Errorf("once-only key of %d bytes: %w", len(req.Key), ErrKey)
	}
	if req.At.IsZero() {
		req.At = l.Clock.Now()
	}
	r, err := l.open(ctx, id)
	if err != nil {
		return Answer{}, err
	}
	defer r.mu.Unlock()
	if first, used := r.answers[req.Key]; used && req.Key != "" {
		return repeated(first)
	}
	if req.Last != 0 && req.Last < r.acted {
		return Answer{}, &StaleError{Last: r.state.Number}
	}
	return l.step(ctx, r, req)
}

// step runs the engine and commits; the room is locked. With an error the room is as before, or left.
func (l *Sessions) step(ctx context.Context, r *room, req Request) (Answer, error) {
	state, events, err := runEngine(r, req)
	var refusal *engine.Refusal
	if err != nil && !errors.As(err, &refusal) {
		return Answer{}, fmt.Errorf("session %s: %w", r.id, err)
	}
	answer := Answer{Last: state.Number, Phase: state.Phase, Refusal: refusal}
	if len(events) == 0 && req.Key == "" {
		l.arm(r)
		return answer, nil
	}
	if err := l.commit(ctx, r, state, events, req.Key, answer); err != nil {
		return Answer{}, fmt.Errorf("session %s: %w", r.id, err)
	}
	return answer, nil
}

// runEngine keeps a mistake of the engine from ending the program: the session stays as it was.
func runEngine(r *room, req Request) (state engine.State, events []engine.Event, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%w: %v", ErrBroken, broken)
		}
	}()
	return engine.Step(r.script, r.state, req.Command, r.at(req.At))
}

// commit makes a step durable, and only then real. A client that goes away does not leave it open whether his words
// were kept: the commit goes on without him.
func (l *Sessions) commit(ctx context.Context, r *room, state engine.State, events []engine.Event, key string, answer Answer) error {
	ctx = context.WithoutCancel(ctx)
	batch, err := l.batch(ctx, r, state, events, key, answer)
	if err != nil {
		return err
	}
	if err := l.Records.Append(ctx, r.id, batch); err != nil {
		l.leave(r) // it may have been kept: the next visitor reads what is true
		l.alarms.set(r.id, l.Clock.Now().Add(retryAfter))
		return err
	}
	if key != "" {
		r.answers[key] = batch.Answer
	}
	r.advance(state, events)
	l.arm(r)
	return nil
}

// batch is what a step adds to the records. The one that finishes a session carries the machine's evaluation, so that
// neither is there without the other.
func (l *Sessions) batch(ctx context.Context, r *room, state engine.State, events []engine.Event, key string, answer Answer) (engine.Batch, error) {
	b := engine.Batch{Events: events, Key: key, Phase: state.Phase, Due: dueOf(r.script, state)}
	var err error
	if key != "" {
		if b.Answer, err = json.Marshal(keep(answer)); err != nil {
			return b, err
		}
	}
	if state.Phase != engine.Finished || r.state.Phase == engine.Finished {
		return b, nil
	}
	ended := r.session.Started.Add(state.At)
	b.Ended = &ended
	log, err := l.Records.Events(ctx, r.id, 0)
	if err != nil {
		return b, err
	}
	ev := grading.Grade(r.script.Scenario, append(log, events...))
	text, err := json.Marshal(ev)
	b.Marked = &engine.Marked{JSON: text, Result: ev.Result, Score: ev.Score}
	return b, err
}

// keptAnswer is an Answer as it is kept with its key.
type keptAnswer struct {
	Last   int                  `json:"last"`
	Phase  engine.Phase         `json:"phase"`
	Reason engine.RefusalReason `json:"reason,omitempty"`
	Detail string               `json:"detail,omitempty"`
}

func keep(a Answer) keptAnswer {
	kept := keptAnswer{Last: a.Last, Phase: a.Phase}
	if a.Refusal != nil {
		kept.Reason, kept.Detail = a.Refusal.Reason, a.Refusal.Detail
	}
	return kept
}

func repeated(first []byte) (Answer, error) {
	var kept keptAnswer
	if err := json.Unmarshal(first, &kept); err != nil {
		return Answer{}, fmt.Errorf("read the first answer: %w", err)
	}
	answer := Answer{Last: kept.Last, Phase: kept.Phase, Repeated: true}
	if kept.Reason != "" {
		answer.Refusal = &engine.Refusal{Reason: kept.Reason, Detail: kept.Detail}
	}
	return answer, nil
}

// retryAfter is when a session whose commit failed is looked at again.
const retryAfter = time.Second

// arm sets the alarm for the clock's next word; the room is locked.
func (l *Sessions) arm(r *room) {
	due := dueOf(r.script, r.state)
	if due < 0 {
		l.alarms.clear(r.id)
		return
	}
	l.alarms.set(r.id, r.moment(due))
}

// ring lets the clock speak in a session. Nobody waits for it, so a failure goes to the log and is tried again.
func (l *Sessions) ring(id engine.SessionID) {
	if l.enter() != nil {
		return
	}
	defer l.busy.Done()
	ctx := context.Background()
	r, err := l.open(ctx, id)
	if err == nil {
		defer r.mu.Unlock()
		if r.state.Phase == engine.Finished {
			return
		}
		_, err = l.step(ctx, r, Request{Command: engine.Tick{}, At: l.Clock.Now()})
	}
	if err != nil {
		l.Logger.Error("the clock could not speak", "session", id, "error", err)
		l.alarms.set(id, l.Clock.Now().Add(retryAfter))
	}
}
