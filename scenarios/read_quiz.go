package scenarios

import "strings"

// draftQuiz is a quiz whose rubric is still an id.
type draftQuiz struct {
	*Quiz
	r *reader
}

// quiz reads a file of kind quiz.
func (r *reader) quiz(d *document) draftQuiz {
	s := r.sections(d)
	q := &Quiz{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}), Seed: r.head.Seed}
	if section := s["section.questions"]; section != nil {
		for _, p := range section.parts {
			q.Questions = append(q.Questions, r.question(p))
		}
		r.namesOnce("question", section.parts)
	}
	return draftQuiz{q, r}
}

var questionLabels = []word{"label.answer", "label.tolerance", "label.points", "label.competence", "label.why", "section.rows"}

func (r *reader) question(p *part) Question {
	q := Question{Name: readableLine(p.title.text), Points: 1, At: r.pos(p.title)}
	var rest []block
	for _, b := range p.blocks {
		l, ok := b.(list)
		if !ok {
			if text, ok := b.(paragraph); ok && len(rest) == 0 {
				q.Body = strings.TrimSpace(q.Body + "\n\n" + text.text.text)
			}
			continue
		}
		if l.ordered {
			q.Order = append(q.Order, orderOf(l)...)
			continue
		}
		rest = append(rest, list{items: q.takeOptions(l), at: l.at})
	}
	for _, l := range r.labels(rest, questionLabels) {
		r.questionLabel(&q, l)
	}
	r.oneAnswer(p, q)
	return q
}

func orderOf(l list) []string {
	var all []string
	for _, it := range l.items {
		all = append(all, it.text.text)
	}
	return all
}

// takeOptions takes the bullets that begin with a box, and returns the others, which are labels.
func (q *Question) takeOptions(l list) []item {
	var labels []item
	for _, it := range l.items {
		text := it.text.text
		switch {
		case strings.HasPrefix(text, "[x]"), strings.HasPrefix(text, "[X]"):
			q.Options = append(q.Options, QuizOption{Text: strings.TrimSpace(text[3:]), Right: true})
		case strings.HasPrefix(text, "[ ]"):
			q.Options = append(q.Options, QuizOption{Text: strings.TrimSpace(text[3:])})
		default:
			labels = append(labels, it)
		}
	}
	return labels
}

func (r *reader) questionLabel(q *Question, l labelled) {
	switch l.word {
	case "label.answer":
		q.number().Value = r.prose(l)
	case "label.tolerance":
		q.number().Tolerance = r.prose(l)
	case "label.points":
		q.Points = r.points(l)
	case "label.competence":
		q.Competence = r.oneName(l)
	case "label.why":
		q.Why = r.prose(l)
	case "section.rows":
		q.Rows = r.rows(l)
	}
}

func (q *Question) number() *NumberAnswer {
	if q.Number == nil {
		q.Number = &NumberAnswer{}
	}
	return q.Number
}

// oneAnswer reports a question that nobody can answer rightly, or in two ways at once.
func (r *reader) oneAnswer(p *part, q Question) {
	kinds, right := 0, 0
	for _, n := range []int{len(q.Options), len(q.Order)} {
		kinds += min(n, 1)
	}
	if q.Number != nil {
		kinds++
	}
	for _, o := range q.Options {
		if o.Right {
			right++
		}
	}
	switch {
	case kinds == 0:
		r.report("S014/answer", p.title, details{"name": q.Name})
	case kinds > 1:
		r.report("S014/answers", p.title, details{"name": q.Name})
	case len(q.Options) > 0 && (right == 0 || len(q.Options) == 1):
		r.report("S014/options", p.title, details{"name": q.Name})
	case q.Number != nil && !hasDigit(q.Number.Value):
		r.report("S014/number", p.title, details{"name": q.Name, "text": q.Number.Value})
	}
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }
