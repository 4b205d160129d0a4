package language

import "sort"

// evidence is what speaks for a phrase in a window, before it is weighed.
type evidence struct {
	linear     float64 // the linear model: 0 like other texts, 1 like its examples
	similarity float64 // mean cosine with the two nearest examples
	recall     float64 // share of the best aligned example found
	precision  float64 // share of the window that the example explains
	margin     float64 // linear against the best rival phrase
	against    float64 // similarity to the nearest counter-example less that to the nearest example
	nearest    int     // sample of the best aligned example
}

// fusion weighs the evidence; fitted once on public sets, see docs/recognition.md.
var fusion = struct{ bias, linear, similarity, recall, precision, margin, against float64 }{
	bias: -5.2, linear: 4.6, similarity: 2.5, recall: 1.6, precision: 0.6, margin: 1.2, against: 1.5,
}

func (e evidence) logit() float64 {
	sum := fusion.bias
	sum += float64(fusion.linear * clip(e.linear, -0.5, 1.5))
	sum += float64(fusion.similarity * e.similarity)
	sum += float64(fusion.recall * e.recall)
	sum += float64(fusion.precision * e.precision)
	sum += float64(fusion.margin * clip(e.margin, -1, 0.5))
	return sum - float64(fusion.against*clip(e.against, 0, 0.5))
}

func clip(x, low, high float64) float64 { return min(max(x, low), high) }

// examined is a window prepared for the models of one language.
type examined struct {
	window
	lexemes []lexeme
	vector  vector
	scores  map[int]float64 // linear score by phrase
}

func (m *models) examine(r *reading, w window) examined {
	words := make([]string, 0, w.to-w.from)
	for _, tok := range r.tokens[w.from:w.to] {
		words = append(words, tok.text)
	}
	x := examined{window: w, lexemes: lexemes(words, m.tongue), scores: make(map[int]float64, len(m.byPhrase))}
	x.vector = vectorOf(x.lexemes)
	for i, own := range m.byPhrase {
		x.scores[i] = m.score(own, x.vector)
	}
	return x
}

// weigh gathers the evidence for a phrase in a window.
func (m *models) weigh(phrase int, x examined) evidence {
	own := m.byPhrase[phrase]
	e := evidence{linear: x.scores[phrase], margin: 1, nearest: -1}
	for i, s := range x.scores {
		if i != phrase {
			e.margin = min(e.margin, e.linear-s)
		}
	}
	similar := m.similarities(own.own, x)
	e.similarity = meanTop2(similar)
	if len(similar) > 0 {
		e.against = top(m.similarities(own.against, x)) - similar[0]
	}
	m.alignBest(own, x, &e)
	return e
}

// similarities to the samples, the greatest first.
func (m *models) similarities(samples []int, x examined) []float64 {
	all := make([]float64, len(samples))
	for i, s := range samples {
		all[i] = m.examples[s].vector.similarity(x.vector)
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(all)))
	return all
}

func top(sorted []float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[0]
}

func meanTop2(sorted []float64) float64 {
	if len(sorted) < 2 {
		return top(sorted)
	}
	return (sorted[0] + sorted[1]) / 2
}

// alignBest finds the example whose words fit the window best.
func (m *models) alignBest(own *model, x examined, e *evidence) {
	best := -1.0
	for _, s := range own.own {
		a := align(m.examples[s].lexemes, x.lexemes)
		if f := a.recall + a.precision; f > best {
			best, e.nearest, e.recall, e.precision = f, s, a.recall, a.precision
		}
	}
}
