package engine

import (
	"slices"

	"proba/scenarios"
)

// do carries out one command at the time p.now.
func (p *play) do(c Command) error {
	if p.s.Number >= MaxEvents && !windsUp(c) {
		return refuse(RefusedTooLong, "session")
	}
	switch c := c.(type) {
	case Answer:
		return p.answer()
	case Say:
		return p.say(c)
	case LookUp:
		return p.lookUp(c)
	case Hold:
		return p.hold()
	case Resume:
		return p.resume()
	case Transfer:
		return p.transfer(c)
	case Escalate:
		return p.escalate(c)
	case Consult:
		return p.consult(c)
	case File:
		return p.file(c)
	case Send:
		return p.send(c)
	case Close:
		return p.close()
	case Finish:
		return p.finish()
	case Argue:
		return p.argue(c)
	case Tick:
		return nil // what was due has struck
	default:
		panic("engine: unknown command") // the set is closed
	}
}

// windsUp tells the commands that bring a session nearer to its end.
func windsUp(c Command) bool {
	switch c.(type) {
	case Resume, Close, Finish, Tick:
		return true
	default:
		return false
	}
}

// act logs an action and what it brings about: rows of the persona, one reaction of the beat or else a habit. Outside
// the contact it is only logged.
func (p *play) act(f Fact, h happening) {
	o := p.actionOutcome(h)
	p.add(f)
	p.follow(o)
}

func (p *play) actionOutcome(h happening) outcome {
	b, ok := p.sc.beat(p.s.Beat)
	if !ok || p.s.Phase != Talking {
		return outcome{}
	}
	m := moment{s: &p.s, at: p.now, now: []happening{h}, sure: true}
	o := outcome{reasons: p.rows(m.now), source: FromReaction, cause: CauseReaction}
	o.reaction = p.reactionFor(b, m, o.reasons)
	if o.reaction == nil {
		m.sure = false // a form may be right only with phrases heard unsurely
		o.reaction = p.reactionFor(b, m, o.reasons)
	}
	if o.reaction == nil {
		m.sure = true
		o.reaction, o.source, o.cause = p.habitFor(m), FromHabit, CauseHabit
	}
	return o
}

func (p *play) answer() error {
	switch {
	case !p.sc.manners.waits:
		return refuse(RefusedChannel, "")
	case p.s.Answered:
		return refuse(RefusedAlready, "")
	case p.s.Phase != Waiting:
		return refuse(RefusedOver, "")
	}
	p.add(Answered{})
	p.enter(&p.sc.Beats[0])
	return nil
}

func (p *play) hold() error {
	if err := p.mayHold(); err != nil {
		return err
	}
	if p.s.OnHold {
		return refuse(RefusedOnHold, "")
	}
	p.act(Held{}, happening{verb: scenarios.VerbHolds})
	return nil
}

// resume takes the customer off hold, who now says what a habit kept waiting.
func (p *play) resume() error {
	if err := p.mayHold(); err != nil {
		return err
	}
	if !p.s.OnHold {
		return refuse(RefusedNotOnHold, "")
	}
	pending := p.s.rules.pendingHabit
	p.act(Resumed{After: p.now - p.s.HeldAt}, happening{verb: scenarios.VerbResumes})
	if pending != 0 && !p.ended() {
		p.sayPending(pending)
	}
	return nil
}

func (p *play) mayHold() error {
	if !p.sc.manners.mayHold {
		return refuse(RefusedChannel, "")
	}
	return p.mustTalk()
}

// mustTalk refuses what only a running contact allows.
func (p *play) mustTalk() error {
	switch p.s.Phase {
	case Talking:
		return nil
	case Waiting:
		return refuse(RefusedNotAnswered, "")
	default:
		return refuse(RefusedOver, "")
	}
}

func (p *play) sayPending(number int) {
	switch {
	case number < 0:
		p.sayPlain(holds)
	case number <= len(p.sc.person.Habits):
		p.sayReaction(&p.sc.person.Habits[number-1], CauseHabit)
	}
}

// close ends the contact; in wrap-up one close is still logged (SEMANTICS 5).
func (p *play) close() error {
	switch {
	case p.s.Phase == Waiting:
		return refuse(RefusedNotAnswered, "")
	case p.s.Phase == WrapUp && p.s.rules.closed:
		return refuse(RefusedAlready, "")
	case p.s.Phase == WrapUp:
		p.add(Closed{})
		return nil
	case p.s.Phase != Talking:
		return refuse(RefusedOver, "")
	}
	o := p.actionOutcome(happening{verb: scenarios.VerbCloses})
	p.add(Closed{})
	p.followTo(o, EndedByAgent)
	return nil
}

// followTo lets an outcome happen in a contact that ends with it: its beat is not entered (SEMANTICS 4).
func (p *play) followTo(o outcome, how Ending) {
	if o.reaction != nil {
		staying := *o.reaction
		staying.Target = scenarios.Target{}
		o.reaction = &staying
	}
	p.follow(o)
	if !p.ended() {
		p.end(how)
	}
}

func (p *play) finish() error {
	switch p.s.Phase {
	case WrapUp:
		p.leaveWrapUp(false)
	case Debrief:
		p.add(SessionFinished{})
	default:
		return refuse(RefusedPhase, "")
	}
	return nil
}

// leaveWrapUp goes on to the debrief or, where there is none, to the end.
func (p *play) leaveWrapUp(byClock bool) {
	if len(p.sc.Debrief) > 0 {
		p.add(DebriefStarted{})
		return
	}
	p.add(SessionFinished{ByClock: byClock})
}

func (p *play) argue(c Argue) error {
	switch {
	case p.s.Phase != Debrief:
		return refuse(RefusedPhase, "")
	case c.Question < 1 || c.Question > len(p.sc.Debrief):
		return refuse(RefusedUnknownName, "")
	case slices.Contains(p.s.rules.argued, c.Question):
		return refuse(RefusedAlready, "")
	}
	text, err := acceptable(c.Text)
	if err != nil {
		return err
	}
	heard := p.listen(text, true)
	p.add(Argued{
		Question: c.Question, Text: text, Language: heard.Language, Hearings: worthKeeping(heard.Hearings), Verbatim: verbatim(heard),
	})
	return nil
}
