package engine

import "proba/scenarios"

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
	m := moment{s: &p.s, at: p.now, now: r.now, sure: true, language: r.heard.Language}
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
	if m.language != "" {
		after.language = m.language
	}
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

func anyPhrase(now []happening) bool {
	for _, h := range now {
		if h.verb == scenarios.VerbSays {
			return true
		}
	}
	return false
}
