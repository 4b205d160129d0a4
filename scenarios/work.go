package scenarios

import "time"

// Case is one piece of desk work: a document that arrives and is handled in any order (SCENARIO-FORMAT 24).
type Case struct {
	Name string
	// Document is the Markdown of the quotation, without its marks; it may hold {facts}.
	Document string
	From     string
	// Arrives is when it comes, counted from the start; Due is how long it may take from then, 0 without a limit.
	Arrives, Due time.Duration
	Rows         []string // ids of requirement rows it serves
	Truth        CaseTruth
	At           Pos
}

// CaseTruth is the right answer to a case. What is nil is not asked.
type CaseTruth struct {
	Fields []FieldTruth
	// Routing is where it goes, ArchiveClass under what it is filed, Reply what the answer must hold.
	Routing, ArchiveClass, Reply *FieldTruth
}

// Fault is something planted that goes wrong: a dead headset, a phishing message, an outage, an alarm.
type Fault struct {
	What string // as written, for the trainee
	// After is when it happens, counted from the start, where no event is named in On.
	After time.Duration
	On    []Clause
	// AnsweredBy are the events that answer it; one clause is enough.
	AnsweredBy []Clause
	At         Pos
}

// ColleagueAnswers is what a colleague says when he is asked.
type ColleagueAnswers struct {
	Colleague Ref
	// Answers are tried in order, like the reactions of a beat; they lead nowhere.
	Answers []Reaction
	At      Pos
}
