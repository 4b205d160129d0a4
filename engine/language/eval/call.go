package eval

// Plan is how much is drawn.
type Plan struct {
	Examples int // a phrase
	Rubrics  int // a half
	Calls    int // a rubric
	Seed     uint64
	// Halves of the classes to play, 0 and 1; nil is both.
	Halves []int
}

func (p Plan) halves() []int {
	if p.Halves == nil {
		return []int{0, 1}
	}
	return p.Halves
}

// Judge hears a rubric's phrases in turns. Scores are from 0 to 1, one for each phrase.
type Judge func(turn string) []Opinion

// Opinion is what a judge says of one phrase in one turn.
type Opinion struct {
	Met, Unsure bool
	Score       float64
	// Evidence is what the judge went by, when it tells.
	Evidence []float64
	// Flagged tells that a guard was raised.
	Flagged bool
}

// Maker trains a judge on a rubric: names and examples by phrase.
type Maker func(language string, names []string, examples [][]string) (Judge, error)

// Calls plays the plan on a set and reports.
func Calls(set *Set, plan Plan, train Maker) (Report, error) {
	var report Report
	for _, half := range plan.halves() {
		labels := halfOf(set.Labels, half)
		for n := range plan.Rubrics {
			draw := &chance{plan.Seed + uint64(1000*half+n)}
			if err := report.rubric(set, plan, train, draw, labels); err != nil {
				return report, err
			}
		}
	}
	return report, nil
}

func halfOf(labels []string, half int) []string {
	var some []string
	for i, l := range labels {
		if i%2 == half {
			some = append(some, l)
		}
	}
	return some
}

// rubricSize is how many classes a rubric has: eight, four in small sets.
func rubricSize(labels []string) int {
	if len(labels) < 12 {
		return 4
	}
	return 8
}

func (r *Report) rubric(set *Set, plan Plan, train Maker, draw *chance, labels []string) error {
	chosen := draw.sample(labels, len(labels))
	size := rubricSize(labels)
	rubric, others := chosen[:size], chosen[size:]
	examples := make([][]string, size)
	for i, label := range rubric {
		examples[i] = draw.sample(set.Train[label], plan.Examples)
	}
	judge, err := train(set.Language, rubric, examples)
	if err != nil {
		return err
	}
	for range plan.Calls {
		r.call(judge, draw, set, rubric, others)
	}
	return nil
}

// call plays one call: a turn for each of half of the criteria, and as many distractors.
func (r *Report) call(judge Judge, draw *chance, set *Set, rubric, others []string) {
	order := draw.sample(rubric, len(rubric))
	present := order[:len(order)/2]
	turns := make([]string, 0, len(rubric))
	labels := make([]string, 0, len(rubric))
	for _, label := range present {
		if len(set.Test[label]) > 0 {
			turns, labels = append(turns, set.Test[label][draw.below(len(set.Test[label]))]), append(labels, label)
		}
	}
	for range len(present) {
		turns, labels = append(turns, distractor(draw, set, others)), append(labels, "")
	}
	r.score(judge, turns, labels, rubric)
}

// distractor is a turn of another class of the half or, every second time where there are any, a stray line.
func distractor(draw *chance, set *Set, others []string) string {
	if len(set.Stray) > 0 && draw.below(2) == 0 {
		return set.Stray[draw.below(len(set.Stray))]
	}
	for range 100 {
		label := others[draw.below(len(others))]
		if texts := set.Test[label]; len(texts) > 0 {
			return texts[draw.below(len(texts))]
		}
	}
	return ""
}

func (r *Report) score(judge Judge, turns, labels, rubric []string) {
	best := make([]Opinion, len(rubric))
	truth := make([]bool, len(rubric))
	for t, turn := range turns {
		for i, o := range judge(turn) {
			is := labels[t] == rubric[i]
			truth[i] = truth[i] || is
			r.Turn.add(o, is)
			if is {
				r.Flagged.count(o.Flagged)
			}
			if o.rank() > best[i].rank() {
				best[i] = o
			}
		}
	}
	for i, o := range best {
		r.Call.add(o, truth[i])
	}
}

func (o Opinion) rank() float64 {
	switch {
	case o.Met:
		return 2 + o.Score
	case o.Unsure:
		return 1 + o.Score
	}
	return o.Score
}
