package engine

import "proba/scenarios"

// reflex is the habit of one who was interrupted, or who cuts in on a monologue; where the persona has none, the first
// of them still has a plain line. Nothing when neither happened.
func (p *play) reflex(now []happening) (*scenarios.Reaction, scenarios.Verb) {
	var cuts []happening
	var plain scenarios.Verb
	for _, h := range now {
		switch h.verb {
		case scenarios.VerbInterrupts:
			cuts, plain = append(cuts, h), scenarios.HabitIsInterrupted
		case scenarios.VerbSpeaksLonger:
			cuts = append(cuts, h)
		}
	}
	if len(cuts) == 0 {
		return nil, ""
	}
	return p.habitFor(moment{s: &p.s, at: p.now, now: cuts, sure: true}), plain
}

// reflexInstead lets the reflex stand for the line of a reply that nothing answered.
func (p *play) reflexInstead(r *reply) {
	if !r.outcome.reflexes() {
		return
	}
	r.outcome.habit, r.outcome.plain, r.outcome.again, r.outcome.anew = nil, "", nil, nil
}

func isReflex(c *scenarios.Condition) bool {
	return names(c, scenarios.VerbInterrupts) || names(c, scenarios.VerbSpeaksLonger)
}

func withoutReflexes(now []happening) []happening {
	var rest []happening
	for _, h := range now {
		if h.verb != scenarios.VerbInterrupts && h.verb != scenarios.VerbSpeaksLonger {
			rest = append(rest, h)
		}
	}
	return rest
}
