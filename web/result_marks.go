package web

import (
	"slices"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/language"
	"proba/grading"
	"proba/scenarios"
)

// markView is one criterion with its evidence, as the result page and the assessor's pages show it.
type markView struct {
	grading.Mark
	// Number is the criterion's place from 1, contact first, then the questions.
	Number int
	// State is met, miss, wait or none.
	State  string
	Open   bool
	Proofs []proofView
	// Advice, Why and Models are for criteria that were not met; Praise for those that were.
	Advice, Praise, Why string
	Models              []modelAnswer
	Rows                []string
	// Language is the one the author wrote in.
	Language string
	// Objection is what the trainee said against the mark, nil when he did not.
	Objection *objectionView
	// Votes are what outside raters said; only an assessor sees them.
	Votes []voteView
	// MayDisagree tells that the reader may say something against it now.
	MayDisagree bool
}

// Weight is Required, Fatal or "".
func (m markView) Weight() string {
	switch {
	case m.Fatal:
		return "fatal"
	case m.Required:
		return "required"
	default:
		return ""
	}
}

// ReasonKey completes mark.reason, "" for none.
func (m markView) ReasonKey() string { return slug(m.Reason) }

// slug turns a code of words into a part of a catalogue key.
func slug(code string) string { return strings.ReplaceAll(code, " ", "-") }

// plainText is what an author wrote without the marks of emphasis around names.
func plainText(text string) string {
	return strings.NewReplacer("**", "", "*", "", "_", "").Replace(text)
}

// proofView is one item of a criterion: what was asked and what speaks for and against it.
type proofView struct {
	grading.ItemResult
	State    string
	Language string
	Evidence []evidenceView
}

// LabelKey completes the catalogue key label.
func (p proofView) LabelKey() string { return slug(p.Label) }

// Asked is the item as its author wrote it, without marks of emphasis.
func (p proofView) Asked() string { return plainText(p.Text) }

// evidenceView is one piece of evidence. What would give answers away is left empty where they are withheld.
type evidenceView struct {
	grading.Evidence
	Since    time.Duration
	Quote    []quotePart
	Language string
}

// WhyKey completes the catalogue key why.
func (e evidenceView) WhyKey() string { return slug(e.Why) }

// quotePart is a stretch of a reply; Kind is "" or how it is marked: "heard", "no", "fact".
type quotePart struct{ Text, Kind string }

// modelAnswer is an example of what was looked for.
type modelAnswer struct{ Phrase, Text, Language string }

// sheet makes the views of one session's evidence.
type sheet struct {
	sc   *scenarios.Scenario
	log  map[int]engine.Event
	hide bool // withhold patterns, examples, right answers and model answers
}

func newSheet(sc *scenarios.Scenario, log []engine.Event, hide bool) sheet {
	s := sheet{sc: sc, log: make(map[int]engine.Event, len(log)), hide: hide}
	for _, e := range log {
		s.log[e.Number] = e
	}
	return s
}

// marks are those of the evaluation in reading order: missed first, then undecided, then met, then what did not apply.
func (s sheet) marks(ev grading.Evaluation) []markView {
	out := make([]markView, len(ev.Marks))
	for i, m := range ev.Marks {
		out[i] = s.mark(i, m)
	}
	slices.SortStableFunc(out, func(a, b markView) int { return rankOfMark(a) - rankOfMark(b) })
	if len(out) > 0 {
		out[0].Open = out[0].State == "miss"
	}
	return out
}

func rankOfMark(m markView) int {
	rank := 2 * slices.Index([]string{"miss", "wait", "met", "none"}, m.State)
	if m.Weight() == "" {
		rank++
	}
	return rank
}

func (s sheet) mark(i int, m grading.Mark) markView {
	out := markView{Mark: m, Number: i + 1, State: markClass(m.Mark), Language: firstLanguage(s.sc)}
	c, known := s.criterion(i)
	for _, item := range m.Items {
		out.Proofs = append(out.Proofs, s.proof(m, item))
	}
	if !known {
		return out
	}
	out.Why, out.Rows = c.Why, c.Rows
	if m.Mark == grading.Met {
		out.Praise = c.Praise
		return out
	}
	if m.Mark != grading.NotApplicable {
		out.Advice, out.Models = c.Advice, s.models(c, m)
	}
	return out
}

// criterion finds the criterion of a mark: marks stand in file order, contact then debrief.
func (s sheet) criterion(i int) (*scenarios.Criterion, bool) {
	switch n := len(s.sc.Criteria); {
	case i < n:
		return &s.sc.Criteria[i], true
	case i-n < len(s.sc.Debrief):
		return &s.sc.Debrief[i-n], true
	default:
		return nil, false
	}
}

func (s sheet) proof(m grading.Mark, item grading.ItemResult) proofView {
	out := proofView{ItemResult: item, State: itemState(item), Language: firstLanguage(s.sc)}
	for _, e := range m.Evidence {
		if e.Item == item.Item {
			out.Evidence = append(out.Evidence, s.evidence(e))
		}
	}
	return out
}

