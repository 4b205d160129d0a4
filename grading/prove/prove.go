// Package prove lets a pack examine itself: it plays the embedded tests, checks that examples are recognised and
// counter-examples are not, and returns what is wrong as problems at their place.
//
//	problems := prove.Pack(pack)
package prove

import (
	"time"

	"proba/engine"
	"proba/grading"
	"proba/scenarios"
)

// Pack proves every scenario and library of a pack: P203, P204, T401, T402, T408. Problems come sorted like Load's.
func Pack(p *scenarios.Pack) []scenarios.Problem { panic("not written yet") }

// Scenario proves one scenario.
func Scenario(sc *engine.Script) []scenarios.Problem { panic("not written yet") }

// Played is one test after playing it.
type Played struct {
	Log        []engine.Event
	Evaluation grading.Evaluation
	// Problems are refused commands and unexpected customer lines (T408).
	Problems []scenarios.Problem
}

// Play plays a test's transcript.
func Play(sc *engine.Script, t scenarios.Test) Played { panic("not written yet") }

// Transcript writes a log as the text of a conversation block in a keyword language, so that a session can be kept as
// a test.
func Transcript(log []engine.Event, lang string) string { panic("not written yet") }

// Took is the default time of a reply in a transcript (SEMANTICS 54).
const Took = 2 * time.Second
