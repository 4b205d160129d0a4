package prove

import (
	"slices"
	"strings"

	"proba/engine/language"
	"proba/scenarios"
)

// notRecognised words P203: the closest pattern with the words found and those missing, or what refused it.
func (h hearing) notRecognised(p scenarios.Phrase, u scenarios.Utterance, near language.Hearing) scenarios.Problem {
	code := scenarios.Code("P203")
	args := map[string]string{"phrase": p.Name, "text": u.Text}
	switch {
	case near.Verdict == language.Unsure:
		code += "/unsure"
	case near.Why == language.WhyNegated:
		code += "/negated"
		args["negator"] = near.Negator
	case near.Why == language.WhyFact && len(p.Facts) > 0:
		code += "/fact"
		args["fact"] = factNames(p)
	case near.Why == language.WhyList:
		code += "/list"
	case near.Pattern != "":
		args["pattern"], args["found"] = near.Pattern, near.Words
		args["missing"] = strings.Join(missingWords(near.Pattern, u.Text), ", ")
	}
	return h.problem(code, u.At, args)
}

func factNames(p scenarios.Phrase) string {
	names := make([]string, len(p.Facts))
	for i, f := range p.Facts {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

// recognised words P204.
func (h hearing) recognised(p scenarios.Phrase, u scenarios.Utterance, found language.Hearing) scenarios.Problem {
	return h.problem("P204", u.At, map[string]string{
		"phrase": p.Name, "text": u.Text, "pattern": found.Pattern, "found": found.Words,
	})
}

// overlaps words P205: the same words of an example say two phrases for certain. Where the author gave the text as an
// example of both, or one is a group with the other in it, that is meant.
func (h hearing) overlaps(p scenarios.Phrase, examples []heardExample) []scenarios.Problem {
	var problems []scenarios.Problem
	reported := map[string]bool{}
	for _, e := range examples {
		for _, q := range h.phrases {
			if reported[q.Name] || !sameWords(e, p, q) || meant(p, q, e.utterance) || !h.together(p.Name, q.Name) {
				continue
			}
			reported[q.Name] = true
			problems = append(problems, h.problem("P205", e.utterance.At,
				map[string]string{"phrase": p.Name, "other": q.Name, "text": e.utterance.Text}))
		}
	}
	return problems
}

// sameWords reports whether both phrases were heard for certain in much the same words: those they share are at least
// half of all. A summary that names a price in passing is not a second way of naming the price.
func sameWords(e heardExample, p, q scenarios.Phrase) bool {
	a, b := ofPhrase(e.others, p.Name), ofPhrase(e.others, q.Name)
	if p.Name == q.Name || a.Verdict != language.Certain || b.Verdict != language.Certain {
		return false
	}
	shared := min(a.Span[1], b.Span[1]) - max(a.Span[0], b.Span[0])
	covered := max(a.Span[1], b.Span[1]) - min(a.Span[0], b.Span[0])
	return shared > 0 && 2*shared >= covered
}

// meant reports whether the author knows that the words say both.
func meant(p, q scenarios.Phrase, u scenarios.Utterance) bool {
	in := func(name string) func(scenarios.Ref) bool {
		return func(r scenarios.Ref) bool { return r.Name == name }
	}
	return slices.ContainsFunc(p.OneOf, in(q.Name)) || slices.ContainsFunc(q.OneOf, in(p.Name)) ||
		slices.ContainsFunc(q.Examples, func(other scenarios.Utterance) bool { return other.Text == u.Text })
}

// together reports whether two phrases are ever listened for in one place: one that only the debrief asks for and one
// that it does not cannot be confused.
func (h hearing) together(a, b string) bool { return h.onlyDebrief(a) == h.onlyDebrief(b) }

func (h hearing) onlyDebrief(phrase string) bool {
	everything := func(c scenarios.Criterion) []scenarios.Item { return c.Items() }
	return asks(h.debrief, phrase, everything) && !asks(h.criteria, phrase, everything)
}

// contradictions words P208: every example of a required phrase is also recognised as a forbidden one, so that nobody
// can meet both criteria.
func (h hearing) contradictions(p scenarios.Phrase, examples []heardExample) []scenarios.Problem {
	if len(examples) == 0 || !asks(h.criteria, p.Name, required) {
		return nil
	}
	var problems []scenarios.Problem
	for _, q := range h.phrases {
		if q.Name == p.Name || !asks(h.criteria, q.Name, forbidden) {
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

// asks reports whether some criterion asks for the phrase, without alternative, among those items.
func asks(criteria []scenarios.Criterion, phrase string, items func(scenarios.Criterion) []scenarios.Item) bool {
	says := func(s scenarios.Sentence) bool { return s.Verb == scenarios.VerbSays && s.Name.Name == phrase }
	for _, c := range criteria {
		for _, it := range items(c) {
			if len(it.Any) == 1 && slices.ContainsFunc(it.Any[0], says) {
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
