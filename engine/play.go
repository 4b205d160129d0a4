package engine

import (
	"time"

	"proba/scenarios"
)

// play is one decision under way. Facts are added one by one, and s is always the state after the last of them, so a
// replayed log and a played one cannot differ.
type play struct {
	sc     *Script
	s      State
	now    time.Duration
	events []Event
}

// add lets a fact happen now.
func (p *play) add(f Fact) {
	e := Event{Number: p.s.Number + 1, At: p.now, Fact: f}
	p.events = append(p.events, e)
	p.s = Apply(p.s, e)
}

// ended tells that the contact is over.
func (p *play) ended() bool { return p.s.Ended != nil }

// end closes the contact in the current beat.
func (p *play) end(how Ending) {
	p.add(ContactEnded{How: how, Beat: p.s.Beat})
}

// enter makes a beat current and says its lines. A beat that waits for nothing ends the contact.
func (p *play) enter(b *scenarios.Beat) {
	p.add(BeatEntered{Beat: b.Name, Visit: counted(p.s.rules.visits, b.Name) + 1, Later: b.Later})
	for i := range b.Blocks {
		p.sayBlock(&b.Blocks[i], CauseBeat, p.s.mood())
	}
	if len(b.Reactions) == 0 && b.Otherwise == nil {
		p.end(EndedByScript)
	}
}

// enterByName enters the beat of that name. A name that is no beat, which the linter refuses, ends the contact.
func (p *play) enterByName(name string) {
	b, ok := p.sc.beat(name)
	if !ok {
		p.end(EndedByScript)
		return
	}
	p.enter(b)
}

// outcome is what a reply, an action or a clock's stroke brings about, in the order of SEMANTICS 15.
type outcome struct {
	reasons  []PatienceReason
	reaction *scenarios.Reaction // nil when none fired
	source   ReasonSource        // where the reaction was written
	cause    Cause               // of the reaction's lines
	// reflex is a habit said before everything else: he was interrupted, or cuts in himself.
	reflex      *scenarios.Reaction
	reflexPlain scenarios.Verb // what is said where the persona has no such habit
	// habit is what is said when no reaction fired: the persona's, else plain.
	habit *scenarios.Reaction
	plain scenarios.Verb
	// again is a rephrase of the beat; it goes before habits.
	again  *scenarios.Block
	anew   []candidate
	word   string // the word he did not know
	onward bool   // go to the next beat of the file (SEMANTICS 21c)
}

// reflexes tells that he was interrupted, or cuts in himself.
func (o outcome) reflexes() bool { return o.reflex != nil || o.reflexPlain != "" }

// follow lets an outcome happen: effects, patience, and then either the end of it or lines and the next beat.
func (p *play) follow(o outcome) {
	p.sc.tell(o.reaction, o.habit, o.reflex)
	for _, r := range []*scenarios.Reaction{o.reaction, o.habit, o.reflex} {
		p.effects(r)
	}
	if p.changePatience(p.reasonsOf(o)) {
		p.loseHim()
		return
	}
	p.speak(o)
	p.move(o)
}

// reasonsOf sums up what moves patience: rows and costs first, then what the author wrote at reactions and habits.
func (p *play) reasonsOf(o outcome) []PatienceReason {
	reasons := append([]PatienceReason(nil), o.reasons...)
	reasons = append(reasons, changesOf(o.reaction, o.source)...)
	reasons = append(reasons, changesOf(o.habit, FromHabit)...)
	return append(reasons, changesOf(o.reflex, FromHabit)...)
}

// loseHim is patience 0: the habit is said instead of every other line and the contact ends (SEMANTICS 29).
func (p *play) loseHim() {
	habit := p.habitOf(scenarios.HabitPatienceOut)
	p.sayHabit(habit, scenarios.HabitPatienceOut, "")
	p.end(EndedByPatience)
}

func (p *play) speak(o outcome) {
	if o.reflexes() {
		p.sayHabit(o.reflex, o.reflexPlain, "")
	}
	m := p.s.mood()
	m.unknownWord = o.word
	switch {
	case o.reaction != nil:
		p.sayReaction(o.reaction, o.cause)
	case o.again != nil:
		p.sayChosen(o.again, o.anew, CauseRephrase, m)
	case o.habit != nil || o.plain != "":
		p.sayHabit(o.habit, o.plain, o.word)
	}
}

func (p *play) move(o outcome) {
	switch {
	case endsIt(o.reaction) || endsIt(o.habit) || endsIt(o.reflex):
		p.end(EndedByScript)
	case o.reaction != nil && !o.reaction.Target.Stays():
		p.enterByName(o.reaction.Target.Beat.Name)
	case o.onward:
		p.goOn()
	}
}

func endsIt(r *scenarios.Reaction) bool { return r != nil && r.Target.End }

// goOn enters the next beat of the file; after the last one the contact ends.
func (p *play) goOn() {
	next, ok := p.sc.beatAfter(p.s.Beat)
	if !ok {
		p.end(EndedByScript)
		return
	}
	p.enter(next)
}
