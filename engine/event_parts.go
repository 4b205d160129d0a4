package engine

// Cause says why the customer spoke.
type Cause string

// The causes of customer lines.
const (
	CauseBeat     Cause = "beat"     // on entering a beat
	CauseReaction Cause = "reaction" // the answer of a reaction
	CauseRephrase Cause = "rephrase" // an "again" line
	CauseHabit    Cause = "habit"    // persona or engine
)

// Misunderstood says why the customer did not understand.
type Misunderstood string

// The reasons.
const (
	TooLong     Misunderstood = "sentence too long"
	UnknownWord Misunderstood = "word unknown"
	NothingFits Misunderstood = "nothing fits"
	JustAList   Misunderstood = "list"
)

// PatienceReason is one part of a change of patience: what happened, as written in the persona or reaction.
type PatienceReason struct {
	Why    string       `json:"why"`
	Change int          `json:"change"`
	Source ReasonSource `json:"source"`
}

// ReasonSource says where a change of patience was written.
type ReasonSource string

// The sources.
const (
	FromRow      ReasonSource = "row"      // the persona's patience table
	FromReaction ReasonSource = "reaction" // a beat's reaction or Otherwise
	FromHabit    ReasonSource = "habit"    // a persona's habit
	FromRule     ReasonSource = "rule"     // nobody wrote it: the least cost of a silence, a long hold, a lost reply
)

// FiledField is one field as saved, in the form's order.
type FiledField struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// FieldCheck is the judgement on one field with a right answer.
type FieldCheck struct {
	Field string `json:"field"`
	Value string `json:"value"`
	Right bool   `json:"right"`
	// Wide tells that it would be right if unsure phrases counted.
	Wide bool `json:"wide,omitempty"`
	// Want is the rule as written, facts filled in.
	Want string `json:"want"`
}

// Ending is how a contact ended.
type Ending string

// The endings (SEMANTICS 4).
const (
	EndedByScript   Ending = "script"
	EndedByAgent    Ending = "closed"
	EndedByPatience Ending = "patience"
	EndedGaveUp     Ending = "gave up"
	EndedByLimit    Ending = "limit"
	EndedByTransfer Ending = "transferred"
)
