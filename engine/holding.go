package engine

import "proba/scenarios"

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

func (p *play) sayPending(number int) {
	switch {
	case number < 0:
		p.sayPlain(holds)
	case number <= len(p.sc.person.Habits):
		p.sayReaction(&p.sc.person.Habits[number-1], CauseHabit)
	}
}
