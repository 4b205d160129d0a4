package language

// pairs are words that stood close behind each other in some sample or stock line, by stem.
type pairs struct {
	known    map[string]bool
	attested map[uint32]bool
	shipped  pairTable
	grammar  grammar
	usual    float64 // flow of the phrases' samples
}

func (p pairs) knows(a lexeme) bool { return p.known[a.stem] || p.shipped.has(hash(a.stem)) }

func (p pairs) says(a, b lexeme) bool {
	h := hash(a.stem, b.stem)
	return p.attested[h] || p.shipped.has(h)
}

// pairsOf learns from what was said, and from the idioms of the language.
func pairsOf(samples []sample, tongue *tongue) pairs {
	p := pairs{known: map[string]bool{}, attested: map[uint32]bool{}, shipped: shippedPairs[tongue.code], grammar: shippedGrammars[tongue.code]}
	p.usual = p.grammar.usual(samples)
	for _, words := range tongue.harmless {
		for i := 1; i < len(words); i++ {
			p.attested[hash(Stem(words[i-1], tongue.code), Stem(words[i], tongue.code))] = true
		}
	}
	for _, s := range samples {
		for i, l := range s.lexemes {
			p.known[l.stem] = true
			for j := i + 1; j < len(s.lexemes) && j <= i+reach; j++ {
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
		if b.opens || !p.knows(a) || !p.knows(b) {
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
		for j := i + 1; j < len(window) && j <= i+reach && !window[j].opens; j++ {
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
