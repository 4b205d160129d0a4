package live

import (
	"container/list"
	"context"
	"fmt"
	"sync"
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

	mu sync.Mutex
	// The rest is guarded by mu and empty until load.
	loaded  bool
	session engine.Session
	script  *engine.Script
	state   engine.State
	answers map[string][]byte
	// acted is the number of the last event an agent caused; what the clock added since makes no command stale.
	acted int
	// anchor and offset tie the clock to the session: offset had passed at anchor. What passes since is measured on the
	// monotonic clock, so a jump of the wall clock moves no timer.
	anchor time.Time
	offset time.Duration
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
	r := &room{id: id, changed: make(chan struct{})}
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
		if r.followers.Load() == 0 && r.mu.TryLock() {
			l.drop(r)
			r.mu.Unlock()
		}
		place = before
	}
}

// leave drops a room from memory; its lock is held.
func (l *Sessions) leave(r *room) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.drop(r)
}

// drop takes a room out where it is still the one of its session. Both locks are held.
func (l *Sessions) drop(r *room) {
	r.loaded = false
	close(r.changed)
	r.changed = make(chan struct{})
	if l.rooms[r.id] == r {
		delete(l.rooms, r.id)
		l.recent.Remove(r.place)
	}
}

// open locks the room of a session and loads it where needed. The caller unlocks it.
func (l *Sessions) open(ctx context.Context, id engine.SessionID) (*room, error) {
	r := l.room(id)
	r.mu.Lock()
	if r.loaded {
		return r, nil
	}
	if err := l.load(ctx, r); err != nil {
		l.leave(r)
		r.mu.Unlock()
		return nil, fmt.Errorf("open session %s: %w", id, err)
	}
	return r, nil
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
	now := l.Clock.Now()
	r.settle(session, script, engine.Replay(log), now, max(0, now.Sub(session.Started)))
	r.answers, r.acted = answers, lastAct(log)
	return nil
}

// settle fills a room.
func (r *room) settle(session engine.Session, script *engine.Script, state engine.State, anchor time.Time, offset time.Duration) {
	r.session, r.script, r.state = session, script, state
	r.anchor, r.offset = anchor, offset
	r.answers = map[string][]byte{}
	r.news = nil
	r.loaded = true
}

// at turns a moment into the session's time, never before its last event.
func (r *room) at(moment time.Time) time.Duration {
	return max(engine.Offset(r.offset+moment.Sub(r.anchor)), r.state.At)
}

// moment turns a time of the session into one of the clock.
func (r *room) moment(at time.Duration) time.Time { return r.anchor.Add(at - r.offset) }

// advance takes over what was committed and wakes who waits.
func (r *room) advance(state engine.State, events []engine.Event) {
	r.state = state
	r.session.Phase, r.session.Last = state.Phase, state.Number
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
