package robot

import (
	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// model is the player that must reach every point (SEMANTICS 57). It tries each move in its head first, since the
// engine changes nothing, and puts off what would end the contact or leave a beat too early.
type model struct {
	plan *plan // made with the first move, which tells the variant
}

// Next implements Player.
func (m *model) Next(v View) (Move, bool) {
	if m.plan == nil {
		m.plan = newPlan(v.Script, v.State.Opened.Variant)
	}
	switch v.State.Phase {
	case engine.Waiting:
		return m.waiting(v)
	case engine.Talking:
		return m.talking(v)
	case engine.WrapUp:
		return m.wrapUp(v)
	default:
		return debrief(v), true
	}
}

// waiting answers at once, after what must come before it.
func (m *model) waiting(v View) (Move, bool) {
	if m.answerWaits() {
		if c, ok := m.atDesk(v); ok {
			return Move{Command: c}, true
		}
	}
	m.finished(scenarios.VerbAnswers, "")
	return Move{Command: engine.Answer{}}, true
}

func (m *model) answerWaits() bool {
	for i := range m.plan.tasks {
		if t := &m.plan.tasks[i]; t.verb == scenarios.VerbAnswers && !t.done && !m.ready(t) {
			return true
		}
	}
	return false
}

func (m *model) talking(v View) (Move, bool) {
	if v.State.OnHold {
		m.finished(scenarios.VerbResumes, "")
		return Move{Command: engine.Resume{}}, true
	}
	if c, ok := m.best(v); ok {
		return Move{Command: c}, true
	}
	if c, ok := m.onTheRoad(v); ok {
		return Move{Command: c}, true
	}
	if c, ok := m.anyway(v); ok {
		return Move{Command: c}, true
	}
	if m.mayClose() {
		return Move{Command: engine.Close{}}, true
	}
	return Move{}, false
}

// mayClose tells that nothing forbids closing; else the clock has to end the contact.
func (m *model) mayClose() bool {
	for i := range m.plan.sc.Criteria {
		for _, item := range m.plan.sc.Criteria[i].NoneOf {
			for _, clause := range item.Any {
				if len(clause) == 1 && clause[0].Verb == scenarios.VerbCloses && len(clause[0].Mods) == 0 {
					return false
				}
			}
		}
	}
	return true
}

func (m *model) wrapUp(v View) (Move, bool) {
	if c, ok := m.atDesk(v); ok {
		return Move{Command: c}, true
	}
	if m.pendingClose() {
		m.finished(scenarios.VerbCloses, "")
		return Move{Command: engine.Close{}}, true
	}
	return Move{Command: engine.Finish{}}, true
}

func (m *model) pendingClose() bool {
	for i := range m.plan.tasks {
		if t := &m.plan.tasks[i]; t.verb == scenarios.VerbCloses && !t.done {
			return true
		}
	}
	return false
}

// ready tells that everything that comes before a task is done or given up.
func (m *model) ready(t *task) bool {
	for _, i := range t.after {
		if b := &m.plan.tasks[i]; !b.done && b != t {
			return false
		}
	}
	return true
}

// finished marks the first open task of that event.
func (m *model) finished(verb scenarios.Verb, name string) {
	for i := range m.plan.tasks {
		if t := &m.plan.tasks[i]; t.verb == verb && (name == "" || t.name == name) && !t.done {
			t.done = true
			return
		}
	}
}

// best is the first ready task whose move does no harm; it counts as done.
func (m *model) best(v View) (engine.Command, bool) {
	return m.pick(v, func(t *task, after trial) bool { return !m.harms(v, t, after) })
}

// anyway is the first ready task that can be done at all: harm can no longer be avoided.
func (m *model) anyway(v View) (engine.Command, bool) {
	return m.pick(v, func(*task, trial) bool { return true })
}

// atDesk is the first ready task of the desk.
func (m *model) atDesk(v View) (engine.Command, bool) {
	return m.pick(v, func(t *task, _ trial) bool { return deskVerb(t.verb) })
}

func deskVerb(verb scenarios.Verb) bool {
	return verb == scenarios.VerbLooksUp || verb == scenarios.VerbFiles || verb == scenarios.VerbSends || verb == scenarios.VerbConsults
}

func (m *model) pick(v View, accept func(*task, trial) bool) (engine.Command, bool) {
	for i := range m.plan.tasks {
		t := &m.plan.tasks[i]
		if t.done || !m.ready(t) || t.verb == scenarios.VerbResumes || t.beat != "" && t.beat != v.State.Beat {
			continue
		}
		for _, c := range m.moves(v, t) {
			after := try(v, c)
			if after.refused == nil && m.clean(after) && m.does(t, after) && accept(t, after) {
				t.done = true
				m.alsoDone(v, after)
				return c, true
			}
		}
	}
	return nil, false
}

// alsoDone marks the other phrases that the same reply says for certain, so that nothing is said twice.
func (m *model) alsoDone(v View, after trial) {
	f, ok := after.reply()
	if !ok {
		return
	}
	for _, h := range f.Hearings {
		if h.Verdict == language.Certain {
			m.finishedHere(v, h.Phrase)
		}
	}
}

func (m *model) finishedHere(v View, phrase string) {
	for i := range m.plan.tasks {
		t := &m.plan.tasks[i]
		if t.verb == scenarios.VerbSays && t.name == phrase && !t.done && m.ready(t) && (t.beat == "" || t.beat == v.State.Beat) {
			t.done = true
			return
		}
	}
}

// harms tells that a move would end the contact, or leave the beat, before something that needs it is done.
func (m *model) harms(v View, t *task, after trial) bool {
	for i := range m.plan.tasks {
		other := &m.plan.tasks[i]
		if other == t || other.done {
			continue
		}
		if after.s.Ended != nil && !deskVerb(other.verb) && other.verb != scenarios.VerbCloses {
			return true
		}
		if other.beat == v.State.Beat && other.beat != "" && after.s.Beat != v.State.Beat {
			return true
		}
	}
	return false
}
