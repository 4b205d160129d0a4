package scenarios

import "slices"

// drawing is a graph on its way to paper: nodes in layers from top to bottom, every edge between neighbouring layers.
// A beat is a node; where an arrow passes a layer it gets a bend, a node without a box.
type drawing struct {
	nodes []drawnNode
	// layers hold node numbers from left to right.
	layers [][]int
	// paths are the nodes of each arrow of the graph from top to bottom; nil for an arrow to the same beat.
	paths [][]int
}

type drawnNode struct {
	beat  int // index of Graph.Beats; -1 for a bend
	layer int
	// up and down are the neighbours in the layer above and below.
	up, down []int
	// x is the middle, y the upper edge, w and h the size, in pixels.
	x, y, w, h float64
}

// layered puts every beat below those it is reached from, leaving aside the arrows that lead back.
func layered(g Graph) *drawing {
	d := &drawing{paths: make([][]int, len(g.Arrows))}
	back := backArrows(g)
	for i, layer := range layerNumbers(g, back) {
		d.nodes = append(d.nodes, drawnNode{beat: i, layer: layer})
	}
	for i, a := range g.Arrows {
		if a.From == a.To {
			continue
		}
		top, bottom := a.From, a.To
		if back[i] {
			top, bottom = bottom, top
		}
		d.connect(i, top, bottom)
	}
	for n := range d.nodes {
		for len(d.layers) <= d.nodes[n].layer {
			d.layers = append(d.layers, nil)
		}
		d.layers[d.nodes[n].layer] = append(d.layers[d.nodes[n].layer], n)
	}
	return d
}

// connect makes the path of an arrow, with a bend in every layer between.
func (d *drawing) connect(arrow, top, bottom int) {
	path := []int{top}
	for layer := d.nodes[top].layer + 1; layer < d.nodes[bottom].layer; layer++ {
		d.nodes = append(d.nodes, drawnNode{beat: -1, layer: layer})
		path = append(path, len(d.nodes)-1)
	}
	path = append(path, bottom)
	for i, n := range path[1:] {
		d.nodes[path[i]].down = append(d.nodes[path[i]].down, n)
		d.nodes[n].up = append(d.nodes[n].up, path[i])
	}
	d.paths[arrow] = path
}

// backArrows finds the arrows that close a circle on a walk in file order.
func backArrows(g Graph) []bool {
	out := make([][]int, len(g.Beats))
	for i, a := range g.Arrows {
		out[a.From] = append(out[a.From], i)
	}
	back := make([]bool, len(g.Arrows))
	const fresh, open, done = 0, 1, 2
	mark := make([]int, len(g.Beats))
	var walk func(beat int) // as deep as the longest path, which MaxDrawnBeats bounds
	walk = func(beat int) {
		mark[beat] = open
		for _, i := range out[beat] {
			switch to := g.Arrows[i].To; mark[to] {
			case open:
				back[i] = true
			case fresh:
				walk(to)
			}
		}
		mark[beat] = done
	}
	for beat := range g.Beats {
		if mark[beat] == fresh {
			walk(beat)
		}
	}
	return back
}

// layerNumbers gives every beat the length of the longest way to it; a beat nobody comes to stands below the start.
func layerNumbers(g Graph, back []bool) []int {
	layer := make([]int, len(g.Beats))
	for i := range layer {
		if i > 0 && !slices.ContainsFunc(g.Arrows, func(a GraphArrow) bool { return a.To == i && a.From != i }) {
			layer[i] = 1
		}
	}
	for changed := true; changed; { // ends, since arrows that lead back are left aside
		changed = false
		for i, a := range g.Arrows {
			if !back[i] && a.From != a.To && layer[a.To] <= layer[a.From] {
				layer[a.To] = layer[a.From] + 1
				changed = true
			}
		}
	}
	return layer
}
