package grading

import (
	"time"

	"proba/engine"
	"proba/engine/language"
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

// said finds the replies in which the phrase counts, any phrase for "". A phrase occurs once per reply, because it has
// one verdict there (SEMANTICS 11).
func (j judge) said(phrase string) []occurrence {
	if phrase == "" {
		return j.saidAnything()
	}
	heard := j.heard[phrase]
	n := 0
	for i := range heard {
		if j.reading.counts(heard[i].hearing) {
			n++
		}
	}
	if n == len(heard) {
		return heard[:n:n]
	}
	return keep(heard, func(o occurrence) bool { return j.reading.counts(o.hearing) })
}

// saidAnything finds the replies in which some phrase counts.
func (j judge) saidAnything() []occurrence {
	var occs []occurrence
	for i, e := range j.events {
		hearings := hearingsOf(e.Fact)
		for k := range hearings {
			if j.reading.counts(&hearings[k]) {
				occ := j.at(i)
				occ.sentence, occ.hearing = hearings[k].Sentence, &hearings[k]
				occs = append(occs, occ)
				break
			}
		}
	}
	return occs
}

// hearingsByPhrase finds the decisions on each phrase, counting or not, in the order of the log.
func hearingsByPhrase(events []engine.Event) map[string][]occurrence {
	heard := map[string][]occurrence{}
	for i, e := range events {
		hearings := hearingsOf(e.Fact)
		for k := range hearings {
			h := &hearings[k]
			heard[h.Phrase] = append(heard[h.Phrase], occurrence{
				position: position{e.Number, h.Sentence}, at: e.At, index: i, hearing: h,
			})
		}
	}
	return heard
}

func hearingsOf(f engine.Fact) []language.Hearing {
	switch f := f.(type) {
	case engine.Replied:
		return f.Hearings
	case engine.Argued:
		return f.Hearings
	default:
		return nil
	}
}

// heldLonger finds the holds that lasted longer than the limit. They happen when the limit passed where the log says
// so, else when the hold ended.
func (j judge) heldLonger(limit time.Duration) []occurrence {
	limit = j.stretched(limit)
	var occs []occurrence
	for _, hold := range j.spans(j.holds) {
		if i, ok := j.holdPassed(hold, limit); ok {
			occs = append(occs, j.at(i))
		} else if hold.length() > limit {
			occs = append(occs, j.at(j.indexOf(hold.ended)))
		}
	}
	return occs
}

func (j judge) holdPassed(hold span, limit time.Duration) (index int, ok bool) {
	for i, e := range j.events {
		f, passed := e.Fact.(engine.HoldPassed)
		if passed && f.Limit >= limit && hold.begun < e.Number && e.At <= hold.to {
			return i, true
		}
	}
	return 0, false
}

// silent finds silences: without a limit each time the clock fired, else each silence that lasted that long
// (SEMANTICS 31). It happens at the first firing not before the limit, else when the silence ended.
func (j judge) silent(limit time.Duration) []occurrence {
	limit = j.stretched(limit)
	var occs []occurrence
	for _, s := range j.silences {
		if j.debrief > 0 {
			break
		}
		switch {
		case limit == 0:
			for _, f := range s.fired {
				occs = append(occs, j.at(j.indexOf(f.event.Number)))
			}
		case s.length() >= limit:
			occs = append(occs, j.at(j.indexOf(s.moment(limit))))
		}
	}
	return occs
}

// moment is the number of the event at which a silence had lasted that long.
func (s silence) moment(limit time.Duration) int {
	for _, f := range s.fired {
		if f.running >= limit {
			return f.event.Number
		}
	}
	return s.ended
}

// spans are those of the contact; a debrief answer has none.
func (s scope) spans(all []span) []span {
	if s.debrief > 0 {
		return nil
	}
	return all
}

// spokeLonger finds the replies of more than that many words.
func (j judge) spokeLonger(words int) []occurrence {
	var occs []occurrence
	for i, e := range j.events {
		if f, ok := e.Fact.(engine.Replied); ok && wordsOf(f) > words {
			occs = append(occs, j.at(i))
		}
	}
	return occs
}

// wordsOf counts the words of a reply; of a monologue that was cut only those heard are known, and that there was one
// more.
func wordsOf(f engine.Replied) int {
	n := 0
	for _, s := range f.Sentences {
		n += s.Words
	}
	if f.CutAfter > 0 {
		return max(n, f.CutAfter+1)
	}
	return n
}
