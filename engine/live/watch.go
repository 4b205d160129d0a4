package live

import (
	"context"
	"time"

	"proba/engine"
)

// A customer does not wait while the server is down, so what was due in the meantime happens at its time. Who judges the
// session must know that the trainee could not act: an interruption becomes a signal of the session.

const (
	// beatEvery is how often the program notes that it is there, while sessions run.
	beatEvery = 10 * time.Second
	// shortAway is the longest interruption that is not worth a signal.
	shortAway = beatEvery + 5*time.Second
	// jump is how far the wall clock may move against the monotonic one before it counts as a jump.
	jump = 2 * time.Second
)

// watch notes that the program is there, and that the computer slept, until closing.
func (l *Sessions) watch() {
	before := l.Clock.Now()
	for {
		select {
		case <-l.Clock.At(before.Add(beatEvery)):
		case <-l.closing:
			return
		}
		now := l.Clock.Now()
		l.beat(before, now)
		before = now
	}
}

func (l *Sessions) beat(before, now time.Time) {
	if l.enter() != nil {
		return
	}
	defer l.busy.Done()
	ctx := context.Background()
	if moved := wallJump(before, now); moved > jump || moved < -jump {
		l.Logger.Warn("the wall clock jumped", "by", moved)
		l.noteSleep(ctx, moved)
	}
	if !l.anyRunning() {
		return
	}
	if _, err := l.Records.Beat(ctx); err != nil {
		l.Logger.Error("the heartbeat was not kept", "error", err)
	}
}

// wallJump is how much further the wall clock went than the monotonic one.
func wallJump(before, now time.Time) time.Duration {
	return now.Round(0).Sub(before.Round(0)) - now.Sub(before)
}

func (l *Sessions) anyRunning() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.starts) > 0
}

// noteSleep gives the running sessions a signal when the computer slept: the wall clock went on and no timer did.
func (l *Sessions) noteSleep(ctx context.Context, slept time.Duration) {
	if slept < shortAway {
		return
	}
	running, err := l.Records.RunningSessions(ctx)
	if err != nil {
		l.Logger.Error("running sessions could not be read", "error", err)
		return
	}
	var signals []engine.Signal
	for _, s := range running {
		signals = append(signals, awayFrom(s, slept))
	}
	l.record(ctx, signals)
}

// noteAway gives sessions taken up again a signal when the program was away from them for long.
func (l *Sessions) noteAway(ctx context.Context, running []engine.Session, last, now time.Time) {
	var signals []engine.Signal
	for _, s := range running {
		from := s.Started
		if last.After(from) {
			from = last
		}
		if away := now.Sub(from); away > shortAway {
			signals = append(signals, awayFrom(s, away))
		}
	}
	l.record(ctx, signals)
}

func awayFrom(s engine.Session, away time.Duration) engine.Signal {
	return engine.Signal{Session: s.ID, After: s.Last, Kind: engine.ServerAway, Detail: away.Round(time.Second).String()}
}

// record keeps signals; that they are missing must not keep sessions from going on.
func (l *Sessions) record(ctx context.Context, signals []engine.Signal) {
	if len(signals) == 0 {
		return
	}
	if err := l.Records.RecordSignals(ctx, signals); err != nil {
		l.Logger.Error("interruptions were not recorded", "sessions", len(signals), "error", err)
	}
}