// itemState is how an item came out. What must not happen is met by not happening.
func itemState(item grading.ItemResult) string {
	held, wide := item.Held, item.Wide
	switch {
	case held != wide:
		return "wait"
	case item.Label == "none of" && held, item.Label != "none of" && !held:
		return "miss"
	default:
		return "met"
	}
}

func (s sheet) evidence(e grading.Evidence) evidenceView {
	out := evidenceView{Evidence: e, Since: time.Duration(e.At) * time.Millisecond}
	if s.hide {
		out.Evidence = withheld(e)
	}
	switch f := s.log[e.Event].Fact.(type) {
	case engine.Replied:
		out.Quote, out.Language = quote(f.Text, e), f.Language
	case engine.Argued:
		out.Quote, out.Language = quote(f.Text, e), f.Language
	}
	return out
}

// quote cuts a reply at the words of the evidence. The negator that refused them is marked too, where it stands before
// them or inside.
func quote(text string, e grading.Evidence) []quotePart {
	letters := []rune(text)
	if len(e.Span) != 2 || e.Span[0] < 0 || e.Span[1] > len(letters) || e.Span[0] >= e.Span[1] {
		return []quotePart{{Text: text}}
	}
	from, to := e.Span[0], e.Span[1]
	kind := "heard"
	if e.Why == string(language.WhyNegated) && e.Negator == "" {
		kind = "no"
	}
	marks := []marking{{from, to, kind}}
	if e.Negator != "" {
		if at := lastIndex(letters[:to], e.Negator); at >= 0 {
			marks = cutOut(marks[0], marking{at, at + len([]rune(e.Negator)), "no"})
		}
	}
	return partsOf(letters, marks)
}

// marking is a stretch of a text in letters.
type marking struct {
	from, to int
	kind     string
}

// cutOut puts the inner marking before, into or over the outer one.
func cutOut(outer, inner marking) []marking {
	if inner.to <= outer.from {
		return []marking{inner, outer}
	}
	var out []marking
	if inner.from > outer.from {
		out = append(out, marking{outer.from, inner.from, outer.kind})
	}
	out = append(out, inner)
	if inner.to < outer.to {
		out = append(out, marking{inner.to, outer.to, outer.kind})
	}
	return out
}

func partsOf(letters []rune, marks []marking) []quotePart {
	var out []quotePart
	at := 0
	add := func(to int, kind string) {
		if to > at {
			out = append(out, quotePart{string(letters[at:to]), kind})
			at = to
		}
	}
	for _, m := range marks {
		add(m.from, "")
		add(m.to, m.kind)
	}
	add(len(letters), "")
	return out
}

// lastIndex finds the last place of a word in letters, without regard to case; -1 when it is not there.
func lastIndex(letters []rune, word string) int {
	want := []rune(word)
	for at := len(letters) - len(want); at >= 0; at-- {
		if folded(string(letters[at:at+len(want)])) == folded(word) {
			return at
		}
	}
	return -1
}

// models are a model answer for each phrase that a missed criterion asked for and that was not said: its first example.
func (s sheet) models(c *scenarios.Criterion, m grading.Mark) []modelAnswer {
	if s.hide {
		return nil
	}
	var out []modelAnswer
	for _, item := range c.Items() {
		i := slices.IndexFunc(m.Items, func(r grading.ItemResult) bool { return r.Item == item.Number })
		if i < 0 || m.Items[i].Held || m.Items[i].Label == "none of" {
			continue
		}
		for _, name := range phrasesOf(item) {
			if model, ok := s.model(name, 0); ok && !slices.Contains(out, model) {
				out = append(out, model)
			}
		}
	}
	return out
}

// phrasesOf are the phrases an item asks for.
func phrasesOf(item scenarios.Item) []string {
	var names []string
	for _, clause := range item.Any {
		for _, sentence := range clause {
			if sentence.Verb == scenarios.VerbSays && sentence.Name.Name != "" {
				names = append(names, sentence.Name.Name)
			}
		}
	}
	return names
}

// model is the first example of a phrase, of a group that of its first member; groups of groups are followed so far.
func (s sheet) model(name string, depth int) (modelAnswer, bool) {
	phrase, known := s.sc.Phrase(name)
	if !known || depth > 3 {
		return modelAnswer{}, false
	}
	if len(phrase.Examples) > 0 {
		example := phrase.Examples[0]
		lang := example.Language
		if lang == "" && len(phrase.Languages) > 0 {
			lang = phrase.Languages[0]
		}
		return modelAnswer{name, example.Text, lang}, true
	}
	for _, member := range phrase.OneOf {
		if m, ok := s.model(member.Name, depth+1); ok {
			m.Phrase = name
			return m, true
		}
	}
	return modelAnswer{}, false
}
