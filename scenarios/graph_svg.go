package scenarios

import (
	"errors"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// Limits of a drawing; a larger scenario cannot be read on paper any more. Its list can: see [Graph.List].
const (
	MaxDrawnBeats  = 200
	MaxDrawnArrows = 1000
)

// ErrGraphTooLarge is returned for a scenario with more beats or arrows than a drawing holds.
var ErrGraphTooLarge = errors.New("the scenario has too many beats to draw")

// SVG draws the graph: the start on top, below each beat those it leads to. Everything is in attributes, without
// scripts, styles and identifiers, in the colour of the text around it; what is marked is marked by words and dashes.
// The same graph gives the same bytes. An empty graph gives an empty picture.
func (g Graph) SVG(labels GraphLabels) (string, error) {
	if len(g.Beats) > MaxDrawnBeats || len(g.Arrows) > MaxDrawnArrows {
		return "", fmt.Errorf("draw %q: %w", g.Title, ErrGraphTooLarge)
	}
	d := layered(g)
	d.untangle()
	boxes, heights := boxTexts(g, labels)
	d.place(heights)
	p := svgPainter{graph: g, labels: labels, drawing: d}
	p.open()
	for i := range g.Arrows {
		p.arrow(i)
	}
	for i := range g.Beats {
		p.box(i, boxes[i])
	}
	p.text.WriteString("</svg>\n")
	return p.text.String(), nil
}

// boxTexts are the lines of every box and how high it becomes.
func boxTexts(g Graph, labels GraphLabels) (texts [][]string, heights []float64) {
	for i := range g.Beats {
		lines := append(wrapName(g.Beats[i].Name), g.marks(i, labels)...)
		texts = append(texts, lines)
		heights = append(heights, float64(len(lines)*boxLine+2*boxPadding))
	}
	return texts, heights
}

// marks are what is said about a beat below its name.
func (g Graph) marks(i int, labels GraphLabels) []string {
	b := g.Beats[i]
	var marks []string
	if i == 0 {
		marks = append(marks, "▸ "+labels.Start)
	}
	if len(b.Ends) > 0 {
		marks = append(marks, "■ "+labels.End)
	}
	if b.Stays > 0 {
		marks = append(marks, fmt.Sprintf("↻ %s: %d", labels.Stays, b.Stays))
	}
	if b.Unreachable {
		marks = append(marks, "⚠ "+labels.Unreachable)
	}
	if b.DeadEnd {
		marks = append(marks, "⚠ "+labels.DeadEnd)
	}
	return marks
}

// A name has at most so many lines of so many characters in its box; the rest is in the title.
const (
	nameLines = 2
	nameWidth = 24
)

func wrapName(name string) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(name) {
		switch {
		case line == "":
			line = w
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) <= nameWidth:
			line += " " + w
		default:
			lines, line = append(lines, line), w
		}
	}
	lines = append(lines, line)
	if len(lines) > nameLines {
		lines = append(lines[:nameLines-1], strings.Join(lines[nameLines-1:], " "))
	}
	for i := range lines {
		lines[i] = shorten(lines[i], nameWidth)
	}
	return lines
}

func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

// svgText escapes a text and leaves out what XML cannot hold.
func svgText(text string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || r >= 0xfffe && r <= 0xffff {
			return -1
		}
		return r
	}, text))
}
