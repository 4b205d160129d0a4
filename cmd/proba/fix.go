package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"proba/scenarios"
	"proba/web"
)

var errWriteWithoutFix = errors.New("--write goes with --fix")

// fix shows the repairs of every path as a diff, and makes them when asked to write.
func (c *checkCommand) fix(io streams) error {
	count := 0
	for _, path := range c.Paths {
		root, only, err := packRoot(path)
		if err != nil {
			return err
		}
		for _, f := range scenarios.Repair(os.DirFS(root), only, web.ShippedActs()) {
			count += len(f.Problems)
			if !c.JSON {
				printDiff(io.out, f.Path, f.Before, f.After)
			}
			if !c.Write {
				continue
			}
			if err := rewriteFile(filepath.Join(root, filepath.FromSlash(f.Path)), f.After); err != nil {
				return err
			}
		}
	}
	switch {
	case c.Write:
		fmt.Fprintf(io.err, "%d repairs made\n", count)
	case count > 0:
		fmt.Fprintf(io.err, "%d repairs; make them with --fix --write\n", count)
	default:
		fmt.Fprintln(io.err, "nothing can be repaired without thought")
	}
	return nil
}

// rewriteFile replaces a file as a whole and keeps its permissions, so that a crash leaves the old text or the new.
func rewriteFile(path, text string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	fresh, err := os.CreateTemp(filepath.Dir(path), ".proba-*")
	if err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	defer os.Remove(fresh.Name())
	_, err = fresh.WriteString(text)
	if err = errors.Join(err, fresh.Chmod(info.Mode().Perm()), fresh.Close()); err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	if err := os.Rename(fresh.Name(), path); err != nil {
		return fmt.Errorf("write %q: %w", path, err)
	}
	return nil
}

// printDiff shows the lines that go and those that come, each with its number.
func printDiff(out io.Writer, path, before, after string) {
	fmt.Fprintf(out, "--- %s\n+++ %s\n", path, path)
	old, fresh := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i, j := 0, 0; i < len(old) || j < len(fresh); {
		switch {
		case i < len(old) && j < len(fresh) && old[i] == fresh[j]:
			i, j = i+1, j+1
		case j < len(fresh) && (i == len(old) || j+1 < len(fresh) && old[i] == fresh[j+1]):
			fmt.Fprintf(out, "%5d + %s\n", j+1, fresh[j])
			j++
		case i < len(old) && (j == len(fresh) || i+1 < len(old) && old[i+1] == fresh[j]):
			fmt.Fprintf(out, "%5d - %s\n", i+1, old[i])
			i++
		default:
			fmt.Fprintf(out, "%5d - %s\n%5d + %s\n", i+1, old[i], j+1, fresh[j])
			i, j = i+1, j+1
		}
	}
}
