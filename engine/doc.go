// Package engine is what happens next in a contact: commands in, events out.
//
//	script, err := engine.Prepare(scenario)
//	s, events, err := engine.Start(script, engine.Opening{Mode: engine.Practice, Seed: 7})
//	s, more, err := engine.Step(script, s, engine.Say{Text: "Buongiorno"}, 3*time.Second)
//	same := engine.Replay(append(events, more...))
//
// [Decide] says what follows when somebody, or the clock, does something, and changes nothing; [Apply] folds an event
// into the state and cannot fail. The log holds outcomes (the line the customer said, the phrases heard with their
// evidence, the patience after), so a later fix never rewrites a past session. The package is pure: time is an offset
// from the start, chance is a seed. The rules are those of docs/semantics.md.
package engine
