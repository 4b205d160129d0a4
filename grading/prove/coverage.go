package prove

import (
	"fmt"
	"strconv"
	"strings"

	"proba/engine"
	"proba/engine/robot"
	"proba/grading"
	"proba/scenarios"
)

// Coverage is what the tests and robots of a scenario came by. It is an outside contract in JSON.
type Coverage struct {
	Scenario  string            `json:"scenario"`
	Lines     []Reached         `json:"lines"`
	Reactions []Reached         `json:"reactions"`
	Criteria  []CriterionResult `json:"criteria"`
	Variants  []VariantTests    `json:"variants"`
}

// Reached counts how often something of a file was come by: in tests, by robots, in random walks.
type Reached struct {
	At     scenarios.Pos `json:"at"`
	Text   string        `json:"text"`
	Tests  int           `json:"tests"`
	Robots int           `json:"robots"`
	Walks  int           `json:"walks"`
}

// Never reports whether neither a test nor a robot nor a walk came by it.
func (r Reached) Never() bool { return r.Tests+r.Robots+r.Walks == 0 }

// CriterionResult counts how often a criterion was met and missed, in tests and by robots.
type CriterionResult struct {
	At     scenarios.Pos `json:"at"`
	Name   string        `json:"name"`
	Tests  MetMissed     `json:"tests"`
	Robots MetMissed     `json:"robots"`
}

// MetMissed counts marks.
type MetMissed struct {
	Met    int `json:"met"`
	Missed int `json:"missed"`
}

// VariantTests counts the tests of a variant; a scenario without variants has one without a name.
type VariantTests struct {
	Variant string `json:"variant"`
	Tests   int    `json:"tests"`
}

// Cover plays every test, every robot in every variant and a thousand random walks, and counts what they came by. Lines
// are those of the scenario's own beats: a persona's habits wait for other scenarios too.
func Cover(sc *engine.Script) (Coverage, error) {
	c := counter{sc: sc, lines: map[string]*Reached{}, reactions: map[scenarios.Pos]*Reached{}}
	c.list()
	if err := c.play(); err != nil {
		return Coverage{}, err
	}
	return c.coverage, nil
}

// counter fills a coverage.
type counter struct {
	sc        *engine.Script
	coverage  Coverage
	lines     map[string]*Reached // by block and alternative
	reactions map[scenarios.Pos]*Reached
}

// list lists everything that can be reached.
func (c *counter) list() {
	sc := c.sc
	c.coverage = Coverage{Scenario: sc.ID, Lines: []Reached{}, Reactions: []Reached{}, Criteria: []CriterionResult{}}
	for _, w := range sc.Wordings() {
		if _, own := sc.Beat(w.Beat); own {
			c.coverage.Lines = append(c.coverage.Lines, Reached{At: w.Line.At, Text: w.Line.Text})
		}
	}
	n := 0
	for _, w := range sc.Wordings() {
		if _, own := sc.Beat(w.Beat); own {
			c.lines[wordingKey(w.Block, w.Alternative)] = &c.coverage.Lines[n]
			n++
		}
	}
	for i := range sc.Beats {
		for _, r := range sc.Beats[i].Reactions {
			c.coverage.Reactions = append(c.coverage.Reactions, Reached{At: r.At, Text: c.sourceLine(r.At)})
		}
		if r := sc.Beats[i].Otherwise; r != nil {
			c.coverage.Reactions = append(c.coverage.Reactions, Reached{At: r.At, Text: c.sourceLine(r.At)})
		}
	}
	for i := range c.coverage.Reactions {
		c.reactions[c.coverage.Reactions[i].At] = &c.coverage.Reactions[i]
	}
	for _, criterion := range append(append([]scenarios.Criterion(nil), sc.Criteria...), sc.Debrief...) {
		c.coverage.Criteria = append(c.coverage.Criteria, CriterionResult{At: criterion.At, Name: criterion.Name})
	}
	c.coverage.Variants = variantTests(sc.Scenario)
}

func wordingKey(block string, alternative int) string { return block + "." + strconv.Itoa(alternative) }

// sourceLine is the line of a file as written.
func (c *counter) sourceLine(at scenarios.Pos) string {
	for _, f := range c.sc.Sources {
		lines := strings.Split(f.Text, "\n")
		if f.Path == at.File && at.Line >= 1 && at.Line <= len(lines) {
			return strings.TrimSpace(lines[at.Line-1])
		}
	}
	return ""
}

func variantTests(sc *scenarios.Scenario) []VariantTests {
	variants := sc.Variants
	if len(variants) == 0 {
		variants = []string{""}
	}
	var all []VariantTests
	for i, v := range variants {
		n := 0
		for _, t := range sc.Tests {
			if t.Variant == v || t.Variant == "" && i == 0 {
				n++
			}
		}
		all = append(all, VariantTests{v, n})
	}
	return all
}

// play plays everything; each kind of player has its own column.
func (c *counter) play() error {
	watched := c.watching(func(r *Reached) { r.Tests++ })
	for _, t := range c.sc.Tests {
		played := Play(watched, t)
		c.said(played.Log, func(r *Reached) { r.Tests++ })
		c.marked(played.Evaluation, func(r *CriterionResult) *MetMissed { return &r.Tests })
	}
	for _, r := range robotRuns(c.watching(func(r *Reached) { r.Robots++ })) {
		c.said(r.log, func(r *Reached) { r.Robots++ })
		c.marked(r.evaluation, func(r *CriterionResult) *MetMissed { return &r.Robots })
	}
	walked, err := robot.Walk(c.watching(func(r *Reached) { r.Walks++ }), walkRuns, robotSeed)
	if err != nil {
		return fmt.Errorf("cover %q: %w", c.sc.ID, err)
	}
	for key, n := range walked.Lines {
		if line, ok := c.lines[key]; ok {
			line.Walks += n
		}
	}
	return nil
}

func (c *counter) watching(count func(*Reached)) *engine.Script {
	return c.sc.Watching(func(at scenarios.Pos) {
		if r, ok := c.reactions[at]; ok {
			count(r)
		}
	})
}

func (c *counter) said(log []engine.Event, count func(*Reached)) {
	for _, e := range log {
		if f, ok := e.Fact.(engine.CustomerSaid); ok {
			if line, ok := c.lines[wordingKey(f.Block, f.Alternative)]; ok {
				count(line)
			}
		}
	}
}

func (c *counter) marked(ev grading.Evaluation, of func(*CriterionResult) *MetMissed) {
	for i, m := range ev.Marks {
		n := of(&c.coverage.Criteria[i])
		switch m.Mark {
		case grading.Met:
			n.Met++
		case grading.NotMet:
			n.Missed++
		}
	}
}
