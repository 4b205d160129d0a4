package language

// look searches one sentence for a pattern. The verdict is certain, or no with the refusal or the near miss; false when
// nothing of the pattern is there.
func (r *reading) look(p *pattern, sentence int) (Hearing, bool) {
	m := matcher{r, r.sentences[sentence], r.inSentence[sentence]}
	language := r.sentenceLanguage[sentence]
	if language != "" && !p.speaks(language) && !p.speaks(r.language) || !m.stirs(p) {
		return Hearing{}, false
	}
	parts := make([][]match, len(p.parts))
	for i, part := range p.parts {
		if parts[i] = m.find(part); len(parts[i]) == 0 {
			return m.nearMiss(p), true
		}
	}
	return r.judge(p, parts, r.polarity(r.negationLanguage(p, sentence))), true
}

// negationLanguage is the language whose negators count: the pattern's own when it has one only.
func (r *reading) negationLanguage(p *pattern, sentence int) string {
	if len(p.languages) == 1 {
		return p.languages[0]
	}
	if language := r.sentenceLanguage[sentence]; language != "" {
		return language
	}
	return r.language
}

// judge takes the first match of each part that nothing refuses; when a part has none, the match is refused.
func (r *reading) judge(p *pattern, parts [][]match, polarity *polarity) Hearing {
	chosen := make([]match, len(parts))
	for i, matches := range parts {
		k, by := firstAllowed(p, matches, polarity)
		if by >= 0 {
			return r.refusedBy(p, matches[0], by, polarity)
		}
		chosen[i] = matches[k]
	}
	for i := 1; i < len(chosen) && !p.negated; i++ {
		if by := polarity.deniesBetween(chosen[i-1], chosen[i]); by >= 0 {
			return r.refusedBy(p, span(chosen), by, polarity)
		}
	}
	return r.certain(p, span(chosen))
}

// firstAllowed is the first match nothing refuses; by is -1 then, else the token that refuses the first one.
func firstAllowed(p *pattern, matches []match, polarity *polarity) (k, by int) {
	if p.negated {
		return 0, -1
	}
	first := -1
	for k, m := range matches {
		by := polarity.denies(m)
		if by < 0 {
			return k, -1
		}
		if first < 0 {
			first = by
		}
	}
	return 0, first
}

func span(parts []match) match {
	whole := parts[0]
	for _, m := range parts[1:] {
		whole.from, whole.to = min(whole.from, m.from), max(whole.to, m.to)
	}
	return whole
}

func (r *reading) certain(p *pattern, m match) Hearing {
	h := Hearing{Verdict: Certain, Confidence: 1, Why: WhyPattern, Pattern: p.text, Nearness: p.words}
	h.Span, h.Words = r.characters(m.from, m.to)
	h.Sentence = r.tokens[m.from].sentence + 1
	return h
}

func (r *reading) refusedBy(p *pattern, m match, by int, polarity *polarity) Hearing {
	h := r.certain(p, m)
	h.Verdict, h.Confidence, h.Why, h.Negator = No, 0, WhyNegated, polarity.words(by)
	return h
}

// nearMiss counts the items of a pattern that occur in the sentence, wherever they stand.
func (m *matcher) nearMiss(p *pattern) Hearing {
	h := Hearing{Verdict: No, Why: WhyNothing, Pattern: p.text}
	first, last := -1, -1
	for _, part := range p.parts {
		for _, item := range part.items {
			if from, to := m.somewhere(item); from >= 0 {
				h.Nearness++
				if first < 0 || from < first {
					first = from
				}
				last = max(last, to)
			}
		}
	}
	if first < 0 {
		return Hearing{Verdict: No, Why: WhyNothing, Pattern: p.text}
	}
	h.Span, h.Words = m.characters(first, last)
	h.Sentence = m.tokens[first].sentence + 1
	return h
}

// somewhere finds the first place of an item in the sentence; -1 when it is not there. Free slots are nothing one could miss.
func (m *matcher) somewhere(item patternItem) (from, to int) {
	from, to = -1, -1
	for _, alternative := range item.alternatives {
		if alternative[0].isSlot() || !m.mayHold(alternative) {
			continue
		}
		last := m.sentence.to
		if from >= 0 {
			last = from
		}
		for p := m.sentence.from; p < last; p++ {
			if ends := m.ends(alternative, p); len(ends) > 0 {
				from, to = p, ends[0]
				break
			}
		}
	}
	return from, to
}
