package engine

import (
	"proba/engine/language"
	"proba/scenarios"
)

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
	m := moment{s: &p.s, at: p.now, now: r.now, sure: true, language: r.heard.Language}
	o := r.beat.Otherwise
	if o == nil || p.sc.usedUp(&p.s, o, p.moodAfter(o, m, r.outcome.reasons)) {
		r.outcome.onward = true
		return
	}
	r.outcome.reaction, r.outcome.source, r.outcome.cause = o, FromReaction, CauseReaction
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
