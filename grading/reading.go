package grading

import "proba/engine/language"

// reading says which verdicts count. Every criterion is judged strictly and widely; where the two differ it is
// undecided (SEMANTICS 42).
type reading int

const (
	// strict counts certain and likely phrases.
	strict reading = iota
	// strictFatal counts certain ones only: nobody fails a session on a guess.
	strictFatal
	// wide counts unsure ones too, and the possible occurrences in a language in which the phrase is blind.
	wide
)

// strictFor is the strict reading of a criterion.
func strictFor(fatal bool) reading {
	if fatal {
		return strictFatal
	}
	return strict
}

func (r reading) counts(h *language.Hearing) bool {
	switch r {
	case strict:
		return h.Verdict.Heard()
	case strictFatal:
		return h.Verdict == language.Certain
	default:
		return h.Verdict.Rank() >= language.Unsure.Rank() || h.Why == language.WhyBlind
	}
}
