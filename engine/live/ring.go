package live

import (
	"context"

	"proba/engine"
)

// arm sets the alarm for the clock's next word; the room is locked.
func (l *Sessions) arm(r *room) {
	due := r.session.Due
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
		defer r.unlock()
		err = l.tick(ctx, r)
	}
	if err != nil {
		l.Logger.Error("the clock could not speak", "session", id, "error", err)
		l.alarms.again(id)
	}
}

// tick lets the clock speak in a room; it is locked. Nothing happens when nothing is due.
func (l *Sessions) tick(ctx context.Context, r *room) error {
	if !r.isDue(l.Clock.Now()) {
		l.arm(r)
		return nil
	}
	_, err := l.step(ctx, r, Request{Command: engine.Tick{}, At: l.Clock.Now()})
	return err
}

// catchUp lets the clock speak before somebody looks. When that fails he sees what is kept, and the alarm tries again.
func (l *Sessions) catchUp(ctx context.Context, r *room) {
	if !r.isDue(l.Clock.Now()) || l.enter() != nil {
		return
	}
	defer l.busy.Done()
	if err := l.tick(ctx, r); err != nil {
		l.Logger.Error("the clock could not speak", "session", r.id, "error", err)
		l.alarms.again(r.id)
	}
}
