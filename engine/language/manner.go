package language

// manner is how a text says what it says, apart from its words: whether it asks, of whom it speaks, in how many parts.
type manner struct {
	asks, first, second, parted bool
}

// mannerOf reads the manner of the tokens [from,to).
func mannerOf(t *text, from, to int, tongue *tongue) manner {
	m := manner{asks: isQuestion(t, from, to)}
	for i := from; i < to; i++ {
		m.first = m.first || tongue.first[t.tokens[i].text]
		m.second = m.second || tongue.second[t.tokens[i].text]
		m.parted = m.parted || i > from && (t.commas[i] != t.commas[i-1] || t.tokens[i].clause != t.tokens[i-1].clause)
	}
	return m
}

// manners are the shares of a phrase's examples that have each manner.
type manners struct{ asks, first, second, parted float64 }

func (m *models) mannersOf(own *model) manners {
	var all manners
	part := 1 / float64(len(own.own))
	for _, i := range own.own {
		e := m.examples[i].manner
		all.asks += share(e.asks, part)
		all.first += share(e.first, part)
		all.second += share(e.second, part)
		all.parted += share(e.parted, part)
	}
	return all
}

func share(has bool, part float64) float64 {
	if has {
		return part
	}
	return 0
}

// usual is the share of examples from which on a manner belongs to the phrase, and below its rest is foreign to it.
const usual = 0.85

// asksOtherwise is 1 when nearly all examples ask and the window does not, or the other way round.
func (all manners) asksOtherwise(w manner) float64 {
	if all.asks >= usual && !w.asks || all.asks <= 1-usual && w.asks {
		return 1
	}
	return 0
}

// otherPerson is how much the window speaks of other people than the examples do, 0 to 1.
func (all manners) otherPerson(w manner) float64 {
	return (unlike(all.first, w.first) + unlike(all.second, w.second)) / 2
}

func unlike(usually float64, has bool) float64 {
	if has {
		return max(0, 1-2*usually)
	}
	return max(0, 2*usually-1)
}

// halved is how surely the examples have two parts, when the window has only one.
func (all manners) halved(w manner) float64 {
	if w.parted {
		return 0
	}
	return max(0, 2*all.parted-1)
}
