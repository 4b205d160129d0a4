package robot

import (
	"slices"
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// newWrongLanguage is polite in a language that the scenario does not allow: the phrases' own examples in it where
// there are any, then stock talk.
func newWrongLanguage(sc *engine.Script) Player {
	wrong := wrongLanguageFor(sc)
	texts := append(examplesIn(sc, wrong), stockTalk[wrong]...)
	return talker{say: inTurn(texts), argue: func(View, int) string { return strings.Join(stockTalk[wrong], " ") }}
}

// wrongLanguageFor is the first stock language that is none of the scenario's. In a scenario that allows them all it is
// the one the author named last, which still is not the customer's.
func wrongLanguageFor(sc *engine.Script) string {
	for _, l := range stockOrder {
		if !slices.Contains(sc.Languages, l) {
			return l
		}
	}
	return sc.Languages[len(sc.Languages)-1]
}

func examplesIn(sc *engine.Script, lang string) []string {
	var found []string
	for i := range sc.Phrases {
		for _, e := range sc.Phrases[i].Examples {
			if e.Language == lang {
				found = append(found, e.Text)
				break
			}
		}
	}
	return found
}

// newRude is rude in the scenario's language, and says everything that a None of forbids.
func newRude(sc *engine.Script) Player {
	rude := rudeTalk[rudeLanguage(sc)]
	return talker{
		say: func(v View, n int) (string, bool) {
			text, ok := inTurn(append(slices.Clip(rude), forbiddenExamples(sc, v)...))(v, n)
			return v.State.Fill(text), ok
		},
		argue: func(View, int) string { return rude[1] },
	}
}

func forbiddenExamples(sc *engine.Script, v View) []string {
	var texts []string
	bad := forbidden(sc, v.State.Opened.Variant)
	for i := range sc.Phrases {
		if p := &sc.Phrases[i]; bad[p.Name] {
			texts = append(texts, examples(sc, p)...)
		}
	}
	return texts
}

func rudeLanguage(sc *engine.Script) string {
	if _, ok := rudeTalk[mainLanguage(sc)]; ok {
		return mainLanguage(sc)
	}
	return "en"
}

// examples lists the examples of a phrase in the scenario's first language, in file order, then all others; of a group
// without examples those of its members.
func examples(sc *engine.Script, p *scenarios.Phrase) []string {
	return examplesWithin(sc, p, len(sc.Phrases))
}

// examplesWithin follows groups at most depth deep, since a file with errors may hold a cycle.
func examplesWithin(sc *engine.Script, p *scenarios.Phrase, depth int) []string {
	var first, others []string
	for _, e := range p.Examples {
		if spoken(sc, e.Language, p.Languages) {
			first = append(first, e.Text)
		} else {
			others = append(others, e.Text)
		}
	}
	all := append(first, others...)
	if len(all) > 0 || depth == 0 {
		return all
	}
	for _, member := range p.OneOf {
		if m, ok := sc.Phrase(member.Name); ok {
			all = append(all, examplesWithin(sc, m, depth-1)...)
		}
	}
	return all
}
