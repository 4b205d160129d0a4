package robot

import (
	"strings"

	"proba/engine"
	"proba/scenarios"
)

// Fragments are the fewest words that a pattern asks for: what somebody would type who knows the patterns and not the
// job.

// fragmentOf gives the words of a phrase's first pattern in the scenario's first language; for a phrase of examples
// only the beginning of the first one. Facts stay in braces. "" for a group without words of its own.
func fragmentOf(sc *engine.Script, p *scenarios.Phrase) string {
	for _, pattern := range p.Patterns {
		if spoken(sc, pattern.Language, p.Languages) {
			return spell(pattern.Expr)
		}
	}
	for _, e := range p.Examples {
		if spoken(sc, e.Language, p.Languages) {
			return firstWords(e.Text, fragmentWords)
		}
	}
	return ""
}

// fragmentWords is how much of an example makes a fragment.
const fragmentWords = 4

// spoken tells whether a text marked so, or not at all in a file of these languages, belongs to the scenario's first
// language.
func spoken(sc *engine.Script, mark string, file []string) bool {
	main := mainLanguage(sc)
	if mark != "" {
		return mark == main
	}
	if len(file) == 0 {
		return true
	}
	for _, l := range file {
		if l == main {
			return true
		}
	}
	return false
}

func mainLanguage(sc *engine.Script) string {
	if len(sc.Languages) == 0 {
		return "en"
	}
	return sc.Languages[0]
}

func spell(e scenarios.PatternExpr) string {
	var words []string
	for _, part := range e.Parts {
		for _, item := range part.Items {
			if len(item.Alternatives) > 0 {
				words = append(words, spellAtoms(item.Alternatives[0])...)
			}
		}
	}
	return strings.Join(words, " ")
}

func spellAtoms(atoms []scenarios.PatternAtom) []string {
	words := make([]string, len(atoms))
	for i, a := range atoms {
		words[i] = spellAtom(a)
	}
	return words
}

func spellAtom(a scenarios.PatternAtom) string {
	switch a.Kind {
	case scenarios.AtomFact:
		return "{" + a.Text + "}"
	case scenarios.AtomNumber:
		return "7"
	case scenarios.AtomDate:
		return "2026-03-12"
	case scenarios.AtomAmount:
		return "10,00 €"
	case scenarios.AtomAnyWord:
		return "x"
	default:
		return a.Text
	}
}

func firstWords(text string, n int) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(n, len(words))], " ")
}

// fragmentsOf lists the fragments of the phrases in order, leaving out those of the names given.
func fragmentsOf(sc *engine.Script, without map[string]bool) []string {
	var found []string
	for i := range sc.Phrases {
		p := &sc.Phrases[i]
		if f := fragmentOf(sc, p); f != "" && !without[p.Name] {
			found = append(found, f)
		}
	}
	return found
}

// newFragments sends every fragment in one message, each as a sentence.
func newFragments(sc *engine.Script) Player {
	message := strings.Join(fragmentsOf(sc, nil), ". ")
	return talker{
		say:   func(v View, n int) (string, bool) { return v.State.Fill(message), n == 0 && message != "" },
		argue: func(v View, _ int) string { return v.State.Fill(message) },
	}
}

// newFragmentsByTurn is the clever one: a fragment a turn, and none that a None of forbids.
func newFragmentsByTurn(sc *engine.Script) Player {
	return talker{
		say: func(v View, n int) (string, bool) {
			fragments := allowedFragments(sc, v)
			if n >= len(fragments) {
				return "", false
			}
			return v.State.Fill(fragments[n]), true
		},
		argue: func(v View, _ int) string { return v.State.Fill(strings.Join(allowedFragments(sc, v), ". ")) },
	}
}

func allowedFragments(sc *engine.Script, v View) []string {
	return fragmentsOf(sc, forbidden(sc, v.State.Opened.Variant))
}

// forbidden are the phrases of every None of that applies in the variant, with the members of groups among them.
func forbidden(sc *engine.Script, variant string) map[string]bool {
	names := map[string]bool{}
	for i := range sc.Criteria {
		c := &sc.Criteria[i]
		if !applies(c.OnlyIn, variant) {
			continue
		}
		for _, item := range c.NoneOf {
			for _, s := range saidIn(item) {
				names[s] = true
			}
		}
	}
	for range sc.Phrases { // a group may be a member of a group; as many rounds as phrases reach every one
		if !spread(sc, names) {
			break
		}
	}
	return names
}

func spread(sc *engine.Script, names map[string]bool) bool {
	grew := false
	for i := range sc.Phrases {
		if !names[sc.Phrases[i].Name] {
			continue
		}
		for _, member := range sc.Phrases[i].OneOf {
			if !names[member.Name] {
				names[member.Name], grew = true, true
			}
		}
	}
	return grew
}

// saidIn lists the phrases an item names.
func saidIn(item scenarios.Item) []string {
	var names []string
	for _, clause := range item.Any {
		for _, s := range clause {
			if s.Verb == scenarios.VerbSays && s.Name.Name != "" {
				names = append(names, s.Name.Name)
			}
		}
	}
	return names
}
