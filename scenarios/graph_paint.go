package scenarios

import (
	"fmt"
	"slices"
	"strings"
)

// svgPainter writes the elements of a drawing.
type svgPainter struct {
	graph   Graph
	labels  GraphLabels
	drawing *drawing
	text    strings.Builder
}

func (p *svgPainter) open() {
	width, height := p.drawing.size()
	fmt.Fprintf(&p.text, `<svg xmlns="http://www.w3.org/2000/svg" class="graph" role="img" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" `+
		`font-family="system-ui, sans-serif" font-size="13" fill="currentColor" stroke="none" aria-label="%s">`+"\n",
		width, height, width, height, svgText(p.graph.Title))
	fmt.Fprintf(&p.text, "<title>%s</title>\n<desc>%s</desc>\n", svgText(p.graph.Title), svgText(p.graph.Summary(p.labels)))
}

func (p *svgPainter) box(i int, lines []string) {
	b, n := p.graph.Beats[i], p.drawing.nodes[i]
	dash, weight := "", 1.5
	if b.Unreachable {
		dash = ` stroke-dasharray="5 4"`
	}
	if b.DeadEnd {
		weight = 3
	}
	fmt.Fprintf(&p.text, `<g class="graph-beat" data-line="%d"><title>%s</title>`, b.At.Line, svgText(b.Name))
	fmt.Fprintf(&p.text, `<rect x="%.1f" y="%.1f" width="%.0f" height="%.0f" rx="6" fill="none" stroke="currentColor" stroke-width="%g"%s/>`,
		n.x-n.w/2, n.y, n.w, n.h, weight, dash)
	for k, line := range lines {
		bold := ""
		if k < len(wrapName(b.Name)) {
			bold = ` font-weight="600"`
		}
		fmt.Fprintf(&p.text, `<text x="%.1f" y="%.1f" text-anchor="middle"%s>%s</text>`,
			n.x, n.y+boxPadding+float64(k+1)*boxLine-4, bold, svgText(line))
	}
	p.text.WriteString("</g>\n")
}

// selfLoop is the room of an arrow that leads back to its own beat.
const selfLoop = 22

// arrow draws a line with a head; its conditions are its title. What nobody wrote is dotted, Otherwise dashed.
func (p *svgPainter) arrow(i int) {
	a := p.graph.Arrows[i]
	fmt.Fprintf(&p.text, `<g class="graph-arrow" fill="none" stroke="currentColor" stroke-width="1.2"><title>%s</title>`, svgText(p.said(a)))
	dash := ""
	switch a.Reasons[0].Kind {
	case ReasonOtherwise:
		dash = ` stroke-dasharray="6 4"`
	case ReasonNothing:
		dash = ` stroke-dasharray="1.5 4"`
	}
	line, tip := p.line(i)
	fmt.Fprintf(&p.text, `<path d="%s"%s/><path d="%s" fill="currentColor" stroke="none"/></g>`+"\n", line, dash, tip)
}

// said is what leads along an arrow: "From → To: reason; reason".
func (p *svgPainter) said(a GraphArrow) string {
	var reasons []string
	for _, r := range a.Reasons {
		reasons = append(reasons, p.labels.reason(r))
	}
	return p.graph.Beats[a.From].Name + " → " + p.graph.Beats[a.To].Name + ": " + strings.Join(reasons, "; ")
}

// line is the curve of an arrow and its head.
func (p *svgPainter) line(i int) (line, tip string) {
	a, path := p.graph.Arrows[i], p.drawing.paths[i]
	if path == nil {
		n := p.drawing.nodes[a.From]
		right, middle := n.x+n.w/2, n.y+n.h/2
		return fmt.Sprintf("M%.1f %.1f c%d -14 %d 14 0 16", right, middle-8, selfLoop, selfLoop),
			fmt.Sprintf("M%.1f %.1f l8 -5 l0 8 z", right, middle+8)
	}
	var b strings.Builder
	x, y := p.leaves(path[0], path[1], i), p.drawing.nodes[path[0]].y+p.drawing.nodes[path[0]].h
	fmt.Fprintf(&b, "M%.1f %.1f", x, y)
	head := fmt.Sprintf("M%.1f %.1f l-4 9 l8 0 z", x, y)
	for k, n := range path[1:] {
		node := p.drawing.nodes[n]
		last := k+2 == len(path)
		to := node.x
		if last {
			to = p.arrives(path[k], n, i)
		}
		half := (node.y - y) / 2
		fmt.Fprintf(&b, " C%.1f %.1f %.1f %.1f %.1f %.1f", x, y+half, to, node.y-half, to, node.y)
		x, y = to, node.y
		if !last {
			y += node.h
			fmt.Fprintf(&b, " V%.1f", y)
		}
	}
	if path[0] == a.From {
		head = fmt.Sprintf("M%.1f %.1f l-4 -9 l8 0 z", x, y)
	}
	return b.String(), head
}

// leaves is where an arrow touches the lower edge of a box, arrives where it touches the upper: side by side in the
// order of the neighbours, so that arrows do not cross at the edge.
func (p *svgPainter) leaves(box, next, arrow int) float64 {
	return p.port(box, arrow, func(path []int) (int, bool) { return path[1], path[0] == box }, next)
}

func (p *svgPainter) arrives(before, box, arrow int) float64 {
	return p.port(box, arrow, func(path []int) (int, bool) { return path[len(path)-2], path[len(path)-1] == box }, before)
}

func (p *svgPainter) port(box, arrow int, neighbour func(path []int) (node int, touches bool), own int) float64 {
	left, all := 0, 0
	for i, path := range p.drawing.paths {
		if path == nil {
			continue
		}
		n, touches := neighbour(path)
		if !touches {
			continue
		}
		all++
		if x, mine := p.drawing.nodes[n].x, p.drawing.nodes[own].x; x < mine || x == mine && i < arrow {
			left++
		}
	}
	node := p.drawing.nodes[box]
	step := min(24, (node.w-24)/float64(max(1, all)))
	return node.x + (float64(left)-float64(all-1)/2)*step
}

// Summary says in one line how many beats there are and what is wrong with them.
func (g Graph) Summary(labels GraphLabels) string {
	parts := []string{fmt.Sprintf("%s: %d", labels.Beats, len(g.Beats))}
	count := func(label string, holds func(GraphBeat) bool) {
		n := len(slices.DeleteFunc(slices.Clone(g.Beats), func(b GraphBeat) bool { return !holds(b) }))
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", label, n))
		}
	}
	count(labels.Unreachable, func(b GraphBeat) bool { return b.Unreachable })
	count(labels.DeadEnd, func(b GraphBeat) bool { return b.DeadEnd })
	return strings.Join(parts, "; ")
}
