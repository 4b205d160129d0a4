package language

import "sort"

// termsShown is how many terms of each sign a hearing lists.
const termsShown = 5

// explainModel adds to a decision of the model, heard or nearly, what spoke for it and against it.
func (r *Recogniser) explainModel(i int, reading *reading, h *Hearing) {
	m := r.models[reading.language]
	if m == nil || m.byPhrase[i] == nil || h.Example == "" {
		return
	}
	if said := r.restate(i, reading); said != nil {
		for _, w := range said.windows(make([]bool, len(said.sentences))) {
			x, ok := said.examined[w]
			if span, _ := said.characters(w.from, w.to); ok && said.back(span) == h.Span {
				m.explain(i, x, h, func(k int) string { return r.phrases[k].name })
				return
			}
		}
		return
	}
	for _, x := range reading.examined {
		if span, _ := reading.characters(x.from, x.to); span == h.Span {
			m.explain(i, x, h, func(k int) string { return r.phrases[k].name })
			return
		}
	}
}

// explain names the words of a window that weigh most for and against a phrase, and a phrase that fits better.
func (m *models) explain(phrase int, x examined, h *Hearing, names func(int) string) {
	own := m.byPhrase[phrase]
	weights := make(map[string]float64, len(x.lexemes))
	var words []string
	for _, l := range x.lexemes {
		if _, seen := weights[l.text]; seen || l.weight < 1 {
			continue
		}
		words = append(words, l.text)
		weights[l.text] = m.wordWeight(own, l)
	}
	sort.SliceStable(words, func(i, j int) bool { return weights[words[i]] > weights[words[j]] })
	for _, w := range words {
		if weights[w] > 0 && len(h.For) < termsShown {
			h.For = append(h.For, w)
		}
	}
	for i := len(words) - 1; i >= 0 && len(h.Against) < termsShown; i-- {
		if weights[words[i]] < 0 {
			h.Against = append(h.Against, words[i])
		}
	}
	h.Rival = m.rival(phrase, x, names)
}

// wordWeight is what a word adds to the linear score, with its runs of characters.
func (m *models) wordWeight(own *model, l lexeme) float64 {
	sum := 0.0
	v := vectorOf([]lexeme{l}, false)
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			if c, ok := m.columns[f.id]; ok {
				sum += float64(own.weights[c] * f.value)
			}
		}
	}
	return sum
}

// rival is the phrase that fits a window better than this one; "" when none does.
func (m *models) rival(phrase int, x examined, names func(int) string) string {
	best, at := x.scores[phrase], -1
	for i := range x.scores {
		if m.byPhrase[i] != nil && x.scores[i] > best {
			best, at = x.scores[i], i
		}
	}
	if at < 0 {
		return ""
	}
	return names(at)
}
