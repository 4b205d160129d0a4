package engine

import "time"

// Start opens a session: the events of the first instant and the state after them.
func Start(sc *Script, o Opening) (State, []Event, error) { panic("not written yet") }

// Decide says what follows when someone, or the clock, does c at the time at, and changes nothing. Timers due at or
// before that time come first (SEMANTICS 3). A command that cannot be done now is a *Refusal.
func Decide(sc *Script, s State, c Command, at time.Duration) ([]Event, error) {
	panic("not written yet")
}

// Apply returns s after e. It cannot fail: e has happened.
func Apply(s State, e Event) State { panic("not written yet") }

// Step decides and applies. With an error the timers that were due have still fired: their events and the state after
// them are returned beside the *Refusal.
func Step(sc *Script, s State, c Command, at time.Duration) (State, []Event, error) {
	panic("not written yet")
}

// Replay folds a log. The zero State is returned for an empty one.
func Replay(log []Event) State { panic("not written yet") }

// Due tells when the clock must speak next; it comes back as a Tick. False when no timer runs.
func (s State) Due(sc *Script) (time.Duration, bool) { panic("not written yet") }

// EncodeEvent and DecodeEvent are the stored form: {"n", "at" (ms), "kind", and the fact's own fields under "fact"}.
func EncodeEvent(e Event) ([]byte, error) { panic("not written yet") }

// DecodeEvent reads what EncodeEvent wrote. An unknown kind is an error.
func DecodeEvent(b []byte) (Event, error) { panic("not written yet") }

// DecodeCommand reads a command from its kind and the JSON object of its fields.
func DecodeCommand(kind string, fields []byte) (Command, error) { panic("not written yet") }
