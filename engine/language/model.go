package language

import "sort"

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
	columns  map[uint32]int32
	speller  *speller
	pairs    pairs
	likeness *likeness
	numbers  wordNumbers
	// usualWords is the mean number of words of an example: trades and languages need more or fewer.
	usualWords float64
}

// model decides on one phrase in one language.
type model struct {
	weights []float64 // by column
	bias    float64
	// low and high are what samples without and with the phrase score when they are left out.
	low, high float64
	// own are its examples, against its counter-examples, by number of the sample.
	own, against []int
	// manners are how its examples say it.
	manners manners
	// grammar is their mean share of function words.
	grammar float64
	core    core
	// name is the phrase's own name, which is never evidence.
	name []lexeme
	// twofold tells that the name names two things.
	twofold bool
	// implied are values nearly all its examples hold.
	implied []Value
}

// trainModels trains every phrase that has enough examples in the language; nil when none has.
func trainModels(phrases []phrase, code string) *models {
	m := &models{tongue: tongueOf(code), phrases: len(phrases), byPhrase: map[int]*model{}, columns: map[uint32]int32{}, numbers: wordNumbers{}}
	m.collect(phrases, code)
	if len(m.byPhrase) == 0 {
		return nil
	}
	m.speller, m.pairs = newSpeller(m.examples), pairsOf(m.examples, m.tongue)
	m.usualWords, m.likeness = m.meanWords(), newLikeness(m.examples, m.serving())
	chosen := m.choose()
	rows := make([]sparse, len(chosen))
	for i, e := range chosen {
		rows[i] = m.sparse(m.examples[e].vector)
	}
	r := newRidge(rows, len(m.columns))
	for i := range phrases {
		if own, ok := m.byPhrase[i]; ok {
			m.train(r, own, chosen, i)
			own.name = m.sampleOf(i, false, phrases[i].name).lexemes
			own.twofold = joins(own.name, m.tongue.code)
		}
	}
	return m
}

// serving are the words of the acts of service, which any trade says.
func (m *models) serving() pairTable { return shippedPairs[m.tongue.code] }

func (m *models) meanWords() float64 {
	words, n := 0, 0
	for _, e := range m.examples {
		if e.positive {
			words += len(e.lexemes)
			n++
		}
	}
	return max(1, float64(words)) / float64(max(1, n))
}

// choose picks the samples the linear models learn from: all when they are few, else the first ones of each phrase
// and sign in turn.
func (m *models) choose() []int {
	type kind struct {
		owner    int
		positive bool
	}
	rank := make(map[kind]int)
	byRank := make([][]int, len(m.examples))
	for i, e := range m.examples {
		k := kind{e.owner, e.positive}
		byRank[rank[k]] = append(byRank[rank[k]], i)
		rank[k]++
	}
	var chosen []int
	for _, level := range byRank {
		for _, i := range level {
			if len(chosen) < maxSamples {
				chosen = append(chosen, i)
			}
		}
	}
	sort.Ints(chosen)
	return chosen
}

// sparse numbers the features of a vector by column, new ones at the end.
func (m *models) sparse(v vector) sparse {
	var r sparse
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			column, ok := m.columns[f.id]
			if !ok {
				column = int32(len(m.columns))
				m.columns[f.id] = column
			}
			r.columns, r.values = append(r.columns, column), append(r.values, f.value)
		}
	}
	return r
}

// train fits one phrase against everything else and notes what held-out samples score.
func (m *models) train(r *ridge, own *model, chosen []int, phrase int) {
	targets := make([]float64, len(chosen))
	for i, e := range chosen {
		targets[i] = -1
		if m.examples[e].owner == phrase && m.examples[e].positive {
			targets[i] = 1
		}
	}
	dual, leftOut := r.fit(targets)
	own.weights, own.bias = r.primal(dual, len(m.columns))
	own.high, own.low = splitMeans(targets, leftOut)
	for _, i := range own.own {
		own.grammar += functionShare(m.examples[i].lexemes) / float64(len(own.own))
	}
	own.core, own.manners = m.coreOf(own), m.mannersOf(own)
	own.implied = m.impliedValues(own)
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
func (own *model) score(window sparse) float64 {
	sum := own.bias
	for i, c := range window.columns {
		sum += float64(own.weights[c] * window.values[i])
	}
	return (sum - own.low) / max(0.2, own.high-own.low)
}

// known gives the features of a vector that the models have learned something of, by column.
func (m *models) known(v vector) sparse {
	n := len(v.words) + len(v.runs)
	r := sparse{make([]int32, 0, n), make([]float64, 0, n)}
	for _, block := range [][]feature{v.words, v.runs} {
		for _, f := range block {
			if c, ok := m.columns[f.id]; ok {
				r.columns, r.values = append(r.columns, c), append(r.values, f.value)
			}
		}
	}
	return r
}

// spelt gives the reply with the typing errors of a written one undone, where only one word can be meant.
func (m *models) spelt(r *reading) *text {
	if !r.typed {
		return r.text
	}
	if r.corrected == nil {
		copied := *r.text
		copied.tokens = append([]token(nil), r.tokens...)
		for i, tok := range copied.tokens {
			if !m.tongue.function[tok.text] && !m.tongue.negators[tok.text] {
				copied.tokens[i].text = m.speller.meant(tok.text)
			}
		}
		r.corrected = &copied
	}
	return r.corrected
}
