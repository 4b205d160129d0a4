package language

// core is what the examples of a phrase share: how much each stem belongs to it, and how much of that its examples
// hold when each is measured against the others.
type core struct {
	share map[string]float64
	usual float64
}

// coreOf counts in how many examples each content stem stands, less the share of other samples that hold it.
func (m *models) coreOf(own *model) core {
	counts := m.countStems(own.own)
	others := m.countStems(m.strangers(own))
	c := core{share: make(map[string]float64, len(counts))}
	k, n := float64(len(own.own)), float64(max(1, len(m.examples)-len(own.own)))
	for stem, count := range counts {
		c.share[stem] = max(0, count/k-others[stem]/n)
	}
	for _, i := range own.own {
		c.usual += m.heldBy(i, counts, others, k, n) / k
	}
	return c
}

// heldBy is the core an example holds by the measure of the others.
func (m *models) heldBy(i int, counts, others map[string]float64, k, n float64) float64 {
	sum := 0.0
	for _, stem := range m.examples[i].keys {
		sum += max(0, (counts[stem]-1)/max(1, k-1)-others[stem]/n)
	}
	return sum
}

func (m *models) strangers(own *model) []int {
	mine := make(map[int]bool, len(own.own))
	for _, i := range own.own {
		mine[i] = true
	}
	var all []int
	for i := range m.examples {
		if !mine[i] {
			all = append(all, i)
		}
	}
	return all
}

func (m *models) countStems(samples []int) map[string]float64 {
	counts := map[string]float64{}
	for _, i := range samples {
		for _, stem := range m.examples[i].keys {
			counts[stem]++
		}
	}
	return counts
}

// contentStems lists what the content words stand for, their concepts or else their stems, each once, in order.
func contentStems(lexemes []lexeme) []string {
	var stems []string
	for _, l := range lexemes {
		for _, key := range l.keys() {
			if !contains(stems, key) {
				stems = append(stems, key)
			}
		}
	}
	return stems
}

func (l lexeme) keys() []string {
	switch {
	case len(l.concepts) > 0:
		return l.concepts
	case l.weight == 1:
		return []string{l.stem}
	}
	return nil
}

// coverage is how much of the usual core a window holds.
func (c core) coverage(keys []string) float64 {
	sum := 0.0
	for _, stem := range keys {
		sum += c.share[stem]
	}
	return sum / max(0.3, c.usual)
}
