package scenarios

import "time"

// Beat is one step of a conversation: what the customer says on entering it and what he waits for.
type Beat struct {
	Name   string
	Later  time.Duration // simulated time that passes on entering (SCENARIO-FORMAT 25); 0 usually
	Blocks []Block
	// Reactions are tried in this order; Otherwise is not among them and is nil when the author wrote none.
	Reactions []Reaction
	Otherwise *Reaction
	At        Pos
}

// Block is one message of the customer: a blockquote, of which one alternative is said.
type Block struct {
	Lines []Line
	At    Pos
}

// Line is one wording of a customer message.
type Line struct {
	// Text is what he says, with {facts} still in braces, written gestures in round brackets, and without cues.
	Text string
	// Language is the mark at the start of the line; "" when there is none (SEMANTICS 25).
	Language string
	Label    LineLabel
	// Typing delays a chat line; Pauses are added to a spoken one.
	Typing, Pauses time.Duration
	// Interrupts marks the line with which he cuts in.
	Interrupts  bool
	Attachments []LineAttachment
	At          Pos
}

// LineAttachment is a picture or file in a customer message. Digest finds it among the scenario's Sources; it is "" when
// the pack has no such file, and the trainee sees the name only. It is kept in the log: what was shown stays what it was.
type LineAttachment struct {
	Name, File string
	Digest     Digest `json:",omitempty"`
}

// LineLabel limits an alternative. At most one field is set; the zero LineLabel fits always.
type LineLabel struct {
	Again      bool
	Band       Band
	IfLanguage string // the trainee's last reply was in that language
	IfSaid     Ref    // this phrase was said before
	Variant    string
}

// Reaction is "When condition -> target; effects" with the customer's answer. An Otherwise has an empty When.
type Reaction struct {
	When    Condition
	Blocks  []Block
	Target  Target
	Effects []Effect
	At      Pos
}

// Target is where a reaction leads. The zero Target stays in the beat.
type Target struct {
	End  bool
	Beat Ref // zero: stay, unless End
}

// Stays reports whether the target is the current beat.
func (t Target) Stays() bool { return !t.End && t.Beat.Name == "" }

// Effect is what a reaction changes besides the beat. The set is closed.
type Effect interface{ effect() }

// The effects (SCENARIO-FORMAT 26).
type (
	// ChangePatience adds By, which may be negative.
	ChangePatience struct{ By int }
	// Resolve marks the request as solved.
	Resolve struct{}
	// Complain files the customer's claim about the trainee.
	Complain struct{ To Ref }
	// Refer is a referral won.
	Refer struct{}
	// Mishear makes him repeat a fact wrong.
	Mishear struct{ Fact string }
)

func (ChangePatience) effect() {}
func (Resolve) effect()        {}
func (Complain) effect()       {}
func (Refer) effect()          {}
func (Mishear) effect()        {}

// Persona is who calls.
type Persona struct {
	Meta
	// Speaks lists the persona's languages in the order written.
	Speaks      []Spoken
	ClientTypes []string
	Temperament string
	Patience    int // 1 to 10 at the start
	Voice       string
	Background  string // Markdown, for trainers
	// Understands is in table order, which decides {unknown word} (SEMANTICS 16).
	Understands  []Understanding
	PatienceRows []PatienceRow
	Habits       []Reaction
}

// Spoken is a language with its level, a CEFR code or "native".
type Spoken struct {
	Language string `validate:"language"`
	Level    string `validate:"cefr"`
}

// Understanding is the limit of what a persona follows in one language.
type Understanding struct {
	Language string
	// LongestSentence in words; 0: no limit.
	LongestSentence int
	// Unknown holds words or word sequences he does not know; * at the end stands for any ending.
	Unknown []string
}

// PatienceRow is one row of the patience table: Change is added when When happens.
type PatienceRow struct {
	When   Condition
	Change int
}
