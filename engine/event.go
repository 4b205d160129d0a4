package engine

import (
	"time"

	"proba/engine/language"
	"proba/scenarios"
)

// Event is one entry of a session's log.
type Event struct {
	// Number counts from 1 without gaps.
	Number int
	// At is the time from the start, in whole milliseconds; it never decreases.
	At   time.Duration
	Fact Fact
}

// Fact is what happened. The set is closed; each fact carries the outcome, never what must be computed again.
type Fact interface {
	fact()
	// Kind is the fact's name in the stored log, such as "replied".
	Kind() string
}

// The facts.
type (
	// Started opens the log.
	Started struct {
		Scenario   string            `json:"scenario"`
		Version    string            `json:"version"`
		Channel    scenarios.Channel `json:"channel"`
		Mode       Mode              `json:"mode"`
		Seed       int64             `json:"seed"`
		Variant    string            `json:"variant,omitempty"`
		Facts      map[string]string `json:"facts,omitempty"` // drawn values by name
		Patience   int               `json:"patience"`
		TimeFactor int               `json:"timeFactor"` // percent
		Instant    bool              `json:"instant,omitempty"`
		// DebriefFor is how long the debrief may last (SEMANTICS 5).
		DebriefFor time.Duration `json:"debriefFor"`
		// List are the limits of the list guard (SEMANTICS 12), as they were set when the session began.
		List language.ListLimits `json:"list,omitzero"`
		// Today is the day the session started, as 2026-03-12; "" in logs that do not say.
		Today  string           `json:"today,omitempty"`
		Pack   scenarios.Digest `json:"pack"`
		Engine string           `json:"engine"` // version of this engine
	}
	// Answered: the agent picked up.
	Answered struct{}
	// BeatEntered: a beat became current. Visit counts from 1.
	BeatEntered struct {
		Beat  string `json:"beat"`
		Visit int    `json:"visit"`
		// Later is the simulated time that passes on entering; no clock of the session moves.
		Later time.Duration `json:"later,omitempty"`
	}
	// CustomerSaid is a line of the customer, facts filled in.
	CustomerSaid struct {
		Beat        string                     `json:"beat,omitempty"`
		Text        string                     `json:"text"`
		Language    string                     `json:"language"`
		Cause       Cause                      `json:"cause"`
		Block       string                     `json:"block,omitempty"` // which blockquote, "BEAT/NUMBER"
		Alternative int                        `json:"alternative"`     // from 0
		Drawn       bool                       `json:"drawn,omitempty"` // the seed decided among equals
		Takes       time.Duration              `json:"takes"`           // how long saying or typing it takes
		Interrupts  bool                       `json:"interrupts,omitempty"`
		Attachments []scenarios.LineAttachment `json:"attachments,omitempty"`
	}
	// Replied is a reply of the agent with everything heard in it.
	Replied struct {
		Text     string `json:"text"`
		Spoken   bool   `json:"spoken,omitempty"`
		Language string `json:"language"`
		// Hearings keeps the decisions that are not a plain "no": heard, unsure, refused, near misses, blind.
		Hearings  []language.Hearing  `json:"hearings,omitempty"`
		Sentences []language.Sentence `json:"sentences,omitempty"`
		// Understood by the customer; else NotUnderstood says why.
		Understood    bool          `json:"understood"`
		NotUnderstood Misunderstood `json:"notUnderstood,omitempty"`
		// UnknownWord or the counted words behind NotUnderstood.
		UnknownWord string `json:"unknownWord,omitempty"`
		Words       int    `json:"words,omitempty"` // of the too long sentence
		Follows     int    `json:"follows,omitempty"`
		// CutAfter is the number of words heard of a monologue; 0 when nothing was cut.
		CutAfter int `json:"cutAfter,omitempty"`
		// Delay is the time since the customer message it answers; -1 when it answers none.
		Delay time.Duration `json:"delay"`
	}
	// PatienceChanged by one reply or timer event, all reasons summed.
	PatienceChanged struct {
		From    int              `json:"from"`
		To      int              `json:"to"`
		Reasons []PatienceReason `json:"reasons"`
	}
	// LookedUp an article or record.
	LookedUp struct {
		Name string `json:"name"`
	}
	// Held and Resumed frame a hold.
	Held    struct{}
	Resumed struct {
		After time.Duration `json:"after"`
	}
	// HoldPassed a limit: the timer or a habit's or reaction's own.
	HoldPassed struct {
		Limit time.Duration `json:"limit"`
		// Regular tells the longest hold timer, or a multiple of it, from an author's own number.
		Regular bool `json:"regular,omitempty"`
		// Habit is the number, from 1, of the persona's habit whose line waits for the end of the hold; -1 for the
		// engine's plain line, 0 for none.
		Habit int `json:"habit,omitempty"`
	}
	// Transferred to a department or colleague; an absent one does not take it.
	Transferred struct {
		To    string `json:"to"`
		Warm  bool   `json:"warm,omitempty"`
		Taken bool   `json:"taken"`
	}
	// Escalated the matter up the line.
	Escalated struct {
		To string `json:"to"`
	}
	// Consulted a colleague, who answered Answer ("" when absent).
	Consulted struct {
		Whom   string `json:"whom"`
		Text   string `json:"text,omitempty"`
		Answer string `json:"answer,omitempty"`
	}
	// Filed a form. Checks judge the fields that have a right answer.
	Filed struct {
		Form   string       `json:"form"`
		Fields []FiledField `json:"fields"`
		Checks []FieldCheck `json:"checks,omitempty"`
	}
	// Sent a template or attachment.
	Sent struct {
		Name string `json:"name"`
	}
	// Silence passed a limit for the Times-th time.
	Silence struct {
		Limit   time.Duration `json:"limit"`
		Running time.Duration `json:"running"`
		Times   int           `json:"times"`
	}
	// Interrupted: a dictated reply began before the customer's line had ended.
	Interrupted struct{}
	// SpokeLonger than Words words in one reply.
	SpokeLonger struct {
		Words int `json:"words"`
	}
	// Resolved, Complained, Referred and Misheard are effects of reactions.
	Resolved   struct{}
	Complained struct {
		To string `json:"to,omitempty"`
	}
	Referred struct{}
	Misheard struct {
		Fact string `json:"fact"`
		As   string `json:"as"`
	}
	// ContactEnded: no more replies. Beat is the current one ("" when never answered).
	ContactEnded struct {
		How  Ending `json:"how"`
		Beat string `json:"beat,omitempty"`
	}
	// Closed: the agent closed or hung up. It ends the contact, or follows its end in wrap-up.
	Closed struct{}
	// DebriefStarted: wrap-up is over and the questions are open.
	DebriefStarted struct{}
	// Argued answers a debrief question, from 1.
	Argued struct {
		Question int                `json:"question"`
		Text     string             `json:"text"`
		Language string             `json:"language"`
		Hearings []language.Hearing `json:"hearings,omitempty"`
		Verbatim bool               `json:"verbatim,omitempty"`
	}
	// SessionFinished closes the log. ByClock tells that the server did it.
	SessionFinished struct {
		ByClock bool `json:"byClock,omitempty"`
	}
)
