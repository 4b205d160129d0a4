package grading

import "proba/engine"

// Rehear hears the stored replies anew against changed phrases, leaving beats, lines, patience and clocks as they
// happened (SEMANTICS 50).
func Rehear(script *engine.Script, log []engine.Event) []engine.Event { panic("not written yet") }
