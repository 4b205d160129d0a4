package live

import (
	"container/list"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// Records is what live needs of the records. An error of Append other than a conflict may leave open whether the batch
// was kept.
type Records interface {
	CreateSession(ctx context.Context, n engine.Session, files []scenarios.File, first engine.Batch) (engine.Session, error)
	Session(ctx context.Context, id engine.SessionID) (engine.Session, error)
	RunningSessions(ctx context.Context) ([]engine.Session, error)
	Append(ctx context.Context, id engine.SessionID, b engine.Batch) error
	Events(ctx context.Context, id engine.SessionID, after int) ([]engine.Event, error)
	Answers(ctx context.Context, id engine.SessionID) (map[string][]byte, error)
	// Beat notes that the program is there, and returns when it did so last; the zero time when never.
	Beat(ctx context.Context) (last time.Time, err error)
	RecordSignals(ctx context.Context, signals []engine.Signal) error
}

// Config is what Sessions needs.
type Config struct {
	Records Records
	// Scripts returns the script a session is pinned to, made from its sources. It should remember what it prepared.
	Scripts func(ctx context.Context, s engine.Session) (*engine.Script, error)
	// Clock is nil for the real one.
	Clock Clock
	// Logger is nil for slog.Default.
	Logger *slog.Logger
	// MostLoaded is how many sessions are kept in memory beyond those with followers; 0 means 10,000.
	MostLoaded int
}

// Sessions are the running sessions. All methods may be called from any number of goroutines.
type Sessions struct {
	Config

	mu    sync.Mutex
	rooms map[engine.SessionID]*room
	// recent orders the rooms by use, the latest first.
	recent *list.List
	// starts holds where the running sessions started on the clock.
	starts  map[engine.SessionID]time.Time
	closing chan struct{}
	// busy counts commands and timers under way, so that Close can wait for them.
	busy   sync.WaitGroup
	alarms *alarms
}

// The errors a caller must act on, beside those of Records.
var (
	// ErrClosed: the program is going down; the same command may be sent again to the next one.
	ErrClosed = errors.New("no more commands are taken")
	// ErrBroken: the engine failed on this session; it stays as it was.
	ErrBroken = errors.New("the session cannot go on")
	// ErrKey: the once-only key is too long.
	ErrKey = errors.New("the once-only key is too long")
)

// StaleError refuses a command that was sent without having seen the last one's outcome.
type StaleError struct {
	// Last is the number to see first.
	Last int
}

// Error implements error.
func (e *StaleError) Error() string { return fmt.Sprintf("stale: the last event is %d", e.Last) }

// New makes the running sessions; none is taken up before Resume. An error names what of the Config is missing.
func New(cfg Config) (*Sessions, error) {
	if cfg.Records == nil || cfg.Scripts == nil {
		return nil, errors.New("live: records and scripts are required")
	}
	if cfg.Clock == nil {
		cfg.Clock = SystemClock()
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.Default()
	}
	if cfg.MostLoaded == 0 {
		cfg.MostLoaded = 10_000
	}
	l := &Sessions{Config: cfg, rooms: map[engine.SessionID]*room{}, recent: list.New(),
		starts: map[engine.SessionID]time.Time{}, closing: make(chan struct{})}
	l.alarms = newAlarms(cfg.Clock)
	go l.alarms.run(l.closing, func(id engine.SessionID) { go l.ring(id) })
	go l.watch()
	return l, nil
}

// Resume takes up the sessions that are not finished: their timers are armed, and those overdue strike at once, at the
// time they were due. Those the server was away from for long get a signal that says so. It returns how many there are.
func (l *Sessions) Resume(ctx context.Context) (int, error) {
	running, err := l.Records.RunningSessions(ctx)
	if err != nil {
		return 0, fmt.Errorf("take up running sessions: %w", err)
	}
	last, err := l.Records.Beat(ctx)
	if err != nil {
		return 0, fmt.Errorf("take up running sessions: %w", err)
	}
	now := l.Clock.Now()
	l.noteAway(ctx, running, last, now)
	for _, s := range running {
		if s.Due >= 0 {
			l.alarms.set(s.ID, onClock(now, s.Started, 0).Add(s.Due))
		}
	}
	return len(running), nil
}

// NewSession is what starts a session.
type NewSession struct {
	Person engine.PersonID
	Script *engine.Script
	Mode   engine.Mode
	// Seed 0 draws one: the scenario's own where it has one, else by chance.
	Seed int64
	// Variant forces a variant; "" draws one by the seed.
	Variant string
	// TimeFactor in percent; 0 means 100.
	TimeFactor int
	// DebriefFor is how long the debrief stays open; 0 means the engine's default for the mode.
	DebriefFor time.Duration
	// List are the limits of the list guard; zero means those of SEMANTICS 12.
	List         language.ListLimits
	Assignment   string
	SupervisedBy engine.PersonID
}

// Request is one command to a session.
type Request struct {
	Command engine.Command
	// Key is the once-only key, at most [MaxKey] bytes; a key used before gives the first answer again. "" is none.
	Key string
	// Last is the number of the last event the sender has seen; 0 leaves that open. What only the clock added since
	// does not make it stale.
	Last int
	// At is when the request arrived at the server; zero means now. It is what counts for limits.
	At time.Time
}

// MaxKey is the longest once-only key in bytes.
const MaxKey = 64

// Answer is what a command led to.
type Answer struct {
	// Last is the number of the last event after the command.
	Last  int
	Phase engine.Phase
	// Events are those the command added, timers that were due before it included; a repeated command gives them again.
	Events []engine.Event
	// Refusal is nil when the command was done.
	Refusal *engine.Refusal
	// Repeated tells that the key was used before and this is the first answer again.
	Repeated bool
}

// Close refuses further commands, waits for those begun, ends the streams and stops the timers. An error means that ctx
// ended first.
func (l *Sessions) Close(ctx context.Context) error {
	l.shut()
	done := make(chan struct{})
	go func() { l.busy.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close running sessions: %w", ctx.Err())
	}
}

// shut closes the door, once.
func (l *Sessions) shut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed() {
		close(l.closing)
	}
}

func (l *Sessions) closed() bool {
	select {
	case <-l.closing:
		return true
	default:
		return false
	}
}

// enter counts one more piece of work, to be left with busy.Done; ErrClosed after Close.
func (l *Sessions) enter() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed() {
		return ErrClosed
	}
	l.busy.Add(1)
	return nil
}
