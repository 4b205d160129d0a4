package engine

import (
	"slices"

	"proba/scenarios"
)

// Apply returns s after e. It cannot fail: e has happened. A fact it does not know changes nothing but number and time.
func Apply(s State, e Event) State {
	s.Number, s.At = e.Number, e.At
	switch f := e.Fact.(type) {
	case Started:
		s.start(f)
	case Answered:
		s.answer()
	case BeatEntered:
		s.enter(f)
	case CustomerSaid:
		s.hearCustomer(f)
	case Replied:
		s.reply(f)
	case PatienceChanged:
		s.changePatience(f)
	case LookedUp, Transferred, Escalated, Consulted, Filed, Sent, Interrupted, SpokeLonger:
		s.act(f)
	case Held:
		s.hold()
	case Resumed:
		s.resume()
	case HoldPassed:
		s.passHold(f)
	case Silence:
		s.passSilence(f)
	case Misheard:
		s.rules.misheard = append(slices.Clip(s.rules.misheard), misheard{fact: f.Fact, as: f.As, fresh: true})
	case Resolved, Complained, Referred:
		// They count in the record, not in the conversation.
	case ContactEnded:
		s.end(f)
	case Closed:
		s.rules.closed = true
		s.did(happening{verb: scenarios.VerbCloses})
	case DebriefStarted:
		s.Phase, s.DebriefAt = Debrief, s.At
	case Argued:
		s.rules.argued = append(slices.Clip(s.rules.argued), f.Question)
	case SessionFinished:
		s.Phase = Finished
	}
	return s
}

func (s *State) start(f Started) {
	s.Opened, s.Patience, s.Phase = f, f.Patience, Talking
	s.SilentSince, s.rules.unanswered = noTime, noTime
	if channels[f.Channel].waits {
		s.Phase = Waiting
	}
}

func (s *State) answer() {
	s.Phase, s.Answered, s.AnsweredAt = Talking, true, s.At
	s.SilentSince = s.At
	s.did(happening{verb: scenarios.VerbAnswers})
}

func (s *State) enter(f BeatEntered) {
	r := &s.rules
	s.Beat = f.Beat
	r.visit++
	r.later += f.Later
	r.visits = count(r.visits, f.Beat)
	r.failures, r.rewarded, r.nudging = 0, nil, false
	r.misheard = stale(r.misheard)
}

func (s *State) hearCustomer(f CustomerSaid) {
	r := &s.rules
	s.SpeakingUntil = max(s.At, s.SpeakingUntil) + f.Takes
	r.shown = &shown{text: f.Text, before: r.shown}
	r.useLine(f, s.Number)
	if s.Phase != Talking {
		return
	}
	if r.unanswered == noTime {
		r.unanswered = s.SpeakingUntil
	}
	s.silenceBegins()
}

func (s *State) reply(f Replied) {
	r := &s.rules
	s.silenceEnds()
	s.LastLanguage = f.Language
	if !s.Answered {
		s.Answered, s.AnsweredAt = true, s.At
	}
	r.replied, r.unanswered = true, noTime
	if !f.Understood {
		r.failures++
	}
	if f.NotUnderstood != TooLong && f.NotUnderstood != UnknownWord {
		s.did(phrasesHeard(f.Hearings)...)
	}
	for i, m := range r.misheard {
		if m.fresh {
			r.misheard = slices.Clone(r.misheard)
			r.misheard[i].fresh = false
		}
	}
}

// did keeps what happened for later conditions.
func (s *State) did(hs ...happening) {
	for _, h := range hs {
		s.rules.deeds = remember(s.rules.deeds, h, s.At, s.rules.visit)
	}
}

func (s *State) changePatience(f PatienceChanged) {
	s.Patience = f.To
	for _, reason := range f.Reasons {
		if reason.Source == FromRow && reason.Change > 0 {
			s.rules.rewarded = append(slices.Clip(s.rules.rewarded), reason.Why)
		}
	}
}

func (s *State) act(f Fact) {
	s.rules.nudging = false
	if _, cut := f.(Interrupted); cut {
		s.SpeakingUntil = s.At
	}
	s.did(happeningOf(f))
}

func (s *State) end(f ContactEnded) {
	s.silenceEnds()
	s.Ended, s.EndedAt = &f, s.At
	s.OnHold, s.Phase = false, WrapUp
}
