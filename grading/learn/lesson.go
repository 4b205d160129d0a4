package learn

import (
	"slices"
	"strings"

	"proba/engine"
	"proba/engine/language"
	"proba/grading"
	"proba/scenarios"
)

// Case is one session a person decided on.
type Case struct {
	// Scenario is the one the session was played with, Log all that happened.
	Scenario *scenarios.Scenario
	Log      []engine.Event
	// Evaluation is the person's: every mark with what the machine had found before.
	Evaluation grading.Evaluation
}

// Lesson is a sentence that a person judged otherwise than the machine: an example of a phrase, or one of what it is not.
type Lesson struct {
	Phrase string
	Text   string
	// Language is the code of the language it is in.
	Language string
	Counter  bool
	// Criterion is the one whose mark the person changed.
	Criterion string
}

// Left is a correction nothing is learnt from, and why.
type Left struct {
	Criterion string
	Why       Why
}

// Why nothing is learnt from a correction.
type Why string

// The reasons.
const (
	// NotWords: what was corrected is a time, an order, a count, a value or an action, and no matter of recognition.
	NotWords Why = "not words"
	// Ambiguous: several phrases may be the reason of the machine's mark.
	Ambiguous Why = "ambiguous"
	// NoPlace: no reply came near, so that nobody knows which was meant.
	NoPlace Why = "no place"
	// Private: the sentence holds a name, number or address that the scenario does not have.
	Private Why = "private"
	// Known: it is an example or counter-example already.
	Known Why = "known"
	// Contradicts: it stands on the other side, or two people judged it in two ways.
	Contradicts Why = "contradicts"
	// NoFile: the phrase is in no file of the pack any more, or is an act of service that is shipped.
	NoFile Why = "no file"
	// Unwritable: it is too long, or cannot be written as an example.
	Unwritable Why = "unwritable"
)

// Lessons are what can be learnt from a case. Only a mark that a person gave otherwise than the machine teaches, and only
// where it is clear which phrase and which sentence it is about. Nobody's private data is in a lesson.
func Lessons(c Case, p *Privacy) ([]Lesson, []Left) {
	var all []Lesson
	var left []Left
	own := p.of(c.Scenario, c.Log)
	for _, m := range c.Evaluation.Marks {
		if m.Debrief > 0 || !m.Settled || m.Machine == m.Mark || m.Machine == grading.NotApplicable || m.Mark == grading.NotApplicable {
			continue
		}
		found, why := lessonsOf(c, m)
		for _, l := range found {
			if own.private(l.Text) {
				left = append(left, Left{m.Criterion, Private})
				continue
			}
			all = append(all, l)
		}
		if why != "" {
			left = append(left, Left{m.Criterion, why})
		}
	}
	return all, left
}

// lessonsOf reads one corrected mark.
func lessonsOf(c Case, m grading.Mark) ([]Lesson, Why) {
	i := slices.IndexFunc(c.Scenario.Criteria, func(x scenarios.Criterion) bool { return x.Name == m.Criterion })
	if i < 0 {
		return nil, NotWords
	}
	items, why := wrong(&c.Scenario.Criteria[i], m)
	if why != "" {
		return nil, why
	}
	var all []Lesson
	for _, w := range items {
		l, why := lesson(c, m, w)
		if why != "" {
			return all, why
		}
		all = append(all, l)
	}
	return all, ""
}

// suspect is an item the machine got wrong: a phrase it missed, or heard where it was not meant.
type suspect struct {
	item    int
	phrase  string
	counter bool
}

// wrong are the items that must have been wrong for the machine's mark to be wrong.
func wrong(c *scenarios.Criterion, m grading.Mark) ([]suspect, Why) {
	if c.OnlyIf != nil && m.Reason == "only if" {
		return nil, NotWords
	}
	var all []suspect
	// every tells that all suspects were wrong; otherwise only one of them is known to be.
	every := true
	for _, item := range m.Items {
		if item.Item == 0 {
			continue
		}
		if suspected, counter := suspects(item, m.Mark == grading.Met); suspected {
			phrase, ok := saidPhrase(c, item.Item)
			if !ok {
				return nil, NotWords
			}
			all = append(all, suspect{item.Item, phrase, counter})
			every = every && allWrong(item.Label, m.Mark == grading.Met)
		}
	}
	switch {
	case len(all) == 0:
		return nil, NotWords
	case len(all) > 1 && !every:
		return nil, Ambiguous
	}
	return all, ""
}

