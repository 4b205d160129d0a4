package language

import "proba/scenarios"

// checkFacts wants the facts of a phrase in the reply (SEMANTICS 13): a wrong or absent one is no, the right one beside
// a stranger unsure.
func (r *Recogniser) checkFacts(p *phrase, reading *reading, t *trial) {
	for _, name := range p.facts {
		check := r.checkFact(name, reading)
		if check.fine {
			continue
		}
		for s, h := range t.bySentence {
			if h.Verdict == "" {
				continue
			}
			h.Expected, h.Found = check.expected, check.found
			if check.present {
				t.bySentence[s] = lowerForFact(h)
				continue
			}
			h.Verdict, h.Confidence, h.Why = No, 0, WhyFact
			t.bySentence[s], t.missed = Hearing{}, h
		}
	}
}

func lowerForFact(h Hearing) Hearing {
	if h.Verdict.Heard() {
		h.Verdict, h.Confidence, h.Why = Unsure, 0.5, WhyFact
	}
	return h
}

// factCheck is what a reply holds of one fact: fine, present beside a stranger, or not present.
type factCheck struct {
	fine, present   bool
	expected, found string
}

func (r *Recogniser) checkFact(name string, reading *reading) factCheck {
	want, known := reading.facts[name]
	check := factCheck{expected: reading.reply.Facts[name]}
	if !known {
		return check
	}
	at, end := reading.where(want)
	check.present = at >= 0
	if !check.present && want.Kind == KindText {
		if parts := partsOf(check.expected, reading.language); parts != nil {
			check.present, check.found = r.checkParts(parts, name, reading)
			check.fine = check.present && check.found == ""
			return check
		}
	}
	if f, ok := r.stranger(want, name, reading, at, end); ok {
		check.found = reading.withSigns(f)
	}
	check.fine = check.present && check.found == ""
	return check
}

// where is the first place of a value in the reply, -1 when it is absent.
func (r *reading) where(want Value) (from, to int) {
	for p := range r.tokens {
		if ends := r.endsOf(want, p); len(ends) > 0 {
			return p, ends[len(ends)-1]
		}
	}
	return -1, -1
}

// stranger finds a value that could be meant in the place of the fact and is neither it nor another fact's.
func (r *Recogniser) stranger(want Value, name string, reading *reading, at, end int) (found, bool) {
	context := reading.unitAfter(end)
	for _, f := range reading.meant().all {
		if f.article || f.weak || !want.comparable(f.value) || want.Equal(f.value) || r.isOtherFact(f.value, name, reading) {
			continue
		}
		if f.from < end && at < f.to || reading.alsoMeans(want, f) {
			continue
		}
		if want.Kind == KindNumber && (reading.partOfOther(f) || at >= 0 && reading.unitAfter(f.to) != context) {
			continue
		}
		return f, true
	}
	return found{}, false
}

// alsoMeans tells that the words of a value may as well mean the one wanted: "at seven" is 07:00 and 19:00.
func (r *reading) alsoMeans(want Value, f found) bool {
	for _, g := range r.meant().at[f.from] {
		if g.to == f.to && want.Equal(g.value) {
			return true
		}
	}
	return false
}

// unitAfter is the stem of the word after a number, which tells what is counted; "" at the end.
func (r *reading) unitAfter(i int) string {
	if i < 0 || i >= len(r.tokens) || trimBlanks(r.gaps[i]) != "" {
		return ""
	}
	return Stem(r.tokens[i].text, r.language)
}

// partOfOther tells that a number belongs to a range that holds it.
func (r *reading) partOfOther(n found) bool {
	for _, f := range r.meant().all {
		if f.value.Kind == KindAmount && f.from <= n.from && n.to <= f.to {
			return true
		}
	}
	return false
}

// isOtherFact reports whether a value is another fact of the scenario in this session or in any variant.
func (r *Recogniser) isOtherFact(v Value, name string, reading *reading) bool {
	for _, other := range r.known {
		if other.Name == name {
			continue
		}
		if value, ok := reading.facts[other.Name]; ok {
			if value.Equal(v) {
				return true
			}
			continue
		}
		if r.isOption(other, v, reading) {
			return true
		}
	}
	return false
}

func (r *Recogniser) isOption(f scenarios.Fact, v Value, reading *reading) bool {
	for _, option := range f.Options(reading.reply.Variant) {
		if ParseValue(option, reading.language).Equal(v) {
			return true
		}
	}
	return false
}

// withSigns gives the words of a value with the currency or percent sign that touches them.
func (r *reading) withSigns(f found) string {
	span := r.spanWithSigns(f.from, f.to)
	return string(r.source[span[0]:span[1]])
}

// spanWithSigns is the place of the tokens [from,to) with the currency or percent sign that touches them, in characters.
func (r *reading) spanWithSigns(from, to int) [2]int {
	a, b := r.tokens[from].from, r.tokens[to-1].to
	isSign := func(c rune) bool { return c == '€' || c == '$' || c == '£' || c == '₽' || c == '%' }
	for i := b; i < len(r.source) && i <= b+1; i++ {
		if isSign(r.source[i]) {
			b = i + 1
			break
		}
	}
	for i := a - 1; i >= 0 && i >= a-2; i-- {
		if isSign(r.source[i]) {
			a = i
			break
		}
	}
	return [2]int{a, b}
}
