package scenarios

import (
	"fmt"
	"strconv"
)

// PatternError says why a pattern cannot be read.
type PatternError struct {
	// Offset is where, in characters from the start of the pattern, counted from 0.
	Offset int
	Cause  PatternCause
	// Sign is the sign or word at that place; "" at the end.
	Sign string
}

// PatternCause is what is wrong with a pattern. It is also the case of the P201 message that explains it.
type PatternCause string

// The causes.
const (
	PatternEmpty            PatternCause = "empty"
	PatternTooLong          PatternCause = "long"
	PatternBracketNotClosed PatternCause = "bracket-open"
	PatternBracketNotOpened PatternCause = "bracket-close"
	PatternNested           PatternCause = "nested"
	PatternGroupEmpty       PatternCause = "group-empty"
	PatternSignInGroup      PatternCause = "sign-in-group"
	PatternQuoteNotClosed   PatternCause = "quote-open"
	PatternSignInQuote      PatternCause = "sign-in-quote"
	PatternBracesNotClosed  PatternCause = "braces-open"
	PatternStarAlone        PatternCause = "star-alone"
	PatternStarInside       PatternCause = "star-inside"
	PatternDotsAtEdge       PatternCause = "dots"
	PatternPlusAtEdge       PatternCause = "plus"
	PatternSlashAtEdge      PatternCause = "slash"
	PatternBlankMissing     PatternCause = "blank"
	PatternSign             PatternCause = "sign"
)

// Error says it in English, with the character counted from 1.
func (e *PatternError) Error() string {
	return fmt.Sprintf("pattern at character %d: %s %q", e.Offset+1, e.Cause, e.Sign)
}

// Code returns the code of the message for this cause, such as "P201/nested".
func (e *PatternError) Code() Code { return Code("P201/" + string(e.Cause)) }

// Args returns the arguments of the message, for a pattern whose text begins at a column of its line.
func (e *PatternError) Args(column int) map[string]string {
	return map[string]string{
		"column": strconv.Itoa(column + e.Offset),
		"sign":   e.Sign,
		"max":    strconv.Itoa(MaxPatternBytes),
		"atoms":  strconv.Itoa(MaxPatternAtoms),
	}
}
