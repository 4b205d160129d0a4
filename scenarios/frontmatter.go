package scenarios

import (
	"cmp"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxHeader bounds a front matter in bytes, before it is parsed.
const maxHeader = 8 << 10

// cutHeader finds the front matter between two lines of three dashes and sets where the Markdown begins.
func (s *source) cutHeader() (text string, ok bool) {
	if strings.TrimRight(s.line(1), " \t") != "---" {
		return "", false
	}
	for n := 2; n <= len(s.lines) && s.lines[n-1] <= maxHeader; n++ {
		if strings.TrimRight(s.line(n), " \t") == "---" {
			s.body = min(len(s.text), s.lines[n-1]+len(s.line(n))+1)
			return s.text[s.lines[1]:s.lines[n-1]], true
		}
	}
	return "", false
}

// openHeader says what is wrong with a front matter that could not be cut off: it is missing, or not closed.
func (s *source) openHeader() Code {
	if strings.TrimRight(s.line(1), " \t") == "---" {
		return "S001/unclosed"
	}
	return "S001"
}

// readHeader decodes the front matter. The header holds what could be read; everything wrong is reported.
func (r *reader) readHeader() (*header, bool) {
	text, ok := r.src.cutHeader()
	if !ok {
		r.guessRawLanguage()
		r.reportAt(r.src.openHeader(), 0, nil)
		return nil, false
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		r.guessRawLanguage()
		r.unreadableHeader(text, err)
		return nil, false
	}
	h := &header{places: map[string]headerPlace{}}
	if len(root.Content) == 1 && root.Content[0].Kind == yaml.MappingNode {
		r.readKeys(h, root.Content[0])
	}
	r.validate(h)
	r.src.langs = h.Language
	return h, true
}

var yamlLineForm = regexp.MustCompile(`line (\d+)`)

// yamlLine digs the line out of a syntax error, which carries it in its text only.
func yamlLine(err error) int {
	if m := yamlLineForm.FindStringSubmatch(err.Error()); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			return n + 1
		}
	}
	return 1
}

func yamlReason(err error) string { return strings.TrimPrefix(err.Error(), "yaml: ") }

func (r *reader) readKeys(h *header, m *yaml.Node) {
	r.guessLanguage(m)
	known := headerKeys(Kind(scalarAt(m, "kind")))
	for i := 0; i+1 < len(m.Content); i += 2 {
		key, value := m.Content[i], m.Content[i+1]
		if h.placed(key.Value) {
			r.find.add("S002/twice", r.nodePos(key), utf8.RuneCountInString(key.Value),
				details{"key": key.Value, "line": strconv.Itoa(h.places[key.Value].at.Line)})
			continue
		}
		name := key.Value
		if !contains(known, name) {
			name = r.meantKey(h, m, name, known)
			r.find.add("S002", r.nodePos(key), utf8.RuneCountInString(key.Value), details{"key": key.Value, "nearest": name})
		}
		if name == "" || h.placed(name) {
			continue
		}
		h.places[name] = r.place(value)
		r.readKey(h, name, value)
	}
}

// meantKey is the key that an unknown one was probably meant to be: the nearest of those that are not there, of all, or the
// only one that is missing. The
// value is read for it, so that nothing seems missing besides.
func (r *reader) meantKey(h *header, m *yaml.Node, key string, known []string) string {
	absent := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return hasKey(m, k) })
	if near := cmp.Or(nearestOf(key, absent), nearestOf(key, known)); near != "" {
		return near
	}
	var missing []string
	for _, k := range requiredKeys(Kind(scalarAt(m, "kind"))) {
		if !h.placed(k) && !hasKey(m, k) {
			missing = append(missing, k)
		}
	}
	if len(missing) == 1 {
		return missing[0]
	}
	return ""
}

func hasKey(m *yaml.Node, key string) bool {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return true
		}
	}
	return false
}

func (h *header) placed(key string) bool {
	_, ok := h.places[key]
	return ok
}

// guessLanguage sets the language of messages before anything is reported about the file.
func (r *reader) guessLanguage(m *yaml.Node) {
	code := scalarAt(m, "language")
	for i := 0; i+1 < len(m.Content); i += 2 {
		key, value := m.Content[i].Value, m.Content[i+1]
		switch {
		case key == "language" && value.Kind == yaml.SequenceNode && len(value.Content) > 0:
			code = value.Content[0].Value
		case key == "languages" && value.Kind == yaml.MappingNode && code == "":
			code = firstSpoken(value)
		}
	}
	for i := 0; i+1 < len(m.Content) && code == ""; i += 2 {
		if nearestOf(m.Content[i].Value, []string{"language"}) != "" {
			code = m.Content[i+1].Value
			if list := m.Content[i+1].Content; len(list) > 0 {
				code = list[0].Value
			}
		}
	}
	if contains(keywordLanguages[:], code) {
		r.src.language = code
	}
}

// firstSpoken is the first language of a persona that messages are written in; "" without one.
func firstSpoken(languages *yaml.Node) string {
	for i := 0; i < len(languages.Content); i += 2 {
		if contains(keywordLanguages[:], languages.Content[i].Value) {
			return languages.Content[i].Value
		}
	}
	return ""
}

