package scenarios

// orders reports modifiers that exclude each other, and events asked for when the contact cannot have them: C305.
func (s *scenarioLint) orders() {
	for i := range s.sc.Criteria {
		for _, item := range itemsOf(&s.sc.Criteria[i]) {
			eachSentence(item.Any, s.order)
		}
	}
	for _, c := range s.conditions() {
		eachSentence(c.Any, s.order)
	}
}

func (s *scenarioLint) order(x Sentence) {
	for i, m := range x.Mods {
		for _, n := range x.Mods[i+1:] {
			if s.exclude(x, m, n) || s.exclude(x, n, m) {
				s.report("C305", x.At, 0, nil)
				return
			}
		}
		if s.afterTheEnd(x, m) {
			s.report("C305/ended", x.At, 0, nil)
			return
		}
		if s.beforeAnswering(x, m) {
			s.report("C305/unanswered", x.At, 0, nil)
			return
		}
	}
}

// exclude reports whether two modifiers cannot both hold. Two phrases may be said in one sentence and then are neither
// before nor after each other (SEMANTICS 35), so an action must be on one side.
func (s *scenarioLint) exclude(x Sentence, m, n Modifier) bool {
	of := anchorOf(m)
	other := anchorOf(n)
	if of == nil || other == nil || !sameSentence(*of, *other) || x.Verb == VerbSays && of.Verb == VerbSays {
		return false
	}
	switch m.(type) {
	case Before:
		return isAfter(n)
	case NotAfter:
		return isAfter(n)
	default:
		return false
	}
}

// isAfter tells the modifiers that want the event after its anchor.
func isAfter(m Modifier) bool {
	switch m.(type) {
	case After, Within:
		return true
	default:
		return false
	}
}

// duringContact tells the events that cannot happen once the contact has ended (SEMANTICS 5).
func duringContact(v Verb) bool {
	switch v {
	case VerbSays, VerbHolds, VerbHoldsLonger, VerbResumes, VerbTransfers, VerbEscalates, VerbIsSilent,
		VerbDoesNotReply, VerbInterrupts, VerbSpeaksLonger, VerbAnswers:
		return true
	default:
		return false
	}
}

func (s *scenarioLint) afterTheEnd(x Sentence, m Modifier) bool {
	of := anchorOf(m)
	return isAfter(m) && of != nil && of.Verb == VerbCloses && duringContact(x.Verb)
}

// beforeAnswering: on phone and counter nothing is said or held before the trainee answers (SEMANTICS 2).
func (s *scenarioLint) beforeAnswering(x Sentence, m Modifier) bool {
	before, ok := m.(Before)
	waits := s.sc.Channel == Phone || s.sc.Channel == Counter
	return ok && waits && before.Of.Verb == VerbAnswers && duringContact(x.Verb) && x.Verb != VerbAnswers
}
