package main

import (
	"fmt"

	"proba/scenarios"
)

type graphCommand struct {
	Scenario string `arg:"" help:"Id of a scenario, or its file."`
	Pack     string `type:"existingdir" help:"Folder of the pack; the shipped library when left out."`
	Format   string `enum:"svg,dot,mermaid,text" default:"text" help:"svg, dot (Graphviz), mermaid or text (a list)."`
	Language string `enum:",en,it,ro,ru,de" default:"" help:"Language of the words beside the beats; that of the scenario when left out."`
}

// Run prints the graph of one scenario.
func (c *graphCommand) Run(io streams) error {
	sc, err := findScenario(io, c.Pack, c.Scenario)
	if err != nil {
		return err
	}
	text, err := c.graph(sc)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprint(io.out, text); err != nil {
		return fmt.Errorf("write the graph: %w", err)
	}
	return nil
}

func (c *graphCommand) graph(sc *scenarios.Scenario) (string, error) {
	lang := c.Language
	if lang == "" && len(sc.Languages) > 0 {
		lang = sc.Languages[0]
	}
	g, labels := scenarios.GraphOf(sc), scenarios.GraphLabelsIn(lang)
	switch c.Format {
	case "svg":
		return g.SVG(labels)
	case "dot":
		return g.DOT(labels), nil
	case "mermaid":
		return g.Mermaid(labels), nil
	default:
		return g.List(labels), nil
	}
}
