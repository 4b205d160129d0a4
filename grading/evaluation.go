// Package grading says how well it went: marks from an event log, the result against the pass mark, and what is still
// missing for a certificate.
//
//	ev := grading.Grade(script.Scenario, log)
//	fmt.Println(ev.Result, ev.Score)
//
// Grading reads only what the log stores; it never hears a reply anew (that is regrading, [Rehear]). The same scenario
// and log give the same Evaluation, byte for byte. The rules are those of docs/semantics.md, sections 7 to 9 and 12.
package grading

import (
	"time"

	"proba/engine"
	"proba/scenarios"
)

// MarkValue is one criterion's result.
type MarkValue string

// The mark values.
const (
	Met           MarkValue = "met"
	NotMet        MarkValue = "not met"
	NotApplicable MarkValue = "not applicable"
	Undecided     MarkValue = "undecided"
)

// Evaluation is a marked rubric. Its JSON is an outside contract (DESIGN 7); nothing in it depends on map order.
type Evaluation struct {
	Scenario string            `json:"scenario"`
	Version  string            `json:"version"`
	Pack     scenarios.Digest  `json:"pack"`
	Engine   string            `json:"engine"`
	Result   scenarios.Outcome `json:"result"`
	// Score is the nearest whole percent of Earned in Of (SEMANTICS 45); 0 when Of is 0.
	Score  int `json:"score"`
	Earned int `json:"earned"`
	Of     int `json:"of"`
	// IfMet is the score if every undecided mark were met; it equals Score when there is none.
	IfMet    int    `json:"if_met"`
	EndsIn   string `json:"ends_in"`
	Patience int    `json:"patience"`
	Marks    []Mark `json:"marks"`
	// Competences in the rubric's order, those with criteria here only.
	Competences []CompetenceScore `json:"competences"`
	// Rules are the sentences of the pass mark and how each came out.
	Rules []RuleResult `json:"rules"`
	// KPIs are the simulated figures.
	KPIs KPIs `json:"kpis"`
}

// Mark is one criterion's result with its evidence.
type Mark struct {
	Criterion  string    `json:"criterion"`
	Competence string    `json:"competence"`
	Mark       MarkValue `json:"mark"`
	Points     int       `json:"points"`
	Of         int       `json:"of"`
	Required   bool      `json:"required,omitempty"`
	Fatal      bool      `json:"fatal,omitempty"`
	// Broken: a fatal criterion was broken for certain.
	Broken bool `json:"broken,omitempty"`
	// Debrief is the question's number from 1; 0 for criteria of the contact.
	Debrief int `json:"debrief,omitempty"`
	// PartPoints are the points that the items held for certain earn though the criterion is not met as a whole; 0
	// without part marks (SEMANTICS 44).
	PartPoints int `json:"part_points,omitempty"`
	// AwaitsPerson: a person must mark it, and its points are outside the score until then (SEMANTICS 46).
	AwaitsPerson bool `json:"awaits_person,omitempty"`
	// Found is what the engine found where a person marks; "" elsewhere. FoundPoints are the points it would give.
	Found       MarkValue `json:"found,omitempty"`
	FoundPoints int       `json:"found_points,omitempty"`
	// Settled tells that Mark and Points are a person's (SEMANTICS 49); Machine is then the engine's mark.
	Settled bool      `json:"settled,omitempty"`
	Machine MarkValue `json:"machine,omitempty"`
	// Reason is why the mark is what it is where no single item says it: "nothing said", "only if", "variant".
	Reason string `json:"reason,omitempty"`
	// Items tells which items held, by number from 1.
	Items    []ItemResult `json:"items"`
	Evidence []Evidence   `json:"evidence"`
}

// ItemResult is one item of a criterion; Held and Wide are the two judgements of SEMANTICS 42.
type ItemResult struct {
	Item  int    `json:"item"`
	Label string `json:"label"` // "all of", "any of", "at least", "none of", "in order", "only if"
	Text  string `json:"text"`
	Held  bool   `json:"held"`
	Wide  bool   `json:"wide"`
	// Figure and Limit of a measure, as shown: "67%", "80%"; "" for events.
	Figure string `json:"figure,omitempty"`
	Limit  string `json:"limit,omitempty"`
}

// Evidence is one thing a mark rests on (SEMANTICS 48).
type Evidence struct {
	Event   int    `json:"event,omitempty"` // number in the log
	At      int64  `json:"at,omitempty"`    // milliseconds
	Item    int    `json:"item"`
	Verdict string `json:"verdict,omitempty"`
	Phrase  string `json:"phrase,omitempty"`
	Words   string `json:"words,omitempty"`
	Pattern string `json:"pattern,omitempty"`
	// Why is a code: heard, happened, negated, list, fact, blind, late, order, never, count, nothing said, …
	Why      string `json:"why"`
	Negator  string `json:"negator,omitempty"`
	Expected string `json:"expected,omitempty"`
	Found    string `json:"found,omitempty"`
	Example  string `json:"example,omitempty"`
	// Span of Words in the reply's text, in characters.
	Span []int `json:"span,omitempty"`
	// Field of a form; Expected and Found are then its right answer and what was filled in.
	Field string `json:"field,omitempty"`
}

// CompetenceScore is one competence's share.
type CompetenceScore struct {
	Name    string `json:"name"`
	Earned  int    `json:"earned"`
	Of      int    `json:"of"`
	Minimum int    `json:"minimum"` // percent
	// Percent as in Score; meaningless when Of is 0.
	Percent int  `json:"percent"`
	Reached bool `json:"reached"`
}

// RuleResult is how one pass rule came out, with undecided marks at the worst and at the best.
type RuleResult struct {
	Rule  string `json:"rule"` // a code: "total", "competence", "every competence", "required", "fatal"
	Name  string `json:"name,omitempty"`
	Limit int    `json:"limit,omitempty"`
	Worst bool   `json:"worst"`
	Best  bool   `json:"best"`
}

// KPIs are the simulated figures of one contact (SEMANTICS 40). A negative duration means "did not happen".
type KPIs struct {
	AnsweredAfter  Millis `json:"answered_after_ms"`
	FirstReply     Millis `json:"first_reply_ms"`
	Talk           Millis `json:"talk_ms"`
	Hold           Millis `json:"hold_ms"`
	WrapUp         Millis `json:"wrap_up_ms"`
	Handling       Millis `json:"handling_ms"`
	LongestSilence Millis `json:"longest_silence_ms"`
	Replies        int    `json:"replies"`
	Understood     int    `json:"understood"`
}

// Millis is a duration in whole milliseconds.
type Millis int64

// Duration converts.
func (m Millis) Duration() time.Duration { return time.Duration(m) * time.Millisecond }

// Grade marks a log. It is pure and may be called from any number of goroutines; a log that is not finished is marked
// as it stands. sc must be the scenario, as loaded without errors, that the log was played from.
func Grade(sc *scenarios.Scenario, log []engine.Event) Evaluation {
	h := readLog(log)
	ev := Evaluation{
		Scenario: sc.ID, Version: sc.Version, Pack: h.opened.Pack, Engine: h.opened.Engine,
		EndsIn: h.endsIn, Patience: h.patience, Marks: make([]Mark, 0, len(sc.Criteria)+len(sc.Debrief)), KPIs: h.keyFigures(),
	}
	for i := range sc.Criteria {
		ev.Marks = append(ev.Marks, h.contactScope().mark(&sc.Criteria[i]))
	}
	for i := range sc.Debrief {
		ev.Marks = append(ev.Marks, h.answerScope(i+1).mark(&sc.Debrief[i]))
	}
	return scored(sc, ev)
}
