package scenarios

// Sizes of the drawing in pixels.
const (
	boxWidth    = 208
	boxLine     = 17 // height of a line of text
	boxPadding  = 9
	besideGap   = 28 // between boxes of a layer
	layerGap    = 56 // between layers, where arrows run
	bendWidth   = 8
	paperMargin = 24
	placeSweeps = 16
)

// place gives every node its place: layers below each other, nodes as near below and above their neighbours as the
// order and the room they need allow.
func (d *drawing) place(heights []float64) {
	y := float64(paperMargin)
	for _, layer := range d.layers {
		tall := 0.0
		for _, n := range layer {
			node := &d.nodes[n]
			node.y, node.w = y, bendWidth
			if node.beat >= 0 {
				node.w, node.h = boxWidth, heights[node.beat]
			}
			tall = max(tall, node.h)
		}
		for _, n := range layer {
			if d.nodes[n].beat < 0 {
				d.nodes[n].h = tall
			}
		}
		d.pack(layer)
		y += tall + layerGap
	}
	for sweep := range placeSweeps {
		for i := range d.layers {
			if sweep%2 == 1 {
				i = len(d.layers) - 1 - i
			}
			d.align(d.layers[i])
		}
	}
	d.toMargin()
}

// pack puts the nodes of a layer side by side around the middle.
func (d *drawing) pack(layer []int) {
	width := 0.0
	for i, n := range layer {
		if i > 0 {
			width += d.apart(layer[i-1], n)
		}
		d.nodes[n].x = width
	}
	for _, n := range layer {
		d.nodes[n].x -= width / 2
	}
}

// apart is the least distance between the middles of two neighbours.
func (d *drawing) apart(left, right int) float64 {
	return d.nodes[left].w/2 + besideGap + d.nodes[right].w/2
}

// align moves each node of a layer to the mean of its neighbours, as far as the distances between them allow: the sum
// of squares of what is missing becomes least (pool adjacent violators).
func (d *drawing) align(layer []int) {
	type pool struct {
		sum   float64
		count int
	}
	var pools []pool
	shift := make([]float64, len(layer)) // what the nodes before it need
	for i, n := range layer {
		if i > 0 {
			shift[i] = shift[i-1] + d.apart(layer[i-1], n)
		}
		pools = append(pools, pool{d.wanted(n) - shift[i], 1})
		for k := len(pools) - 1; k > 0; k-- {
			a, b := pools[k-1], pools[k]
			if a.sum/float64(a.count) <= b.sum/float64(b.count) {
				break
			}
			pools = append(pools[:k-1], pool{a.sum + b.sum, a.count + b.count})
		}
	}
	i := 0
	for _, p := range pools {
		for range p.count {
			d.nodes[layer[i]].x = p.sum/float64(p.count) + shift[i]
			i++
		}
	}
}

// wanted is the mean place of a node's neighbours; its own where it has none.
func (d *drawing) wanted(n int) float64 {
	node := &d.nodes[n]
	if len(node.up)+len(node.down) == 0 {
		return node.x
	}
	sum := 0.0
	for _, m := range node.up {
		sum += d.nodes[m].x
	}
	for _, m := range node.down {
		sum += d.nodes[m].x
	}
	return sum / float64(len(node.up)+len(node.down))
}

// toMargin moves everything so that the leftmost box touches the margin.
func (d *drawing) toMargin() {
	left := 0.0
	for i, n := range d.nodes {
		if i == 0 || n.x-n.w/2 < left {
			left = n.x - n.w/2
		}
	}
	for i := range d.nodes {
		d.nodes[i].x += paperMargin - left
	}
}

// size is the size of the paper.
func (d *drawing) size() (width, height float64) {
	for _, n := range d.nodes {
		width = max(width, n.x+n.w/2+selfLoop)
		height = max(height, n.y+n.h)
	}
	return width + paperMargin, height + paperMargin
}
