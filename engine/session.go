package engine

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

// Version is this engine's version, kept in every log: the first number changes when the same commands would give
// another log.
const Version = "1.0.0"
