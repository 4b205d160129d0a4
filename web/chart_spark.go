package web

import (
	"html/template"
	"strconv"
	"strings"
)

// spark draws the share of one competence over sessions, oldest first, with a dashed line at the minimum. It is
// decoration for the figures in the same table row, so it is hidden from screen readers. Percents are 0 to 100; with no
// session only the line is drawn.
func spark(percents []int, minimum int) template.HTML {
	y := func(percent int) float64 { return 18 - 16*float64(min(max(percent, 0), 100))/100 }
	var d drawing
	d.open("svg", "class", "spark", "viewBox", "0 0 80 20", "aria-hidden", "true")
	d.leaf("line", "x1", "0", "x2", "80", "y1", px(y(minimum)), "y2", px(y(minimum)))
	if n := len(percents); n > 0 {
		points := make([]string, n)
		x := func(i int) float64 { return 77 - 76*float64(n-1-i)/float64(max(n-1, 1)) }
		for i, p := range percents {
			points[i] = px(x(i)) + "," + px(y(p))
		}
		d.leaf("polyline", "points", strings.Join(points, " "))
		last := []string{"cx", px(x(n - 1)), "cy", px(y(percents[n-1])), "r", "3"}
		if percents[n-1] < minimum {
			last = append(last, "class", "is-miss")
		}
		d.leaf("circle", last...)
	}
	d.shut("svg")
	return d.html()
}

// gauge draws a bar of a share from 0 to 100 with a tick at the limit; a negative limit draws none. Below says that the
// limit is missed: the bar then takes the colour of a miss, and the page says so in words.
func gauge(percent, limit int) template.HTML {
	class := "gauge gauge--thick"
	if percent < limit {
		class += " is-miss"
	}
	var d drawing
	d.open("svg", "class", class, "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true")
	d.leaf("rect", "width", strconv.Itoa(min(max(percent, 0), 100)), "height", "8")
	if limit >= 0 {
		x := strconv.Itoa(limit)
		d.leaf("line", "x1", x, "x2", x, "y1", "0", "y2", "8")
	}
	d.shut("svg")
	return d.html()
}
