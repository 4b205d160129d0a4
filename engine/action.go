package engine

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
