package engine

import (
	"slices"

	"proba/scenarios"
)

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
