package web

import (
	"strings"
	"time"

	"proba/engine"
	"proba/scenarios"
)

// running is a session as the desk needs it: its record, script, state and log at one time.
type running struct {
	session engine.Session
	script  *engine.Script
	state   engine.State
	log     []engine.Event
	now     time.Duration
}

// customer is the persona's name.
func (r running) customer() string {
	if r.script.Persona == nil {
		return ""
	}
	return r.script.Persona.Title
}

// firstName is how a turn names somebody: the first word.
func firstName(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return first
}

// spoken tells channels where people talk from those where they write.
func (r running) spoken() bool {
	return r.script.Channel == scenarios.Phone || r.script.Channel == scenarios.Counter
}

// limit is a timer of this session, stretched by the person's time factor; 0 for one that does not run.
func (r running) limit(t scenarios.Timer) time.Duration {
	return r.stretched(r.script.Timer(t))
}

// silence is when the running silence is noticed.
func (r running) silence() time.Duration { return r.stretched(r.script.Silence()) }

func (r running) stretched(d time.Duration) time.Duration {
	if factor := r.state.Opened.TimeFactor; factor > 0 {
		return d * time.Duration(factor) / 100
	}
	return d
}

// language is the one the conversation goes on in: that of the last words said, at first the scenario's first.
func (r running) language() string {
	for i := len(r.log) - 1; i >= 0; i-- {
		switch f := r.log[i].Fact.(type) {
		case engine.CustomerSaid:
			return f.Language
		case engine.Replied:
			if f.Language != "" {
				return f.Language
			}
		}
	}
	return firstLanguage(r.script.Scenario)
}
