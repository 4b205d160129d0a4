package robot

import (
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// debrief answers each question once with an example of every phrase it looks for, then finishes.
func debrief(v View) Move {
	question := v.unargued()
	if question == 0 || v.Refused != nil {
		return Move{Command: engine.Finish{}}
	}
	text := argument(v, &v.Script.Debrief[question-1])
	if text == "" {
		text = "."
	}
	return Move{Command: engine.Argue{Question: question, Text: cut(text)}}
}

func argument(v View, c *scenarios.Criterion) string {
	p := &plan{sc: v.Script, variant: v.State.Opened.Variant, never: map[string]bool{}}
	for _, item := range c.NoneOf {
		for _, name := range saidIn(item) {
			p.never[name] = true
		}
	}
	p.criterion(c)
	var texts []string
	for _, t := range p.tasks {
		if t.verb == scenarios.VerbSays {
			texts = append(texts, exampleOf(v, t.name))
		}
	}
	return v.State.Fill(strings.Join(nonEmpty(texts), " "))
}
