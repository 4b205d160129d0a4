package scenarios

// verbs maps the words of the table to what they mean.
var verbs = map[word]Verb{
	"verb.says": VerbSays, "verb.answers": VerbAnswers, "verb.looks-up": VerbLooksUp, "verb.holds": VerbHolds,
	"verb.holds-longer": VerbHoldsLonger, "verb.resumes": VerbResumes, "verb.transfers": VerbTransfers,
	"verb.escalates": VerbEscalates, "verb.consults": VerbConsults, "verb.files": VerbFiles, "verb.sends": VerbSends,
	"verb.is-silent": VerbIsSilent, "verb.does-not-reply": VerbDoesNotReply, "verb.interrupts": VerbInterrupts,
	"verb.speaks-longer": VerbSpeaksLonger, "verb.closes": VerbCloses, "verb.hangs-up": VerbCloses,
	"habit.not-understood": HabitNotUnderstood, "habit.too-hard": HabitTooHard, "habit.out-of-place": HabitOutOfPlace,
	"habit.is-interrupted": HabitIsInterrupted, "habit.patience-out": HabitPatienceOut,
}

// takesName reports whether the verb is followed by what it is done to.
func takesName(v Verb) bool {
	switch v {
	case VerbSays, VerbLooksUp, VerbTransfers, VerbEscalates, VerbConsults, VerbFiles, VerbSends:
		return true
	}
	return false
}

// joined is a sentence and how it hangs on the one before: with "or" (true) or "and".
type joined struct {
	sentence Sentence
	or       bool
}

// events reads events joined by "and" and "or"; "and" binds tighter.
func (p *sentenceReader) events() ([]Clause, bool) {
	var all []joined
	or := false
	for {
		group, ok := p.eventGroup()
		if !ok {
			return nil, false
		}
		group[0].or = or
		all = append(all, group...)
		w, _, ok := p.take("join.and")
		if !ok {
			w, _, ok = p.take("join.or")
		}
		if !ok {
			return clausesOf(all), true
		}
		or = w == "join.or"
	}
}

func clausesOf(all []joined) []Clause {
	var clauses []Clause
	for i, j := range all {
		if i == 0 || j.or {
			clauses = append(clauses, nil)
		}
		last := len(clauses) - 1
		clauses[last] = append(clauses[last], j.sentence)
	}
	return clauses
}

// eventGroup reads a verb with one name or several, and the modifiers that hold for all of them.
func (p *sentenceReader) eventGroup() ([]joined, bool) {
	first, ok := p.event()
	if !ok {
		return nil, false
	}
	group := []joined{{sentence: first}}
	for first.Name.Name != "" {
		name, or, ok := p.furtherName(first.Verb)
		if !ok {
			break
		}
		next := first
		next.Name = name
		group = append(group, joined{next, or})
	}
	if !p.details(&group[0].sentence) {
		return nil, false
	}
	mods, ok := p.modifiers()
	for i := range group {
		s := &group[i].sentence
		s.Warmth, s.Right, s.Mods = group[0].sentence.Warmth, group[0].sentence.Right, mods
	}
	return group, ok
}

// furtherName reads "and *b*" or "or *b*" after a name.
func (p *sentenceReader) furtherName(v Verb) (name Ref, or, ok bool) {
	before := p.i
	w, _, ok := p.take("join.and")
	if !ok {
		w, _, ok = p.take("join.or")
	}
	if ok {
		if name, ok := p.takeName(v); ok {
			return name, w == "join.or", true
		}
	}
	p.i = before
	return Ref{}, false, false
}

// event reads a verb with what belongs to it alone: its name, time or number of words.
func (p *sentenceReader) event() (Sentence, bool) {
	p.skipSubject()
	start := p.i
	w, holes, ok := p.takeVerb()
	if !ok && p.lang == "de" && p.turnGerman() {
		w, holes, ok = p.takeVerb()
	}
	if !ok {
		return Sentence{}, p.fail("S014/verb", nil)
	}
	s := Sentence{Verb: verbs[w], At: p.src.pos(p.text.offset(p.wordStart(start)))}
	return s, p.holesOf(&s, holes) && p.object(&s)
}

// wordStart is where the next word after an offset begins.
func (p *sentenceReader) wordStart(i int) int {
	for i < len(p.text.text) && p.text.text[i] == ' ' {
		i++
	}
	return i
}

// skipSubject skips "he", "the agent" before a verb.
func (p *sentenceReader) skipSubject() {
	before := p.i
	if _, _, ok := p.take("join.subject"); ok && p.done() {
		p.i = before
	}
}

// takeVerb takes the longest verb or, where allowed, habit.
func (p *sentenceReader) takeVerb() (w word, holes []string, ok bool) {
	if p.habits {
		h, n, _, found := p.ahead().longest("habit", p.lang)
		_, longer, _, _ := p.ahead().longest("verb", p.lang)
		if found && n >= longer {
			p.i += n
			return h, nil, true
		}
	}
	w, n, holes, ok := p.ahead().longest("verb", p.lang)
	if w == "verb.transfers" {
		return p.takeTransfer()
	}
	p.i += n
	return w, holes, ok
}

// takeTransfer takes the longest verb that leaves the word for how it is done.
func (p *sentenceReader) takeTransfer() (w word, holes []string, ok bool) {
	for _, m := range p.ahead().all("verb", p.lang) {
		if !p.leavesWarmth(m) {
			p.i += m.n
			return m.word, m.holes, true
		}
	}
	return "", nil, false
}

// leavesWarmth reports whether a form ending in "to" took the first word of "cold" or "warm" ("trasferisce a caldo"),
// so that a shorter form is meant.
func (p *sentenceReader) leavesWarmth(m match) bool {
	if m.word != "verb.transfers" || p.i+m.n >= len(p.text.text) {
		return false
	}
	for _, shorter := range p.ahead().all("verb.transfers", p.lang) {
		if shorter.n >= m.n {
			continue
		}
		rest := p.rest()[shorter.n:]
		for _, w := range []string{"mod.warm", "mod.cold"} {
			if _, n, _, ok := longestAt(w, rest, p.lang); ok && shorter.n+n > m.n {
				return true
			}
		}
	}
	return false
}
