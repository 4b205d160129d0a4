package main

import (
	"fmt"
	"io"
	"strings"

	"proba/grading/prove"
)

// watcher shows on standard error what is being proved, scenario by scenario, with what the robots reached. A program
// that asks for JSON is not waiting at a screen.
func (c *checkCommand) watcher(io streams) func(prove.Progress) {
	if c.JSON {
		return func(prove.Progress) {}
	}
	return func(p prove.Progress) { printProgress(io.err, p) }
}

func printProgress(out io.Writer, p prove.Progress) {
	fmt.Fprintf(out, "[%d/%d] %s: %d tests; robots:%s\n", p.Number, p.Of, p.Scenario.ID, len(p.Scenario.Tests), robotFigures(p.Robots))
}

// robotFigures writes each robot with its result and score in every variant: "parrot fail 0%, fail 10%".
func robotFigures(results []prove.RobotResult) string {
	var text strings.Builder
	last := ""
	for _, r := range results {
		if r.Robot != last {
			text.WriteString("\n      " + r.Robot)
			last = r.Robot
		} else {
			text.WriteString(",")
		}
		if r.Variant != "" {
			text.WriteString(" " + r.Variant)
		}
		fmt.Fprintf(&text, " %s %d%%", r.Evaluation.Result, r.Evaluation.Score)
	}
	return text.String()
}
