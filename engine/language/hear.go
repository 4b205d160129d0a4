package language

// Hear decides on every phrase. It allocates no more than a few kilobytes for a usual reply, never fails, and treats
// text over 4 KiB by its first 4 KiB.
func (r *Recogniser) Hear(reply Reply) Heard {
	reading := r.read(reply)
	room := r.memory.takeRoom()
	defer r.memory.giveRoom(room)
	trials := r.tryAll(reading, room)
	reading.guardShotgun(trials)
	heard := Heard{Language: reading.language, Sentences: reading.describe()}
	heard.List = guardLists(trials, len(reading.sentences), reply.List)
	if len(trials) > 0 {
		heard.Hearings = make([]Hearing, len(trials))
	}
	for i := range trials {
		heard.Hearings[i] = r.settle(i, trials, 0)
		r.explainModel(i, reading, &heard.Hearings[i])
	}
	return heard
}

// trial is what was found of one phrase: the best hearing of each sentence, and the one to cite when there is none.
type trial struct {
	// bySentence holds what was heard in each sentence; an empty verdict means nothing.
	bySentence []Hearing
	// missed is the near miss, refusal or other reason when no sentence holds the phrase.
	missed Hearing
	// group tells that the phrase is only a group, which does not count as a phrase of its own.
	group bool
}

// tryAll hears every phrase by itself; the trials lie in the room.
func (r *Recogniser) tryAll(reading *reading, room *room) []trial {
	n := len(reading.sentences)
	trials, hearings := room.of(len(r.phrases), n)
	refused := make([]bool, n)
	for i := range trials {
		trials[i].bySentence = hearings[i*n : (i+1)*n : (i+1)*n]
		clear(refused)
		r.try(i, reading, refused, &trials[i])
	}
	return trials
}

// try hears one phrase by itself, without its group members. Refused is room for which sentences were.
func (r *Recogniser) try(i int, reading *reading, refused []bool, t *trial) {
	p := &r.phrases[i]
	t.missed.Phrase, t.missed.Verdict, t.missed.Why = p.name, No, WhyNothing
	t.group = len(p.members) > 0 && len(p.patterns) == 0 && len(p.examples) == 0
	if len(p.onlyIn) > 0 && !contains(p.onlyIn, reading.reply.Variant) {
		t.missed.Why = WhyVariant
		return
	}
	r.tryPatterns(p, reading, refused, t)
	r.tryModel(i, reading, refused, t)
	r.checkFacts(p, reading, t)
	if t.missed.Why == WhyNothing && !t.group && len(p.speaks) > 0 && !contains(p.speaks, reading.language) {
		t.missed.Why = WhyBlind
	}
}

// tryPatterns looks for the patterns in each sentence and notes which sentences were refused.
func (r *Recogniser) tryPatterns(p *phrase, reading *reading, refused []bool, t *trial) {
	for s := range reading.sentences {
		for i := range p.patterns {
			h, found := reading.look(&p.patterns[i], s)
			if !found {
				continue
			}
			h.Phrase = p.name
			if h.Verdict == Certain {
				t.bySentence[s] = better(t.bySentence[s], reading.guardCertain(h))
				continue
			}
			refused[s] = refused[s] || h.Why == WhyNegated
			t.missed = nearer(t.missed, h)
		}
		if t.bySentence[s].Verdict != "" {
			refused[s] = false
		}
	}
}

// better keeps the hearing with the higher verdict, of equals the one that stands first in the reply.
func better(a, b Hearing) Hearing {
	switch {
	case a.Verdict == "" || b.Verdict.Rank() > a.Verdict.Rank():
		return b
	case b.Verdict.Rank() == a.Verdict.Rank() && b.Span[0] < a.Span[0]:
		return b
	}
	return a
}

// nearer keeps the near miss with more to show: a refusal before a lookalike, then more words found.
func nearer(a, b Hearing) Hearing {
	if a.Why == WhyNegated && b.Why != WhyNegated {
		return a
	}
	if b.Why == WhyNegated && a.Why != WhyNegated || b.Nearness > a.Nearness {
		return b
	}
	return a
}

// best is the verdict on a phrase by itself: its best sentence, the first of equals.
func (t *trial) best() Hearing {
	best := Hearing{}
	for _, h := range t.bySentence {
		if h.Verdict != "" && (best.Verdict == "" || h.Verdict.Rank() > best.Verdict.Rank()) {
			best = h
		}
	}
	if best.Verdict == "" || best.Verdict == No {
		return t.missed
	}
	return best
}

// maxNesting bounds groups within groups; cycles are refused by the linter.
const maxNesting = 20

// settle decides on a phrase with its group members.
func (r *Recogniser) settle(i int, trials []trial, depth int) Hearing {
	best := trials[i].best()
	if trials[i].missed.Why == WhyVariant || depth > maxNesting {
		return best
	}
	for _, m := range r.phrases[i].members {
		if h := r.settle(m, trials, depth+1); h.Verdict.Rank() > best.Verdict.Rank() || best.Why == WhyNothing && h.Nearness > best.Nearness {
			best = h
			best.Phrase = r.phrases[i].name
			if h.Verdict != No {
				best.Why = WhyGroup
			}
		}
	}
	return best
}
