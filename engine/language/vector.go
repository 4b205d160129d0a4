package language

import (
	"slices"
)

// The weights of features (GRADING 3). Function words say little, negators much.
const (
	functionWeight = 0.15
	bigramShare    = 0.5
	conceptWeight  = 0.7
)

// feature is one coordinate of a sparse vector.
type feature struct {
	id    uint32
	value float64
}

// vector is a window of text as the model sees it: stems with their pairs, and character runs inside words, each
// block of length one. Features are sorted by id, so sums have one order everywhere.
type vector struct {
	words, runs []feature
}

// lexeme is a word as the model sees it.
type lexeme struct {
	text, stem string
	weight     float64
	lean       lean
	// letters are those of the text, none when it holds a digit: numbers have no typing errors.
	letters []rune
	// concepts the word stands for, if any.
	concepts []string
	// meanings has a bit set for each concept, some of them sharing one; key is the hash of the stem.
	meanings uint64
	key      uint32
	kind     uint32 // for the grammar
	number   int    // of a sample's word, see [worths]
	opens    bool   // a sentence that is not the first of its text
	runs     []uint32
}

// marks are what a text says beyond its words: the polarity of each, and the kinds of the values that begin there.
type marks struct {
	leans  []lean
	values [][]string
}

func marksOf(t *text, d denial, values []found) marks {
	m := marks{leans: d.leans, values: make([][]string, len(t.tokens))}
	for _, f := range values {
		if concept := valueConcepts[f.value.Kind]; concept != "" && !f.article && !contains(m.values[f.from], concept) {
			m.values[f.from] = append(m.values[f.from], concept)
		}
	}
	return m
}

// valueConcepts are the concepts of typed values: whatever the sum, a price was named.
var valueConcepts = map[Kind]string{
	KindNumber: "#number", KindAmount: "#amount", KindPercent: "#percent", KindDuration: "when", KindDate: "when", KindTime: "#time",
	KindPhone: "#phone", KindReference: "#reference", KindEmail: "#email",
}

// lexemes prepares the words of a window: stem first, then compare.
func lexemes(t *text, from, to int, tongue *tongue, marks marks) []lexeme {
	all := make([]lexeme, 0, to-from)
	known := shippedConcepts.in(tongue.code)
	for i := from; i < to; i++ {
		word := t.tokens[i].text
		l := lexeme{text: word, stem: Stem(word, tongue.code), weight: 1, lean: marks.leans[i], runs: runsOf(word)}
		if tongue.function[word] {
			l.weight = functionWeight
		}
		if !hasDigit(word) {
			l.letters = []rune(word)
		}
		if known != nil {
			l.concepts = known.of(t, i, to)
		}
		l.concepts = append(l.concepts, marks.values[i]...)
		l.key, l.kind = hash(l.stem), kindOf(&l)
		l.opens = i > 0 && t.tokens[i].sentence != t.tokens[i-1].sentence
		for _, c := range l.concepts {
			l.meanings |= 1 << (hash(c) & 63)
		}
		all = append(all, l)
	}
	return all
}

func vectorOf(lexemes []lexeme, asks bool) vector {
	words := make([]feature, 0, 4*len(lexemes)+1)
	if asks {
		words = append(words, feature{hash("?"), 2})
	}
	runs := make([]feature, 0, 16*len(lexemes))
	for i, l := range lexemes {
		words = append(words, feature{hash("w", l.stem), wordWeight(l)})
		for _, c := range l.concepts {
			words = append(words, feature{hash("k", c), conceptWeight})
		}
		if i > 0 {
			before := lexemes[i-1]
			words = append(words, feature{hash("b", before.stem, l.stem), bigramShare * root(wordWeight(before)*wordWeight(l))})
		}
		for _, id := range l.runs {
			runs = append(runs, feature{id, l.weight})
		}
	}
	return vector{normalised(words), normalised(runs)}
}

// runsOf are the runs of three to five characters of a word with its boundaries.
func runsOf(word string) []uint32 {
	letters := []rune("<" + word + ">")
	runs := make([]uint32, 0, 3*len(letters))
	for n := 3; n <= 5; n++ {
		for i := 0; i+n <= len(letters); i++ {
			runs = append(runs, hash("c", string(letters[i:i+n])))
		}
	}
	return runs
}

// normalised sorts the features, joins equal ones and scales them to length one.
func normalised(all []feature) []feature {
	keys := make([]uint64, len(all))
	for i, f := range all {
		keys[i] = uint64(f.id)<<32 | uint64(i)
	}
	slices.Sort(keys)
	joined := make([]feature, 0, len(all))
	for _, k := range keys {
		f := all[uint32(k)]
		if n := len(joined); n > 0 && joined[n-1].id == f.id {
			joined[n-1].value += f.value
		} else {
			joined = append(joined, f)
		}
	}
	sum := 0.0
	for _, f := range joined {
		sum += float64(f.value * f.value)
	}
	if sum == 0 {
		return nil
	}
	length := root(sum)
	for i := range joined {
		joined[i].value /= length
	}
	return joined
}

// hash is FNV-1a over parts with a separator.
func hash(parts ...string) uint32 {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ 0xff) * 16777619
	}
	return h
}

// smallWordWeight is what a function word counts for in a vector: acts are carried by them and by the form of the sentence.
const smallWordWeight = 1.0

func wordWeight(l lexeme) float64 {
	if l.weight == functionWeight {
		return smallWordWeight
	}
	return l.weight
}
