package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"proba/scenarios"
)

type newCommand struct {
	Scenario    newScenarioCommand    `cmd:"" help:"Write a commented first pack: scenario, persona, world and rubric."`
	Translation newTranslationCommand `cmd:"" help:"Write the file a translator starts from: headings, originals as comments, digests."`
}

type newScenarioCommand struct {
	ID       string `name:"id" required:"" help:"Id of the scenario: lower-case letters, digits, hyphens."`
	Channel  string `enum:"phone,counter,chat,email" default:"phone" help:"phone, counter, chat or email."`
	Language string `enum:"en,it,ro,ru,de" default:"en" help:"Language of texts and keywords."`
	Dir      string `default:"." help:"Folder of the pack; made when it is not there."`
}

// Run writes the files of a first pack and says what to do next. A file that is there already stops it before
// anything is written.
func (c *newScenarioCommand) Run(io streams) error {
	files, err := scenarios.Starter(c.ID, scenarios.Channel(c.Channel), c.Language)
	if err != nil {
		return err
	}
	paths := slices.Sorted(maps.Keys(files))
	for _, path := range paths {
		if _, err := os.Lstat(filepath.Join(c.Dir, path)); err == nil {
			return fmt.Errorf("new scenario: %q is there already", filepath.Join(c.Dir, path))
		}
	}
	for _, path := range paths {
		if err := writeNew(filepath.Join(c.Dir, path), files[path]); err != nil {
			return err
		}
		fmt.Fprintln(io.out, filepath.Join(c.Dir, path))
	}
	fmt.Fprintf(io.out, "\nproba check %s\nproba play %s --pack %s\n", c.Dir, c.ID, c.Dir)
	return nil
}

// writeNew writes a file that must not be there yet.
func writeNew(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write a new file: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write a new file: %w", err)
	}
	if _, err := f.WriteString(text); err != nil {
		f.Close()
		return fmt.Errorf("write %q: %w", path, err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	return nil
}
