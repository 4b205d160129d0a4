package grading

import (
	"cmp"

	"proba/engine/language"
	"proba/scenarios"
)

// miss is how near a sentence came, with its evidence: the more of it happened the nearer.
type miss struct {
	held     int // sentences of the clause that hold
	nearness nearness
	evidence []Evidence
}

// nearness ranks near misses: highest verdict, then most words found, then earliest (SEMANTICS 48). Something that
// happened, though not as asked, is nearer than anything that did not.
type nearness struct {
	happened bool
	verdict  int
	words    int
	event    int
}

func (n nearness) compare(m nearness) int {
	return cmp.Or(
		cmp.Compare(rankOf(n.happened), rankOf(m.happened)), cmp.Compare(n.verdict, m.verdict),
		cmp.Compare(n.words, m.words), earlier(n.event, m.event),
	)
}

func rankOf(happened bool) int {
	if happened {
		return 1
	}
	return 0
}

// earlier prefers the lower event number; 0, no event at all, comes last.
func earlier(a, b int) int {
	switch {
	case a == b:
		return 0
	case a == 0:
		return -1
	case b == 0:
		return 1
	}
	return cmp.Compare(b, a)
}

// nearest cites the alternative that came nearest: what of it held, and of the rest the best near miss.
func (w witness) nearest(it scenarios.Item, narrow, broad itemFinding) []Evidence {
	var best *miss
	for i, clause := range it.Any {
		m := w.clauseMiss(clause, narrow.clauses[i], broad.clauses[i])
		if best == nil || cmp.Or(cmp.Compare(m.held, best.held), m.nearness.compare(best.nearness)) > 0 {
			best = &m
		}
	}
	if best == nil {
		return []Evidence{{Why: whyNever}}
	}
	return best.evidence
}

func (w witness) clauseMiss(clause scenarios.Clause, narrow, broad []finding) miss {
	var m miss
	for i, s := range clause {
		f := narrow[i]
		if !f.held {
			f = broad[i]
		}
		if f.held {
			m.held++
			for _, o := range f.all {
				m.evidence = append(m.evidence, w.cite(o, ""))
			}
			continue
		}
		near, evidence := w.sentenceMiss(s, f)
		if near.compare(m.nearness) > 0 {
			m.nearness = near
		}
		m.evidence = append(m.evidence, evidence...)
	}
	return m
}

// sentenceMiss cites what happened against its modifiers, else the reply that came nearest, else that it never was.
func (w witness) sentenceMiss(s scenarios.Sentence, f finding) (nearness, []Evidence) {
	if len(f.all) > 0 { // the modifiers that pick hold: those that count, compare or look into the form do not
		return w.countMiss(s, f)
	}
	bare := judge{w.scope, wide}.occurrences(s)
	if len(bare) > 0 {
		o := bare[0]
		return happened(o), []Evidence{w.cite(o, w.brokenBy(s, o))}
	}
	if s.Verb == scenarios.VerbSays {
		if o, ok := w.nearestReply(s.Name.Name); ok {
			h := o.hearing
			return nearness{verdict: h.Verdict.Rank() + 1, words: h.Nearness, event: o.event}, []Evidence{w.cite(o, "")}
		}
	}
	return nearness{}, []Evidence{{Why: whyNever, Phrase: phraseOf(s)}}
}

// phraseOf names the phrase that was looked for.
func phraseOf(s scenarios.Sentence) string {
	if s.Verb == scenarios.VerbSays {
		return s.Name.Name
	}
	return ""
}

func happened(o occurrence) nearness {
	n := nearness{happened: true, event: o.event}
	if o.hearing != nil {
		n.verdict, n.words = o.hearing.Verdict.Rank(), o.hearing.Nearness
	}
	return n
}

func (w witness) countMiss(s scenarios.Sentence, f finding) (nearness, []Evidence) {
	last := f.all[len(f.all)-1]
	if s.Right > 0 && last.filed != nil && rightFields(last.filed, wide) < s.Right {
		return happened(last), w.fields(last, s.Right)
	}
	why := whyCount
	for _, m := range s.Mods {
		if m, ok := m.(scenarios.NotAfter); ok {
			if of := (judge{w.scope, wide}).sentence(m.Of).done; len(of) > 0 && !last.notAfter(of[0].position) {
				why = whyOrder
			}
		}
	}
	evidence := make([]Evidence, 0, len(f.all))
	for _, o := range f.all {
		evidence = append(evidence, w.cite(o, why))
	}
	return happened(f.all[0]), evidence
}

// brokenBy names the first modifier that refuses an occurrence.
func (w witness) brokenBy(s scenarios.Sentence, o occurrence) string {
	for _, m := range s.Mods {
		if len((judge{w.scope, wide}).pick([]occurrence{o}, m)) > 0 {
			continue
		}
		switch m.(type) {
		case scenarios.Within:
			return whyLate
		case scenarios.InBeat:
			return whyBeat
		default:
			return whyOrder
		}
	}
	return whyOrder
}

// nearestReply is the reply that came nearest to a phrase: highest verdict, most words of the pattern, earliest.
func (w witness) nearestReply(phrase string) (occurrence, bool) {
	var best occurrence
	for _, o := range w.heard[phrase] {
		if o.hearing.Why != language.WhyVariant && (best.hearing == nil || nearer(o.hearing, best.hearing)) {
			best = o
		}
	}
	return best, best.hearing != nil
}

func nearer(a, b *language.Hearing) bool {
	return cmp.Or(cmp.Compare(a.Verdict.Rank(), b.Verdict.Rank()), cmp.Compare(a.Nearness, b.Nearness)) > 0
}

// absence is the evidence of something that must not happen and did not: what was said but refused, such as a
// negated promise, else that it never was.
func (w witness) absence(it scenarios.Item) []Evidence {
	var all []Evidence
	for _, clause := range it.Any {
		for _, s := range clause {
			if s.Verb != scenarios.VerbSays {
				continue
			}
			if o, ok := w.nearestReply(s.Name.Name); ok && o.hearing.Why == language.WhyNegated {
				all = append(all, w.cite(o, ""))
			}
		}
	}
	if len(all) == 0 {
		return []Evidence{{Why: whyNever}}
	}
	return unique(all)
}
