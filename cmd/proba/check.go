package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"proba/grading/prove"
	"proba/scenarios"
	"proba/web"
)

type checkCommand struct {
	Paths   []string `arg:"" name:"path" help:"Folders or single files of a pack."`
	JSON    bool     `name:"json" help:"Print one JSON object instead of text."`
	Strict  bool     `help:"Count warnings as errors, as certification does."`
	Fix     bool     `help:"Show, as a diff, the repairs that need no thought; problems are not listed then."`
	Against string   `type:"path" help:"Folder or zip of a pack to compare versions with, instead of what was released last."`
	Write   bool     `help:"With --fix: make these repairs in the files, then check."`
	// Coverage asks for what was reached instead of what is wrong.
	Coverage bool `help:"Show, instead of problems, which lines, reactions, criteria and variants no test or robot reached."`
}

// checkReport is the JSON form, an outside contract (DESIGN 7).
type checkReport struct {
	Problems []scenarios.Problem `json:"problems"`
}

// Run checks every path and ends with 1 when something must be repaired.
func (c *checkCommand) Run(io streams) error {
	if c.Write && !c.Fix {
		return errWriteWithoutFix
	}
	defer spendMemory()()
	if c.Fix {
		if err := c.fix(io); err != nil || !c.Write {
			return err
		}
	}
	if c.Coverage {
		return c.coverage(io)
	}
	problems := []scenarios.Problem{}
	for _, path := range c.Paths {
		found, err := checkPath(path, c.Against, c.watcher(io))
		if err != nil {
			return err
		}
		problems = append(problems, found...)
	}
	if c.JSON {
		encoder := json.NewEncoder(io.out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(checkReport{Problems: problems}); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
	} else {
		printProblems(io, problems)
	}
	if c.mustRepair(problems) {
		return exitProblems
	}
	return nil
}

func (c *checkCommand) mustRepair(problems []scenarios.Problem) bool {
	return slices.ContainsFunc(problems, func(p scenarios.Problem) bool {
		return p.Level == scenarios.LevelError || c.Strict && p.Level == scenarios.LevelWarning
	})
}

func printProblems(io streams, problems []scenarios.Problem) {
	count := map[scenarios.Level]int{}
	for _, p := range problems {
		count[p.Level]++
		fmt.Fprintln(io.out, p.Format())
	}
	fmt.Fprintf(io.out, "%s, %s, %s\n", numberOf(count[scenarios.LevelError], "error"),
		numberOf(count[scenarios.LevelWarning], "warning"), numberOf(count[scenarios.LevelNote], "note"))
}

// numberOf is a number of things whose name takes an s for more or fewer than one.
func numberOf(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// checkPath loads a folder as a pack, or the folder of a single file and keeps that file's problems. Its versions are compared
// with the pack against, or with its released state where that is "".
func checkPath(path, against string, tell func(prove.Progress)) ([]scenarios.Problem, error) {
	root, only, err := packRoot(path)
	if err != nil {
		return nil, err
	}
	pack, problems := scenarios.Load(os.DirFS(root), web.ShippedActs())
	problems = append(problems, prove.Watched(pack, tell)...)
	released, err := releasedPack(root, against)
	if err != nil {
		return nil, err
	}
	problems = append(problems, scenarios.VersionProblems(released, pack)...)
	if only != "" {
		problems = slices.DeleteFunc(problems, func(p scenarios.Problem) bool { return p.File != only })
	}
	return problems, nil
}

// packRoot finds the folder of the pack a path belongs to. A file's pack is the nearest folder above it that holds
// another kind's folder beside its own (scenarios beside personas); else its own folder.
func packRoot(path string) (root, only string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", "", fmt.Errorf("check %q: %w", path, err)
	}
	if info.IsDir() {
		return path, "", nil
	}
	dir := filepath.Dir(path)
	root = dir
	if parent := filepath.Dir(dir); holdsAuthorFolders(parent) {
		root = parent
	}
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return "", "", fmt.Errorf("check %q: %w", path, err)
	}
	return root, filepath.ToSlash(rel), nil
}

func holdsAuthorFolders(dir string) bool {
	entries, err := fs.ReadDir(os.DirFS(dir), ".")
	if err != nil {
		return false
	}
	known := 0
	for _, e := range entries {
		if e.IsDir() && slices.Contains(authorFolders, strings.ToLower(e.Name())) {
			known++
		}
	}
	return known >= 2
}

// The folder names of SCENARIO-FORMAT 1; a habit, not a rule.
var authorFolders = []string{"scenarios", "personas", "worlds", "phrases", "rubrics", "certificates", "shifts"}

// garbagePercent is how much garbage there may be, in hundredths of what is in use, while a pack is read once.
const garbagePercent = 400

// spendMemory lets more garbage lie than usual until restore is called: a command that reads a pack, keeps all of it and
// ends gains little from freeing what is left on the way. Who asked for still more by GOGC keeps it.
func spendMemory() (restore func()) {
	before := debug.SetGCPercent(garbagePercent)
	if before < 0 || before > garbagePercent {
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}
