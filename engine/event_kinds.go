package engine

func (Started) fact()         {}
func (Answered) fact()        {}
func (BeatEntered) fact()     {}
func (CustomerSaid) fact()    {}
func (Replied) fact()         {}
func (PatienceChanged) fact() {}
func (LookedUp) fact()        {}
func (Held) fact()            {}
func (Resumed) fact()         {}
func (HoldPassed) fact()      {}
func (Transferred) fact()     {}
func (Escalated) fact()       {}
func (Consulted) fact()       {}
func (Filed) fact()           {}
func (Sent) fact()            {}
func (Silence) fact()         {}
func (Interrupted) fact()     {}
func (SpokeLonger) fact()     {}
func (Resolved) fact()        {}
func (Complained) fact()      {}
func (Referred) fact()        {}
func (Misheard) fact()        {}
func (ContactEnded) fact()    {}
func (Closed) fact()          {}
func (DebriefStarted) fact()  {}
func (Argued) fact()          {}
func (SessionFinished) fact() {}

// Kind implements Fact.
func (Started) Kind() string         { return "started" }
func (Answered) Kind() string        { return "answered" }
func (BeatEntered) Kind() string     { return "beat" }
func (CustomerSaid) Kind() string    { return "customer" }
func (Replied) Kind() string         { return "replied" }
func (PatienceChanged) Kind() string { return "patience" }
func (LookedUp) Kind() string        { return "looked-up" }
func (Held) Kind() string            { return "held" }
func (Resumed) Kind() string         { return "resumed" }
func (HoldPassed) Kind() string      { return "hold-passed" }
func (Transferred) Kind() string     { return "transferred" }
func (Escalated) Kind() string       { return "escalated" }
func (Consulted) Kind() string       { return "consulted" }
func (Filed) Kind() string           { return "filed" }
func (Sent) Kind() string            { return "sent" }
func (Silence) Kind() string         { return "silence" }
func (Interrupted) Kind() string     { return "interrupted" }
func (SpokeLonger) Kind() string     { return "spoke-longer" }
func (Resolved) Kind() string        { return "resolved" }
func (Complained) Kind() string      { return "complained" }
func (Referred) Kind() string        { return "referred" }
func (Misheard) Kind() string        { return "misheard" }
func (ContactEnded) Kind() string    { return "ended" }
func (Closed) Kind() string          { return "closed" }
func (DebriefStarted) Kind() string  { return "debrief" }
func (Argued) Kind() string          { return "argued" }
func (SessionFinished) Kind() string { return "finished" }
