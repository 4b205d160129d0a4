package robot

import (
	"strings"

	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// filings fill a form right, or the world's first form where no name is asked.
func (m *model) filings(v View, name string) []engine.Command {
	for i := range v.Script.World.Forms {
		form := &v.Script.World.Forms[i]
		if name == "" || form.Name == name {
			return []engine.Command{filling(v, form)}
		}
	}
	return nil
}

func filling(v View, form *scenarios.Form) engine.Command {
	c := engine.File{Form: form.Name, Fields: map[string]string{}}
	for i := range form.Fields {
		f := &form.Fields[i]
		if value := fieldValue(v, form.Name, f); value != "" {
			c.Fields[f.Name] = value
		}
	}
	return c
}

func fieldValue(v View, form string, f *scenarios.FormField) string {
	for i := range v.Script.Desk {
		truth := &v.Script.Desk[i]
		if truth.Form.Name != form {
			continue
		}
		for _, t := range truth.Fields {
			if t.Field == f.Name {
				return rightValue(v, t)
			}
		}
	}
	if f.Required {
		return anyValue(f)
	}
	return ""
}

// someDate stands where any date will do.
const someDate = "2026-03-12"

// anyValue is a value that the field's type allows.
func anyValue(f *scenarios.FormField) string {
	switch f.Type {
	case scenarios.FieldChoice:
		if len(f.Choices) > 0 {
			return f.Choices[0]
		}
		return ""
	case scenarios.FieldDate:
		return someDate
	case scenarios.FieldAmount:
		return "1,00 €"
	default:
		return "ok"
	}
}

// rightValue satisfies the first group of rules that can be satisfied by writing something.
func rightValue(v View, t scenarios.FieldTruth) string {
	for _, group := range t.Any {
		var parts []string
		for _, r := range group {
			if text := ruleValue(v, r); text != "" {
				parts = append(parts, text)
			}
		}
		if len(parts) > 0 {
			return v.State.Fill(strings.Join(parts, " "))
		}
	}
	return ""
}

func ruleValue(v View, r scenarios.FieldRule) string {
	switch r := r.(type) {
	case scenarios.FieldIs:
		return r.Value
	case scenarios.FieldIsOneOf:
		if len(r.Values) > 0 {
			return r.Values[0]
		}
		return ""
	case scenarios.FieldAnyDate:
		return someDate
	case scenarios.FieldAnyText:
		return "ok"
	case scenarios.FieldOnOrBefore:
		return r.Date
	case scenarios.FieldContains:
		return strings.TrimRight(r.Word, "*")
	case scenarios.FieldSays:
		return exampleOf(v, r.Phrase.Name)
	default:
		return orderValue(v, r)
	}
}

// exampleOf is the first example of a phrase that is heard as that phrase here, facts filled in; the first one where
// none is, "" where there are none.
func exampleOf(v View, phrase string) string {
	p, ok := v.Script.Phrase(phrase)
	if !ok {
		return ""
	}
	all := examples(v.Script, p)
	for _, text := range all {
		if heard(v, v.State.Fill(text), phrase) {
			return text
		}
	}
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

func heard(v View, text, phrase string) bool {
	reply := language.Reply{
		Text: text, Typed: true, Before: v.State.LastLanguage, Facts: v.State.Opened.Facts, Variant: v.State.Opened.Variant,
		List: v.State.Opened.List, Today: v.State.Today(),
	}
	for _, h := range v.Script.Ears().Hear(reply).Hearings {
		if h.Phrase == phrase && h.Verdict.Heard() {
			return true
		}
	}
	return false
}

// orderValue writes order lines: enough different items for a rule that counts them, in the column asked for. A total
// cannot be guessed from the rule and is left to the author's own tests.
func orderValue(v View, r scenarios.FieldRule) string {
	c := v.Script.World.Catalogue
	if c == nil {
		return ""
	}
	switch r := r.(type) {
	case scenarios.FieldPriceColumn:
		return orderOf(c, 1, r.Column)
	case scenarios.FieldItemsBeyond:
		return orderOf(c, len(c.Items), "")
	default:
		return ""
	}
}

func orderOf(c *scenarios.Catalogue, n int, column string) string {
	var lines []string
	for _, item := range c.Items[:min(n, len(c.Items))] {
		line := item.Name
		if column != "" {
			line += " @ " + column
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}
