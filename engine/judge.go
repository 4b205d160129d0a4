package engine

import (
	"proba/engine/language"
	"proba/scenarios"
)

// judge decides what a reply does: one reaction, or what SEMANTICS 21 says when none fires.
func (p *play) judge(r *reply) {
	onlyOtherwise := len(r.beat.Reactions) == 0 && r.beat.Otherwise != nil
	if onlyOtherwise || !r.limit.broken() {
		r.now = append(r.now, phrasesHeard(r.heard.Hearings)...)
	}
	r.outcome.reasons = p.rows(r.now)
	r.outcome.reflex, r.outcome.reflexPlain = p.reflex(r.now)
	switch {
	case onlyOtherwise:
		r.fact.Understood = true
		p.takeOtherwise(r)
	case r.limit.broken():
		p.notUnderstood(r, r.limit.why)
	case p.fire(r):
		r.fact.Understood = true
	case anyPhrase(r.now):
		r.fact.Understood = true
		r.outcome.habit, r.outcome.plain = p.habitOf(scenarios.HabitOutOfPlace), scenarios.HabitOutOfPlace
		p.reflexInstead(r)
	default:
		p.notUnderstood(r, emptyBecause(r.heard))
	}
}

// fire finds the one reaction of a reply: the beat's with sure phrases, the beat's with unsure ones, then the
// persona's habits (SEMANTICS 17).
func (p *play) fire(r *reply) bool {
	m := moment{s: &p.s, at: p.now, now: r.now, sure: true}
	r.outcome.reaction, r.outcome.source, r.outcome.cause = p.reactionFor(r.beat, m, r.outcome.reasons), FromReaction, CauseReaction
	if r.outcome.reaction == nil {
		m.sure = false
		r.outcome.reaction = p.reactionFor(r.beat, m, r.outcome.reasons)
	}
	if r.outcome.reaction == nil {
		m.sure = true
		m.now = withoutReflexes(r.now)
		r.outcome.reaction, r.outcome.source, r.outcome.cause = p.habitFor(m), FromHabit, CauseHabit
	}
	if r.outcome.reaction != nil && isReflex(&r.outcome.reaction.When) {
		r.outcome.reflex, r.outcome.reflexPlain = nil, "" // the beat's own answer to it goes before the habit
	}
	return r.outcome.reaction != nil
}

// reactionFor is the first reaction of the beat, in file order, that holds and is not used up.
func (p *play) reactionFor(b *scenarios.Beat, m moment, reasons []PatienceReason) *scenarios.Reaction {
	for i := range b.Reactions {
		r := &b.Reactions[i]
		if m.holds(&r.When) && !p.sc.usedUp(&p.s, r, p.moodAfter(r, m, reasons)) {
			return r
		}
	}
	return nil
}

// moodAfter is the mood in which the customer would answer with r (SEMANTICS 18).
func (p *play) moodAfter(r *scenarios.Reaction, m moment, reasons []PatienceReason) mood {
	after := p.s.mood()
	total := p.s.Patience + sum(reasons) + sum(changesOf(r, FromReaction))
	after.band = scenarios.BandOf(clampPatience(total))
	after.said = func(phrase string) bool { return p.s.hasSaid(phrase) || m.saysNow(phrase) }
	return after
}

func (m moment) saysNow(phrase string) bool {
	for _, h := range m.now {
		if h.verb == scenarios.VerbSays && !h.unsure && sameName(h.name, phrase) {
			return true
		}
	}
	return false
}

// notUnderstood is SEMANTICS 21b and 21c: rephrase up to tries, then Otherwise or the next beat.
func (p *play) notUnderstood(r *reply, because Misunderstood) {
	r.fact.NotUnderstood, r.fact.UnknownWord = because, r.limit.word
	r.fact.Words, r.fact.Follows = r.limit.words, r.limit.follows
	r.outcome.word = r.limit.word
	if p.s.rules.failures+1 > p.sc.tries() {
		p.takeOtherwise(r)
		if len(changesOf(r.outcome.reaction, FromReaction)) > 0 {
			return
		}
		r.outcome.reasons = append(r.outcome.reasons, p.lossOf(r))
		return
	}
	r.outcome.reasons = append(r.outcome.reasons, p.lossOf(r))
	p.rephrase(r)
}

// lossOf is what not understanding costs.
func (p *play) lossOf(r *reply) PatienceReason {
	if r.limit.broken() {
		return p.costOf(happening{verb: scenarios.HabitTooHard}, scenarios.HabitNotUnderstood)
	}
	return p.costOf(happening{verb: scenarios.HabitNotUnderstood})
}

func (p *play) rephrase(r *reply) {
	if r.limit.broken() {
		r.outcome.habit, r.outcome.plain = p.habitOf(scenarios.HabitTooHard), scenarios.HabitTooHard
	} else if block, left, ok := p.sc.again(&p.s, r.beat); ok {
		r.outcome.again, r.outcome.anew = block, left
	} else {
		r.outcome.habit, r.outcome.plain = p.habitOf(scenarios.HabitNotUnderstood), scenarios.HabitNotUnderstood
	}
	p.reflexInstead(r)
}

// takeOtherwise fires the beat's Otherwise; without one, or when it is used up, the contact goes on in file order.
func (p *play) takeOtherwise(r *reply) {
	m := moment{s: &p.s, at: p.now, now: r.now, sure: true}
	o := r.beat.Otherwise
	if o == nil || p.sc.usedUp(&p.s, o, p.moodAfter(o, m, r.outcome.reasons)) {
		r.outcome.onward = true
		return
	}
	r.outcome.reaction, r.outcome.source, r.outcome.cause = o, FromReaction, CauseReaction
}

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

func anyPhrase(now []happening) bool {
	for _, h := range now {
		if h.verb == scenarios.VerbSays {
			return true
		}
	}
	return false
}

// emptyBecause tells an unknown reply from one that the list guard emptied (SEMANTICS 12).
func emptyBecause(heard language.Heard) Misunderstood {
	if heard.List {
		return JustAList
	}
	for _, h := range heard.Hearings {
		if h.Why == language.WhyList {
			return JustAList
		}
	}
	return NothingFits
}

// tries is how many rephrases come before Otherwise.
func (sc *Script) tries() int {
	if sc.Tries == nil {
		return 2
	}
	return *sc.Tries
}
