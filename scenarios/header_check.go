package scenarios

import (
	"errors"
	"reflect"
	"strings"

	"github.com/go-playground/validator/v10"
)

// validate reports every front matter value that is not allowed, at its line.
func (r *reader) validate(h *header) {
	var wrong validator.ValidationErrors
	if !errors.As(r.rules.Struct(h), &wrong) {
		return
	}
	for _, w := range wrong {
		r.reportValue(h, w)
	}
}

func (r *reader) reportValue(h *header, w validator.FieldError) {
	path := headerPath(w.StructNamespace())
	key, _, _ := strings.Cut(strings.TrimRight(path, "]"), "[")
	if h.placed(key+"!") || key == "persona" && w.Tag() == "required_if" && Channel(h.Channel) == Desk {
		return // reported as another type; and desk work has nobody who calls
	}
	place, ok := h.places[path]
	if !ok {
		place, ok = h.places[key]
	}
	if !ok {
		r.reportAt("S003/missing", 0, details{"key": key, "allowed": listedValues(w)})
		return
	}
	code, with := valueProblem(w, place.text)
	with["key"], with["value"] = key, place.text
	r.find.add(code, place.at, place.width, with)
}

// valueProblem words a broken rule.
func valueProblem(w validator.FieldError, value string) (Code, details) {
	switch w.Tag() {
	case "slug":
		return "S003/slug", details{"nearest": asSlug(value)}
	case "version":
		return "S003/version", details{}
	case "min", "max":
		return limitProblem(w)
	case "language":
		return "S003", details{"allowed": strings.Join(keywordLanguages[:], ", ") + ", ..."}
	case "datetime":
		return "S003", details{"allowed": "2026-03-12, ..."}
	case "cefr":
		return "S003", details{"allowed": "A1, A2, B1, B2, C1, C2, native"}
	case "eq":
		return "S003", details{"allowed": w.Param()}
	}
	return "S003", details{"allowed": listedValues(w), "nearest": nearestOf(value, strings.Fields(w.Param()))}
}

func limitProblem(w validator.FieldError) (Code, details) {
	if w.Kind() == reflect.String || w.Kind() == reflect.Slice {
		return "S003/long", details{"max": w.Param()}
	}
	return "S003/range", details{"min": ruleParam(w, "min"), "max": ruleParam(w, "max")}
}

// headerPath turns "header.Languages[0].Level" into the key of the table of places, "languages[0].level".
func headerPath(namespace string) string {
	path := strings.TrimPrefix(namespace, "header.")
	name, rest := path, ""
	if i := strings.IndexAny(path, "[."); i >= 0 {
		name, rest = path[:i], path[i:]
	}
	field, ok := reflect.TypeFor[header]().FieldByName(name)
	if !ok {
		return strings.ToLower(path)
	}
	return field.Tag.Get("key") + strings.ToLower(rest)
}

// listedValues returns the values of the field's oneof rule as a message shows them; "" when it has none.
func listedValues(w validator.FieldError) string {
	return strings.Join(strings.Fields(ruleParam(w, "oneof")), ", ")
}

// ruleParam returns the parameter of one of the field's rules.
func ruleParam(w validator.FieldError, rule string) string {
	name, _, _ := strings.Cut(w.StructField(), "[")
	field, _ := reflect.TypeFor[header]().FieldByName(name)
	return paramOf(field, rule)
}

func paramOf(field reflect.StructField, rule string) string {
	for r := range strings.SplitSeq(field.Tag.Get("validate"), ",") {
		if param, ok := strings.CutPrefix(r, rule+"="); ok {
			return param
		}
	}
	return ""
}

// asSlug writes a text the way ids are written.
func asSlug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(withoutAccents(text)), func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9')
	})
	return strings.Join(words, "-")
}
