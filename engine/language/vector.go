package language

import "sort"

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
}

// marks are what a text says beyond its words: the polarity of each, and the kinds of the values that begin there.
type marks struct {
	leans  []lean
	values [][]string
}

func marksOf(t *text, tongue *tongue, values []found) marks {
	m := marks{leans: leans(t, tongue), values: make([][]string, len(t.tokens))}
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
	known := conceptsByLanguage[tongue.code]
	for i := from; i < to; i++ {
		word := t.tokens[i].text
		l := lexeme{text: word, stem: Stem(word, tongue.code), weight: 1, lean: marks.leans[i]}
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
		all = append(all, l)
	}
	return all
}

func vectorOf(lexemes []lexeme) vector {
	words, runs := map[uint32]float64{}, map[uint32]float64{}
	for i, l := range lexemes {
		words[hash("w", l.stem)] += l.weight
		for _, c := range l.concepts {
			words[hash("k", c)] += conceptWeight
		}
		if i > 0 {
			before := lexemes[i-1]
			words[hash("b", before.stem, l.stem)] += bigramShare * root(before.weight*l.weight)
		}
		addRuns(runs, l)
	}
	return vector{unit1(words), unit1(runs)}
}

// addRuns adds the runs of three to five characters of a word with its boundaries.
func addRuns(runs map[uint32]float64, l lexeme) {
	letters := []rune("<" + l.text + ">")
	for n := 3; n <= 5; n++ {
		for i := 0; i+n <= len(letters); i++ {
			runs[hash("c", string(letters[i:i+n]))] += l.weight
		}
	}
}

// unit1 sorts the features and scales them to length one.
func unit1(values map[uint32]float64) []feature {
	all := make([]feature, 0, len(values))
	for id, v := range values {
		all = append(all, feature{id, v})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	sum := 0.0
	for _, f := range all {
		sum += float64(f.value * f.value)
	}
	if sum == 0 {
		return nil
	}
	length := root(sum)
	for i := range all {
		all[i].value /= length
	}
	return all
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