// suspects tells whether an item spoke against the person's mark, and whether it was heard where it was not meant.
func suspects(item grading.ItemResult, met bool) (suspected, counter bool) {
	forbidden := item.Label == "none of"
	if met == forbidden { // what was heard, or may have been, was not said
		return item.Wide, true
	}
	return !item.Held, false
}

// allWrong tells whether every item of a label that speaks against a mark must be wrong, for it to be.
func allWrong(label string, met bool) bool {
	switch label {
	case "all of", "in order", "none of":
		return met
	case "any of":
		return !met
	}
	return false
}

// saidPhrase is the phrase of an item that asks for one phrase and nothing else.
func saidPhrase(c *scenarios.Criterion, number int) (string, bool) {
	for _, it := range c.Items() {
		if it.Number != number {
			continue
		}
		if it.Measure != nil || len(it.Any) != 1 || len(it.Any[0]) != 1 {
			return "", false
		}
		s := it.Any[0][0]
		return s.Name.Name, s.Verb == scenarios.VerbSays && s.Name.Name != ""
	}
	return "", false
}

// lesson finds the sentence a suspect is about.
func lesson(c Case, m grading.Mark, w suspect) (Lesson, Why) {
	for _, e := range m.Evidence {
		if e.Item != w.item || e.Event == 0 || e.Phrase == "" || len(e.Span) != 2 || !aboutWords(e, w.counter) {
			continue
		}
		text, code, ok := sentenceAt(c.Log, e.Event, e.Span)
		if !ok {
			continue
		}
		phrase, ok := ungrouped(c, e, w.counter)
		if !ok {
			return Lesson{}, Ambiguous
		}
		return Lesson{Phrase: phrase, Text: text, Language: code, Counter: w.counter, Criterion: m.Criterion}, ""
	}
	if slices.ContainsFunc(m.Evidence, func(e grading.Evidence) bool { return e.Item == w.item && e.Event > 0 && !aboutWords(e, w.counter) }) {
		return Lesson{}, NotWords
	}
	return Lesson{}, NoPlace
}

// aboutWords tells evidence of recognition from that of times, orders, counts and values.
func aboutWords(e grading.Evidence, counter bool) bool {
	if counter {
		return e.Why == "heard" || e.Why == "unsure"
	}
	switch e.Why {
	case "near", "unsure", string(language.WhyNegated), string(language.WhyCounter), string(language.WhyTooShort):
		return true
	}
	return false
}

// ungrouped is the phrase that evidence is about. A group has no examples of its own: what was heard is one of its members,
// and of what was not heard nobody knows which.
func ungrouped(c Case, e grading.Evidence, counter bool) (string, bool) {
	p, ok := c.Scenario.Phrase(e.Phrase)
	if !ok || len(p.OneOf) == 0 {
		return e.Phrase, ok
	}
	if !counter {
		return "", false
	}
	for _, h := range hearingsIn(c.Log, e.Event) {
		member := slices.ContainsFunc(p.OneOf, func(r scenarios.Ref) bool { return r.Name == h.Phrase })
		if member && h.Span == [2]int{e.Span[0], e.Span[1]} && h.Verdict.Rank() >= language.Unsure.Rank() {
			return h.Phrase, true
		}
	}
	return "", false
}

func hearingsIn(log []engine.Event, event int) []language.Hearing {
	for _, e := range log {
		if reply, ok := e.Fact.(engine.Replied); ok && e.Number == event {
			return reply.Hearings
		}
	}
	return nil
}

// sentenceAt is the sentence of a reply that holds the beginning of a span, with its language.
func sentenceAt(log []engine.Event, event int, span []int) (text, code string, ok bool) {
	i := slices.IndexFunc(log, func(e engine.Event) bool { return e.Number == event })
	if i < 0 {
		return "", "", false
	}
	reply, ok := log[i].Fact.(engine.Replied)
	if !ok {
		return "", "", false
	}
	characters := []rune(reply.Text)
	for _, s := range reply.Sentences {
		if s.Span[0] <= span[0] && span[0] < s.Span[1] && s.Span[1] <= len(characters) {
			text := strings.Join(strings.Fields(string(characters[s.Span[0]:s.Span[1]])), " ")
			if s.Language == "" {
				return text, reply.Language, text != ""
			}
			return text, s.Language, text != ""
		}
	}
	return "", "", false
}
