package main

import (
	"fmt"
	"os"
	"strings"

	"proba/scenarios"
)

type fmtCommand struct {
	Files []string `arg:"" name:"file" type:"existingfile" help:"Author files (*.md)."`
	Diff  bool     `help:"Show what would change and write nothing."`
}

// Run tidies the looks of author files; what Proba reads in them stays the same.
func (c *fmtCommand) Run(io streams) error {
	for _, file := range c.Files {
		if !strings.HasSuffix(strings.ToLower(file), ".md") {
			return fmt.Errorf("tidy %q: an author file ends with .md", file)
		}
		info, err := os.Stat(file)
		if err != nil {
			return fmt.Errorf("tidy %q: %w", file, err)
		}
		if info.Size() > scenarios.MaxFileSize {
			return fmt.Errorf("tidy %q: larger than %d KiB", file, scenarios.MaxFileSize>>10)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("tidy %q: %w", file, err)
		}
		if err := c.tidy(io, file, string(text)); err != nil {
			return err
		}
	}
	return nil
}

func (c *fmtCommand) tidy(io streams, file, text string) error {
	fresh := scenarios.Tidy(text)
	switch {
	case fresh == text:
		return nil
	case c.Diff:
		printDiff(io.out, file, text, fresh)
		return nil
	}
	fmt.Fprintln(io.out, file)
	return rewriteFile(file, fresh)
}
