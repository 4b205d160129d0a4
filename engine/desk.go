package engine

import (
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// The things of the desk are named exactly as the desk lists them; anything else is refused, not guessed at.

// atDesk refuses the desk once wrap-up is over.
func (p *play) atDesk() error {
	if p.s.Phase == Debrief || p.s.Phase == Finished {
		return refuse(RefusedOver, "")
	}
	return nil
}

func (p *play) lookUp(c LookUp) error {
	if err := p.atDesk(); err != nil {
		return err
	}
	if !p.sc.readable(c.Name) {
		return refuse(RefusedUnknownName, c.Name)
	}
	p.act(LookedUp(c), happening{verb: scenarios.VerbLooksUp, name: c.Name})
	return nil
}

func (p *play) send(c Send) error {
	if err := p.atDesk(); err != nil {
		return err
	}
	if !p.sc.manners.maySend {
		return refuse(RefusedChannel, "")
	}
	if !p.sc.sendable(c.Name) {
		return refuse(RefusedUnknownName, c.Name)
	}
	p.act(Sent(c), happening{verb: scenarios.VerbSends, name: c.Name})
	return nil
}

func (p *play) escalate(c Escalate) error {
	if p.s.Phase == Waiting {
		return refuse(RefusedNotAnswered, "")
	}
	if err := p.atDesk(); err != nil {
		return err
	}
	if _, ok := p.present(c.To); !ok {
		return refuse(RefusedUnknownName, c.To)
	}
	p.act(Escalated(c), happening{verb: scenarios.VerbEscalates, name: c.To})
	return nil
}

// consult asks a colleague. One who is not there answers nothing, and nothing else happens.
func (p *play) consult(c Consult) error {
	if err := p.atDesk(); err != nil {
		return err
	}
	if len(c.Text) > MaxReply {
		return refuse(RefusedTooLong, "")
	}
	there, ok := p.present(c.Whom)
	if !ok {
		return refuse(RefusedUnknownName, c.Whom)
	}
	f := Consulted{Whom: c.Whom, Text: strings.ToValidUTF8(c.Text, "\uFFFD")}
	if !there {
		p.add(f)
		return nil
	}
	p.act(f, happeningOf(f))
	return nil
}

// transfer passes the contact on. A department where nobody is there refuses it and nothing else happens; otherwise a
// reaction may catch it, and without one it ends the contact (SEMANTICS 4).
func (p *play) transfer(c Transfer) error {
	if err := p.mustTalk(); err != nil {
		return err
	}
	taken, ok := p.present(c.To)
	if !ok {
		return refuse(RefusedUnknownName, c.To)
	}
	f := Transferred{To: c.To, Warm: c.Warm, Taken: taken}
	if !taken {
		p.add(f)
		return nil
	}
	o := p.actionOutcome(happeningOf(f))
	p.add(f)
	if o.reaction == nil || o.source == FromHabit {
		p.followTo(o, EndedByTransfer)
		return nil
	}
	p.follow(o)
	return nil
}

// present tells whether somebody is there in the session's variant; ok is false for a name the directory does not have.
func (p *play) present(name string) (there, ok bool) {
	for i := range p.sc.World.Departments {
		if d := &p.sc.World.Departments[i]; d.Name == name {
			return d.Available.In(p.s.Opened.Variant), true
		}
	}
	for i := range p.sc.World.Colleagues {
		if c := &p.sc.World.Colleagues[i]; c.Name == name {
			return c.Available.In(p.s.Opened.Variant), true
		}
	}
	return false, false
}

func (sc *Script) readable(name string) bool {
	for i := range sc.World.Articles {
		if sc.World.Articles[i].Name == name {
			return true
		}
	}
	for i := range sc.World.Records {
		if sc.World.Records[i].Name == name {
			return true
		}
	}
	return false
}

func (sc *Script) sendable(name string) bool {
	for i := range sc.World.Templates {
		if sc.World.Templates[i].Name == name {
			return true
		}
	}
	for i := range sc.World.Attachments {
		if sc.World.Attachments[i].Name == name {
			return true
		}
	}
	return false
}

// acceptable refuses an empty or over-long text and mends broken encoding.
func acceptable(text string) (string, error) {
	switch {
	case strings.TrimSpace(text) == "":
		return "", refuse(RefusedEmpty, "")
	case len(text) > MaxReply:
		return "", refuse(RefusedTooLong, "")
	default:
		return strings.ToValidUTF8(text, "\uFFFD"), nil
	}
}

func verbatim(heard language.Heard) bool {
	for _, h := range heard.Hearings {
		if h.Verbatim {
			return true
		}
	}
	return false
}
