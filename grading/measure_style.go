package grading

import (
	"math/big"
	"strconv"

	"proba/engine/language"
	"proba/scenarios"
)

// The measures of style look at the words of replies. They compare whole numbers, so that a figure at its limit holds on
// every machine.

// ratio is a figure as a fraction; of is above zero.
type ratio struct{ n, of int }

// less compares fractions. Products of three counts and a constant are too large for a word.
func (r ratio) less(o ratio) bool {
	product := func(a, b int) *big.Int { return new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(int64(b))) }
	return product(r.n, o.of).Cmp(product(o.n, r.of)) < 0
}

// show writes a fraction with one decimal, rounded down, or up where that keeps it from looking as if it kept its limit.
func (r ratio) show(up bool) string {
	n := 10 * r.n / r.of
	if r.n < 0 && 10*r.n%r.of != 0 {
		n-- // towards less, as for numbers above zero
	}
	if up && n*r.of < 10*r.n {
		n++
	}
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	return sign + strconv.Itoa(n/10) + "." + strconv.Itoa(n%10)
}

// index is a measure of reading: how hard a text is, as a fraction; false for a text or language it is not for.
type index struct {
	of func(l language.Legibility, code string) (ratio, bool)
	// hard tells that a higher figure means a harder text.
	hard  bool
	limit int
}

func (i index) holds(r ratio) bool {
	limit := ratio{i.limit, 1}
	if i.hard {
		return !limit.less(r)
	}
	return !r.less(limit)
}

// worse tells that a text is harder than another.
func (i index) worse(a, b ratio) bool {
	if i.hard {
		return b.less(a)
	}
	return a.less(b)
}

func gulpease(l language.Legibility, code string) (ratio, bool) {
	n, of, ok := l.GulpeaseRatio()
	return ratio{n, of}, ok && code == "it"
}

func flesch(l language.Legibility, code string) (ratio, bool) {
	n, of, ok := l.FleschRatio(code)
	return ratio{n, of}, ok
}

func lix(l language.Legibility, _ string) (ratio, bool) {
	n, of, ok := l.LIXRatio()
	return ratio{n, of}, ok
}

// indexOf is the index a measure asks for; false for other measures.
func indexOf(m scenarios.Measure) (index, bool) {
	switch m := m.(type) {
	case scenarios.Gulpease:
		return index{gulpease, false, m.AtLeast}, true
	case scenarios.Flesch:
		return index{flesch, false, m.AtLeast}, true
	case scenarios.LIX:
		return index{lix, true, m.AtMost}, true
	}
	return index{}, false
}

// legibility takes an index over all replies of each language; the language that is hardest to read decides. Where it does not
// hold, the reply that is hardest by itself is cited.
func (h *history) legibility(i index) figure {
	f := figure{limit: strconv.Itoa(i.limit)}
	counted := map[string]language.Legibility{}
	var order []string
	for _, r := range h.replies {
		if _, known := counted[r.Language]; !known {
			order = append(order, r.Language)
		}
		counted[r.Language] = counted[r.Language].Plus(language.Legible(r.Text, r.Language))
	}
	var worst ratio
	found := false
	for _, code := range order {
		if have, ok := i.of(counted[code], code); ok && (!found || i.worse(have, worst)) {
			worst, found = have, true
		}
	}
	if !found {
		return f
	}
	f.holds = i.holds(worst)
	f.have = worst.show(i.hard && !f.holds)
	if !f.holds {
		f.worst = h.hardest(i)
	}
	return f
}

func (h *history) hardest(i index) []position {
	var worst ratio
	var at []position
	for _, r := range h.replies {
		have, ok := i.of(language.Legible(r.Text, r.Language), r.Language)
		if ok && !i.holds(have) && (at == nil || i.worse(have, worst)) {
			worst, at = have, []position{{event: r.event.Number}}
		}
	}
	return at
}

// mostShown is how many sentences a measure cites.
const mostShown = 5

// addressed is how the sentences of a contact address the customer, with where.
type addressed struct {
	language.Address
	event int
}

// addresses takes the share of sentences that address the customer as wanted, of those that address him at all. Where the
// two readings differ a person decides (see settled).
func (j judge) addresses(m scenarios.AddressesAs) figure {
	wanted := language.FormalAddress
	if m.Informally {
		wanted = language.InformalAddress
	}
	var s Share
	var against, by []addressed
	for _, a := range j.settled(wanted) {
		s.Of++
		if a.Form == wanted {
			s.Earned++
			by = append(by, a)
		} else {
			against = append(against, a)
		}
	}
	f := atLeastShare(s, m.Percent)
	if s.Of == 0 {
		f.have = ""
		return f
	}
	f.shown = against
	if f.holds {
		f.shown = by
	}
	f.shown = f.shown[:min(len(f.shown), mostShown)]
	return f
}

// settled are the addresses of the contact. What may speak of somebody else goes by the rest: beside nothing but politeness
// it is politeness, beside nothing but "tu" it speaks of somebody else. Where the rest does not tell, the narrow reading
// counts it against the trainee and the wide one for him.
func (j judge) settled(wanted language.AddressForm) []addressed {
	all := j.addressedIn()
	count := map[language.AddressForm]int{}
	for _, a := range all {
		count[a.Form]++
	}
	polite := count[language.FormalAddress] > 0
	familiar := count[language.InformalAddress]+count[language.MixedAddress] > 0
	var out []addressed
	for _, a := range all {
		switch {
		case a.Form != language.UnclearAddress:
		case polite && !familiar:
			a.Form = language.FormalAddress
		case familiar && !polite && count[language.MixedAddress] == 0:
			continue
		case j.reading == wide:
			a.Form = wanted
		}
		out = append(out, a)
	}
	return out
}

// addressedIn are the sentences of the replies that address the customer, in order.
func (h *history) addressedIn() []addressed {
	var all []addressed
	for _, r := range h.replies {
		for _, a := range language.Addresses(r.Text, !r.Spoken, r.Language) {
			all = append(all, addressed{a, r.event.Number})
		}
	}
	return all
}
