package live

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"time"

	"proba/engine"
	"proba/grading"
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
type Sessions struct{}

// The errors a caller must act on, beside those of Records.
var (
	// ErrClosed: the program is going down; the same command may be sent again to the next one.
	ErrClosed = errors.New("no more commands are taken")
	// ErrBroken: the engine failed on this session; it stays as it was.
	ErrBroken = errors.New("the session cannot go on")
)

// StaleError refuses a command that was sent without having seen the last one's outcome.
type StaleError struct {
	// Last is the number to see first.
	Last int
}

// Error implements error.
func (e *StaleError) Error() string { return fmt.Sprintf("stale: the last event is %d", e.Last) }

// New makes the running sessions; none is taken up before Resume.
func New(cfg Config) (*Sessions, error) { panic("not written yet") }

// Resume takes up the sessions that are not finished: their timers are armed, and those overdue strike at once, at the
// time they were due. It returns how many there are.
func (l *Sessions) Resume(ctx context.Context) (int, error) { panic("not written yet") }

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
	DebriefFor   time.Duration
	Assignment   string
	SupervisedBy engine.PersonID
}

// Start starts a session and returns its record. Errors of Records.CreateSession come through.
func (l *Sessions) Start(ctx context.Context, n NewSession) (engine.Session, error) {
	panic("not written yet")
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
	// Refusal is nil when the command was done.
	Refusal *engine.Refusal
	// Repeated tells that the key was used before and this is the first answer again.
	Repeated bool
}

// Do does a command. A command the engine refuses is an Answer with its Refusal, not an error. Errors: *StaleError,
// ErrClosed, ErrBroken, those of Records. After an error the same request may be sent again with the same key.
func (l *Sessions) Do(ctx context.Context, id engine.SessionID, r Request) (Answer, error) {
	panic("not written yet")
}

// Moment is a session as it stands.
type Moment struct {
	Session engine.Session
	Script  *engine.Script
	State   engine.State
	// Now is the offset of the present from the start.
	Now time.Duration
}

// State returns a session as it stands, finished ones too.
func (l *Sessions) State(ctx context.Context, id engine.SessionID) (Moment, error) {
	panic("not written yet")
}

// Follow yields the events after a number, first those kept, then each as it is committed. The stream ends after the
// last event of a finished session, when ctx ends, and at Close; with an error when the records cannot be read. A slow
// follower delays nobody and costs no memory: it reads on from the records.
func (l *Sessions) Follow(ctx context.Context, id engine.SessionID, after int) iter.Seq2[engine.Event, error] {
	panic("not written yet")
}

// Marks marks the log as it stands.
func (l *Sessions) Marks(ctx context.Context, id engine.SessionID) (grading.Evaluation, error) {
	panic("not written yet")
}

// Close refuses further commands, waits for those begun, ends the streams and stops the timers.
func (l *Sessions) Close(ctx context.Context) error { panic("not written yet") }