func scalarAt(m *yaml.Node, key string) string {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key && m.Content[i+1].Kind == yaml.ScalarNode {
			return m.Content[i+1].Value
		}
	}
	return ""
}

func (r *reader) nodePos(n *yaml.Node) Pos {
	return Pos{File: r.src.path, Line: n.Line + 1, Column: n.Column}
}

func (r *reader) place(n *yaml.Node) headerPlace {
	return headerPlace{at: r.nodePos(n), text: written(n), width: utf8.RuneCountInString(n.Value)}
}

// written is a value as it is quoted in a message.
func written(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		var all []string
		for _, c := range n.Content {
			all = append(all, c.Value)
		}
		return "[" + strings.Join(all, ", ") + "]"
	case yaml.MappingNode:
		return "{ ... }"
	}
	return n.Value
}

// readKey stores one value in the field that carries the key.
func (r *reader) readKey(h *header, key string, value *yaml.Node) {
	if key == "name" {
		key = "title"
		h.places["title"] = h.places["name"]
	}
	i, ok := headerFields()[key]
	if !ok {
		return
	}
	v := reflect.ValueOf(h).Elem()
	if !r.store(h, key, v.Field(i).Addr().Interface(), value) {
		r.wrongType(h.places[key], key, written(value), v.Type().Field(i))
		h.places[key+"!"] = h.places[key] // reported once: the rules below stay quiet about it
	}
}

// headerFields are the fields of a header by the key they hold.
var headerFields = sync.OnceValue(func() map[string]int {
	fields := map[string]int{}
	for i, t := 0, reflect.TypeFor[header](); i < t.NumField(); i++ {
		if key := t.Field(i).Tag.Get("key"); key != "" {
			fields[key] = i
		}
	}
	return fields
})

// wrongType reports a value of another type than the key's (S004), with the limits of a number that has some.
func (r *reader) wrongType(place headerPlace, key, value string, field reflect.StructField) {
	low, high := paramOf(field, "min"), paramOf(field, "max")
	number := wantedType(key, reflect.Zero(field.Type).Interface()) == "number"
	if number && low != "" && high != "" {
		r.find.add("S004/range", place.at, place.width, details{"key": key, "value": value, "min": low, "max": high})
		return
	}
	r.find.add("S004", place.at, place.width,
		details{"key": key, "value": value, "expected": wantedType(key, reflect.Zero(field.Type).Interface())})
}

// wantedType is the kind of value a field takes, as a word of the message catalogue.
func wantedType(key string, field any) string {
	switch field.(type) {
	case int, *int, *int64:
		return "number"
	case []string:
		if key == "language" {
			return "codes"
		}
		return "ids"
	case []Spoken:
		return "levels"
	case map[string]string:
		return "table"
	}
	return "text"
}

// store writes a value into a field; false when its type is another.
func (r *reader) store(h *header, key string, field any, n *yaml.Node) bool {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		return false
	}
	switch f := field.(type) {
	case *string:
		return scalar(n, f)
	case *int:
		return n.Tag == "!!int" && n.Decode(f) == nil
	case **int:
		return n.Tag == "!!int" && n.Decode(f) == nil
	case **int64:
		return n.Tag == "!!int" && n.Decode(f) == nil
	case *[]string:
		return r.storeList(h, key, f, n)
	case *[]Spoken:
		return r.storeSpoken(h, f, n)
	case *map[string]string:
		return r.storeTable(h, key, f, n)
	}
	return false
}

// scalar takes any single value as it is written, so that `version: 1.0` is text.
func scalar(n *yaml.Node, s *string) bool {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return false
	}
	*s = readableLine(n.Value)
	return true
}

// readableLine is a text without blanks around it and with one blank between its words.
func readableLine(s string) string {
	blank := true
	for _, r := range s {
		space := unicode.IsSpace(r)
		if space && (blank || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = space
	}
	return strings.TrimSuffix(s, " ")
}

func (r *reader) storeList(h *header, key string, list *[]string, n *yaml.Node) bool {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	for i, c := range nodes {
		var s string
		if c.Anchor != "" || !scalar(c, &s) {
			return false
		}
		*list = append(*list, s)
		h.places[key+"["+strconv.Itoa(i)+"]"] = r.place(c)
	}
	return true
}

// storeTable reads "codes: { ISCO: 4222 }": words with a value each.
func (r *reader) storeTable(h *header, key string, table *map[string]string, n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	*table = map[string]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		var word, value string
		if n.Content[i+1].Anchor != "" || !scalar(n.Content[i], &word) || !scalar(n.Content[i+1], &value) {
			return false
		}
		(*table)[word] = value
		h.places[key+"["+word+"]"] = r.place(n.Content[i])
	}
	return true
}

func (r *reader) storeSpoken(h *header, spoken *[]Spoken, n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		var s Spoken
		if !scalar(n.Content[i], &s.Language) || !scalar(n.Content[i+1], &s.Level) {
			return false
		}
		at := "languages[" + strconv.Itoa(i/2) + "]"
		h.places[at+".language"], h.places[at+".level"] = r.place(n.Content[i]), r.place(n.Content[i+1])
		*spoken = append(*spoken, s)
	}
	return true
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}
