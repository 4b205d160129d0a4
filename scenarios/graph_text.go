package scenarios

import (
	"fmt"
	"strings"
)

// List writes the graph for reading: every beat with its marks, and below it where it leads and why. It says all that
// the drawing says.
func (g Graph) List(labels GraphLabels) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", g.Title, g.Summary(labels))
	for i, beat := range g.Beats {
		fmt.Fprintf(&b, "\n%s%s\n", beat.Name, inBrackets(g.notes(i, labels)))
		for _, a := range g.Arrows {
			if a.From != i {
				continue
			}
			for _, r := range a.Reasons {
				fmt.Fprintf(&b, "  → %s: %s\n", g.Beats[a.To].Name, labels.reason(r))
			}
		}
		for _, r := range beat.Ends {
			fmt.Fprintf(&b, "  → %s: %s\n", labels.End, labels.reason(r))
		}
	}
	return b.String()
}

// notes are the marks of a beat that its arrows do not show.
func (g Graph) notes(i int, labels GraphLabels) []string {
	var notes []string
	for _, m := range g.marks(i, labels) {
		if m != "■ "+labels.End {
			_, words, _ := strings.Cut(m, " ")
			notes = append(notes, words)
		}
	}
	return notes
}

func inBrackets(notes []string) string {
	if len(notes) == 0 {
		return ""
	}
	return "  [" + strings.Join(notes, "; ") + "]"
}

// DOT writes the graph in the language of Graphviz.
func (g Graph) DOT(labels GraphLabels) string {
	var b strings.Builder
	b.WriteString("digraph scenario {\n  node [shape=box];\n")
	for i, beat := range g.Beats {
		style := ""
		if beat.Unreachable {
			style = ", style=dashed"
		}
		if beat.DeadEnd {
			style += ", penwidth=3"
		}
		fmt.Fprintf(&b, "  b%d [label=%s%s];\n", i, dotQuoted(named(beat.Name, g.notes(i, labels), "\n")), style)
	}
	g.ends(func(i int, r GraphReason, first bool) {
		if first {
			fmt.Fprintf(&b, "  end [label=%s, shape=oval];\n", dotQuoted(labels.End))
		}
		fmt.Fprintf(&b, "  b%d -> end [label=%s%s];\n", i, dotQuoted(labels.reason(r)), dotStyle(r))
	})
	for _, a := range g.Arrows {
		for _, r := range a.Reasons {
			fmt.Fprintf(&b, "  b%d -> b%d [label=%s%s];\n", a.From, a.To, dotQuoted(labels.reason(r)), dotStyle(r))
		}
	}
	b.WriteString("}\n")
	return b.String()
}

func dotStyle(r GraphReason) string {
	switch r.Kind {
	case ReasonOtherwise:
		return ", style=dashed"
	case ReasonNothing:
		return ", style=dotted"
	default:
		return ""
	}
}

func dotQuoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text) + `"`
}

// Mermaid writes the graph as a flowchart of Mermaid, which many Markdown viewers draw.
func (g Graph) Mermaid(labels GraphLabels) string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	for i, beat := range g.Beats {
		fmt.Fprintf(&b, "  b%d[\"%s\"]\n", i, mermaidQuoted(named(beat.Name, g.notes(i, labels), ": ")))
	}
	g.ends(func(i int, r GraphReason, first bool) {
		if first {
			fmt.Fprintf(&b, "  finish([\"%s\"])\n", mermaidQuoted(labels.End))
		}
		fmt.Fprintf(&b, "  b%d %s|\"%s\"| finish\n", i, mermaidArrow(r), mermaidQuoted(labels.reason(r)))
	})
	for _, a := range g.Arrows {
		for _, r := range a.Reasons {
			fmt.Fprintf(&b, "  b%d %s|\"%s\"| b%d\n", a.From, mermaidArrow(r), mermaidQuoted(labels.reason(r)), a.To)
		}
	}
	return b.String()
}

func mermaidArrow(r GraphReason) string {
	if r.Kind == ReasonWhen {
		return "-->"
	}
	return "-.->"
}

// mermaidQuoted writes as character references what Mermaid or a browser would read as its own.
func mermaidQuoted(text string) string {
	return strings.NewReplacer(`"`, "#quot;", "#", "#35;", "<", "#lt;", ">", "#gt;", "`", "#96;", "*", "#42;", "\\", "#92;").Replace(text)
}

// named puts notes behind a name.
func named(name string, notes []string, between string) string {
	if len(notes) == 0 {
		return name
	}
	return name + between + strings.Join(notes, ", ")
}

// ends calls f for every reason to end, in the order of the beats.
func (g Graph) ends(f func(beat int, r GraphReason, first bool)) {
	first := true
	for i, b := range g.Beats {
		for _, r := range b.Ends {
			f(i, r, first)
			first = false
		}
	}
}
