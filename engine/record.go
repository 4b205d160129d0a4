package engine

import (
	"time"

	"proba/scenarios"
)

// PersonID identifies a person: 26 lower-case letters and digits, not guessable. "" is nobody.
type PersonID string

// Session is what is kept of a session beside its log. The packages that run sessions and those that keep them share
// it, so that neither has to know the other.
type Session struct {
	ID     SessionID
	Person PersonID

	Scenario    string // its id
	Title       string
	Version     string
	Channel     scenarios.Channel
	Request     string
	ClientTypes []string // of the persona
	Rubric      string   // the id of the rubric it is marked by
	Language    string   // the scenario's first

	Mode    Mode
	Seed    int64
	Variant string
	// TimeFactor in percent, 100 when nothing is stretched.
	TimeFactor int

	// Pack and Sources pin the texts the session is played, marked and regraded with.
	Pack    scenarios.Digest
	Sources []Source

	// Attempt counts the person's assessed sessions of this scenario since the last award, from 1; 0 in practice and
	// trials, which use none.
	Attempt int
	// Assignment is the id of the assignment the session was started from; "" for none.
	Assignment string
	// SupervisedBy opened the session on the spot; "" for nobody.
	SupervisedBy PersonID

	// Started is the start of the session's clock, in whole milliseconds.
	Started time.Time
	// Ended is nil until the session is finished.
	Ended *time.Time
	Phase Phase
	// Last is the number of the last event.
	Last int
	// Due is the offset at which the clock must speak next; negative when no timer runs.
	Due time.Duration
	// Result and Score are the latest evaluation's, settled or not; "" and 0 until there is one.
	Result scenarios.Outcome
	Score  int
}

// Source is one pinned author file.
type Source struct {
	Path   string           `json:"path"`
	Digest scenarios.Digest `json:"digest"`
}

// Batch is what one command, or the clock, adds to a session: all of it is kept, or nothing.
type Batch struct {
	// Events continue the log without a gap. Empty for a command that was refused and moved nothing.
	Events []Event
	// Key is the command's once-only key and Answer the bytes given back for it; Key is "" for the clock and for
	// commands without one.
	Key    string
	Answer []byte
	// Phase and Due are the session's after the events; Turned tells that the phase was another before.
	Phase  Phase
	Turned bool
	Due    time.Duration
	// Ended is when the session finished; nil while it runs.
	Ended *time.Time
	// Marked is the evaluation of a finished session; nil otherwise.
	Marked *Marked
}

// Marked is an evaluation as it is kept: its exact JSON and, for lists, its result and score.
type Marked struct {
	JSON   []byte
	Result scenarios.Outcome
	Score  int
}

// Signal is something about how a session was played that a person may want to know, such as a paste or an interruption
// of the server. It is never part of a mark.
type Signal struct {
	Session SessionID
	After   int // number of the last event before it
	Kind    string
	Detail  string
	// At is set by who keeps it.
	At time.Time
}

// ServerAway is the kind of the signal that the server was not there for a while of the session. Detail says how long.
const ServerAway = "server away"
