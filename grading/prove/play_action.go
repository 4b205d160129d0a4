package prove

import (
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// command is what "agent does" asks for; false for an event that is nobody's action, such as "is silent".
func (p *player) command(s scenarios.AgentDoes) (engine.Command, bool) {
	name := s.What.Name.Name
	switch s.What.Verb {
	case scenarios.VerbAnswers:
		return engine.Answer{}, true
	case scenarios.VerbLooksUp:
		return engine.LookUp{Name: name}, true
	case scenarios.VerbHolds:
		return engine.Hold{}, true
	case scenarios.VerbResumes:
		return engine.Resume{}, true
	case scenarios.VerbTransfers:
		return engine.Transfer{To: name, Warm: s.What.Warmth == "warm"}, true
	case scenarios.VerbEscalates:
		return engine.Escalate{To: name}, true
	case scenarios.VerbConsults:
		return engine.Consult{Whom: name}, true
	case scenarios.VerbFiles:
		return engine.File{Form: name, Fields: p.fields(name, s.Fields)}, true
	case scenarios.VerbSends:
		return engine.Send{Name: name}, true
	case scenarios.VerbCloses:
		return engine.Close{}, true
	default:
		return nil, false
	}
}

// fields are the values by the form's own field names: a transcript may write them in other letters.
func (p *player) fields(form string, written []scenarios.FieldValue) map[string]string {
	values := make(map[string]string, len(written))
	for _, w := range written {
		values[p.fieldName(form, w.Field)] = p.state.Fill(w.Value)
	}
	return values
}

func (p *player) fieldName(form, field string) string {
	for _, f := range p.sc.World.Forms {
		if f.Name != form {
			continue
		}
		for _, own := range f.Fields {
			if strings.EqualFold(own.Name, field) {
				return own.Name
			}
		}
	}
	return field
}

// CommandFor is the command of a transcript's "agent does" in a session that stands at state; false for an event that is
// nobody's action.
func CommandFor(sc *engine.Script, state engine.State, does scenarios.AgentDoes) (engine.Command, bool) {
	p := player{sc: sc, state: state}
	return p.command(does)
}
