package web

import (
	"strconv"
	"strings"
)

// curve draws the customer's patience as steps over the bands of mood.
func (t timeline) curve(d *drawing) {
	y := func(patience float64) float64 { return patienceTop - patienceUp*patience }
	d.words("text", t.Words.Patience, "x", "0", "y", "152", "class", "loud")
	for _, band := range []struct {
		name string
		mid  float64
	}{{t.Words.Calm, 8.2}, {t.Words.Tense, 4.7}, {t.Words.Angry, 1.7}} {
		d.words("text", band.name, "x", "0", "y", px(y(band.mid)))
	}
	for _, line := range []struct {
		at     float64
		dashed bool
	}{{0, false}, {3.5, true}, {6.5, true}, {10, false}} {
		attrs := []string{"class", "axis", "x1", px(chartLeft), "x2", px(chartRight), "y1", px(y(line.at)), "y2", px(y(line.at))}
		if line.dashed {
			attrs = append(attrs, "stroke-dasharray", "3 3")
		}
		d.leaf("line", attrs...)
	}
	t.steps(d, y)
	t.points(d, y)
}

func (t timeline) steps(d *drawing, y func(float64) float64) {
	var path strings.Builder
	path.WriteString("M" + px(t.x(t.Patience[0].At)) + " " + px(y(float64(t.Patience[0].Value))))
	for _, p := range t.Patience[1:] {
		path.WriteString("H" + px(t.x(p.At)) + "V" + px(y(float64(p.Value))))
	}
	path.WriteString("H" + px(chartRight))
	d.leaf("path", "class", "curve", "d", path.String())
}

// points draws a dot for each change, its value, and its reason where that fits before the next change.
func (t timeline) points(d *drawing, y func(float64) float64) {
	for i, p := range t.Patience {
		x, py := t.x(p.At), y(float64(p.Value))
		d.leaf("circle", "class", "dot", "cx", px(x), "cy", px(py), "r", "4")
		room := chartRight - x
		if i+1 < len(t.Patience) {
			room = t.x(t.Patience[i+1].At) - x
		}
		value := strconv.Itoa(p.Value)
		if room < 18 {
			continue
		}
		if p.Value == 10 { // nothing stands above the curve's upper edge
			py += 22
		}
		d.words("text", value, "class", "loud", "x", px(x+8), "y", px(py-7))
		if start := 14 + 8*float64(len(value)); p.Why != "" && start+letterWidth*float64(len([]rune(p.Why))) < room {
			d.words("text", p.Why, "x", px(x+start), "y", px(py-7))
		}
	}
}
