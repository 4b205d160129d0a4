package live

import (
	"time"

	"proba/engine"
)

// Where a session started on the clock is kept as long as the session runs, also when its room is dropped: what passes
// is then always measured on the monotonic clock, and a jump of the wall clock moves no timer. Only after a restart of
// the program is the wall clock asked.

// begin notes where a new session started.
func (l *Sessions) begin(id engine.SessionID, start time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.starts[id] = start
}

// end forgets it.
func (l *Sessions) end(id engine.SessionID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.starts, id)
}

// startOf tells where a session started on the clock.
func (l *Sessions) startOf(session engine.Session, state engine.State) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	if start, known := l.starts[session.ID]; known {
		return start
	}
	start := onClock(l.Clock.Now(), session.Started, state.At)
	if state.Phase != engine.Finished {
		l.starts[session.ID] = start
	}
	return start
}

// onClock finds a start kept as wall time on the clock. At least past has gone by since then: a wall clock that was
// set back while the program was down must not hold the session up.
func onClock(now, started time.Time, past time.Duration) time.Time {
	return now.Add(-max(past, now.Sub(started)))
}
