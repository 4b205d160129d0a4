package web

import (
	"html/template"
	"time"

	"proba/grading"
)

// timeline is the score sheet of one contact: who spoke when, what was done at the desk, where each mark was earned or
// lost, and the customer's patience below. All words come translated.
type timeline struct {
	Title, Description string
	Words              timelineWords
	Until              time.Duration // the right edge; at least one second is drawn
	Speech             []speechBar
	Spans              []deskSpan
	Ticks              []time.Duration // look-ups, saved forms, sent files
	Pins               []pin
	Patience           []patiencePoint // the first at 0; empty leaves the curve out
}

// timelineWords are the row names.
type timelineWords struct{ Marks, Customer, Agent, Desk, Patience, Calm, Tense, Angry string }

// speechBar is one turn.
type speechBar struct {
	From, To time.Duration
	Agent    bool
}

// deskSpan is a hold or the wrap-up, with its label.
type deskSpan struct {
	From, To time.Duration
	Label    string
}

// pin is a mark at the turn that decided it; Number is the criterion's place from 1.
type pin struct {
	At     time.Duration
	Number int
	Value  grading.MarkValue
}

// patiencePoint is the patience (0 to 10) from At on; Why is short, "" at the start.
type patiencePoint struct {
	At    time.Duration
	Value int
	Why   string
}

// The drawing's measures in user units; 1152 is the width of the page's sheet.
const (
	chartLeft, chartRight   = 104.0, 1136.0
	pinRow                  = 40.0
	customerRow, agentRow   = 68.0, 88.0
	deskRow                 = 108.0
	patienceTop, patienceUp = 280.0, 13.0 // y of patience 0, and height of one point
	pinApart                = 26.0
	letterWidth             = 6.4 // of the 12 px label font, on the safe side
)

// svg draws it. The same figures must stand in a table beside it.
func (t timeline) svg() template.HTML {
	var d drawing
	bottom := 300.0
	if len(t.Patience) == 0 {
		bottom = 160
	}
	d.open("svg", "class", "chart", "viewBox", "0 14 1152 "+px(bottom-10), "role", "img", "aria-labelledby", "chart-title chart-desc")
	d.words("title", t.Title, "id", "chart-title")
	d.words("desc", t.Description, "id", "chart-desc")
	d.hatch()
	t.grid(&d, bottom)
	t.rows(&d)
	t.speech(&d)
	t.desk(&d)
	t.pins(&d)
	if len(t.Patience) > 0 {
		t.curve(&d)
	}
	d.shut("svg")
	return d.html()
}

func (d *drawing) hatch() {
	d.open("defs")
	d.open("pattern", "id", "hatch", "width", "6", "height", "6", "patternUnits", "userSpaceOnUse", "patternTransform", "rotate(45)")
	d.leaf("rect", "width", "6", "height", "6", "class", "h0")
	d.leaf("path", "d", "M0 0v6", "stroke", "currentColor", "stroke-width", "2", "opacity", ".35")
	d.shut("pattern")
	d.shut("defs")
}

// x is the place of a time; what is later than the end stands at the end.
func (t timeline) x(at time.Duration) float64 {
	until := max(t.Until, time.Second)
	return chartLeft + (chartRight-chartLeft)*float64(min(at, until))/float64(until)
}

// gridSteps are the distances between grid lines; the first that gives at most ten lines is taken.
var gridSteps = []time.Duration{5 * time.Second, 10 * time.Second, 15 * time.Second, 30 * time.Second, time.Minute,
	2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 30 * time.Minute, time.Hour, 6 * time.Hour, 24 * time.Hour}

func gridStep(until time.Duration) time.Duration {
	for _, step := range gridSteps {
		if until/step <= 9 {
			return step
		}
	}
	return until / 9
}

func (t timeline) grid(d *drawing, bottom float64) {
	for at, step := time.Duration(0), gridStep(t.Until); at <= t.Until; at += step {
		x := px(t.x(at))
		d.leaf("line", "class", "grid", "x1", x, "x2", x, "y1", "20", "y2", px(bottom-16))
		d.words("text", length(at), "x", x, "y", px(bottom), "text-anchor", "middle")
	}
}

func (t timeline) rows(d *drawing) {
	d.words("text", t.Words.Marks, "x", "0", "y", px(pinRow+4), "class", "loud")
	d.words("text", t.Words.Customer, "x", "0", "y", px(customerRow+10))
	d.words("text", t.Words.Agent, "x", "0", "y", px(agentRow+10))
	d.words("text", t.Words.Desk, "x", "0", "y", px(deskRow+10))
}

func (t timeline) speech(d *drawing) {
	for _, b := range t.Speech {
		class, y := "cust", customerRow
		if b.Agent {
			class, y = "agnt", agentRow
		}
		d.leaf("rect", "class", class, "x", px(t.x(b.From)), "y", px(y), "width", px(max(t.x(b.To)-t.x(b.From), 3)), "height", "12", "rx", "2")
	}
}

func (t timeline) desk(d *drawing) {
	for _, s := range t.Spans {
		x, w := t.x(s.From), max(t.x(s.To)-t.x(s.From), 3)
		d.leaf("rect", "class", "held", "x", px(x), "y", px(deskRow), "width", px(w), "height", "12", "rx", "2")
		label := x
		if wide := letterWidth * float64(len([]rune(s.Label))); label+wide > chartRight {
			label = chartRight - wide
		}
		d.words("text", s.Label, "x", px(label), "y", px(deskRow+28))
	}
	for _, at := range t.Ticks {
		d.leaf("path", "d", "M"+px(t.x(at))+" 104v20", "stroke", "currentColor", "stroke-width", "2")
	}
}
