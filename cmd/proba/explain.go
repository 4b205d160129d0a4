package main

import (
	"fmt"
	"strings"

	"proba/scenarios"
)

type explainCommand struct {
	Codes    []string `arg:"" optional:"" name:"code" help:"Codes of checks, such as F103; all are listed when left out."`
	Language string   `enum:"en,it,ro,ru,de" default:"en" help:"Language of the pages."`
}

// Run prints a page for each code, or the list of all checks.
func (c *explainCommand) Run(io streams) error {
	if len(c.Codes) == 0 {
		return c.list(io)
	}
	for i, code := range c.Codes {
		e, err := scenarios.Explain(scenarios.Code(strings.ToUpper(code)), c.Language)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprintln(io.out)
		}
		fmt.Fprint(io.out, e.Markdown())
	}
	return nil
}

func (c *explainCommand) list(io streams) error {
	for _, code := range scenarios.Codes() {
		e, err := scenarios.Explain(code, c.Language)
		if err != nil {
			return err
		}
		fmt.Fprintf(io.out, "%s  %-8s %s\n", e.Code, e.Level, e.Title)
	}
	return nil
}
