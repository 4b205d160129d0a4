package web

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// This file is the whitelist of SEMANTICS 59: the only place that turns a session's log into what the trainee who plays
// it may see. Pages, the event stream and the API all go through it. What is not named here is not shown: no fact table,
// phrase, verdict, pattern, criterion, beat, right answer, seed or variant ever leaves by it.

// seen is what a trainee learns from one event. Its JSON is part of the API.
type seen struct {
	Number int `json:"n"`
	// At is in milliseconds from the start.
	At   int64  `json:"at"`
	Kind string `json:"kind"`
	// Text is what was said, by Customer or by the trainee, or what a colleague answered.
	Text     string `json:"text,omitempty"`
	Language string `json:"lang,omitempty"`
	// Name is what was opened, filed or sent, or to whom it went.
	Name string `json:"name,omitempty"`
	// Takes is how long, in milliseconds, the customer speaks or types.
	Takes int64 `json:"takes,omitempty"`
	// Attachments are the names of files the customer sent.
	Attachments []string `json:"attachments,omitempty"`
	// Files are those of them the pack has.
	Files []fileSeen `json:"files,omitempty"`
	// Fields are what the trainee himself filled in.
	Fields []engine.FiledField `json:"fields,omitempty"`
	// Question is a debrief question's number, from 1.
	Question int `json:"question,omitempty"`
	// Outcome tells how an action or the contact went; see the outcomes below.
	Outcome string `json:"outcome,omitempty"`
	// Mood is the customer's mood, in practice only.
	Mood scenarios.Band `json:"mood,omitempty"`
}

// The outcomes: a transfer's, and who ended the contact.
const (
	outcomeTaken    = "taken"
	outcomeAbsent   = "absent"
	outcomeAgent    = "agent"
	outcomeCustomer = "customer"
	outcomeLimit    = "limit"
	outcomeTransfer = "transfer"
)

// see tells what the trainee may learn from an event, false when it is nothing. When a
// chat line may be shown is for [look].
func see(mode engine.Mode, e engine.Event) (seen, bool) {
	out := seen{Number: e.Number, At: e.At.Milliseconds(), Kind: e.Fact.Kind()}
	switch f := e.Fact.(type) {
	case engine.CustomerSaid:
		out.Text, out.Language, out.Takes = f.Text, f.Language, f.Takes.Milliseconds()
		for _, a := range f.Attachments {
			out.Attachments = append(out.Attachments, a.Name)
		}
		out.Files = filesSeen(f.Attachments)
	case engine.Replied:
		out.Text, out.Language = f.Text, f.Language
	case engine.Argued:
		out.Text, out.Language, out.Question = f.Text, f.Language, f.Question
	case engine.PatienceChanged:
		if mode == engine.Assessed {
			return seen{}, false
		}
		out.Mood = scenarios.BandOf(f.To)
	default:
		return seeDeed(out, e.Fact)
	}
	return out, true
}

// seeDeed is what was done rather than said.
func seeDeed(out seen, fact engine.Fact) (seen, bool) {
	switch f := fact.(type) {
	case engine.Answered, engine.Held, engine.Resumed, engine.Closed, engine.DebriefStarted, engine.SessionFinished:
	case engine.LookedUp:
		out.Name = f.Name
	case engine.Sent:
		out.Name = f.Name
	case engine.Escalated:
		out.Name = f.To
	case engine.Transferred:
		out.Name, out.Outcome = f.To, outcomeAbsent
		if f.Taken {
			out.Outcome = outcomeTaken
		}
	case engine.Consulted:
		out.Name, out.Text = f.Whom, f.Answer
	case engine.Filed:
		out.Name, out.Fields = f.Form, f.Fields
	case engine.ContactEnded:
		out.Outcome = endedBy(f.How)
	default:
		return seen{}, false
	}
	return out, true
}

// endedBy says who ended the contact and no more: whether patience or the script did it would tell of the script.
func endedBy(how engine.Ending) string {
	switch how {
	case engine.EndedByAgent:
		return outcomeAgent
	case engine.EndedByLimit:
		return outcomeLimit
	case engine.EndedByTransfer:
		return outcomeTransfer
	default:
		return outcomeCustomer
	}
}

// sight is everything a trainee has seen of a session at one time.
type sight struct {
	Seen []seen
	// Typing tells that the customer is writing, and Until when his next line will be there.
	Typing bool
	Until  time.Duration
	// Upto is the number up to which everything there is to see is in Seen: where a stream may go on from.
	Upto int
}

// look is what the trainee sees of a log at the time now. In chat a line is shown once it is typed, one after the other,
// and all of them when the contact is over; on the phone captions run with the voice. The trainee's own words and deeds
// never wait.
func look(mode engine.Mode, channel scenarios.Channel, log []engine.Event, now time.Duration) sight {
	out := sight{Upto: lastNumber(log)}
	var typed time.Duration // when the line before is there
	wait := channel == scenarios.Chat && !ended(log)
	for _, e := range log {
		one, ok := see(mode, e)
		if !ok {
			continue
		}
		if line, said := e.Fact.(engine.CustomerSaid); said && wait {
			typed = max(typed, e.At) + line.Takes
			if typed > now {
				out.note(typed, e.Number)
				continue
			}
		}
		out.Seen = append(out.Seen, one)
	}
	return out
}

// note remembers the first line that is not there yet; lines come one after the other, so the first is the next.
func (s *sight) note(at time.Duration, number int) {
	if s.Typing {
		return
	}
	s.Typing, s.Until, s.Upto = true, at, number-1
}

func lastNumber(log []engine.Event) int {
	if len(log) == 0 {
		return 0
	}
	return log[len(log)-1].Number
}

// ended tells that the contact is over: nothing is held back then.
func ended(log []engine.Event) bool {
	for i := len(log) - 1; i >= 0; i-- {
		if _, over := log[i].Fact.(engine.ContactEnded); over {
			return true
		}
	}
	return false
}
