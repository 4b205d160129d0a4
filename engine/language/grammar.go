package language

import (
	"embed"
	"encoding/binary"
	"math"
	"slices"
	"sort"
)

//go:embed all:grammar
var grammarFiles embed.FS

// A grammar tells how much likelier a kind of word is after the one before it than anywhere, in steps of 1/16 of the natural
// logarithm. A function word is a kind of its own, a content word belongs to the kind of its ending, so that the grammar
// knows sentences of words it never met. It is a list of records sorted by key: four bytes of the key, one of the value.
type grammar []byte

const (
	grammarRecord = 5
	grammarStep   = 16
	// rareKind is how many times a kind of word must have been met until it is believed by half.
	rareKind = 5
)

// The kinds before the first and after the last word.
const (
	kindBegin = "^"
	kindEnd   = "$"
)

// shippedGrammars are the grammars of the languages, read once.
var shippedGrammars = func() map[string]grammar {
	all := map[string]grammar{}
	for _, code := range conceptColumns {
		if table, err := grammarFiles.ReadFile("grammar/" + code + ".bin"); err == nil {
			all[code] = table
		}
	}
	return all
}()

// kindOf is the hash of a word's kind: the word itself, its ending, or that of numbers.
func kindOf(l *lexeme) uint32 {
	switch letters := l.letters; {
	case l.weight < 1:
		return hash(l.text)
	case letters == nil:
		return hash("#")
	case len(letters) > 2:
		return hash("~", string(letters[len(letters)-2:]))
	}
	return hash("~", l.text)
}

// followed is the key of a kind after another one.
func followed(before, kind uint32) uint32 { return (before^kind>>15)*16777619 ^ kind }

// flow is the mean of how much likelier each word, and the end, is where it stands: above 0 for speech, below for words thrown
// together, 0 for no words or without a grammar.
func (g grammar) flow(window []lexeme) float64 {
	if len(window) == 0 {
		return 0
	}
	begin, end := hash(kindBegin), hash(kindEnd)
	sum, n, before := 0, len(window)+1, begin
	for i := range window {
		if window[i].opens && i > 0 {
			sum += g.gain(before, end)
			before = begin
			n++
		}
		sum += g.gain(before, window[i].kind)
		before = window[i].kind
	}
	sum += g.gain(before, end)
	return float64(sum) / float64(grammarStep*n)
}

// usual is the mean flow of the samples that are no stock talk: some trades speak in telegrams.
func (g grammar) usual(samples []sample) float64 {
	sum, n := 0.0, 0
	for _, s := range samples {
		if s.owner >= 0 {
			sum += g.flow(s.lexemes)
			n++
		}
	}
	return sum / float64(max(1, n))
}

// gain looks a pair of kinds up, else what any new follower of the first one is worth.
func (g grammar) gain(before, kind uint32) int {
	if v, ok := g.find(followed(before, kind)); ok {
		return v
	}
	v, _ := g.find(before)
	return v
}

func (g grammar) find(key uint32) (int, bool) {
	n := len(g) / grammarRecord
	i := sort.Search(n, func(i int) bool { return binary.BigEndian.Uint32(g[i*grammarRecord:]) >= key })
	if i == n || binary.BigEndian.Uint32(g[i*grammarRecord:]) != key {
		return 0, false
	}
	return int(int8(g[i*grammarRecord+4])), true
}

// GrammarTable makes the grammar of a language from texts, with the discount of Witten and Bell between pairs and single kinds.
// The shipped ones are made of the acts of service; a test tells when they no longer are.
func GrammarTable(code string, texts []string) []byte {
	counts := kindCounts{kinds: map[uint32]int{}, pairs: map[[2]uint32]int{}}
	m := &models{tongue: tongueOf(code)}
	for _, text := range texts {
		counts.add(m.sampleOf(-1, true, text).lexemes)
	}
	return counts.table()
}

type kindCounts struct {
	kinds map[uint32]int
	pairs map[[2]uint32]int
	total int
}

func (c *kindCounts) add(lexemes []lexeme) {
	before, end := hash(kindBegin), hash(kindEnd)
	c.kinds[before]++
	for _, l := range lexemes {
		if l.opens {
			c.count(before, end)
			before = hash(kindBegin)
			c.kinds[before]++
		}
		c.count(before, l.kind)
		before = l.kind
	}
	c.count(before, end)
}

func (c *kindCounts) count(before, kind uint32) {
	c.kinds[kind]++
	c.pairs[[2]uint32{before, kind}]++
	c.total++
}

func (c *kindCounts) table() []byte {
	steps := map[uint32]int8{}
	for kind, n := range c.kinds {
		steps[kind] = grammarSteps(float64(rareKind) / float64(n+rareKind))
	}
	for pair, n := range c.pairs {
		first := float64(c.kinds[pair[0]])
		belief, alone := first/(first+rareKind), float64(c.kinds[pair[1]])/float64(c.total)
		steps[followed(pair[0], pair[1])] = grammarSteps((belief*float64(n)/first + (1-belief)*alone) / alone)
	}
	keys := make([]uint32, 0, len(steps))
	for key := range steps {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	table := make([]byte, 0, grammarRecord*len(keys))
	for _, key := range keys {
		table = append(binary.BigEndian.AppendUint32(table, key), byte(steps[key]))
	}
	return table
}

func grammarSteps(ratio float64) int8 {
	return int8(clip(math.Round(grammarStep*math.Log(ratio)), -127, 127))
}
