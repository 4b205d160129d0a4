package scenarios

import "time"

// Verb is what happens in an event sentence. The words authors write for each are in the keyword table.
type Verb string

// The verbs of SCENARIO-FORMAT 9, and after them what only habits and patience tables know.
const (
	VerbSays         Verb = "says"
	VerbAnswers      Verb = "answers"
	VerbLooksUp      Verb = "looks up"
	VerbHolds        Verb = "holds"
	VerbHoldsLonger  Verb = "holds longer" // For
	VerbResumes      Verb = "resumes"
	VerbTransfers    Verb = "transfers"
	VerbEscalates    Verb = "escalates"
	VerbConsults     Verb = "consults"
	VerbFiles        Verb = "files"
	VerbSends        Verb = "sends"
	VerbIsSilent     Verb = "is silent"      // For, 0 when not given; in chat and e-mail it means does not reply
	VerbDoesNotReply Verb = "does not reply" // For, 0 when not given
	VerbInterrupts   Verb = "interrupts"
	VerbSpeaksLonger Verb = "speaks longer" // Words
	VerbCloses       Verb = "closes"        // also "hangs up": one event (SEMANTICS 4)

	HabitNotUnderstood Verb = "not understood"
	HabitTooHard       Verb = "too hard"
	HabitOutOfPlace    Verb = "out of place"
	HabitIsInterrupted Verb = "is interrupted"
	HabitPatienceOut   Verb = "patience out"
)

// Sentence is one event sentence: a verb, at most one name, modifiers. "says *a* or *b*" is read as two sentences;
// see [Condition].
type Sentence struct {
	Verb Verb
	// Name is the phrase, article or record, department or colleague, form, template or attachment. The zero Ref
	// stands for any.
	Name Ref
	// For is the time of is silent, does not reply and holds longer; 0 when the author gave none.
	For time.Duration
	// Words is the limit of speaks longer.
	Words int
	// Warmth is "cold", "warm" or "" (either), for transfers.
	Warmth string
	// Right is the number of right fields asked of files; 0 when none is asked.
	Right int
	Mods  []Modifier
	At    Pos
}

// Modifier narrows an event sentence. The set is closed.
type Modifier interface{ modifier() }

// The modifiers (SCENARIO-FORMAT 9; their exact meaning is SEMANTICS 36).
type (
	// Before wants the event not later than the first Of.
	Before struct{ Of Sentence }
	// After wants it not earlier than the first Of, which must have happened.
	After struct{ Of Sentence }
	// NotAfter wants none of the events later than the first Of.
	NotAfter struct{ Of Sentence }
	// Within wants it at most For after Of; Of is nil for the start.
	Within struct {
		For time.Duration
		Of  *Sentence
	}
	// InBeat wants it said or done while Beat was current.
	InBeat struct{ Beat Ref }
	// AtLeastTimes wants it N times or more.
	AtLeastTimes struct{ N int }
	// AtMostTimes wants it N times or fewer.
	AtMostTimes struct{ N int }
)

func (Before) modifier()       {}
func (After) modifier()        {}
func (NotAfter) modifier()     {}
func (Within) modifier()       {}
func (InBeat) modifier()       {}
func (AtLeastTimes) modifier() {}
func (AtMostTimes) modifier()  {}

// Clause is event sentences joined by "and": all of them.
type Clause []Sentence

// Condition is what a reaction, habit or patience row waits for: one of Any, and every limit after it.
// "says *a* and *b*" is one clause of two sentences; "says *a* or *b*" two clauses of one.
type Condition struct {
	Any []Clause
	// Bands, Variants: empty means no limit, else one of them.
	Bands    []Band
	Variants []string
	// IfAlready must all have been said before this reply; IfNotYet must none (SEMANTICS 18).
	IfAlready []Ref
	IfNotYet  []Ref
	Text      string // as written
	At        Pos
}

// Band is the customer's mood: calm 7 to 10, tense 4 to 6, angry 1 to 3, out 0 (SCENARIO-FORMAT 4).
type Band string

// The bands.
const (
	Calm  Band = "calm"
	Tense Band = "tense"
	Angry Band = "angry"
	Out   Band = "out"
)

// BandOf returns the band of a patience from 0 to 10.
func BandOf(patience int) Band {
	switch {
	case patience >= 7:
		return Calm
	case patience >= 4:
		return Tense
	case patience >= 1:
		return Angry
	default:
		return Out
	}
}

// Measure is a figure over the whole contact (SCENARIO-FORMAT 9, SEMANTICS 40). The set is closed.
type Measure interface{ measure() }

// The measures. Percentages are whole numbers from 0 to 100.
type (
	// Understood wants at least Percent of the replies understood by the customer.
	Understood struct{ Percent int }
	// Speaks wants at least Percent of the sentences in Language.
	Speaks struct {
		Language string
		Percent  int
	}
	// LongestSilence wants no silence longer than AtMost.
	LongestSilence struct{ AtMost time.Duration }
	// HoldTime wants all holds together at most AtMost.
	HoldTime struct{ AtMost time.Duration }
	// HandlingTime wants talk, hold and wrap-up together at most AtMost.
	HandlingTime struct{ AtMost time.Duration }
	// WordsPerSentence wants at most AtMost words a sentence on average.
	WordsPerSentence struct{ AtMost int }
	// FullSentences wants at least Percent full sentences.
	FullSentences struct{ Percent int }
	// Gulpease, Flesch and LIX want replies that are easy to read: an index of at least AtLeast, or for LIX, which counts the
	// other way, at most AtMost. Gulpease is for Italian, Flesch for the languages a variant is published for.
	Gulpease struct{ AtLeast int }
	Flesch   struct{ AtLeast int }
	LIX      struct{ AtMost int }
	// AddressesAs wants at least Percent of the sentences that address the customer to do it politely (Lei, Sie, вы), or with
	// Informally as among friends (tu, du, ты).
	AddressesAs struct {
		Informally bool
		Percent    int
	}
	// RepliesWithin wants every first reply to a customer message within For.
	RepliesWithin struct{ For time.Duration }
)

func (Understood) measure()       {}
func (Speaks) measure()           {}
func (LongestSilence) measure()   {}
func (HoldTime) measure()         {}
func (HandlingTime) measure()     {}
func (WordsPerSentence) measure() {}
func (FullSentences) measure()    {}
func (RepliesWithin) measure()    {}
func (Gulpease) measure()         {}
func (Flesch) measure()           {}
func (LIX) measure()              {}
func (AddressesAs) measure()      {}
