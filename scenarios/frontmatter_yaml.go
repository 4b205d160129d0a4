package scenarios

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	keyLine   = regexp.MustCompile(`^([A-Za-z][A-Za-z-]*):( |$)`)
	tightLine = regexp.MustCompile(`^([A-Za-z][A-Za-z-]*):(\S.*)$`)
)

// unreadableHeader says in an author's words what is wrong with keys that are no YAML: a line that is no key and value,
// one that is indented by a tab, a value with a colon in it. Whatever else there is is given as the parser words it.
func (r *reader) unreadableHeader(text string, err error) {
	for i, line := range strings.Split(text, "\n") {
		if code, with := wrongLine(line); code != "" {
			r.find.add(code, Pos{File: r.src.path, Line: i + 2, Column: 1}, utf8.RuneCountInString(line), with)
			return
		}
	}
	reason := yamlLineForm.ReplaceAllString(yamlReason(err), "")
	r.find.add("S001/yaml", Pos{File: r.src.path, Line: min(yamlLine(err), len(r.src.lines))}, 0,
		details{"detail": strings.TrimLeft(reason, ": ")})
}

func wrongLine(line string) (Code, details) {
	bare := strings.TrimSpace(line)
	key, value, _ := strings.Cut(bare, ": ")
	value = strings.TrimSpace(value)
	switch {
	case bare == "" || strings.HasPrefix(bare, "#") || strings.HasPrefix(bare, "- "):
		return "", nil
	case strings.HasPrefix(line, "\t"):
		return "S001/tab", details{"nearest": bare}
	case keyLine.MatchString(bare):
		if strings.Contains(value, ": ") && !strings.ContainsAny(value[:1], `"'{[`) {
			return "S001/colon", details{"key": key, "nearest": key + `: "` + strings.ReplaceAll(value, `"`, "") + `"`}
		}
		return "", nil
	case strings.HasPrefix(line, " "):
		return "", nil
	}
	near := ""
	if m := tightLine.FindStringSubmatch(bare); m != nil {
		near = m[1] + ": " + m[2]
	}
	return "S001/line", details{"text": clip(bare, 60), "nearest": near}
}

// guessRawLanguage finds the language of messages about a file whose front matter cannot be read.
func (r *reader) guessRawLanguage() {
	for n := 1; n <= min(len(r.src.lines), 40); n++ {
		code, ok := strings.CutPrefix(r.src.line(n), "language:")
		if code = strings.Trim(code, " []\""); ok && len(code) >= 2 && contains(keywordLanguages[:], code[:2]) {
			r.src.language = code[:2]
			return
		}
	}
}
