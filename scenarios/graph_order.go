package scenarios

import (
	"cmp"
	"slices"
)

// orderSweeps is how often the layers are sorted down and up; more does not untangle what conversations look like.
const orderSweeps = 12

// untangle sorts each layer by where the neighbours of its nodes stand, down and up in turn, and keeps the order with
// the fewest crossings.
func (d *drawing) untangle() {
	best, fewest := d.order(), d.crossings()
	for sweep := 0; sweep < orderSweeps && fewest > 0; sweep++ {
		if sweep%2 == 0 {
			for i := 1; i < len(d.layers); i++ {
				d.sortLayer(i, func(n *drawnNode) []int { return n.up })
			}
		} else {
			for i := len(d.layers) - 2; i >= 0; i-- {
				d.sortLayer(i, func(n *drawnNode) []int { return n.down })
			}
		}
		if n := d.crossings(); n < fewest {
			best, fewest = d.order(), n
		}
	}
	d.layers = best
}

func (d *drawing) order() [][]int {
	kept := make([][]int, len(d.layers))
	for i, layer := range d.layers {
		kept[i] = slices.Clone(layer)
	}
	return kept
}

// sortLayer sorts by the mean place of the neighbours; a node without any keeps its place among the others.
func (d *drawing) sortLayer(layer int, neighbours func(*drawnNode) []int) {
	place := d.places()
	mean := make(map[int]float64, len(d.layers[layer]))
	for i, n := range d.layers[layer] {
		near := neighbours(&d.nodes[n])
		if len(near) == 0 {
			mean[n] = float64(i)
			continue
		}
		sum := 0
		for _, m := range near {
			sum += place[m]
		}
		mean[n] = float64(sum) / float64(len(near))
	}
	slices.SortStableFunc(d.layers[layer], func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
}

// places is where every node stands in its layer.
func (d *drawing) places() []int {
	place := make([]int, len(d.nodes))
	for _, layer := range d.layers {
		for i, n := range layer {
			place[n] = i
		}
	}
	return place
}

// crossings counts the pairs of edges that cross.
func (d *drawing) crossings() int {
	place := d.places()
	total := 0
	for _, layer := range d.layers {
		var ends []int // where the edges of the layer end, from left to right of where they begin
		for _, n := range layer {
			own := make([]int, 0, len(d.nodes[n].down))
			for _, m := range d.nodes[n].down {
				own = append(own, place[m])
			}
			slices.Sort(own)
			ends = append(ends, own...)
		}
		total += inversions(ends)
	}
	return total
}

// inversions counts the pairs that stand in the wrong order, and sorts the numbers.
func inversions(numbers []int) int {
	if len(numbers) < 2 {
		return 0
	}
	middle := len(numbers) / 2
	left, right := slices.Clone(numbers[:middle]), slices.Clone(numbers[middle:])
	count := inversions(left) + inversions(right)
	i, j := 0, 0
	for k := range numbers {
		if j == len(right) || i < len(left) && left[i] <= right[j] {
			numbers[k] = left[i]
			i++
			continue
		}
		numbers[k] = right[j]
		j++
		count += len(left) - i
	}
	return count
}
