package engine

import (
	"slices"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// file saves a form. A field the form does not have, a value its type does not allow and an empty required field are
// refused, and nothing is filed (SEMANTICS 39).
func (p *play) file(c File) error {
	if err := p.atDesk(); err != nil {
		return err
	}
	form, ok := p.sc.form(c.Form)
	if !ok {
		return refuse(RefusedUnknownName, c.Form)
	}
	fields, err := p.filledIn(form, c.Fields)
	if err != nil {
		return err
	}
	f := Filed{Form: form.Name, Fields: fields, Checks: p.check(form, fields)}
	p.act(f, happeningOf(f))
	return nil
}

func (sc *Script) form(name string) (*scenarios.Form, bool) {
	for i := range sc.World.Forms {
		if sc.World.Forms[i].Name == name {
			return &sc.World.Forms[i], true
		}
	}
	return nil, false
}

// filledIn brings the fields into the form's order, trimmed and with choices as the form spells them.
func (p *play) filledIn(form *scenarios.Form, given map[string]string) ([]FiledField, error) {
	if name, ok := stranger(form, given); ok {
		return nil, refuse(RefusedFieldUnknown, name)
	}
	fields := make([]FiledField, 0, len(form.Fields))
	for i := range form.Fields {
		f := &form.Fields[i]
		value, err := p.sc.value(f, given[f.Name])
		if err != nil {
			return nil, err
		}
		fields = append(fields, FiledField{Name: f.Name, Value: value})
	}
	return fields, nil
}

// stranger is the alphabetically first name that is no field of the form.
func stranger(form *scenarios.Form, given map[string]string) (string, bool) {
	var strangers []string
	for name := range given {
		if !slices.ContainsFunc(form.Fields, func(f scenarios.FormField) bool { return f.Name == name }) {
			strangers = append(strangers, name)
		}
	}
	if len(strangers) == 0 {
		return "", false
	}
	return slices.Min(strangers), true
}

func (sc *Script) value(f *scenarios.FormField, given string) (string, error) {
	value := strings.ToValidUTF8(strings.TrimSpace(given), "\uFFFD")
	switch {
	case value == "" && f.Required:
		return "", refuse(RefusedFieldRequired, f.Name)
	case value == "":
		return "", nil
	case len(value) > MaxReply:
		return "", refuse(RefusedTooLong, f.Name)
	}
	switch f.Type {
	case scenarios.FieldChoice:
		return choice(f, value)
	case scenarios.FieldDate:
		return ofKind(f, value, sc.mainLanguage(), language.KindDate)
	case scenarios.FieldAmount:
		return ofKind(f, value, sc.mainLanguage(), language.KindAmount, language.KindNumber)
	default:
		return value, nil
	}
}

func choice(f *scenarios.FormField, value string) (string, error) {
	for _, c := range f.Choices {
		if strings.EqualFold(c, value) {
			return c, nil
		}
	}
	return "", refuse(RefusedFieldValue, f.Name)
}

func ofKind(f *scenarios.FormField, value, lang string, kinds ...language.Kind) (string, error) {
	if !slices.Contains(kinds, language.ParseValue(value, lang).Kind) {
		return "", refuse(RefusedFieldValue, f.Name)
	}
	return value, nil
}
