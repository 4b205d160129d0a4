package robot

import (
	"errors"

	"proba/engine"
	"proba/scenarios"
)

// trial is a move made in the head only.
type trial struct {
	s       engine.State
	events  []engine.Event
	refused *engine.Refusal
}

// Nobody watches what is only thought of.
func try(v View, c engine.Command) trial {
	s, events, err := engine.Step(v.Script.Watching(nil), v.State, c, v.Now)
	t := trial{s: s, events: events}
	errors.As(err, &t.refused)
	return t
}

// reply returns what was heard in the trial; false when nothing was said.
func (t trial) reply() (engine.Replied, bool) {
	for _, e := range t.events {
		if f, ok := e.Fact.(engine.Replied); ok {
			return f, true
		}
	}
	return engine.Replied{}, false
}

// clean tells that nothing a None of forbids was heard, not even unsurely.
func (m *model) clean(t trial) bool {
	f, ok := t.reply()
	if !ok {
		return true
	}
	for _, h := range f.Hearings {
		if h.Verdict.Rank() > 0 && m.plan.never[h.Phrase] {
			return false
		}
	}
	return true
}

// does tells that the move does the task: of a phrase, that it is heard without doubt.
func (m *model) does(t *task, after trial) bool {
	if t.verb != scenarios.VerbSays {
		return true
	}
	f, ok := after.reply()
	if !ok {
		return false
	}
	for _, h := range f.Hearings {
		if h.Phrase == t.name && h.Verdict.Heard() {
			return true
		}
	}
	return false
}

// moves are the commands that may do a task, the first choice first.
func (m *model) moves(v View, t *task) []engine.Command {
	switch t.verb {
	case scenarios.VerbSays:
		return m.sayings(v, t.name)
	case scenarios.VerbAnswers:
		return []engine.Command{engine.Answer{}}
	case scenarios.VerbHolds:
		return []engine.Command{engine.Hold{}}
	case scenarios.VerbCloses:
		return []engine.Command{engine.Close{}}
	case scenarios.VerbFiles:
		return m.filings(v, t.name)
	default:
		return m.deskMoves(v, t)
	}
}

// sayings are a phrase's examples as replies: those the customer follows first.
func (m *model) sayings(v View, phrase string) []engine.Command {
	p, ok := v.Script.Phrase(phrase)
	if !ok {
		return nil
	}
	var followed, others []engine.Command
	for _, text := range examples(v.Script, p) {
		c := engine.Say{Text: cut(v.State.Fill(text))}
		if f, ok := try(v, c).reply(); ok && f.NotUnderstood == "" {
			followed = append(followed, c)
		} else {
			others = append(others, c)
		}
	}
	return append(followed, others...)
}

// deskMoves look up, send, consult, transfer or escalate; without a name whatever there is first.
func (m *model) deskMoves(v View, t *task) []engine.Command {
	var found []engine.Command
	for _, c := range append(deskCommands(v.Script), escalations(v.Script)...) {
		if verb, name, warm := actionOf(c); verb == t.verb && (t.name == "" || t.name == name) && (t.warmth == "" || (t.warmth == "warm") == warm) {
			found = append(found, c)
		}
	}
	return found
}

// escalations to colleagues, which a walker does without.
func escalations(sc *engine.Script) []engine.Command {
	var all []engine.Command
	for _, c := range sc.World.Colleagues {
		all = append(all, engine.Escalate{To: c.Name}, engine.Transfer{To: c.Name, Warm: true})
	}
	for _, d := range sc.World.Departments {
		all = append(all, engine.Consult{Whom: d.Name})
	}
	return all
}

func actionOf(c engine.Command) (verb scenarios.Verb, name string, warm bool) {
	switch c := c.(type) {
	case engine.LookUp:
		return scenarios.VerbLooksUp, c.Name, false
	case engine.Send:
		return scenarios.VerbSends, c.Name, false
	case engine.Consult:
		return scenarios.VerbConsults, c.Whom, false
	case engine.Escalate:
		return scenarios.VerbEscalates, c.To, false
	case engine.Transfer:
		return scenarios.VerbTransfers, c.To, c.Warm
	default:
		return "", "", false
	}
}
