package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"proba/engine"
	"proba/engine/robot"
	"proba/grading"
	"proba/grading/prove"
	"proba/scenarios"
)

type playCommand struct {
	Scenario   string `arg:"" help:"Id of a scenario, or its file."`
	Pack       string `type:"existingdir" help:"Folder of the pack; the shipped library when left out."`
	Transcript string `type:"existingfile" help:"Play the text of a conversation block from this file instead of the terminal."`
	Variant    string `help:"Play this variant instead of drawing one."`
	Robot      string `enum:",${robots}" default:"" help:"Let a robot play: ${robots}."`
	Runs       int    `default:"1" help:"With the robot random-walk: so many conversations, and how often each line was said."`
	Seed       int64  `default:"1" help:"What chance is made of."`
	Mode       string `enum:"practice,assessed" default:"practice" help:"practice or assessed."`
	JSON       bool   `name:"json" help:"Print the evaluation as JSON."`
}

// Run plays and prints the evaluation.
func (c *playCommand) Run(io streams) error {
	sc, err := findScenario(io, c.Pack, c.Scenario)
	if err != nil {
		return err
	}
	if c.Variant != "" && !slices.Contains(sc.Variants, c.Variant) {
		return fmt.Errorf("%q has no variant %q; its variants: %s", sc.ID, c.Variant, cmp.Or(strings.Join(sc.Variants, ", "), "none"))
	}
	script, err := engine.Prepare(sc)
	if err != nil {
		return fmt.Errorf("prepare %q: %w", sc.ID, err)
	}
	if c.Robot == robot.RandomWalk && c.Runs > 1 {
		return c.walk(io, script)
	}
	log, err := c.play(io, script)
	if err != nil {
		return err
	}
	return c.report(io.out, grading.Grade(sc, log))
}

func (c *playCommand) play(io streams, script *engine.Script) ([]engine.Event, error) {
	if c.Transcript != "" {
		return c.playTranscript(io, script)
	}
	if c.Robot != "" {
		return c.playRobot(io, script)
	}
	opening := engine.Opening{Mode: engine.Mode(c.Mode), Seed: c.Seed, Variant: c.Variant, Today: time.Now().Format(time.DateOnly)}
	return playInTerminal(io, script, opening)
}

func (c *playCommand) playTranscript(io streams, script *engine.Script) ([]engine.Event, error) {
	text, err := os.ReadFile(c.Transcript)
	if err != nil {
		return nil, fmt.Errorf("read transcript: %w", err)
	}
	test, problems := scenarios.ReadTranscript(script.Scenario, filepath.ToSlash(c.Transcript), string(text))
	if !test.SeedGiven {
		test.Seed = c.Seed
	}
	if c.Variant != "" {
		test.Variant = c.Variant
	}
	played := prove.PlayAs(script, test, engine.Mode(c.Mode))
	problems = append(problems, played.Problems...)
	for _, p := range problems {
		fmt.Fprintln(io.err, p.Format())
	}
	if len(problems) > 0 {
		return nil, exitProblems
	}
	return played.Log, nil
}

func (c *playCommand) report(out io.Writer, ev grading.Evaluation) error {
	if !c.JSON {
		printEvaluation(out, ev)
		return nil
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(ev); err != nil {
		return fmt.Errorf("write the evaluation: %w", err)
	}
	return nil
}

func printEvaluation(out io.Writer, ev grading.Evaluation) {
	fmt.Fprintf(out, "%s  %d%%  (%d of %d points)  ends in %q, patience %d\n",
		ev.Result, ev.Score, ev.Earned, ev.Of, ev.EndsIn, ev.Patience)
	for _, m := range ev.Marks {
		fmt.Fprintf(out, "  %-14s %3d/%-3d %s\n", m.Mark, m.Points, m.Of, m.Criterion)
		for _, e := range m.Evidence {
			fmt.Fprintf(out, "      %s%s\n", e.Why, evidenceText(e))
		}
	}
}

// evidenceText names what was heard and in which words, as far as there are any.
func evidenceText(e grading.Evidence) string {
	text := ""
	if e.Phrase != "" {
		text += " " + e.Phrase
	}
	if e.Words != "" {
		text += fmt.Sprintf(" %q", e.Words)
	}
	return text
}
