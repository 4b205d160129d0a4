package engine

import (
	"time"

	"proba/scenarios"
)

// State is a session so far: a fold of its events, nothing else. Apply returns a new one; maps and slices of an older
// State are never changed, so a State may be kept and read by any goroutine. Fields that only the rules need are
// unexported.
type State struct {
	Number int           // of the last event
	At     time.Duration // of the last event
	Opened Started
	Phase  Phase
	Beat   string // current beat; "" before the first
	OnHold bool
	HeldAt time.Duration
	// Patience from 0 to 10.
	Patience int
	Ended    *ContactEnded // nil while the contact runs
	EndedAt  time.Duration
	// DebriefAt is when the debrief began.
	DebriefAt time.Duration

	// Answered tells that the agent picked up, or in chat and e-mail that he replied once.
	Answered   bool
	AnsweredAt time.Duration
	// SilentSince is when the running silence began; negative when no silence runs (SEMANTICS 31).
	SilentSince time.Duration
	// SpeakingUntil is when the customer's last line ends.
	SpeakingUntil time.Duration
	// LastLanguage is the language of the agent's last reply, "" before the first.
	LastLanguage string

	rules rulesState
}

// rulesState is what only Decide looks at; the engine's own file state_rules.go holds it.

// Band is the customer's mood now.
func (s State) Band() scenarios.Band { return scenarios.BandOf(s.Patience) }
