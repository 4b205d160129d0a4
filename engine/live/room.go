package live

import (
	"container/list"
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"proba/engine"
)

// room is one session in memory. Its lock is what makes one command at a time.
type room struct {
	id engine.SessionID
	// place is the room's place in Sessions.recent, guarded by Sessions.mu.
	place *list.Element
	// followers reading along keep the room in memory.
	followers atomic.Int32

	// turn admits one at a time, in the order they came: who fills it may touch what follows.
	turn chan struct{}
	// gone tells that the room is no longer the one of its session.
	gone bool
	// The rest is empty until load.
	loaded  bool
	session engine.Session
	script  *engine.Script
	state   engine.State
	answers map[string][]byte
	// acted is the number of the last event an agent caused; what the clock added since makes no command stale.
	acted int
	// start is the moment of the session's start on the clock.
	start time.Time
	// news are the events of the last commit, so that followers need not read them again.
	news []engine.Event
	// changed is closed and replaced when events were added or the room was left.
	changed chan struct{}
}

// room finds or makes the room of a session; it may not be loaded.
func (l *Sessions) room(id engine.SessionID) *room {
	l.mu.Lock()
	defer l.mu.Unlock()
	if r, ok := l.rooms[id]; ok {
		l.recent.MoveToFront(r.place)
		return r
	}
	r := &room{id: id, turn: make(chan struct{}, 1), changed: make(chan struct{})}
	r.place = l.recent.PushFront(r)
	l.rooms[id] = r
	l.unloadOldest()
	return r
}

// unloadOldest drops the least used room that nobody follows or uses when there are too many; mu is held.
func (l *Sessions) unloadOldest() {
	const looks = 16 // further ones will be met at later visits
	place := l.recent.Back()
	for n := 0; n < looks && len(l.rooms) > l.MostLoaded && place != nil; n++ {
		r, before := place.Value.(*room), place.Prev()
		if r.followers.Load() == 0 && r.tryLock() {
			l.drop(r)
			r.unlock()
		}
		place = before
	}
}

func (r *room) unlock() { <-r.turn }

func (r *room) tryLock() bool {
	select {
	case r.turn <- struct{}{}:
		return true
	default:
		return false
	}
}

// lock waits for the room's turn; the error is that of ctx.
func (r *room) lock(ctx context.Context) error {
	select {
	case r.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// leave drops a room from memory; its lock is held.
func (l *Sessions) leave(r *room) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.drop(r)
}

// drop takes a room out; who still waits for its turn looks for the new one. Both locks are held.
func (l *Sessions) drop(r *room) {
	if r.gone {
		return
	}
	r.gone = true
	close(r.changed)
	delete(l.rooms, r.id)
	l.recent.Remove(r.place)
}

// open locks the room of a session and loads it where needed. The caller unlocks it.
func (l *Sessions) open(ctx context.Context, id engine.SessionID) (*room, error) {
	r, err := l.enterRoom(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("open session %s: %w", id, err)
	}
	if r.loaded {
		return r, nil
	}
	if err := l.load(ctx, r); err != nil {
		l.leave(r)
		r.unlock()
		return nil, fmt.Errorf("open session %s: %w", id, err)
	}
	return r, nil
}

// enterRoom locks the room of a session. One that was dropped while we waited is not it any more.
func (l *Sessions) enterRoom(ctx context.Context, id engine.SessionID) (*room, error) {
	for {
		r := l.room(id)
		if err := r.lock(ctx); err != nil {
			return nil, err
		}
		if !r.gone {
			return r, nil
		}
		r.unlock()
	}
}

// load folds the log of a session into its room.
func (l *Sessions) load(ctx context.Context, r *room) error {
	session, err := l.Records.Session(ctx, r.id)
	if err != nil {
		return err
	}
	script, err := l.Scripts(ctx, session)
	if err != nil {
		return err
	}
	log, err := l.Records.Events(ctx, r.id, 0)
	if err != nil {
		return err
	}
	answers, err := l.Records.Answers(ctx, r.id)
	if err != nil {
		return err
	}
	state := engine.Replay(log)
	r.settle(session, script, state, l.startOf(session, state))
	r.answers, r.acted = answers, lastAct(log)
	return nil
}

// settle fills a room.
func (r *room) settle(session engine.Session, script *engine.Script, state engine.State, start time.Time) {
	r.session, r.script, r.state, r.start = session, script, state, start
	r.session.Due = dueOf(script, state)
	r.answers = map[string][]byte{}
	r.news = nil
	r.loaded = true
}

// at turns a moment into the session's time, never before its last event.
func (r *room) at(moment time.Time) time.Duration {
	return max(engine.Offset(moment.Sub(r.start)), r.state.At)
}

// isDue tells that the clock must speak.
func (r *room) isDue(now time.Time) bool { return r.session.Due >= 0 && r.at(now) >= r.session.Due }

// moment turns a time of the session into one of the clock.
func (r *room) moment(at time.Duration) time.Time { return r.start.Add(at) }

// advance takes over what was committed and wakes who waits.
func (r *room) advance(state engine.State, events []engine.Event, due time.Duration) {
	r.state = state
	r.session.Phase, r.session.Last, r.session.Due = state.Phase, state.Number, due
	r.acted = max(r.acted, lastAct(events))
	if len(events) == 0 {
		return
	}
	r.news = events
	close(r.changed)
	r.changed = make(chan struct{})
}

// lastAct is the number of the last event that an agent caused; 0 when there is none.
func lastAct(log []engine.Event) int {
	for i := len(log) - 1; i >= 0; i-- {
		if byAgent(log[i].Fact) {
			return log[i].Number
		}
	}
	return 0
}

func byAgent(f engine.Fact) bool {
	switch f := f.(type) {
	case engine.Answered, engine.Replied, engine.LookedUp, engine.Held, engine.Resumed, engine.Transferred, engine.Escalated,
		engine.Consulted, engine.Filed, engine.Sent, engine.Closed, engine.Argued:
		return true
	case engine.SessionFinished:
		return !f.ByClock
	default:
		return false
	}
}
