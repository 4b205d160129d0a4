package scenarios

import "time"

// Test is an embedded test: a transcript and what must come out of it.
type Test struct {
	Name    string
	Variant string // "" : the first variant
	Seed    int64  // default 1
	// SeedGiven tells a written seed from the default.
	SeedGiven bool
	Steps     []Step
	Expect    Expectations
	At        Pos
}

// Step is one line of a transcript. The set is closed.
type Step interface{ step() }

// The steps (SCENARIO-FORMAT 16, SEMANTICS 54).
type (
	// AgentSays is a reply; Took is how long after the line before it arrives (2 s unless written).
	AgentSays struct {
		Text string
		Took time.Duration
		At   Pos
	}
	// AgentDoes is an action; Fields is filled for files.
	AgentDoes struct {
		What   Sentence
		Fields []FieldValue
		At     Pos
	}
	// Wait passes time and fires timers.
	Wait struct {
		For time.Duration
		At  Pos
	}
	// CustomerSays must equal the next customer line, facts filled in.
	CustomerSays struct {
		Text string
		At   Pos
	}
	// AnswersDebrief answers question Number (from 1).
	AnswersDebrief struct {
		Number int
		Text   string
		At     Pos
	}
)

func (AgentSays) step()      {}
func (AgentDoes) step()      {}
func (Wait) step()           {}
func (CustomerSays) step()   {}
func (AnswersDebrief) step() {}

// FieldValue is one filled form field.
type FieldValue struct{ Field, Value string }

// Expectations of a test; nil, "" and empty mean "not stated". Lists name some, not all (SEMANTICS 55).
type Expectations struct {
	Result        Outcome
	Score         *Range
	Patience      *Range
	Met, Missed   []Ref
	EndsIn        Ref
	PassesThrough []Ref
	Recognised    []Ref
	NotRecognised []Ref
	At            map[string]Pos // by the id of the expectation, such as "result"
}

// Outcome is how an evaluation ends.
type Outcome string

// The outcomes.
const (
	Pass      Outcome = "pass"
	Fail      Outcome = "fail"
	Undecided Outcome = "undecided"
)

// Range is whole numbers from Min to Max, both included.
type Range struct{ Min, Max int }

// Has reports whether n is in the range.
func (r Range) Has(n int) bool { return r.Min <= n && n <= r.Max }
