package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"proba/engine"
	"proba/engine/robot"
	"proba/grading/prove"
)

// maxWalks bounds the conversations of one command.
const maxWalks = 100_000

var errTooManyRuns = errors.New("at most 100000 runs are possible")

// playRobot lets a robot play in virtual time, shows the conversation as the text of a block and returns its log.
func (c *playCommand) playRobot(io streams, script *engine.Script) ([]engine.Event, error) {
	player, err := robot.New(c.Robot, script, c.Seed)
	if err != nil {
		return nil, err
	}
	opening := engine.Opening{Mode: engine.Mode(c.Mode), Seed: c.Seed, Variant: c.Variant, Instant: true}
	log, err := robot.Play(script, opening, player)
	if err != nil {
		return nil, err
	}
	if !c.JSON {
		fmt.Fprintln(io.out, prove.Transcript(log, firstLanguage(script)))
	}
	return log, nil
}

func firstLanguage(script *engine.Script) string {
	if len(script.Meta.Languages) == 0 {
		return "en"
	}
	return script.Meta.Languages[0]
}

// walk plays many random conversations and prints how often each customer line was said, and how contacts ended.
func (c *playCommand) walk(io streams, script *engine.Script) error {
	if c.Runs > maxWalks {
		return errTooManyRuns
	}
	reached, err := robot.Walk(script, c.Runs, c.Seed)
	if err != nil {
		return err
	}
	for _, w := range script.Wordings() {
		fmt.Fprintf(io.out, "%7d  %s  %s\n", reached.Line(w), w.Line.At, w.Line.Text)
	}
	for _, how := range slices.Sorted(maps.Keys(reached.Endings)) {
		fmt.Fprintf(io.out, "%7d  contacts ended: %s\n", reached.Endings[how], how)
	}
	return nil
}
