package web

import (
	"sort"
	"strconv"

	"proba/grading"
)

// pins draws the marks in a row, apart enough to be read; each stem points at the true time.
func (t timeline) pins(d *drawing) {
	sorted := append([]pin(nil), t.Pins...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].At < sorted[j].At })
	at := make([]float64, len(sorted))
	for i, p := range sorted {
		at[i] = t.x(p.At)
	}
	for i, x := range spread(at, pinApart, chartLeft, chartRight) {
		t.pin(d, sorted[i], x)
	}
}

func (t timeline) pin(d *drawing, p pin, x float64) {
	state := markClass(p.Value)
	d.leaf("path", "class", "s-"+state, "d", "M"+px(x)+" 51L"+px(t.x(p.At))+" 64", "stroke-width", "1.5")
	switch state {
	case "met":
		d.leaf("circle", "class", "f-met", "cx", px(x), "cy", px(pinRow), "r", "10.5")
	case "miss":
		d.leaf("rect", "class", "f-miss", "x", px(x-11), "y", px(pinRow-11), "width", "22", "height", "22", "rx", "3")
	default:
		d.leaf("path", "class", "f-wait", "d", "M"+px(x)+" 26l14 14-14 14-14-14Z")
	}
	d.words("text", strconv.Itoa(p.Number), "class", "on", "x", px(x), "y", px(pinRow+4), "text-anchor", "middle")
}

// markClass is the state class of a mark: met, miss, wait or none.
func markClass(v grading.MarkValue) string {
	switch v {
	case grading.Met:
		return "met"
	case grading.NotMet:
		return "miss"
	case grading.Undecided:
		return "wait"
	default:
		return "none"
	}
}

// spread moves sorted places apart by at least gap, within low and high while there is room, as little as it can: first
// to the right, then back from the right edge. With more places than room they share it evenly.
func spread(at []float64, gap, low, high float64) []float64 {
	out := append([]float64(nil), at...)
	if len(out) > 1 {
		gap = min(gap, (high-low)/float64(len(out)-1))
	}
	for i := range out {
		out[i] = max(out[i], low)
		if i > 0 {
			out[i] = max(out[i], out[i-1]+gap)
		}
	}
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = min(out[i], high-gap*float64(len(out)-1-i))
	}
	return out
}
