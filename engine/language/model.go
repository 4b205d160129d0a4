package language

// minExamples is how many examples in a language a model needs (SEMANTICS 11).
const minExamples = 5

// models are the trained models of all phrases in one language.
type models struct {
	tongue  *tongue
	phrases int
	// examples lists all examples and counter-examples of the language, owner by owner, then the stock lines.
	examples []sample
	byPhrase map[int]*model
	// columns numbers the features of the training samples.
	columns map[uint32]int32
}

// sample is one training text.
type sample struct {
	owner    int // number of the phrase; -1 for stock lines
	positive bool
	text     string
	words    string // folded
	question bool
	lexemes  []lexeme
	vector   vector
}

// model decides on one phrase in one language.
type model struct {
	weights []float64 // by column
	bias    float64
	// low and high are what samples without and with the phrase score when they are left out.
	low, high float64
	// own are its examples, against its counter-examples, by number of the sample.
	own, against []int
	// questions is the share of its examples that ask.
	questions float64
	core      core
}

// trainModels trains every phrase that has enough examples in the language; nil when none has.
func trainModels(phrases []phrase, code string) *models {
	m := &models{tongue: tongueOf(code), phrases: len(phrases), byPhrase: map[int]*model{}, columns: map[uint32]int32{}}
	m.collect(phrases, code)
	if len(m.byPhrase) == 0 {
		return nil
	}
	vectors := make([]vector, len(m.examples))
	for i, e := range m.examples {
		vectors[i] = e.vector
		m.number(e.vector)
	}
	r := newRidge(vectors)
	for i := range phrases {
		if own, ok := m.byPhrase[i]; ok {
			m.train(r, own, i)
		}
	}
	return m
}

// collect gathers the samples of all phrases that share the language, and stock talk as what nobody asked for.
func (m *models) collect(phrases []phrase, code string) {
	for i := range phrases {
		p := &phrases[i]
		own := m.add(i, true, p.examples, code)
		if len(own) < minExamples || !p.model {
			m.add(i, false, p.counters, code)
			continue
		}
		m.byPhrase[i] = &model{own: own, against: m.add(i, false, p.counters, code)}
	}
	for _, line := range stockLines(code) {
		m.addSample(-1, false, line)
	}
}

func (m *models) add(owner int, positive bool, all []utterance, code string) []int {
	var numbers []int
	for _, u := range all {
		if contains(u.languages, code) {
			numbers = append(numbers, len(m.examples))
			m.addSample(owner, positive, u.text)
		}
	}
	return numbers
}

func (m *models) addSample(owner int, positive bool, text string) {
	t := readText(text, true)
	l := lexemes(t, 0, len(t.tokens), m.tongue, leans(t, m.tongue))
	m.examples = append(m.examples, sample{owner, positive, text, joinWords(foldedWords(text)), isQuestion(t, 0, len(t.tokens)), l, vectorOf(l)})
}

func (m *models) number(v vector) {
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			if _, ok := m.columns[f.id]; !ok {
				m.columns[f.id] = int32(len(m.columns))
			}
		}
	}
}

// train fits one phrase against everything else and notes what held-out samples score.
func (m *models) train(r *ridge, own *model, phrase int) {
	targets := make([]float64, len(m.examples))
	for i, e := range m.examples {
		targets[i] = -1
		if e.owner == phrase && e.positive {
			targets[i] = 1
		}
	}
	dual, leftOut := r.fit(targets)
	own.weights = make([]float64, len(m.columns))
	for i, d := range dual {
		own.bias += 0.5 * d
		m.accumulate(own.weights, m.examples[i].vector, d)
	}
	own.high, own.low = splitMeans(targets, leftOut)
	for _, i := range own.own {
		if m.examples[i].question {
			own.questions += 1 / float64(len(own.own))
		}
	}
	own.core = m.coreOf(own)
}

func (m *models) accumulate(weights []float64, v vector, d float64) {
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			weights[m.columns[f.id]] += float64(f.value * d)
		}
	}
}

func splitMeans(targets, scores []float64) (high, low float64) {
	var sums, counts [2]float64
	for i, s := range scores {
		k := 0
		if targets[i] > 0 {
			k = 1
		}
		sums[k] += s
		counts[k]++
	}
	return sums[1] / max(1, counts[1]), sums[0] / max(1, counts[0])
}

// score is where a window stands between samples without the phrase (0) and with it (1).
func (m *models) score(own *model, v vector) float64 {
	sum := own.bias
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			if c, ok := m.columns[f.id]; ok {
				sum += float64(own.weights[c] * f.value)
			}
		}
	}
	return (sum - own.low) / max(0.2, own.high-own.low)
}
