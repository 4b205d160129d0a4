package grading

import (
	"proba/engine"
	"proba/engine/language"
)

// said finds the replies in which the phrase counts, any phrase for "". A phrase occurs once per reply, because it has
// one verdict there (SEMANTICS 11).
func (j judge) said(phrase string) []occurrence {
	if phrase == "" {
		return j.saidAnything()
	}
	heard := j.heard[phrase]
	n := 0
	for i := range heard {
		if j.reading.counts(heard[i].hearing) {
			n++
		}
	}
	if n == len(heard) {
		return heard[:n:n]
	}
	return keep(heard, func(o occurrence) bool { return j.reading.counts(o.hearing) })
}

// saidAnything finds the replies in which some phrase counts.
func (j judge) saidAnything() []occurrence {
	var occs []occurrence
	for i, e := range j.events {
		hearings := hearingsOf(e.Fact)
		for k := range hearings {
			if j.reading.counts(&hearings[k]) {
				occ := j.at(i)
				occ.sentence, occ.hearing = hearings[k].Sentence, &hearings[k]
				occs = append(occs, occ)
				break
			}
		}
	}
	return occs
}

// hearingsByPhrase finds the decisions on each phrase, counting or not, in the order of the log.
func hearingsByPhrase(events []engine.Event) map[string][]occurrence {
	heard := map[string][]occurrence{}
	for i, e := range events {
		hearings := hearingsOf(e.Fact)
		for k := range hearings {
			h := &hearings[k]
			heard[h.Phrase] = append(heard[h.Phrase], occurrence{
				position: position{e.Number, h.Sentence}, at: e.At, index: i, hearing: h,
			})
		}
	}
	return heard
}

func hearingsOf(f engine.Fact) []language.Hearing {
	switch f := f.(type) {
	case engine.Replied:
		return f.Hearings
	case engine.Argued:
		return f.Hearings
	default:
		return nil
	}
}

// spokeLonger finds the replies of more than that many words.
func (j judge) spokeLonger(words int) []occurrence {
	var occs []occurrence
	for i, e := range j.events {
		if f, ok := e.Fact.(engine.Replied); ok && wordsOf(f) > words {
			occs = append(occs, j.at(i))
		}
	}
	return occs
}

// wordsOf counts the words of a reply; of a monologue that was cut only those heard are known, and that there was one
// more.
func wordsOf(f engine.Replied) int {
	n := 0
	for _, s := range f.Sentences {
		n += s.Words
	}
	if f.CutAfter > 0 {
		return max(n, f.CutAfter+1)
	}
	return n
}
