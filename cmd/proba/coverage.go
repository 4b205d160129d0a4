package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"proba/engine"
	"proba/grading/prove"
	"proba/scenarios"
	"proba/web"
)

// coverageReport is the JSON form, an outside contract.
type coverageReport struct {
	Coverage []prove.Coverage `json:"coverage"`
}

// coverage shows what tests and robots came by in every scenario of the paths.
func (c *checkCommand) coverage(io streams) error {
	report := coverageReport{Coverage: []prove.Coverage{}}
	for _, path := range c.Paths {
		found, err := coverPath(path)
		if err != nil {
			return err
		}
		report.Coverage = append(report.Coverage, found...)
	}
	if !c.JSON {
		for _, covered := range report.Coverage {
			printCoverage(io.out, covered)
		}
		return nil
	}
	encoder := json.NewEncoder(io.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(report); err != nil {
		return fmt.Errorf("write the coverage: %w", err)
	}
	return nil
}

// coverPath covers the scenarios of a folder, or the one of a file. A scenario that cannot be played has no coverage.
func coverPath(path string) ([]prove.Coverage, error) {
	root, only, err := packRoot(path)
	if err != nil {
		return nil, err
	}
	pack, _ := scenarios.Load(os.DirFS(root), web.ShippedActs()) // what is wrong is told by check without coverage
	var all []prove.Coverage
	for _, id := range slices.Sorted(maps.Keys(pack.Scenarios)) {
		sc := pack.Scenarios[id]
		script, err := engine.Prepare(sc)
		if err != nil || only != "" && sc.At.File != only {
			continue
		}
		covered, err := prove.Cover(script)
		if err != nil {
			return nil, err
		}
		all = append(all, covered)
	}
	return all, nil
}

func printCoverage(out io.Writer, c prove.Coverage) {
	fmt.Fprintf(out, "%s\n", c.Scenario)
	printReached(out, "lines", c.Lines)
	printReached(out, "reactions", c.Reactions)
	for _, r := range c.Criteria {
		if words := oneSided(r); words != "" {
			fmt.Fprintf(out, "  %s  %q: %s\n", r.At, r.Name, words)
		}
	}
	for _, v := range c.Variants {
		if v.Tests == 0 {
			fmt.Fprintf(out, "  no test plays the variant %q\n", v.Variant)
		}
	}
}

// printReached prints the figures, and each that no test came by with what came by it instead.
func printReached(out io.Writer, what string, all []prove.Reached) {
	tested, reached := 0, 0
	for _, r := range all {
		if r.Tests > 0 {
			tested++
		}
		if !r.Never() {
			reached++
		}
	}
	fmt.Fprintf(out, "  %d %s: %d in tests, %d in tests, by robots or in random walks\n", len(all), what, tested, reached)
	for _, r := range all {
		switch {
		case r.Never():
			fmt.Fprintf(out, "    %s  never: %s\n", r.At, r.Text)
		case r.Tests == 0:
			fmt.Fprintf(out, "    %s  in no test (robots %d, walks %d): %s\n", r.At, r.Robots, r.Walks, r.Text)
		}
	}
}

// oneSided says what no test shows of a criterion; "" when it is both met and missed in tests.
func oneSided(r prove.CriterionResult) string {
	switch {
	case r.Tests.Met == 0 && r.Tests.Missed == 0:
		return "decided in no test"
	case r.Tests.Met == 0:
		return fmt.Sprintf("met in no test (by robots %d times)", r.Robots.Met)
	case r.Tests.Missed == 0:
		return fmt.Sprintf("missed in no test (by robots %d times)", r.Robots.Missed)
	}
	return ""
}
