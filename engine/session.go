package engine

import (
	"proba/engine/language"
	"proba/scenarios"
)

// SessionID identifies a session: 26 lower-case letters and digits, not guessable.
type SessionID string

// Mode is why a session is played.
type Mode string

// The modes: practice is private, assessed counts for certificates, a trial is a trainer's and leaves no record.
const (
	Practice Mode = "practice"
	Assessed Mode = "assessed"
	Trial    Mode = "trial"
)

// Phase is where a session stands.
type Phase string

// The phases in their order (SEMANTICS 2 and 5). Waiting is ringing on the phone and standing at the counter; chat and
// e-mail begin in Talking.
const (
	Waiting  Phase = "waiting"
	Talking  Phase = "talking"
	WrapUp   Phase = "wrap-up"
	Debrief  Phase = "debrief"
	Finished Phase = "finished"
)

// Script is a scenario made ready to play: its recogniser is trained and its channel chosen. It is never changed and
// may be shared by any number of sessions and goroutines.
type Script struct {
	*scenarios.Scenario
	Recogniser *language.Recogniser
	// Pack is the digest of the scenario's Sources together; a session is pinned to it.
	Pack scenarios.Digest
}

// Prepare makes a scenario ready. The error names the phrase that cannot be compiled.
func Prepare(sc *scenarios.Scenario) (*Script, error) {
	panic("not written yet")
}
