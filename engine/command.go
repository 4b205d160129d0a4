package engine

import "time"

// Command is what somebody, or the clock, wants to do. The set is closed; SEMANTICS 61 lists the fields as JSON.
type Command interface {
	command()
	// Kind is the command's name on the wire, such as "look-up".
	Kind() string
}

// The commands.
type (
	// Answer picks up the phone or opens the conversation at the counter.
	Answer struct{}
	// Say is a reply. Spoken tells that it was dictated, not typed; Took is how long dictating it took, 0 when unknown.
	Say struct {
		Text   string        `json:"text"`
		Spoken bool          `json:"spoken,omitempty"`
		Took   time.Duration `json:"-"` // on the wire "took", in milliseconds
	}
	// LookUp opens an article or record.
	LookUp struct {
		Name string `json:"name"`
	}
	// Hold puts the customer on hold.
	Hold struct{}
	// Resume takes him off hold.
	Resume struct{}
	// Transfer passes the contact on.
	Transfer struct {
		To   string `json:"to"`
		Warm bool   `json:"warm,omitempty"`
	}
	// Escalate hands the matter up the line; the contact goes on.
	Escalate struct {
		To string `json:"to"`
	}
	// Consult asks a colleague.
	Consult struct {
		Whom string `json:"whom"`
		Text string `json:"text,omitempty"`
	}
	// File saves a form.
	File struct {
		Form   string            `json:"form"`
		Fields map[string]string `json:"fields"`
	}
	// Send sends a template or attachment.
	Send struct {
		Name string `json:"name"`
	}
	// Close ends the contact; on the phone it hangs up.
	Close struct{}
	// Finish ends wrap-up or debrief.
	Finish struct{}
	// Argue answers a debrief question, counted from 1.
	Argue struct {
		Question int    `json:"question"`
		Text     string `json:"text"`
	}
	// Tick lets the clock speak: it does nothing by itself but fire what is due.
	Tick struct{}
)

func (Answer) command()   {}
func (Say) command()      {}
func (LookUp) command()   {}
func (Hold) command()     {}
func (Resume) command()   {}
func (Transfer) command() {}
func (Escalate) command() {}
func (Consult) command()  {}
func (File) command()     {}
func (Send) command()     {}
func (Close) command()    {}
func (Finish) command()   {}
func (Argue) command()    {}
func (Tick) command()     {}

// Kind implements Command.
func (Answer) Kind() string   { return "answer" }
func (Say) Kind() string      { return "say" }
func (LookUp) Kind() string   { return "look-up" }
func (Hold) Kind() string     { return "hold" }
func (Resume) Kind() string   { return "resume" }
func (Transfer) Kind() string { return "transfer" }
func (Escalate) Kind() string { return "escalate" }
func (Consult) Kind() string  { return "consult" }
func (File) Kind() string     { return "file" }
func (Send) Kind() string     { return "send" }
func (Close) Kind() string    { return "close" }
func (Finish) Kind() string   { return "finish" }
func (Argue) Kind() string    { return "argue" }
func (Tick) Kind() string     { return "tick" }

// MaxReply is the longest reply in bytes; a longer one is refused.
const MaxReply = 4 << 10

// MaxEvents is the longest log. A session that has come so far only lets the clock speak, resumes, closes and finishes;
// everything else is refused as too long. An hour of steady talk stays below a tenth of it.
const MaxEvents = 10_000

// Offset is a time from the start of a session, cut to whole milliseconds.
func Offset(d time.Duration) time.Duration { return d.Truncate(time.Millisecond) }
