package scenarios

// forms reads the forms of a world: every "###" is one, its table the fields.
func (r *reader) forms(section *part) []Form {
	if section == nil {
		return nil
	}
	var all []Form
	for _, p := range section.parts {
		f := Form{Name: readableLine(p.title.text), At: r.pos(p.title)}
		if g, ok := r.grid(p, []word{"head.field", "head.type"}, []word{"label.required", "section.rows"}); ok {
			for _, row := range g.rows {
				if field, ok := r.formField(g, row); ok {
					f.Fields = append(f.Fields, field)
				}
			}
			r.rowsOnce("field", g, "head.field")
		}
		all = append(all, f)
	}
	r.namesOnce("form", section.parts)
	return all
}

func (r *reader) formField(g grid, row []rich) (FormField, bool) {
	name, _, ok := r.nameCell(g, row, "head.field")
	if !ok {
		return FormField{}, false
	}
	f := FormField{Name: name, Type: FieldText}
	f.Type, f.Choices = r.fieldType(g, row)
	f.Required = r.requiredCell(g, row)
	if cell, _ := g.cell(row, "section.rows"); !cell.empty() {
		f.Rows = r.rows(labelled{text: cell})
	}
	return f, true
}

// fieldTypes maps the words of the table to the types of fields.
var fieldTypes = map[word]FieldType{
	"type.text": FieldText, "type.long-text": FieldLongText, "type.date": FieldDate, "type.amount": FieldAmount,
	"type.lines": FieldLines,
}

func (r *reader) fieldType(g grid, row []rich) (FieldType, []string) {
	cell, _ := g.cell(row, "head.type")
	if w, _, ok := matchWord(cell.text, wordsOf("type")); ok && fieldTypes[w] != "" {
		return fieldTypes[w], nil
	}
	if _, n, _, ok := longestAt("type.choice", cell.text, ""); ok {
		if choices := listOf(cell.text[n:]); len(choices) > 0 {
			return FieldChoice, choices
		}
	}
	r.badCell(g, cell, "head.type", wordsOf("type"))
	return "", nil // unknown: nothing more is said about it
}

// requiredCell reads whether a field must be filled; an empty cell is no.
func (r *reader) requiredCell(g grid, row []rich) bool {
	cell, _ := g.cell(row, "label.required")
	if cell.empty() {
		return false
	}
	w, _, ok := matchWord(cell.text, []word{"value.yes", "value.no"})
	if !ok {
		r.badCell(g, cell, "label.required", []word{"value.yes", "value.no"})
	}
	return w == "value.yes"
}
