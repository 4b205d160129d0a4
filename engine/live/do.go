package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

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
	defer r.unlock()
	if first, used := r.answers[req.Key]; used && req.Key != "" {
		return l.repeated(ctx, id, first)
	}
	if req.Last != 0 && (req.Last < r.acted || req.Last > r.state.Number) {
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
	answer := Answer{Last: state.Number, Phase: state.Phase, Events: events, Refusal: refusal}
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
		l.alarms.again(r.id)
		return err
	}
	if key != "" {
		r.answers[key] = batch.Answer
	}
	r.advance(state, events, batch.Due)
	if state.Phase == engine.Finished {
		l.end(r.id)
	}
	l.arm(r)
	return nil
}

// batch is what a step adds to the records. The one that finishes a session carries the machine's evaluation, so that
// neither is there without the other.
func (l *Sessions) batch(ctx context.Context, r *room, state engine.State, events []engine.Event, key string, answer Answer) (engine.Batch, error) {
	b := engine.Batch{Events: events, Key: key, Phase: state.Phase, Turned: state.Phase != r.state.Phase, Due: dueOf(r.script, state)}
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
	b.Marked, err = mark(r.script, append(log, events...))
	return b, err
}

// mark is the evaluation as it is kept. A mistake of the grader must not end the program either.
func mark(script *engine.Script, log []engine.Event) (m *engine.Marked, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%w: marking: %v", ErrBroken, broken)
		}
	}()
	ev := grading.Grade(script.Scenario, log)
	text, err := json.Marshal(ev)
	return &engine.Marked{JSON: text, Result: ev.Result, Score: ev.Score}, err
}

// keptAnswer is an Answer as it is kept with its key.
type keptAnswer struct {
	// Events is how many events the command added, the last of them Last.
	Events int                  `json:"events,omitempty"`
	Last   int                  `json:"last"`
	Phase  engine.Phase         `json:"phase"`
	Reason engine.RefusalReason `json:"reason,omitempty"`
	Detail string               `json:"detail,omitempty"`
}

func keep(a Answer) keptAnswer {
	kept := keptAnswer{Events: len(a.Events), Last: a.Last, Phase: a.Phase}
	if a.Refusal != nil {
		kept.Reason, kept.Detail = a.Refusal.Reason, a.Refusal.Detail
	}
	return kept
}

// repeated is the first answer again, with the events it had.
func (l *Sessions) repeated(ctx context.Context, id engine.SessionID, first []byte) (Answer, error) {
	var kept keptAnswer
	if err := json.Unmarshal(first, &kept); err != nil {
		return Answer{}, fmt.Errorf("read the first answer: %w", err)
	}
	answer := Answer{Last: kept.Last, Phase: kept.Phase, Repeated: true}
	if kept.Reason != "" {
		answer.Refusal = &engine.Refusal{Reason: kept.Reason, Detail: kept.Detail}
	}
	if kept.Events == 0 {
		return answer, nil
	}
	log, err := l.Records.Events(ctx, id, kept.Last-kept.Events)
	if err != nil {
		return Answer{}, fmt.Errorf("read the first answer: %w", err)
	}
	answer.Events = log[:min(kept.Events, len(log))]
	return answer, nil
}
