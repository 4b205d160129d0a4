package language

// Bounds of the guards (GRADING 3).
const (
	fewestForOrder = 3    // matching words before their order says anything
	leastOrder     = 0.55 // share of them in the example's order
	fewestForShare = 6    // words before the share of function words says anything
	mostRepeats    = 4    // of one content word in a reply
	shotgunPhrases = 3    // heard in one reply of fewer than shotgunWords words
	shotgunWords   = 25
)

// guard lowers what the model found likely where the window looks like anything but speech.
func (m *models) guard(h Hearing, r *reading, x examined, e evidence, phrase int) Hearing {
	if !h.Verdict.Heard() {
		return h
	}
	for _, g := range m.suspicions(r, x, e, m.byPhrase[phrase].name) {
		h = lower(h, g)
	}
	return h
}

func (m *models) suspicions(r *reading, x examined, e evidence, name []lexeme) []Guard {
	var all []Guard
	add := func(g Guard, raised bool) {
		if raised {
			all = append(all, g)
		}
	}
	add(GuardWordOrder, e.misplaced() && x.disorder >= oddFrom || x.disorder >= thrownFrom || r.disordered(m))
	add(GuardFunctionWords, len(x.lexemes) >= fewestForShare && functionShare(x.lexemes) < leastFunction)
	add(GuardRepetition, mostOfOneStem(x.lexemes) > mostRepeats)
	add(GuardCopied, r.copies(x.window) || sameContent(x.lexemes, name))
	add(GuardMixedScripts, r.mixes(x.window))
	add(GuardWrongLanguage, r.foreign != "")
	return all
}

// misplaced tells that the matching words stand in another order than the example's.
func (e evidence) misplaced() bool { return e.matches >= fewestForOrder && e.order < leastOrder }

// disordered asks once whether the whole reply is thrown together.
func (r *reading) disordered(m *models) bool {
	if r.order == 0 {
		r.order = 1
		if m.pairs.disordered(r.lexemes(m)) {
			r.order = -1
		}
	}
	return r.order < 0
}

func mostOfOneStem(lexemes []lexeme) int {
	counts, most := map[string]int{}, 0
	for _, l := range lexemes {
		if l.weight == 1 {
			counts[l.stem]++
			most = max(most, counts[l.stem])
		}
	}
	return most
}

// copies tells that most of a window stands in a text the trainee had before him.
func (r *reading) copies(w window) bool {
	n := 0
	for i := w.from; i < w.to; i++ {
		if r.copied[i] {
			n++
		}
	}
	return 2*n > w.to-w.from
}

func (r *reading) mixes(w window) bool {
	for _, tok := range r.tokens[w.from:w.to] {
		if tok.mixed {
			return true
		}
	}
	return false
}

// sameContent tells that a window says nothing but the phrase's name, or the beginning of it.
func sameContent(window, name []lexeme) bool {
	if len(contentStems(window)) < min(2, len(contentStems(name))) {
		return false
	}
	for i, l := range window {
		if i >= len(name) || l.stem != name[i].stem {
			return false
		}
	}
	return true
}

// guardShotgun lowers what the model found likely in a short reply that would meet too many phrases at once.
func (r *reading) guardShotgun(trials []trial) {
	if len(r.tokens) >= shotgunWords || countHeard(trials) <= shotgunPhrases {
		return
	}
	for i := range trials {
		for s, h := range trials[i].bySentence {
			if h.Verdict == Likely {
				trials[i].bySentence[s] = lower(h, GuardShotgun)
			}
		}
	}
}

// countHeard counts the phrases heard, groups aside.
func countHeard(trials []trial) int {
	n := 0
	for i := range trials {
		if h := trials[i].best(); h.Verdict.Heard() && !trials[i].group {
			n++
		}
	}
	return n
}
