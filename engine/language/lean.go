package language

// wideScope is how many content words a negator reaches for the model (GRADING 3).
const wideScope = 6

// lean is how a word stands to the negators around it.
type lean struct {
	// denied tells that an odd number of negators reaches the word.
	denied bool
	// near tells that its clause holds a negator that denies something.
	near bool
}

// deniers are words that deny all of their part of the clause, before and after them.
var deniers = set(`impossible imposible impossibile impossibili imposibil imposibila unmoglich ausgeschlossen escluso esclusa exclus exclusa
	невозможно невозможен невозможна исключено нереально excluido excluida`)

// leans reads every word of a text: a negator reaches the next six content words up to a comma or the end of the
// clause; in German, where it comes late, all of its part of the clause.
func leans(t *text, tongue *tongue) []lean {
	p := readPolarity(t, tongue)
	all := make([]lean, len(t.tokens))
	for i := range t.tokens {
		if !p.negator[i] && !deniers[t.tokens[i].text] {
			continue
		}
		for _, j := range p.reach(i, tongue) {
			all[j].denied = !all[j].denied
		}
		for j := range t.tokens {
			if t.tokens[j].clause == t.tokens[i].clause {
				all[j].near = true
			}
		}
	}
	return all
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
	return !(window.denied && !l.near) && !(l.near && !window.near)
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
