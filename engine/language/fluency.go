package language

// Bounds of fluency: how many pairs of known words a window needs before their order says anything, the least share
// of them that people have said in that order, and how much more often pairs must stand as people say them than the
// other way round.
const (
	fewestPairs  = 6
	leastFluency = 0.15
	fewestTurned = 6
	leastForward = 0.55
)

// pairs are words that stood close behind each other in some sample or stock line, by stem.
type pairs struct {
	known    map[string]bool
	attested map[uint32]bool
}

func pairsOf(samples []sample) pairs {
	p := pairs{known: map[string]bool{}, attested: map[uint32]bool{}}
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
		a, b := window[i-1].stem, window[i].stem
		if !p.known[a] || !p.known[b] {
			continue
		}
		pairs++
		if p.attested[hash(a, b)] {
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
			a, b := window[i].stem, window[j].stem
			ahead, back := p.attested[hash(a, b)], p.attested[hash(b, a)]
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
	share, pairs := p.fluency(window)
	forward, turned := p.direction(window)
	return pairs >= fewestPairs && share < leastFluency || turned >= fewestTurned && forward < leastForward
}
