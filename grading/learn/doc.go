// Package learn makes examples and counter-examples for the phrases of a pack out of what assessors corrected, as a change of
// its Markdown that a person reads and accepts.
//
//	lessons, left := learn.Lessons(c, privacy)        // of each session a person decided on
//	changes, more := learn.Propose(pack, id, lessons) // for a scenario of the present pack
//	changes[0].Diff()
//
// It is pure and writes nothing. It does not ask whether a lesson makes recognition better: `proba check` and `proba regrade
// --dry-run` tell what the changed pack does.
package learn
