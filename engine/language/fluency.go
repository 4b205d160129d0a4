package language

// Bounds of order. A window with few pairs of known words is disordered when hardly any of them was ever said so; one
// with many when the share of pairs that were, and the share of them that stand as people say them rather than the other
// way round, are both poor.
const (
	fewestPairs  = 4
	leastFluency = 0.22
	manyPairs    = 8
	leastOrderly = 1.25
)

// Bounds of a heap of content words: with few function words at least this share of all neighbours must have been said
// so; with fewer than usual, at least that.
const (
	bareShare    = 0.35
	leastBare    = 0.4
	meagre       = 0.4
	leastSaid    = 0.25
	shortestHeap = fewestForShare
)

// pairs are words that stood close behind each other in some sample or stock line, by stem.
type pairs struct {
	known    map[string]bool
	attested map[uint32]bool
	shipped  pairTable
}

func (p pairs) knows(a lexeme) bool { return p.known[a.stem] || p.shipped.has(hash(a.stem)) }

func (p pairs) says(a, b lexeme) bool {
	h := hash(a.stem, b.stem)
	return p.attested[h] || p.shipped.has(h)
}

// pairsOf learns from what was said, and from the idioms of the language.
func pairsOf(samples []sample, tongue *tongue, shipped pairTable) pairs {
	p := pairs{known: map[string]bool{}, attested: map[uint32]bool{}, shipped: shipped}
	for _, words := range tongue.harmless {
		for i := 1; i < len(words); i++ {
			p.attested[hash(Stem(words[i-1], tongue.code), Stem(words[i], tongue.code))] = true
		}
	}
	for _, s := range samples {
		for i, l := range s.lexemes {
			p.known[l.stem] = true
			for j := i + 1; j < len(s.lexemes) && j <= i+2; j++ {
				p.attested[hash(l.stem, s.lexemes[j].stem)] = true
			}
		}
	}
	return p
}

// fluency is the share of neighbouring known words that people have said in that order, and how many there are. Words
// thrown together score low whatever they are.
func (p pairs) fluency(window []lexeme) (share float64, pairs int) {
	said := 0
	for i := 1; i < len(window); i++ {
		a, b := window[i-1], window[i]
		if !p.knows(a) || !p.knows(b) {
			continue
		}
		pairs++
		if p.says(a, b) {
			said++
		}
	}
	return float64(said) / float64(max(1, pairs)), pairs
}

// direction is the share of close pairs that stand as people say them among those said in either order.
func (p pairs) direction(window []lexeme) (share float64, pairs int) {
	forward := 0
	for i := range window {
		for j := i + 1; j < len(window) && j <= i+2; j++ {
			a, b := window[i], window[j]
			ahead, back := p.says(a, b), p.says(b, a)
			if ahead != back {
				pairs++
				if ahead {
					forward++
				}
			}
		}
	}
	return float64(forward) / float64(max(1, pairs)), pairs
}

// disordered tells that the words of a window hardly ever stand in such an order.
func (p pairs) disordered(window []lexeme) bool {
	if p.heaped(window) {
		return true
	}
	share, pairs := p.fluency(window)
	if pairs < fewestPairs {
		return false
	}
	if forward, turned := p.direction(window); pairs >= manyPairs && turned >= manyPairs {
		return share+forward < leastOrderly
	}
	return share < leastFluency
}

// heaped tells a heap of content words: hardly any function words, and neighbours nobody ever said together.
func (p pairs) heaped(window []lexeme) bool {
	function := functionShare(window)
	if len(window) < shortestHeap || function >= meagre {
		return false
	}
	said := 0
	for i := 1; i < len(window); i++ {
		if p.says(window[i-1], window[i]) {
			said++
		}
	}
	share := float64(said) / float64(len(window)-1)
	return share < leastSaid || function < bareShare && share < leastBare
}
