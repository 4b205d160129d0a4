package prove

import (
	"proba/engine"
	"proba/engine/language"
	"proba/scenarios"
)

// hearing is what examples are heard with: the recogniser of a scenario or library and the sessions it may stand in.
type hearing struct {
	meta     scenarios.Meta
	rec      *language.Recogniser
	phrases  []scenarios.Phrase
	criteria []scenarios.Criterion
	debrief  []scenarios.Criterion
	worlds   []world
	// spoken: phone, counter and libraries hear each example as dictated too (SEMANTICS 56).
	spoken bool
	// own tells the phrases proved here from those of libraries, which are proved with their library.
	own func(scenarios.Phrase) bool
}

func newHearing(sc *engine.Script) hearing {
	return hearing{
		meta: sc.Meta, rec: sc.Recogniser, phrases: sc.Phrases, criteria: sc.Criteria, debrief: sc.Debrief, worlds: worlds(sc.Facts, sc.Variants),
		spoken: sc.Channel == scenarios.Phone || sc.Channel == scenarios.Counter,
		own:    func(p scenarios.Phrase) bool { return p.Library == "" },
	}
}

// library proves the phrases of a library by themselves. One that cannot be compiled was refused by Load.
func library(lib *scenarios.Library) []scenarios.Problem {
	rec, err := language.New(lib.Phrases, language.Options{Languages: lib.Languages, Facts: lib.Facts})
	if err != nil {
		return nil
	}
	h := hearing{
		meta: lib.Meta, rec: rec, phrases: lib.Phrases, worlds: worlds(lib.Facts, nil), spoken: true,
		own: func(scenarios.Phrase) bool { return true },
	}
	return h.examples()
}

// examples proves every own phrase: P203, P204, P205, P208.
func (h hearing) examples() []scenarios.Problem {
	var problems []scenarios.Problem
	for _, p := range h.phrases {
		if !h.own(p) {
			continue
		}
		heard := make([]heardExample, 0, len(p.Examples))
		for _, u := range p.Examples {
			e := h.example(p, u)
			heard = append(heard, e)
			if !e.recognised {
				problems = append(problems, h.notRecognised(p, u, e.nearest))
			}
		}
		for _, u := range p.Not {
			if found, ok := h.counterExample(p, u); ok {
				problems = append(problems, h.recognised(p, u, found))
			}
		}
		problems = append(problems, h.overlaps(p, heard)...)
		problems = append(problems, h.contradictions(p, heard)...)
	}
	return problems
}

// heardExample is an example with what was heard in it.
type heardExample struct {
	utterance  scenarios.Utterance
	recognised bool
	nearest    language.Hearing
	// others are the hearings of all phrases in the state of the facts in which the example was recognised.
	others []language.Hearing
}

// example hears an example. It must be recognised in every way it can be said, in one state of the facts at least: an
// example with the price of one variant is right though the other variant has another price.
func (h hearing) example(p scenarios.Phrase, u scenarios.Utterance) heardExample {
	result := heardExample{utterance: u}
	for _, w := range h.worldsOf(p) {
		worst, all := h.listen(p, u, w)
		if worst.Verdict.Heard() {
			return heardExample{utterance: u, recognised: true, nearest: worst, others: all}
		}
		if result.others == nil || nearer(worst, result.nearest) {
			result.nearest, result.others = worst, all
		}
	}
	return result
}

// counterExample hears a counter-example. It is wrong when every state of the facts recognises it, in any way of
// saying it.
func (h hearing) counterExample(p scenarios.Phrase, u scenarios.Utterance) (language.Hearing, bool) {
	var found language.Hearing
	for _, w := range h.worldsOf(p) {
		best := h.best(p, u, w)
		if !best.Verdict.Heard() {
			return best, false
		}
		found = best
	}
	return found, found.Verdict.Heard()
}

// listen hears an utterance as written and, where it may be, as spoken; it returns the worse of both for the phrase.
func (h hearing) listen(p scenarios.Phrase, u scenarios.Utterance, w world) (language.Hearing, []language.Hearing) {
	all := h.hear(p, u, w, true)
	worst := ofPhrase(all, p.Name)
	if h.spoken {
		if spoken := ofPhrase(h.hear(p, u, w, false), p.Name); spoken.Verdict.Rank() < worst.Verdict.Rank() {
			worst = spoken
		}
	}
	return worst, all
}

// best is the better of both ways of saying it.
func (h hearing) best(p scenarios.Phrase, u scenarios.Utterance, w world) language.Hearing {
	best := ofPhrase(h.hear(p, u, w, true), p.Name)
	if h.spoken {
		if spoken := ofPhrase(h.hear(p, u, w, false), p.Name); spoken.Verdict.Rank() > best.Verdict.Rank() {
			best = spoken
		}
	}
	return best
}

func (h hearing) hear(p scenarios.Phrase, u scenarios.Utterance, w world, typed bool) []language.Hearing {
	return h.rec.Hear(language.Reply{
		Text: u.Text, Typed: typed, Before: languageOfUtterance(p, u), Facts: w.facts, Variant: w.variant,
	}).Hearings
}

// languageOfUtterance is its mark, else the first language of its file.
func languageOfUtterance(p scenarios.Phrase, u scenarios.Utterance) string {
	if u.Language != "" || len(p.Languages) == 0 {
		return u.Language
	}
	return p.Languages[0]
}

// ofPhrase is the hearing of one phrase; a plain no when it was not asked about.
func ofPhrase(all []language.Hearing, phrase string) language.Hearing {
	for _, h := range all {
		if h.Phrase == phrase {
			return h
		}
	}
	return language.Hearing{Phrase: phrase, Verdict: language.No, Why: language.WhyNothing}
}

func nearer(a, b language.Hearing) bool {
	if a.Verdict.Rank() != b.Verdict.Rank() {
		return a.Verdict.Rank() > b.Verdict.Rank()
	}
	return a.Nearness > b.Nearness
}
