package scenarios

import "time"

// Channel is how the customer reaches the trainee.
type Channel string

// The channels (SCENARIO-FORMAT 10 and 24).
const (
	Phone   Channel = "phone"
	Chat    Channel = "chat"
	Email   Channel = "email"
	Counter Channel = "counter"
	Desk    Channel = "desk"
)

// Scenario is one conversation with everything needed to play and mark it: persona, world, rubric and phrases are
// resolved. Slices keep file order.
type Scenario struct {
	Meta
	// Misread: its files have mistakes to mend first; what playing shows may only follow from them.
	Misread bool

	Channel    Channel
	Direction  string // "inbound" or "outbound"
	Request    string // "information", "complaint", "order", "support", "survey", "sales", "other" or ""
	Difficulty int    // 1 to 5; 0 when not given
	Minutes    int    // expected length; 0 when not given
	Seed       *int64 // nil: one seed per session

	Brief string // Markdown shown to the trainee before and during the contact

	Persona *Persona
	World   *World // all worlds of the scenario, joined; never nil
	Rubric  *Rubric

	Timers map[Timer]time.Duration // only those the author set
	Tries  *int                    // rephrases before Otherwise; nil: the default of 2

	Facts []Fact
	// Variants are the names of the variant columns of the facts table, in column order; empty when there are none.
	Variants []string

	Beats []Beat // the first is the start
	// Phrases holds the scenario's own phrases in file order, then those of its libraries.
	Phrases    []Phrase
	Criteria   []Criterion
	Desk       []FormTruth
	Debrief    []Criterion        // the question is the Name
	Cases      []Case             // of the channel desk, which has no Beats
	Faults     []Fault            // what goes wrong
	Colleagues []ColleagueAnswers // what those say who are asked
	// Pass holds the rules of the pass mark; "as in the rubric" is already replaced by the rubric's rules.
	Pass  []PassRule
	Tests []Test

	// Translation is what this scenario was translated by; nil for an original.
	Translation *Translation
	// Behind are the translations of its persona, worlds and libraries that it uses.
	Behind []*Translation

	// Sources are the files this scenario is made of: itself first, then persona, worlds, libraries and rubric by
	// path, with the original and the translations of each where it is a translation. They are what a session pins.
	Sources []File
}

// Timer names a clock of a contact.
type Timer string

// The timers (SCENARIO-FORMAT 10). "tries" is not a clock and is kept in Scenario.Tries.
const (
	TimerAnswer      Timer = "answer"
	TimerFirstReply  Timer = "first reply"
	TimerGivesUp     Timer = "gives up"
	TimerReply       Timer = "reply"
	TimerDeadAir     Timer = "dead air"
	TimerLongestHold Timer = "longest hold"
	TimerWrapUp      Timer = "wrap-up"
	TimerLimit       Timer = "limit"
)

// Fact is one row of a facts table. A cell is kept as written; see [Fact.Options].
type Fact struct {
	Name string
	// Value is the cell of the Value column, "" when the table has only variant columns.
	Value string
	// ByVariant holds the cells of the variant columns that are not empty.
	ByVariant map[string]string
	KnownTo   []Knower
	At        Pos
}

// Options returns the values the fact can have in a variant ("" for a scenario without variants): one, or several
// where the author wrote "one of: a, b" and the seed decides (SEMANTICS 26, 51). Empty when the fact has no value there.
func (f Fact) Options(variant string) []string {
	cell, ok := f.ByVariant[variant]
	if !ok {
		cell = f.Value
	}
	return drawOptions(cell)
}

// Knower is who knows a fact.
type Knower string

// Who may know a fact.
const (
	KnownCustomer    Knower = "customer"
	KnownRecord      Knower = "record"
	KnownArticle     Knower = "article"
	KnownDesk        Knower = "desk"
	KnownCalculation Knower = "calculation"
	KnownNobody      Knower = "nobody"
)

// Beat returns the beat of that name.
func (s *Scenario) Beat(name string) (*Beat, bool) {
	for i := range s.Beats {
		if s.Beats[i].Name == name {
			return &s.Beats[i], true
		}
	}
	return nil, false
}

// Phrase returns the phrase of that name.
func (s *Scenario) Phrase(name string) (*Phrase, bool) {
	for i := range s.Phrases {
		if s.Phrases[i].Name == name {
			return &s.Phrases[i], true
		}
	}
	return nil, false
}

// FormTruth is the table of right answers for one form.
type FormTruth struct {
	Form   Ref
	Fields []FieldTruth
}

// FieldTruth is the rule a field must satisfy: one of Any must hold, each of which needs all its rules.
type FieldTruth struct {
	Field string
	Any   [][]FieldRule
	Text  string // the cell as written
	At    Pos
}

// FieldRule is one rule of a "Right answer" cell. The set is closed.
type FieldRule interface{ fieldRule() }

// The field rules (SCENARIO-FORMAT 12, SEMANTICS 52).
type (
	// FieldIs wants a value equal by type; Value may hold {facts}.
	FieldIs struct{ Value string }
	// FieldIsOneOf wants one of Values.
	FieldIsOneOf struct{ Values []string }
	// FieldAnyDate wants a date.
	FieldAnyDate struct{}
	// FieldAnyText wants something filled in.
	FieldAnyText struct{}
	// FieldOnOrBefore wants a date not later than Date, which may hold {facts}.
	FieldOnOrBefore struct{ Date string }
	// FieldContains wants a whole word, a stem with *, or a word of the same stem.
	FieldContains struct{ Word string }
	// FieldSays wants the phrase heard in the text.
	FieldSays struct{ Phrase Ref }
	// FieldEmpty wants nothing filled in.
	FieldEmpty struct{}
	// FieldTotalIs wants the total of order lines; Value may hold {facts}.
	FieldTotalIs struct{ Value string }
	// FieldPriceColumn wants the price column.
	FieldPriceColumn struct{ Column string }
	// FieldItemsBeyond wants at least N items beyond the request.
	FieldItemsBeyond struct{ N int }
)

func (FieldIs) fieldRule()          {}
func (FieldIsOneOf) fieldRule()     {}
func (FieldAnyDate) fieldRule()     {}
func (FieldAnyText) fieldRule()     {}
func (FieldOnOrBefore) fieldRule()  {}
func (FieldContains) fieldRule()    {}
func (FieldSays) fieldRule()        {}
func (FieldEmpty) fieldRule()       {}
func (FieldTotalIs) fieldRule()     {}
func (FieldPriceColumn) fieldRule() {}
func (FieldItemsBeyond) fieldRule() {}
