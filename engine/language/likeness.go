package language

import "slices"

// What a word counts for in a likeness: a word of the trade all, one that is said in any trade less, a word of grammar
// little; that two words mean the same counts by itself.
const (
	tradeWorth   = 1.0
	servingWorth = 0.4
	grammarWorth = 0.15
	meaningWorth = 0.5
)

// likenessOf is a text as a list of its words and concepts of length one, rare words heavier. What is said in any trade
// is what the acts of service say.
func likenessOf(lexemes []lexeme, serving pairTable) []feature {
	all := make([]feature, 0, 2*len(lexemes))
	for i := range lexemes {
		l := &lexemes[i]
		worth := tradeWorth
		switch {
		case l.weight < 1:
			worth = grammarWorth
		case serving.has(hash(l.stem)):
			worth = servingWorth
		}
		all = append(all, feature{l.key, worth})
		for _, c := range l.concepts {
			all = append(all, feature{hash("k", c), meaningWorth})
		}
	}
	return normalised(all)
}

// likeness finds the samples that are most like a window.
type likeness struct {
	// holders are the samples that hold a feature, with its value there.
	holders map[uint32][]held
	// group is the number of the group of each sample, in groups.
	group  []int
	groups []sampleGroup
}

type held struct {
	sample int32
	value  float64
}

// sampleGroup are the samples of one owner and sign: the examples of a phrase, or its counter-examples.
type sampleGroup struct {
	owner    int
	positive bool
}

func newLikeness(samples []sample, serving pairTable) *likeness {
	k := &likeness{holders: map[uint32][]held{}, group: make([]int, len(samples))}
	for i, s := range samples {
		k.group[i] = k.numberOf(sampleGroup{s.owner, s.positive})
		for _, f := range likenessOf(s.lexemes, serving) {
			k.holders[f.id] = append(k.holders[f.id], held{int32(i), f.value})
		}
	}
	return k
}

// numberOf finds the number of a group, a new one where there is none yet.
func (k *likeness) numberOf(g sampleGroup) int {
	if i := slices.Index(k.groups, g); i >= 0 {
		return i
	}
	k.groups = append(k.groups, g)
	return len(k.groups) - 1
}

// nearest is how like the window is to the most similar sample of each group, 0 to 1.
func (k *likeness) nearest(window []feature) []float64 {
	sums := make([]float64, len(k.group))
	for _, f := range window {
		for _, h := range k.holders[f.id] {
			sums[h.sample] += float64(f.value * h.value)
		}
	}
	best := make([]float64, len(k.groups))
	for i, sum := range sums {
		best[k.group[i]] = max(best[k.group[i]], sum)
	}
	return best
}

// compare gives how like a window is to the best example of a phrase, to the best of its counter-examples, and to the best
// line of other phrases and of stock talk. They are told apart because they mean different things: whoever says something
// near another phrase may well say this one too, whoever says a counter-example does not.
func (k *likeness) compare(phrase int, nearest []float64) (own, counter, rival float64) {
	for i, g := range k.groups {
		switch g {
		case sampleGroup{phrase, true}:
			own = nearest[i]
		case sampleGroup{phrase, false}:
			counter = nearest[i]
		default:
			rival = max(rival, nearest[i])
		}
	}
	return own, counter, rival
}
