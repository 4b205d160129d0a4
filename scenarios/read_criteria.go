package scenarios

import "strconv"

// criterionLabels are the labels of criteria and debrief questions.
var criterionLabels = []word{
	"label.competence", "label.points", "label.all-of", "label.any-of", "label.at-least-n-of", "label.none-of",
	"label.in-order", "label.required", "label.fatal", "label.only-if", "label.only-in", "label.part-marks", "label.why",
	"label.advice", "label.praise", "label.marked-by", "section.rows",
}

// criteria reads the "###" parts of a section of criteria or questions.
func (r *reader) criteria(section *part) []Criterion {
	if section == nil {
		return nil
	}
	var all []Criterion
	for _, p := range section.parts {
		all = append(all, r.criterion(p))
	}
	r.namesOnce("criterion", section.parts)
	return all
}

func (r *reader) criterion(p *part) Criterion {
	c := Criterion{Name: readableLine(p.title.text), At: r.pos(p.title)}
	items, bad := 0, r.badLabels
	written := map[word]bool{}
	for _, l := range r.labels(p.blocks, criterionLabels) {
		written[l.word] = true
		r.criterionLabel(&c, l, &items)
	}
	if bad == r.badLabels {
		r.neededLabels(p, written)
	}
	return c
}

// neededLabels reports a criterion without points or competence.
func (r *reader) neededLabels(p *part, written map[word]bool) {
	if !written["label.points"] {
		r.report("C302", p.title, details{"name": readableLine(p.title.text)})
	}
	if !written["label.competence"] {
		r.report("C301/missing", p.title, details{"name": readableLine(p.title.text)})
	}
}

func (r *reader) criterionLabel(c *Criterion, l labelled, items *int) {
	switch l.word {
	case "label.competence":
		c.Competence = r.oneName(l)
	case "label.points":
		c.Points = r.points(l)
	case "label.all-of":
		c.AllOf = r.items(l, items)
	case "label.any-of":
		c.AnyOf = r.items(l, items)
	case "label.at-least-n-of":
		c.AtLeast = r.atLeast(l, items)
	case "label.none-of":
		c.NoneOf = r.items(l, items)
	case "label.in-order":
		c.InOrder = r.items(l, items)
	default:
		r.criterionOption(c, l)
	}
}

func (r *reader) criterionOption(c *Criterion, l labelled) {
	switch l.word {
	case "label.required":
		c.Required = r.yes(l)
	case "label.fatal":
		c.Fatal = r.yes(l)
	case "label.only-if":
		c.OnlyIf = r.onlyIf(l)
	case "label.only-in":
		c.OnlyIn = r.variantsOf(l)
	case "label.part-marks":
		c.PartMarks = r.yes(l)
	case "label.why":
		c.Why = r.prose(l)
	case "label.advice":
		c.Advice = r.prose(l)
	case "label.praise":
		c.Praise = r.prose(l)
	case "label.marked-by":
		c.MarkedBy = r.markedBy(l)
	case "section.rows":
		c.Rows = r.rows(l)
	}
}

// oneName reads a name beside a label, in italics or plain.
func (r *reader) oneName(l labelled) Ref {
	if l.text.empty() {
		r.report("S010/empty", l.name, details{"name": l.name.text})
		return Ref{}
	}
	name := l.text
	if m, ok := l.text.first(markName); ok {
		name = l.text.slice(m.from, m.to).trim()
	}
	return Ref{Name: readableLine(name.text), At: r.pos(name)}
}

func (r *reader) points(l labelled) int {
	n, rest, ok := leadingNumber(l.text.text)
	if !ok || rest != "" || n < 1 || n > 100 {
		about := l.text
		if about.empty() {
			about = l.name
		}
		r.report("C302/value", about, details{"value": l.text.text})
		return 0
	}
	return n
}

// prose is the text beside a label and in the bullets below it.
func (r *reader) prose(l labelled) string {
	if l.text.empty() && len(l.blocks) == 0 {
		r.report("S010/empty", l.name, details{"name": l.name.text})
	}
	text := l.text.text
	for _, it := range bulletsOf(l.blocks) {
		text += "\n- " + it.text.text
	}
	return text
}

// markers maps the words of the table to who marks.
var markers = map[word]Marker{
	"marker.engine": MarkedByEngine, "marker.trainer": MarkedByTrainer, "marker.both": MarkedByBoth,
}

func (r *reader) markedBy(l labelled) Marker {
	w, _, ok := matchWord(l.text.text, wordsOf("marker"))
	if !ok {
		r.badLabelValue(l, wordsOf("marker"))
	}
	return markers[w]
}

// rows reads the ids of requirement rows, separated by commas or as bullets.
func (r *reader) rows(l labelled) []string {
	var all []string
	for _, t := range l.entries() {
		for _, piece := range t.split(',') {
			if !piece.empty() {
				all = append(all, piece.text)
				r.rowRefs = append(r.rowRefs, Ref{Name: piece.text, At: r.pos(piece)})
			}
		}
	}
	return all
}

// atLeast reads "At least N of" with its bullets.
func (r *reader) atLeast(l labelled, items *int) *AtLeast {
	a := &AtLeast{}
	if len(l.holes) == 1 {
		a.N, _ = strconv.Atoi(l.holes[0])
	}
	listed := len(bulletsOf(l.blocks))
	a.Items = r.items(l, items)
	if a.N < 1 || a.N > listed {
		r.report("C310", l.name, details{"n": strconv.Itoa(a.N), "of": strconv.Itoa(listed)})
	}
	return a
}
