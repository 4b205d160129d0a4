package scenarios

import "time"

// Arrival is one row of a shift.
type Arrival struct {
	After    time.Duration
	Scenario Ref
	Persona  Ref // zero: the scenario's own
	// Briefing is what is announced then; a row may hold nothing else.
	Briefing Ref
	At       Pos
}

// The measures that stand only in a shift's criteria.
type (
	// EveryConversation wants Timer kept within For in every conversation of the shift.
	EveryConversation struct {
		Timer Timer
		For   time.Duration
	}
	// ConversationsLost wants at most N conversations lost.
	ConversationsLost struct{ N int }
)

func (EveryConversation) measure() {}
func (ConversationsLost) measure() {}
