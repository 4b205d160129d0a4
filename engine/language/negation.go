package language

import "strings"

// plainScope is how many words a negator reaches, refusalScope how many a refusal does (SEMANTICS 10).
const (
	plainScope   = 3
	refusalScope = 8
)

// polarity knows the negators and refusals of a reply, read in one language.
type polarity struct {
	*text
	// negator[i] tells that token i negates.
	negator []bool
	// refusals are the token after the last word of each refusal, with the tokens [from,to) that make it.
	refusals []refusal
	// harmless marks the words of idioms that deny nothing.
	harmless []bool
}

type refusal struct{ from, to int }

// readPolarity finds what negates in a text; idioms such as "no problem" deny nothing.
func readPolarity(t *text, tongue *tongue) *polarity {
	p := &polarity{text: t, negator: make([]bool, len(t.tokens))}
	p.harmless = p.idioms(tongue)
	for i, tok := range t.tokens {
		p.negator[i] = !p.harmless[i] && p.isNegator(i, tok.text, tongue)
	}
	for i := range t.tokens {
		if to := p.refusalAt(i, tongue); to > 0 && !p.harmless[i] {
			p.refusals = append(p.refusals, refusal{i, to})
		}
	}
	return p
}

func (p *polarity) idioms(tongue *tongue) []bool {
	marks := make([]bool, len(p.tokens))
	for i := range p.tokens {
		for _, idiom := range tongue.harmless {
			if p.sequenceAt(i, idiom) {
				for k := range idiom {
					marks[i+k] = true
				}
			}
		}
	}
	return marks
}

// sequenceAt reports whether the words stand at token i in one clause.
func (p *polarity) sequenceAt(i int, words []string) bool {
	if i+len(words) > len(p.tokens) {
		return false
	}
	for k, w := range words {
		if p.tokens[i+k].text != w || p.tokens[i+k].clause != p.tokens[i].clause {
			return false
		}
	}
	return true
}

func (p *polarity) isNegator(i int, word string, tongue *tongue) bool {
	if word == "t" && tongue.code == "en" && i > 0 && p.gaps[i] == "'" && strings.HasSuffix(p.tokens[i-1].text, "n") {
		return true
	}
	if !tongue.negators[word] {
		return false
	}
	if word == "n" {
		return p.gaps[i+1] == "'" || p.gaps[i+1] == "-"
	}
	return !tongue.interjections[word] || !p.standsAlone(i)
}

// standsAlone tells that a comma or the end of the clause follows: "No, we refund you."
func (p *polarity) standsAlone(i int) bool {
	return i+1 == len(p.tokens) || strings.Contains(p.gaps[i+1], ",") || p.tokens[i+1].clause != p.tokens[i].clause
}

// refusalAt returns the token after a refusal that begins at token i, 0 when there is none.
func (p *polarity) refusalAt(i int, tongue *tongue) int {
	for _, words := range tongue.refusals {
		if to := p.refusalEnd(i, words, tongue.clitics); to > 0 {
			return to
		}
	}
	return 0
}

// refusalEnd follows the words of a refusal from token i on; up to two clitics may stand between two of them, in
// German, whose negator comes late, up to six.
func (p *polarity) refusalEnd(i int, words []string, clitics map[string]bool) int {
	at := i
	for k, w := range words {
		for skipped := 0; k > 0 && at < len(p.tokens) && p.tokens[at].text != w && clitics[p.tokens[at].text] && skipped < 6; skipped++ {
			at++
		}
		if at >= len(p.tokens) || p.tokens[at].text != w || p.tokens[at].clause != p.tokens[i].clause {
			return 0
		}
		at++
	}
	return at
}

// denies returns the token that refuses a match at [from,to), -1 when nothing does.
func (p *polarity) denies(m match) int {
	for i := m.from; i < m.to; i++ {
		if p.negator[i] {
			return i
		}
	}
	for i := m.from - 1; i >= 0 && m.from-i <= plainScope && p.tokens[i].clause == p.tokens[m.from].clause; i-- {
		if p.negator[i] {
			return i
		}
	}
	for _, r := range p.refusals {
		if p.refuses(r, m.from) {
			return r.from
		}
	}
	return -1
}

// refuses tells whether token at lies within a refusal's reach: eight words after it, up to the next comma or the end
// of its clause.
func (p *polarity) refuses(r refusal, at int) bool {
	last := r.to - 1
	return at > last && at-last <= refusalScope && p.tokens[at].clause == p.tokens[last].clause && p.commas[at] == p.commas[last]
}

// deniesBetween returns a negator that stands between two parts of a match, in a clause of one of them; -1 if none.
func (p *polarity) deniesBetween(a, b match) int {
	if a.from > b.from {
		a, b = b, a
	}
	for i := a.to; i < b.from; i++ {
		near := p.tokens[i].clause == p.tokens[a.to-1].clause || p.tokens[i].clause == p.tokens[b.from].clause
		if p.negator[i] && near {
			return i
		}
	}
	return -1
}

// words gives the surface of the refusing word, or of the whole refusal that begins there.
func (p *polarity) words(i int) string {
	for _, r := range p.refusals {
		if r.from == i {
			_, s := p.characters(r.from, r.to)
			return s
		}
	}
	_, s := p.characters(i, i+1)
	return s
}

// negatorIn gives the first negator of a window as it was written; "" when the examples deny and the window does not.
func (r *reading) negatorIn(w window) string {
	p := r.polarity(r.language)
	for i := w.from; i < w.to; i++ {
		if p.negator[i] {
			return p.words(i)
		}
	}
	return ""
}
