// Package eval measures the recogniser by the protocol of docs/recognition.md on labelled utterances.
//
//	set, err := eval.ReadSet(fsys, "data/banking77")
//	report := eval.Calls(set, eval.Plan{Examples: 10, Rubrics: 24, Calls: 10}, lexical)
//
// A set's classes are split in two halves; a rubric is eight classes of a half with so many random examples each; a
// call is one test turn for each of half of the rubric's classes and as many distractors. Draws are seeded: the same
// set and plan give the same figures. Nothing here knows how recognition works.
package eval
