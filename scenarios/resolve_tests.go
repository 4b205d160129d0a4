package scenarios

import (
	"strings"
)

// tests resolves the expectations of tests and reads their actions, whose names are known now.
func (s *resolver) tests() {
	for _, t := range s.d.tests {
		s.expectations(&t.Expect)
		s.variant(&t.Test)
		s.sc.Tests = append(s.sc.Tests, s.actions(t))
	}
}

// variant gives the variant a test plays its own spelling.
func (s *resolver) variant(t *Test) {
	if t.Variant == "" {
		return
	}
	own, ok := s.variants.find(t.Variant)
	if !ok {
		s.unknown(Ref{Name: t.Variant, At: t.At}, s.variants, "S014/variant")
	}
	t.Variant = own
}

func (s *resolver) expectations(e *Expectations) {
	for _, list := range [][]Ref{e.Met, e.Missed} {
		for i := range list {
			s.name(&list[i], s.criteria, "S014/criterion")
		}
	}
	for _, list := range [][]Ref{e.Recognised, e.NotRecognised} {
		for i := range list {
			s.name(&list[i], s.phrases, "S014/phrase")
		}
	}
	for i := range e.PassesThrough {
		s.name(&e.PassesThrough[i], s.beats, "S014/beat")
	}
	s.name(&e.EndsIn, s.beats, "S014/beat")
}

// actions fills in what the agent does, and leaves out the steps that could not be read.
func (s *resolver) actions(t draftTest) Test {
	var steps []Step
	for i, step := range t.Steps {
		does, ok := step.(AgentDoes)
		if ok {
			step, ok = s.action(does, t.actions[i])
		} else {
			ok = true
		}
		if ok {
			steps = append(steps, step)
		}
	}
	t.Steps = steps
	return t.Test
}

// action reads "looks up Ordine LR-20417" and "files FORM: Field = value; Field = value".
func (s *resolver) action(does AgentDoes, text rich) (AgentDoes, bool) {
	var fields rich
	ok := s.d.r.readSentence(text, func(p *sentenceReader) bool {
		p.known = s.knownNames
		e, ok := p.event()
		if !ok || !p.details(&e) {
			return false
		}
		does.What, fields = e, rich{}
		if e.Verb == VerbFiles && p.takeSign(":") {
			fields = p.text.slice(p.i, len(p.text.text))
			p.i = len(p.text.text)
		}
		return true
	})
	if !ok {
		return does, false
	}
	var read bool
	does.Fields, read = s.fieldValues(fields, does.What.Name.Name)
	return does, read
}

// knownNames are the names a verb may take in a transcript.
func (s *resolver) knownNames(v Verb) []string {
	if in, _ := s.namesFor(v); in != nil {
		return in.all
	}
	return nil
}

// fieldValues reads "Field = value; Field = value". A value with a semicolon stands in double quotes.
func (s *resolver) fieldValues(text rich, form string) ([]FieldValue, bool) {
	fields := s.fieldsOf(form)
	var all []FieldValue
	for _, piece := range splitFields(text) {
		if piece.empty() {
			continue
		}
		name, value, ok := strings.Cut(piece.text, "=")
		if !ok {
			s.find.add("T408", s.d.r.pos(piece), len([]rune(piece.text)), details{"text": clip(piece.text, 80), "word": clip(piece.text, 60)})
			return nil, false
		}
		ref := Ref{Name: strings.TrimSpace(name), At: s.d.r.pos(piece)}
		if fields != nil && !known(&ref, fields) {
			s.find.addDangling("S014/field", ref.At, len([]rune(ref.Name)), details{"name": ref.Name, "form": form, "nearest": fields.near(ref.Name)})
			return nil, false
		}
		all = append(all, FieldValue{Field: ref.Name, Value: unquoted(value)})
	}
	return all, true
}

// splitFields cuts at semicolons outside double quotes.
func splitFields(text rich) []rich {
	var parts []rich
	from, quoted := 0, false
	for i := 0; i < len(text.text); i++ {
		switch text.text[i] {
		case '"':
			quoted = !quoted
		case ';':
			if !quoted {
				parts = append(parts, text.slice(from, i).trim())
				from = i + 1
			}
		}
	}
	return append(parts, text.slice(from, len(text.text)).trim())
}

func unquoted(value string) string {
	value = strings.TrimSpace(value)
	if len(value) >= 2 && strings.HasPrefix(value, `"`) && strings.HasSuffix(value, `"`) {
		return value[1 : len(value)-1]
	}
	return value
}
