package prove

import (
	"slices"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// notRecognised words P203: the closest pattern with the words found and those missing, or what refused it.
func (h hearing) notRecognised(p scenarios.Phrase, u scenarios.Utterance, near language.Hearing) scenarios.Problem {
	args := map[string]string{"phrase": p.Name, "text": u.Text}
	code := scenarios.Code("P203")
	switch {
	case near.Why == language.WhyNegated:
		code = "P203/negated"
		args["pattern"], args["words"], args["negator"] = near.Pattern, near.Words, near.Negator
	case near.Why == language.WhyFact:
		code = "P203/fact"
		args["expected"], args["found"] = near.Expected, near.Found
	case near.Why == language.WhyList:
		code = "P203/list"
	case near.Pattern != "":
		args["pattern"] = near.Pattern
		args["found"] = near.Words
		args["missing"] = strings.Join(missingWords(near.Pattern, u.Text), ", ")
	case near.Example != "":
		code = "P203/model"
		args["example"] = near.Example
	}
	return h.problem(code, u.At, args)
}

// recognised words P204.
func (h hearing) recognised(p scenarios.Phrase, u scenarios.Utterance, found language.Hearing) scenarios.Problem {
	args := map[string]string{"phrase": p.Name, "text": u.Text, "pattern": found.Pattern, "words": found.Words}
	code := scenarios.Code("P204")
	switch {
	case found.Why == language.WhyGroup:
		code = "P204/group"
	case found.Pattern == "":
		code = "P204/model"
		args["example"] = found.Example
	}
	return h.problem(code, u.At, args)
}

// overlaps words P205: the same words of an example say two phrases for certain. Where the author gave the text as an
// example of both, or one is a group with the other in it, that is meant.
func (h hearing) overlaps(p scenarios.Phrase, examples []heardExample) []scenarios.Problem {
	var problems []scenarios.Problem
	reported := map[string]bool{}
	for _, e := range examples {
		own := ofPhrase(e.others, p.Name)
		for _, other := range e.others {
			q, ok := h.phrase(other.Phrase)
			if !ok || reported[q.Name] || other.Verdict != language.Certain || own.Verdict != language.Certain || !shareWords(own, other) {
				continue
			}
			if q.Name == p.Name || related(p, q) || isExample(q, e.utterance.Text) {
				continue
			}
			reported[q.Name] = true
			problems = append(problems, h.problem("P205", e.utterance.At,
				map[string]string{"phrase": p.Name, "other": q.Name, "text": e.utterance.Text}))
		}
	}
	return problems
}

func shareWords(a, b language.Hearing) bool { return a.Span[0] < b.Span[1] && b.Span[0] < a.Span[1] }

func related(p, q scenarios.Phrase) bool {
	in := func(name string) func(scenarios.Ref) bool {
		return func(r scenarios.Ref) bool { return r.Name == name }
	}
	return slices.ContainsFunc(p.OneOf, in(q.Name)) || slices.ContainsFunc(q.OneOf, in(p.Name))
}

func isExample(p scenarios.Phrase, text string) bool {
	return slices.ContainsFunc(p.Examples, func(u scenarios.Utterance) bool { return u.Text == text })
}

func (h hearing) phrase(name string) (scenarios.Phrase, bool) {
	for _, p := range h.phrases {
		if p.Name == name {
			return p, true
		}
	}
	return scenarios.Phrase{}, false
}

// contradictions words P208: every example of a required phrase is also recognised as a forbidden one, so that nobody
// can meet both criteria.
func (h hearing) contradictions(p scenarios.Phrase, examples []heardExample) []scenarios.Problem {
	if len(examples) == 0 || !h.asked(p.Name, required) {
		return nil
	}
	var problems []scenarios.Problem
	for _, q := range h.phrases {
		if q.Name == p.Name || !h.asked(q.Name, forbidden) {
			continue
		}
		always := !slices.ContainsFunc(examples, func(e heardExample) bool { return !ofPhrase(e.others, q.Name).Verdict.Heard() })
		if always {
			problems = append(problems, h.problem("P208", p.At, map[string]string{"phrase": p.Name, "other": q.Name}))
		}
	}
	return problems
}

// required are the items a required criterion cannot do without.
func required(c scenarios.Criterion) []scenarios.Item {
	if !c.Required {
		return nil
	}
	return append(slices.Clone(c.AllOf), c.InOrder...)
}

func forbidden(c scenarios.Criterion) []scenarios.Item { return c.NoneOf }

// asked reports whether some criterion asks for the phrase, by itself, among those items.
func (h hearing) asked(phrase string, items func(scenarios.Criterion) []scenarios.Item) bool {
	for _, c := range h.criteria {
		for _, it := range items(c) {
			if len(it.Any) == 1 && slices.ContainsFunc(it.Any[0], func(s scenarios.Sentence) bool {
				return s.Verb == scenarios.VerbSays && s.Name.Name == phrase
			}) {
				return true
			}
		}
	}
	return false
}

func (h hearing) problem(code scenarios.Code, at scenarios.Pos, args map[string]string) scenarios.Problem {
	return scenarios.NewProblem(code, languageOf(h.meta), at, args)
}

// missingWords are the words of a pattern that a text does not hold, as the author wrote them. Facts and slots are not
// looked for: the hearing says whether one is missing.
func missingWords(pattern, text string) []string {
	expr, err := scenarios.ParsePattern(pattern)
	if err != nil {
		return nil
	}
	var missing []string
	for _, part := range expr.Parts {
		for _, item := range part.Items {
			if words, found := itemIn(item, text); !found {
				missing = append(missing, words...)
			}
		}
	}
	return missing
}

// itemIn reports whether one alternative stands in the text, and how the alternatives are written.
func itemIn(item scenarios.PatternItem, text string) (written []string, found bool) {
	for _, alternative := range item.Alternatives {
		var words []string
		here := true
		for _, atom := range alternative {
			word, in := atomIn(atom, text)
			words, here = append(words, word), here && in
		}
		written, found = append(written, strings.Join(words, " ")), found || here
	}
	return written, found
}

func atomIn(a scenarios.PatternAtom, text string) (written string, found bool) {
	switch a.Kind {
	case scenarios.AtomWord:
		_, found = language.FindWordSequence(text, a.Text)
		return a.Text, found
	case scenarios.AtomStem:
		_, found = language.FindWordSequence(text, a.Text+"*")
		return a.Text + "...", found
	default:
		return "{" + a.Text + "}", true
	}
}
