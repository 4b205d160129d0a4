package scenarios

import (
	"fmt"
	"strings"
)

// referenceGroups are the parts of the keyword table in the order of the reference.
var referenceGroups = []struct{ prefix, title string }{
	{"section", "Sections (`##`)"}, {"label", "Labels (bold at the start of a bullet)"}, {"line", "Labels of customer lines"},
	{"band", "Moods"}, {"verb", "Events"}, {"mod", "Modifiers of events"}, {"cond", "Limits of conditions"}, {"join", "Joining"},
	{"measure", "Measures"}, {"effect", "Effects of reactions"}, {"habit", "Habits and rows of patience tables"}, {"timer", "Timers"},
	{"head", "Columns of tables"}, {"known", "Who knows a fact"}, {"type", "Types of form fields"}, {"rule", "Right answers"},
	{"value", "Values"}, {"marker", "Who marks"}, {"pass", "Pass marks"}, {"cover", "Coverage of certificates"},
	{"facet", "What coverage counts"}, {"cond-row", "Conditions of certificates"}, {"shift", "Measures of shifts"}, {"case", "Cases of desk work"}, {"row", "Kinds of requirement rows"},
	{"tag", "Tags of a catalogue"}, {"num", "Numbers"}, {"draw", "Values drawn by the seed"}, {"slot", "Places in patterns"},
	{"cue", "Cues in customer lines"}, {"lang", "Languages"},
	{"fence", "Blocks"}, {"script", "Lines of transcripts"}, {"expect", "Expectations of tests"}, {"result", "Results"}, {"unit", "Units of time"},
}

// Reference writes, in Markdown, every keyword in every language and every check with its level and what it means: what
// an author can write and what can be wrong with it.
func Reference() string {
	var b strings.Builder
	b.WriteString("# The scenario language: reference\n\nMade from the keyword table and the list of checks; " +
		"`go test ./scenarios -run Reference -update` writes it anew.\n\n## Keywords\n\n" +
		"All languages can be used in every file. The first form is preferred. N is a number, *x* a name in italics, LANG a language.\n")
	for _, g := range referenceGroups {
		words := wordsOf(g.prefix)
		if len(words) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n### %s\n\n| English | Italiano | Română | Русский | Deutsch |\n|---|---|---|---|---|\n", g.title)
		for _, w := range words {
			b.WriteString("|")
			for _, lang := range keywordLanguages {
				b.WriteString(" " + strings.ReplaceAll(strings.Join(forms(w, lang), " / "), "|", `\|`) + " |")
			}
			b.WriteString("\n")
		}
	}
	b.WriteString("\n## Checks\n\nAn error cannot run, a warning runs but may not certify anybody, a note is advice. `proba explain CODE` shows a wrong and a " +
		"right example.\n\n| Code | Level | What is wrong | What it means |\n|---|---|---|---|\n")
	for _, code := range Codes() {
		e, err := Explain(code, "en")
		if err != nil {
			continue // every code has a page; a test sees to it
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", e.Code, e.Level, e.Title, strings.ReplaceAll(e.Text, "\n", " "))
	}
	return b.String()
}
