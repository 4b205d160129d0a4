package language

import "embed"

//go:embed all:pairs
var pairFiles embed.FS

// A pair table is a set of hashes, one bit each, of words that stand close behind each other in the acts of service, and
// of these words. A hash that meets another one's bit does little harm: order is judged by shares.
const (
	pairBits  = 19
	pairBytes = 1 << (pairBits - 3)
)

// pairTable holds the bits of one language; nil holds nothing.
type pairTable []byte

// shippedPairs are the tables of the languages, read once.
var shippedPairs = func() map[string]pairTable {
	all := map[string]pairTable{}
	for _, code := range conceptColumns {
		if table, err := pairFiles.ReadFile("pairs/" + code + ".bin"); err == nil && len(table) == pairBytes {
			all[code] = table
		}
	}
	return all
}()

func (t pairTable) has(h uint32) bool {
	if t == nil {
		return false
	}
	h >>= 32 - pairBits
	return t[h>>3]&(1<<(h&7)) != 0
}

func (t pairTable) add(h uint32) {
	h >>= 32 - pairBits
	t[h>>3] |= 1 << (h & 7)
}

// reach is how many words a pair may lie apart, one for neighbours.
const reach = 2

// PairTable makes the table of a language from its texts. The shipped tables are made of the acts of service; a test
// tells when they no longer are.
func PairTable(code string, texts []string) []byte {
	table := make(pairTable, pairBytes)
	m := &models{tongue: tongueOf(code)}
	for _, text := range texts {
		eachPair(m.sampleOf(-1, true, text).lexemes, func(a, b lexeme) {
			table.add(hash(a.stem, b.stem))
			table.add(hash(a.stem))
			table.add(hash(b.stem))
		})
	}
	return table
}

func eachPair(lexemes []lexeme, f func(a, b lexeme)) {
	for i, l := range lexemes {
		for j := i + 1; j < len(lexemes) && j <= i+reach; j++ {
			f(l, lexemes[j])
		}
	}
}
