package scenarios

import (
	"embed"
	"strings"
	"sync"
)

// messageFiles holds the table of codes and the texts of every check, a file for each language of the authors.
//
//go:embed messages/*.tsv
var messageFiles embed.FS

// messageText is the wording of one check: what is wrong and how to repair it. In both, {name} is replaced by the
// argument, {~name} by the noun and {@name} by the keyword whose id the argument is, {=id} by that keyword; a part in
// [[ ]] is left out when something in it is empty.
type messageText struct{ message, suggestion string }

// NewProblem words a problem in an author's language; a language without messages is answered in English. A check that
// has several texts is asked for one of them by a slash: NewProblem("S014/phrase", ...) is a problem of code S014. Its
// level is that of the linter list. Arguments are taken as they are; missing ones are read as empty. Source is not
// filled in. An unknown code is an error-level problem that says only its code.
func NewProblem(code Code, lang string, at Pos, args map[string]string) Problem {
	text, ok := messageTexts()[lang][string(code)]
	if !ok {
		lang = "en"
		text = messageTexts()[lang][string(code)]
	}
	base, _, _ := strings.Cut(string(code), "/")
	p := Problem{Pos: at, Code: Code(base), Level: codeLevels()[Code(base)]}
	if p.Level == "" {
		p.Level = LevelError
	}
	if text.message == "" {
		text.message = string(code)
	}
	p.Message = fillMessage(text.message, lang, args)
	p.Suggestion = fillMessage(text.suggestion, lang, args)
	return p
}

// codeLevels is the linter list: every code with its level.
var codeLevels = sync.OnceValue(func() map[Code]Level {
	levels := map[Code]Level{}
	for _, row := range messageRows("codes") {
		levels[Code(row[0])] = Level(row[1])
	}
	return levels
})

// Codes returns every code of the linter list in its order.
func Codes() []Code {
	var codes []Code
	for _, row := range messageRows("codes") {
		codes = append(codes, Code(row[0]))
	}
	return codes
}

// LevelOf returns the level a code has by itself; "" for an unknown code.
func LevelOf(code Code) Level { return codeLevels()[code] }

// messageTexts holds the texts by language and id.
var messageTexts = sync.OnceValue(func() map[string]map[string]messageText {
	texts := map[string]map[string]messageText{}
	for _, lang := range keywordLanguages {
		texts[lang] = map[string]messageText{}
		for _, row := range messageRows(lang) {
			texts[lang][row[0]] = messageText{message: row[1], suggestion: row[2]}
		}
	}
	return texts
})

// messageRows reads one of the tables without its header. Short rows are filled up with empty cells.
func messageRows(name string) [][3]string {
	data, err := messageFiles.ReadFile("messages/" + name + ".tsv")
	if err != nil {
		return nil
	}
	var rows [][3]string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		var row [3]string
		copy(row[:], strings.Split(line, "\t"))
		rows = append(rows, row)
	}
	return rows
}

// fillMessage puts arguments into a text and leaves out the parts that lack theirs.
func fillMessage(text, lang string, args map[string]string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "[[")
		filled, _ := fillArguments(before, lang, args)
		b.WriteString(filled)
		if !ok {
			return strings.TrimSpace(b.String())
		}
		part, after, _ := strings.Cut(rest, "]]")
		if filled, complete := fillArguments(part, lang, args); complete {
			b.WriteString(filled)
		}
		text = after
	}
}

// fillArguments replaces the places in braces and reports whether all had something to say. Double braces stay as one
// pair around the value, for facts.
func fillArguments(text, lang string, args map[string]string) (filled string, complete bool) {
	var b strings.Builder
	complete = true
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), complete
		}
		closing := "}"
		if strings.HasPrefix(rest, "{") {
			rest, closing = rest[1:], "}}"
		}
		place, after, _ := strings.Cut(rest, closing)
		value := argument(place, lang, args)
		complete = complete && value != ""
		if closing == "}}" {
			value = "{" + value + "}"
		}
		b.WriteString(value)
		text = after
	}
}

// argument is the value of one place: an argument, a noun or a keyword.
func argument(place, lang string, args map[string]string) string {
	switch {
	case strings.HasPrefix(place, "="):
		return Keyword(place[1:], lang)
	case strings.HasPrefix(place, "@"):
		return Keyword(args[place[1:]], lang)
	case strings.HasPrefix(place, "~"):
		id := args[place[1:]]
		if noun, ok := messageTexts()[lang]["noun."+id]; ok {
			return noun.message
		}
		return id
	default:
		return args[place]
	}
}
