package scenarios

import "slices"

// desk reports forms whose right answers leave out a field that must be filled in: C314.
func (s *scenarioLint) desk() {
	if s.sc.World == nil {
		return
	}
	for _, truth := range s.sc.Desk {
		i := slices.IndexFunc(s.sc.World.Forms, func(f Form) bool { return f.Name == truth.Form.Name })
		if i < 0 {
			continue
		}
		for _, field := range s.sc.World.Forms[i].Fields {
			if field.Required && !hasTruth(truth, field.Name) {
				s.at("C314", truth.Form.At, truth.Form.Name, details{"field": field.Name, "form": truth.Form.Name})
			}
		}
	}
}

func hasTruth(truth FormTruth, field string) bool {
	return slices.ContainsFunc(truth.Fields, func(f FieldTruth) bool { return sameName(f.Field, field) })
}
