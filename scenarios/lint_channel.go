package scenarios

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// verbChannels is the table of SCENARIO-FORMAT 9: where an event can happen. A verb that is not in it happens anywhere.
var verbChannels = map[Verb][]Channel{
	VerbAnswers:      {Phone, Counter},
	VerbHolds:        {Phone},
	VerbHoldsLonger:  {Phone},
	VerbResumes:      {Phone},
	VerbSends:        {Chat, Email, Desk},
	VerbIsSilent:     {Phone, Counter},
	VerbDoesNotReply: {Chat, Email},
	VerbInterrupts:   {Phone, Counter},
	VerbSpeaksLonger: {Phone, Counter},
}

// happensOn reports whether an event can happen on a channel.
func happensOn(v Verb, c Channel) bool {
	channels, limited := verbChannels[v]
	return !limited || slices.Contains(channels, c)
}

// verbs reports events that the channel does not have: F114.
func (s *scenarioLint) verbs() {
	check := func(x Sentence) {
		if !happensOn(x.Verb, s.sc.Channel) {
			s.report("F114", x.At, 0, details{"verb": verbID(x.Verb), "channel": string(s.sc.Channel)})
		}
	}
	s.contactSentences(check)
	for _, t := range s.sc.Tests {
		for _, step := range t.Steps {
			if does, ok := step.(AgentDoes); ok {
				check(does.What)
			}
		}
	}
}

// verbID is the keyword id of a verb.
func verbID(v Verb) string {
	id := []byte("verb." + string(v))
	for i, c := range id {
		if c == ' ' {
			id[i] = '-'
		}
	}
	return string(id)
}

// timers reports clocks that nothing listens to, F113, and limits in criteria that are tighter than the clock the
// trainee sees, C313.
func (s *scenarioLint) timers() {
	for _, timer := range []Timer{TimerDeadAir, TimerReply} {
		if d := s.sc.Timers[timer]; d > 0 && !s.silenceHeard() {
			s.report("F113", s.timerPlace(timer), 0, details{"timer": timerID(timer), "time": seconds(d)})
		}
	}
	s.contactSentences(func(x Sentence) {
		for _, m := range x.Mods {
			if w, ok := m.(Within); ok && w.Of == nil {
				s.tighter(w.For, startTimer(x.Verb, s.sc.Channel), x.At)
			}
		}
	})
	for _, c := range s.marked {
		for _, item := range c.Items() {
			if m, ok := item.Measure.(RepliesWithin); ok {
				s.tighter(m.For, TimerReply, item.At)
			}
		}
	}
}

// silenceHeard reports whether anything in scenario or persona reacts to a trainee who keeps silent.
func (s *scenarioLint) silenceHeard() bool {
	heard := false
	listen := func(x Sentence) { heard = heard || x.Verb == VerbIsSilent || x.Verb == VerbDoesNotReply }
	s.contactSentences(listen)
	if s.sc.Persona != nil {
		for _, c := range personaConditions(s.sc.Persona) {
			eachSentence(c.Any, listen)
		}
	}
	for _, c := range s.marked {
		for _, item := range c.Items() {
			switch item.Measure.(type) {
			case LongestSilence, RepliesWithin:
				heard = true
			}
		}
	}
	return heard
}

// startTimer is the clock a trainee sees run from the start until he does something; "" when there is none.
func startTimer(v Verb, c Channel) Timer {
	switch {
	case v == VerbAnswers:
		return TimerAnswer
	case v == VerbSays && (c == Chat || c == Email):
		return TimerFirstReply
	default:
		return ""
	}
}

// shownTimers are the clocks of SCENARIO-FORMAT 10 that run where the author set none.
var shownTimers = map[Channel]map[Timer]time.Duration{
	Phone:   {TimerAnswer: 15 * time.Second},
	Counter: {TimerAnswer: 15 * time.Second},
	Chat:    {TimerFirstReply: 45 * time.Second, TimerReply: 120 * time.Second},
}

func (s *scenarioLint) tighter(limit time.Duration, timer Timer, at Pos) {
	shown, ok := s.sc.Timers[timer]
	if !ok {
		shown = shownTimers[s.sc.Channel][timer]
	}
	if shown > limit {
		s.report("C313", at, 0, details{"limit": seconds(limit), "timer": timerID(timer), "time": seconds(shown)})
	}
}

// timerID is the keyword id of a clock.
func timerID(t Timer) string { return "timer." + verbID(Verb(t))[len("verb."):] }

// seconds writes a time as authors do in any language.
func seconds(d time.Duration) string { return strconv.Itoa(int(d/time.Second)) + " s" }

// timerPlace finds the row of a clock in the scenario's file; the whole file where it cannot be found.
func (s *scenarioLint) timerPlace(timer Timer) Pos {
	for n, line := range s.fileLines(s.sc.At.File) {
		cells := strings.Split(line, "|")
		if len(cells) < 3 {
			continue
		}
		if len(lookupAll(timerID(timer), cells[1])) > 0 {
			return Pos{File: s.sc.At.File, Line: n + 1, Column: strings.Index(line, strings.TrimSpace(cells[1])) + 1}
		}
	}
	return s.sc.At
}
