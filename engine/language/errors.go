package language

import "errors"

// Errors of [New]. A scenario that loaded without problems causes none of them.
var (
	// ErrEmptyPattern tells that a pattern was not parsed.
	ErrEmptyPattern = errors.New("empty pattern")
	// ErrUnknownPhrase tells that a group names a phrase that does not exist.
	ErrUnknownPhrase = errors.New("unknown phrase")
)
