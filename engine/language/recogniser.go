package language

import "proba/scenarios"

// Recogniser hears phrases. It is never changed after New and may be used by any number of goroutines.
type Recogniser struct {
	phrases []scenarios.Phrase
}

// Options of a Recogniser.
type Options struct {
	// Languages the trainee may use, first one first.
	Languages []string
	// Facts are names with the values of every variant; they tell strangers from other facts (SEMANTICS 13).
	Facts []scenarios.Fact
}

// New compiles the patterns and trains the model of each phrase. The error names the phrase that cannot be compiled.
func New(phrases []scenarios.Phrase, opt Options) (*Recogniser, error) {
	panic("not written yet")
}

// Hear decides on every phrase. It allocates no more than a few kilobytes for a usual reply, never fails, and treats
// text over 4 KiB by its first 4 KiB.
func (r *Recogniser) Hear(reply Reply) Heard {
	panic("not written yet")
}
