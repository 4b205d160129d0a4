package prove

import (
	"strings"

	"proba/scenarios"
)

// wording is a part of a message from the table of messages: the row of that id, or the row "other" of its family.
func wording(family, id, lang string, args map[string]string) string {
	code := scenarios.Code(family + id)
	text := scenarios.NewProblem(code, lang, scenarios.Pos{}, args).Message
	if text == string(code) { // the table has no such row
		text = scenarios.NewProblem(scenarios.Code(family+"other"), lang, scenarios.Pos{}, args).Message
	}
	return text
}

// dashed writes a code of several words as ids do.
func dashed(code string) string { return strings.ReplaceAll(code, " ", "-") }

// longestQuote is how much of a transcript line a message repeats, in characters.
const longestQuote = 80

func clip(text string) string {
	runes := []rune(oneLine(text))
	if len(runes) <= longestQuote {
		return string(runes)
	}
	return string(runes[:longestQuote-1]) + "…"
}
