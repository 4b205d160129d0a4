package language

// Bounds of the verdicts of the model, as probabilities.
const (
	likelyFrom = 0.58
	unsureFrom = 0.28
	// explainedFrom is from where on the words for and against are worth showing.
	explainedFrom = 0.15
)

// tryModel lets the model of the reply's language judge the sentences in which no pattern was refused, where no
// pattern was certain.
func (r *Recogniser) tryModel(i int, reading *reading, refused []bool, t *trial) {
	m := r.models[reading.language]
	if m == nil || m.byPhrase[i] == nil {
		return
	}
	if h, same := r.equalsCounter(i, reading); same {
		t.missed = h
		return
	}
	said := r.restate(i, reading)
	if said != nil {
		reading, refused = said.reading, said.refused(refused)
	}
	if reading.examined == nil {
		reading.examined = map[window]examined{}
	}
	for _, w := range reading.windows(refused) {
		if w.to-w.from > longestWindow {
			continue
		}
		x, ok := reading.examined[w]
		if !ok {
			x = m.examine(reading, w)
			reading.examined[w] = x
		}
		h := r.modelHearing(i, m, reading, x)
		if said != nil {
			h = said.inOwnWords(h)
		}
		if h.Verdict == No {
			t.missed = nearestMiss(t.missed, h)
		} else if s := h.Sentence - 1; t.bySentence[s].Verdict != Certain {
			t.bySentence[s] = surer(t.bySentence[s], h)
		}
	}
}

// surer keeps the hearing with the higher confidence.
func surer(a, b Hearing) Hearing {
	if a.Verdict == "" || b.Confidence > a.Confidence {
		return b
	}
	return a
}

// nearestMiss prefers a near miss of the model to nothing, and refusals to both.
func nearestMiss(a, b Hearing) Hearing {
	if a.Why == WhyNothing && a.Nearness == 0 && (b.Confidence > a.Confidence || a.Pattern == "" && a.Example == "") {
		return b
	}
	return a
}

func (r *Recogniser) modelHearing(i int, m *models, reading *reading, x examined) Hearing {
	e := m.weigh(i, reading, x)
	p := hundredths(sigmoid(e.logit()))
	h := Hearing{Phrase: r.phrases[i].name, Verdict: No, Confidence: p, Why: WhyModel, Sentence: x.first + 1}
	h.Span, h.Words = x.span, x.words
	if e.nearest >= 0 {
		h.Example = m.examples[e.nearest].text
	}
	switch {
	case equalsAny(r.phrases[i].counters, x.text, reading.language):
		h.Why, h.Confidence = WhyCounter, 0
	case !e.retracted() && equalsAny(r.phrases[i].examples, x.text, reading.language):
		h.Verdict, h.Confidence, h.Verbatim = Likely, max(p, 0.95), true
	case e.nearest >= 0 && e.agreement <= 0.5 && p >= explainedFrom:
		h.Why, h.Confidence = WhyNegated, hundredths(p*e.agreement)
		h.Negator = reading.negatorIn(x.window)
	case p >= likelyFrom && !e.retracted():
		h.Verdict = Likely
	case p >= unsureFrom:
		h.Verdict = Unsure
	}
	if h.Verbatim {
		return h // written by the author: it needs no defence
	}
	if want, f, wrong := m.byPhrase[i].contradicts(reading.values, r.kindsOfFacts(i, reading)); wrong && h.Verdict.Heard() {
		h = lowerForFact(h)
		h.Expected, h.Found = want.String(), reading.withSigns(f)
	}
	return m.guard(h, reading, x, e, i)
}

// equalsCounter tells whether the whole reply is a counter-example (SEMANTICS 11).
func (r *Recogniser) equalsCounter(i int, reading *reading) (Hearing, bool) {
	h := Hearing{Phrase: r.phrases[i].name, Verdict: No, Why: WhyCounter, Sentence: 1}
	n := len(reading.tokens)
	if n == 0 || !equalsAny(r.phrases[i].counters, reading.folded(0, n), reading.language) {
		return h, false
	}
	h.Span, h.Words = reading.characters(0, n)
	return h, true
}

// equalsAny reports whether a folded text is one of the utterances, word for word.
func equalsAny(all []utterance, text, language string) bool {
	for _, u := range all {
		if u.words == text && contains(u.languages, language) {
			return true
		}
	}
	return false
}

// Evidence gives for every phrase what speaks for it in its best window, as the numbers the model weighs; nil for a
// phrase without a model in the reply's language. It exists so that the weights can be fitted and explained.
func (r *Recogniser) Evidence(reply Reply) [][]float64 {
	reading := r.read(reply)
	all := make([][]float64, len(r.phrases))
	m := r.models[reading.language]
	if m == nil {
		return all
	}
	for _, w := range reading.windows(make([]bool, len(reading.sentences))) {
		x := m.examine(reading, w)
		for i := range m.byPhrase {
			e := m.glance(i, x)
			m.alignBest(m.byPhrase[i], reading.worthsFor(m), x, &e)
			list := e.list()
			if all[i] == nil || weighed(list[:]) > weighed(all[i]) {
				all[i] = list[:]
			}
		}
	}
	return all
}
