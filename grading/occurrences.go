package grading

import (
	"proba/engine"
	"proba/scenarios"
)

// occurrences finds every time the bare event of a sentence happened, in order, whatever its modifiers say.
func (j judge) occurrences(s scenarios.Sentence) []occurrence {
	switch s.Verb {
	case scenarios.VerbSays:
		return j.said(s.Name.Name)
	case scenarios.VerbHoldsLonger:
		return j.heldLonger(s.For)
	case scenarios.VerbIsSilent, scenarios.VerbDoesNotReply:
		return j.silent(s.For)
	case scenarios.VerbSpeaksLonger:
		return j.spokeLonger(s.Words)
	default:
		return j.done(s)
	}
}

// done finds actions.
func (j judge) done(s scenarios.Sentence) []occurrence {
	var occs []occurrence
	for i, e := range j.events {
		if !isAction(s, e.Fact) {
			continue
		}
		occ := j.at(i)
		if f, ok := e.Fact.(engine.Filed); ok {
			occ.filed = &f
		}
		occs = append(occs, occ)
	}
	return occs
}

// at is the occurrence of the event at that index as a whole.
func (s scope) at(index int) occurrence {
	e := s.events[index]
	return occurrence{position: position{event: e.Number}, at: e.At, index: index}
}

// indexOf is the index of the event with that number; what the scope does not see is put at its end.
func (s scope) indexOf(number int) int {
	for i, e := range s.events {
		if e.Number >= number {
			return i
		}
	}
	return len(s.events) - 1
}

// isAction reports whether the fact is the action that the sentence names.
func isAction(s scenarios.Sentence, f engine.Fact) bool {
	switch f := f.(type) {
	case engine.Answered:
		return s.Verb == scenarios.VerbAnswers
	case engine.LookedUp:
		return s.Verb == scenarios.VerbLooksUp && named(s, f.Name)
	case engine.Held:
		return s.Verb == scenarios.VerbHolds
	case engine.Resumed:
		return s.Verb == scenarios.VerbResumes
	case engine.Transferred:
		return s.Verb == scenarios.VerbTransfers && named(s, f.To) && warmth(s.Warmth, f.Warm)
	case engine.Escalated:
		return s.Verb == scenarios.VerbEscalates && named(s, f.To)
	case engine.Consulted:
		return s.Verb == scenarios.VerbConsults && named(s, f.Whom)
	case engine.Filed:
		return s.Verb == scenarios.VerbFiles && named(s, f.Form)
	case engine.Sent:
		return s.Verb == scenarios.VerbSends && named(s, f.Name)
	case engine.Interrupted:
		return s.Verb == scenarios.VerbInterrupts || s.Verb == scenarios.HabitIsInterrupted
	case engine.Closed:
		return s.Verb == scenarios.VerbCloses
	case engine.ContactEnded:
		return s.Verb == scenarios.HabitPatienceOut && f.How == engine.EndedByPatience
	case engine.Replied:
		return !f.Understood && isMisunderstanding(s.Verb, f.NotUnderstood)
	default:
		return false
	}
}

// named reports whether the sentence names that thing, or none at all.
func named(s scenarios.Sentence, name string) bool { return s.Name.Name == "" || s.Name.Name == name }

func warmth(want string, warm bool) bool {
	return want == "" || (want == "warm") == warm
}

func isMisunderstanding(v scenarios.Verb, why engine.Misunderstood) bool {
	switch v {
	case scenarios.HabitNotUnderstood:
		return true
	case scenarios.HabitTooHard:
		return why == engine.TooLong || why == engine.UnknownWord
	default:
		return false
	}
}
