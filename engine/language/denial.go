package language

// denial is what the negators of a text deny, as the models see it; patterns have plainer rules (SEMANTICS 10).
type denial struct {
	// leans says of every token how it stands to the negators around it.
	leans []lean
	// denies[i] tells that token i denies something that is not affirmed again: not the words of "not without".
	denies []bool
	// affirmed marks what stands between two negators that affirm.
	affirmed []bool
}

// lean is how a word stands to the negators around it.
type lean struct {
	// denied tells that an odd number of negators reaches the word.
	denied bool
	// near tells that its clause holds a negator that denies something.
	near bool
}

const (
	// wideScope is how many content words a negator reaches for the model (GRADING 3).
	wideScope = 6
	// closePair is how many tokens lie at most between two negators that affirm: "we cannot but", "not without".
	closePair = 3
	// widePair is the same where the first says that there is nothing of the kind: "there is no damage we don't cover".
	widePair = 14
)

// deniers are words that deny all of their part of the clause, before and after them.
var deniers = set(`impossible imposible impossibile impossibili imposibil imposibila unmoglich ausgeschlossen escluso esclusa exclus exclusa
	невозможно невозможен невозможна исключено нереально excluido excluida`)

// readDenial reads what is denied in a text. A negator reaches the next six content words up to a comma or the end of
// the clause, in German, where it comes late, all of its part of the clause; two negators that reach a word affirm it.
// Words that only go with a negator, as "nessuno" in "non lo dica a nessuno", add nothing to it.
func readDenial(p *polarity, tongue *tongue) denial {
	d := denial{leans: make([]lean, len(p.tokens)), denies: make([]bool, len(p.tokens)), affirmed: make([]bool, len(p.tokens))}
	plain := d.mark(p, tongue)
	idle := d.cancel(p, plain, tongue)
	touched := make([]bool, len(p.tokens))
	for i, is := range plain {
		if is && !idle[i] {
			for _, j := range p.reach(i, tongue) {
				d.leans[j].denied, touched[j] = !d.leans[j].denied, true
			}
		}
	}
	for i, denies := range d.denies {
		if denies && !plain[i] {
			for _, j := range p.reach(i, tongue) {
				d.leans[j].denied = d.leans[j].denied || !touched[j]
			}
		}
	}
	d.markNear(p)
	return d
}

// mark finds the words that deny and returns those of them that do so by themselves.
func (d denial) mark(p *polarity, tongue *tongue) []bool {
	plain := make([]bool, len(p.tokens))
	for i, tok := range p.tokens {
		d.denies[i] = p.negator[i] || deniers[tok.text] || !p.harmless[i] && tongue.refuses(tok.text)
		plain[i] = d.denies[i] && !tongue.concord[tok.text]
	}
	return plain
}

// cancel drops the pairs of negators of which the second takes back the first, and returns those that reach no word at
// all: in "there is no damage we don't cover" all is affirmed, in "we don't come without it" only the last word.
func (d denial) cancel(p *polarity, plain []bool, tongue *tongue) []bool {
	idle := make([]bool, len(plain))
	for i := 0; i < len(plain); i++ {
		if !plain[i] {
			continue
		}
		none := p.saysNone(i, tongue)
		if j := p.takenBack(i, none, plain, tongue); j > 0 {
			d.denies[i], d.denies[j] = false, false
			idle[i], idle[j] = none, none
			for k := i; k <= j; k++ {
				d.affirmed[k] = true
			}
			i = j
		}
	}
	return idle
}

// takenBack returns the negator that takes back the one at token i, 0 when none does.
func (p *polarity) takenBack(i int, none bool, plain []bool, tongue *tongue) int {
	most := closePair
	if none {
		most = widePair
	}
	for j := i + 1; j < len(p.tokens) && j-i-1 <= most && p.tokens[j].sentence == p.tokens[i].sentence; j++ {
		word := p.tokens[j].text
		if plain[j] {
			return j
		}
		parted := j > i+1 && joiners[tongue.code][word] // right after a negator "e" is Italian for "is"
		if !none && (parted || !p.together(i, j, tongue)) {
			return 0
		}
	}
	return 0
}

// saysNone tells that the negator at token i says that there is nothing of the kind, or that it is not so that.
func (p *polarity) saysNone(i int, tongue *tongue) bool {
	for _, words := range tongue.none {
		for k := range words {
			if i >= k && p.sequenceAt(i-k, words) {
				return true
			}
		}
	}
	return false
}

// markNear marks the tokens whose clause holds a negator that denies something.
func (d denial) markNear(p *polarity) {
	for i, denies := range d.denies {
		if !denies {
			continue
		}
		for j := range p.tokens {
			if p.tokens[j].clause == p.tokens[i].clause && p.commas[j] == p.commas[i] {
				d.leans[j].near = true
			}
		}
	}
}

// reach lists the tokens a negator denies.
func (p *polarity) reach(i int, tongue *tongue) []int {
	var all []int
	from := i + 1
	if tongue.code == "de" || deniers[p.tokens[i].text] {
		for from = i; from > 0 && p.together(from-1, i, tongue); {
			from--
		}
	}
	content := 0
	for j := from; j < len(p.tokens) && p.together(i, j, tongue) && content < wideScope; j++ {
		if j == i || p.negator[j] {
			continue
		}
		if !tongue.function[p.tokens[j].text] {
			content++
		}
		all = append(all, j)
	}
	return all
}

// together tells that no comma and no end of a clause lies between two tokens; a comma before "that" is none.
func (p *polarity) together(i, j int, tongue *tongue) bool {
	if p.tokens[i].clause != p.tokens[j].clause {
		return false
	}
	commas := p.commas[j] - p.commas[i]
	for k := i + 1; k <= j && commas > 0; k++ {
		if p.commas[k] != p.commas[k-1] && tongue.that[p.tokens[k].text] {
			commas -= p.commas[k] - p.commas[k-1]
		}
	}
	return commas == 0
}

// agrees reports whether an aligned pair of words is said with the same polarity.
func (l lean) agrees(window lean) bool {
	return !(window.denied && !l.near && !l.denied) && !(l.near && !window.near)
}
