// Package robot plays scenarios without people: players that must not pass (silent, word salad, fragments, parrot,
// rubric echo, wrong language, rude), one that wanders at random, and the model player that must reach every point.
//
//	player, err := robot.New("parrot", script, 1)
//	log, err := robot.Play(script, engine.Opening{Seed: 1, Instant: true}, player)
//	evaluation := grading.Grade(script.Scenario, log)
//
// Players are pure: what they do follows from the script, the log so far and their seed, so the same call gives the
// same bytes. Judging what they reach is left to grading and prove.
package robot
