package rater

import (
	"slices"

	"proba/engine/language"
	"proba/grading"
)

// Question is one criterion and what the trainee said.
type Question struct {
	// Criterion is its name; Wanted is what it asks for, as its author wrote it.
	Criterion string
	Wanted    []string
	// Items are the same as phrases with all their examples; with OneEnough one of them is enough, else all are asked for.
	Items     []Item
	OneEnough bool
	// Replies are the trainee's, in order.
	Replies []string
}

// Item is one thing a criterion asks for: one of several clauses.
type Item []Clause

// Clause is phrases that must all be said.
type Clause []Phrase

// Phrase is a meaning by its examples and by what is none.
type Phrase struct {
	Name              string
	Examples, Counter []string
}

// enoughExamples tells that every phrase has examples and counter-examples enough to compare with.
func (q Question) enoughExamples() bool {
	for _, item := range q.Items {
		for _, clause := range item {
			for _, p := range clause {
				if len(p.Examples) < fewestExamples || len(p.Counter) < fewestCounter {
					return false
				}
			}
		}
	}
	return len(q.Items) > 0
}

// Opinion is what a rater says of a criterion.
type Opinion string

// The opinions.
const (
	Met    Opinion = "met"
	NotMet Opinion = "not met"
	Void   Opinion = "void" // there is no usable answer
)

// Why a vote is void.
type Why string

// The reasons.
const (
	NoAnswer    Why = "no answer"     // nobody there, too slow, or a refusal
	TooLong     Why = "too long"      // the question or the answer
	WrongForm   Why = "wrong form"    // not exactly {met, quote}
	NotSaid     Why = "quote unknown" // the quote is no words of a reply
	SealBroken  Why = "seal broken"   // the answer holds what only the instructions hold
	NothingSaid Why = "nothing said"  // there was no reply to ask about
	FewExamples Why = "few examples"  // the phrases have too few examples to compare with
	Unsure      Why = "unsure"        // what was said stands between examples and counter-examples
)

// Vote is a rater's opinion with all that is needed to check it later.
type Vote struct {
	Criterion string  `json:"criterion"`
	Opinion   Opinion `json:"opinion"`
	// Why tells why a vote is void.
	Why Why `json:"why,omitempty"`
	// Quote is what the opinion rests on, words of a reply.
	Quote string `json:"quote,omitempty"`
	Model string `json:"model"`
	// Prompt is the SHA-256 of everything that was sent, in hexadecimal digits; "" when nothing was.
	Prompt string `json:"prompt"`
	// Raw is the answer as it came, cut at the greatest size; of embeddings, which are many numbers, the figures made of it.
	Raw string `json:"raw"`
}

// Standing is what a vote means beside a mark.
type Standing string

// The standings. None of them changes the mark.
const (
	Agrees Standing = "agrees"
	Review Standing = "review" // a person should look
	Silent Standing = "silent" // the vote counts for nothing
)

// Beside compares a vote with the machine's mark. What is certain stays certain: a broken fatal criterion, a wrong
// fact, a voided list, a criterion that does not apply and one a person must mark anyway are not put in doubt.
func Beside(m grading.Mark, v Vote) Standing {
	switch {
	case v.Opinion == Void, m.Mark == grading.NotApplicable, m.Mark == grading.Undecided, m.Broken:
		return Silent
	case (m.Mark == grading.Met) == (v.Opinion == Met):
		return Agrees
	case m.Mark == grading.NotMet && slices.ContainsFunc(m.Evidence, exact):
		return Silent
	}
	return Review
}

// exact reports whether evidence rests on a comparison of values or on a guard that voids.
func exact(e grading.Evidence) bool {
	return e.Why == string(language.WhyFact) || e.Why == string(language.WhyList)
}
