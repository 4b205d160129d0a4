package engine

// Refusal is the error of a command that cannot be done now. Reason is a code for the catalogue of texts.
type Refusal struct {
	Reason RefusalReason
	// Detail names the thing concerned: the form field, the department.
	Detail string
}

// Error implements error.
func (r *Refusal) Error() string {
	if r.Detail == "" {
		return "refused: " + string(r.Reason)
	}
	return "refused: " + string(r.Reason) + ": " + r.Detail
}

// RefusalReason says why a command was refused.
type RefusalReason string

// The reasons of refusal.
const (
	RefusedNotAnswered   RefusalReason = "not answered yet"
	RefusedAlready       RefusalReason = "already done"
	RefusedOver          RefusalReason = "the contact is over"
	RefusedOnHold        RefusalReason = "on hold"
	RefusedNotOnHold     RefusalReason = "not on hold"
	RefusedChannel       RefusalReason = "not in this channel"
	RefusedUnknownName   RefusalReason = "no such thing"
	RefusedEmpty         RefusalReason = "nothing said"
	RefusedTooLong       RefusalReason = "too long"
	RefusedFieldRequired RefusalReason = "a required field is empty"
	RefusedFieldUnknown  RefusalReason = "no such field"
	RefusedFieldValue    RefusalReason = "value not possible"
	RefusedPhase         RefusalReason = "not in this phase"
	RefusedTime          RefusalReason = "time runs backwards"
)

func refuse(reason RefusalReason, detail string) *Refusal {
	return &Refusal{Reason: reason, Detail: detail}
}
