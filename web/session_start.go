package web

import (
	"slices"

	"proba/engine"
	"proba/engine/language"
	"proba/engine/live"
	"proba/engine/store"
)

// order is what somebody asks to play. Pages and the JSON interface start sessions by the same rules.
type order struct {
	Script *engine.Script
	Mode   engine.Mode
	// Assignment is the id of the assignment to start from; "" lets an assessed session take the one due soonest.
	Assignment string
	// Variant and Seed may be chosen in a trial only; "" and 0 draw them.
	Variant string
	Seed    int64
}

// start begins a session of the visitor. An assessed one uses an attempt of an assignment of his: store.ErrNoAttempts
// without one. A trial is a trainer's. A variant or seed of one's own choice would be a way round the draw.
func (s *Server) start(v *visit, o order) (engine.Session, error) {
	chosen := o.Variant != "" || o.Seed != 0
	unknown := o.Variant != "" && !slices.Contains(o.Script.Variants, o.Variant)
	switch {
	case o.Mode == engine.Trial && !v.Has(store.Trainer), o.Mode == engine.Assessed && !v.Has(store.Trainee):
		return engine.Session{}, errForbidden
	case chosen && o.Mode != engine.Trial, unknown:
		return engine.Session{}, errBadRequest
	}
	settings, err := s.Store.Settings(v.ctx())
	if err != nil {
		return engine.Session{}, err
	}
	n := live.NewSession{
		Person: v.person.ID, Script: o.Script, Mode: o.Mode, Variant: o.Variant, Seed: o.Seed, TimeFactor: v.person.TimeFactor,
		List: language.ListLimits{Sentence: settings.ListPerSentence, Reply: settings.ListPerReply},
	}
	if err := s.assign(v, o, &n); err != nil {
		return engine.Session{}, err
	}
	if n.Mode == engine.Assessed {
		n.DebriefFor = debriefFor(settings)
	}
	return s.Live.Start(v.ctx(), n)
}

// assign binds a session to the assignment it is started from, which also says the mode.
func (s *Server) assign(v *visit, o order, n *live.NewSession) (err error) {
	id := o.Assignment
	if id == "" && o.Mode == engine.Assessed {
		if id, err = s.openAssignment(v, o.Script.ID); err != nil {
			return err
		}
	}
	if id == "" || o.Mode == engine.Trial {
		return nil
	}
	a, err := s.ownAssignment(v, id, o.Script.ID)
	if err != nil {
		return err
	}
	n.Assignment, n.Mode = a.ID, a.Mode
	return nil
}

// openAssignment is the visitor's assignment of a scenario that has attempts left, the soonest due first.
func (s *Server) openAssignment(v *visit, scenario string) (string, error) {
	assignments, err := s.Store.AssignmentsOf(v.ctx(), v.person.ID)
	if err != nil {
		return "", err
	}
	for _, a := range assignments {
		left, counted := a.Left()
		if a.Scenario == scenario && a.Mode == engine.Assessed && (!counted || left > 0) {
			return a.ID, nil
		}
	}
	return "", store.ErrNoAttempts
}
