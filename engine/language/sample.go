package language

// sample is one training text.
type sample struct {
	owner    int // number of the phrase; -1 for stock lines
	positive bool
	text     string
	manner   manner
	lexemes  []lexeme
	middle   int      // word at which it falls in two, 0 when it does not
	keys     []string // what its content words stand for
	stances  []lean   // how each of them stands to negators
	vector   vector
	values   []Value
}

// collect gathers the samples of all phrases that share the language, and stock talk as what nobody asked for.
func (m *models) collect(phrases []phrase, code string) {
	for i := range phrases {
		p := &phrases[i]
		own := m.add(i, p.learned(p.examples, code, actExamples), code)
		against := m.addCounters(i, p, code)
		if len(own) >= minExamples && p.model {
			m.byPhrase[i] = &model{own: own, against: against}
		}
	}
	for _, line := range stockLines(code) {
		m.addSample(-1, false, line)
	}
	for i := range m.examples {
		m.numbers.number(m.examples[i].lexemes)
	}
}

func (m *models) add(owner int, all []utterance, code string) []int {
	var numbers []int
	for _, u := range all {
		if contains(u.languages, code) {
			numbers = append(numbers, len(m.examples))
			m.addSample(owner, true, u.text)
		}
	}
	return numbers
}

func (m *models) addSample(owner int, positive bool, text string) {
	m.examples = append(m.examples, m.sampleOf(owner, positive, text))
}

// addCounters adds the counter-examples that say more than a wrong value of one of the phrase's facts.
func (m *models) addCounters(owner int, p *phrase, code string) []int {
	facts := make([]Value, 0, len(p.values))
	for _, value := range p.values {
		facts = append(facts, ParseValue(value, code))
	}
	var numbers []int
	for _, u := range p.learned(p.counters, code, actCounters) {
		if s := m.sampleOf(owner, false, u.text); contains(u.languages, code) && !tellsNothing(s, facts) {
			numbers = append(numbers, len(m.examples))
			m.examples = append(m.examples, s)
		}
	}
	return numbers
}

func (m *models) sampleOf(owner int, positive bool, text string) sample {
	t := readText(text, true)
	values := scanValues(t, func(int) *tongue { return m.tongue })
	d := readDenial(readPolarity(t, m.tongue), m.tongue)
	s := sample{owner: owner, positive: positive, text: text, manner: mannerOf(t, traitMarksOf(t, d, m.tongue), 0, len(t.tokens))}
	s.lexemes = lexemes(t, 0, len(t.tokens), m.tongue, marksOf(t, d, values))
	s.middle = middle(t, s.lexemes, m.tongue.code)
	s.vector = vectorOf(s.lexemes, s.manner[traitAsks])
	s.keys, s.stances = stancesOf(s.lexemes)
	for _, f := range values {
		if !f.article {
			s.values = append(s.values, f.value)
		}
	}
	return s
}

// How many examples and counter-examples a model learns of an act of service: enough for what it says, few enough to be
// trained while somebody waits.
const (
	actExamples = 20
	actCounters = 12
)

// learned are the utterances of a language a model is trained on: all of them, of an act some spread over its list.
func (p *phrase) learned(all []utterance, code string, most int) []utterance {
	if !p.act {
		return all
	}
	var own []utterance
	for _, u := range all {
		if contains(u.languages, code) {
			own = append(own, u)
		}
	}
	if len(own) <= most {
		return own
	}
	spread := make([]utterance, most)
	for i := range spread {
		spread[i] = own[i*len(own)/most]
	}
	return spread
}
