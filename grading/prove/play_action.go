package prove

import (
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// CommandFor is the command that "agent does" asks for in a session's present state; false for an event that is nobody's
// action, such as "is silent". Form fields may be written in other letters than the form's own, and values may hold
// {facts}.
func CommandFor(sc *engine.Script, s engine.State, step scenarios.AgentDoes) (engine.Command, bool) {
	name := step.What.Name.Name
	switch step.What.Verb {
	case scenarios.VerbAnswers:
		return engine.Answer{}, true
	case scenarios.VerbLooksUp:
		return engine.LookUp{Name: name}, true
	case scenarios.VerbHolds:
		return engine.Hold{}, true
	case scenarios.VerbResumes:
		return engine.Resume{}, true
	case scenarios.VerbTransfers:
		return engine.Transfer{To: name, Warm: step.What.Warmth == "warm"}, true
	case scenarios.VerbEscalates:
		return engine.Escalate{To: name}, true
	case scenarios.VerbConsults:
		return engine.Consult{Whom: name}, true
	case scenarios.VerbFiles:
		return engine.File{Form: name, Fields: fields(sc, s, name, step.Fields)}, true
	case scenarios.VerbSends:
		return engine.Send{Name: name}, true
	case scenarios.VerbCloses:
		return engine.Close{}, true
	default:
		return nil, false
	}
}

// fields are the values by the form's own field names.
func fields(sc *engine.Script, s engine.State, form string, written []scenarios.FieldValue) map[string]string {
	values := make(map[string]string, len(written))
	for _, w := range written {
		values[fieldName(sc, form, w.Field)] = s.Fill(w.Value)
	}
	return values
}

func fieldName(sc *engine.Script, form, field string) string {
	for _, f := range sc.World.Forms {
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
