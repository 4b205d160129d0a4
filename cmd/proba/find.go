package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"proba/content"
	"proba/scenarios"
	"proba/web"
)

// findScenario loads a pack, the shipped library where no folder is named, and picks a scenario by id or by file. When
// there is none, the errors of the pack are printed, for one of them may be why.
func findScenario(io streams, packDir, wanted string) (*scenarios.Scenario, error) {
	files, name, err := packFiles(packDir, wanted)
	if err != nil {
		return nil, err
	}
	pack, problems := scenarios.Load(files, web.ShippedActs())
	for _, sc := range pack.Scenarios {
		if sc.ID == name || sc.At.File == name {
			return sc, nil
		}
	}
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			fmt.Fprintln(io.err, p.Format())
		}
	}
	return nil, fmt.Errorf("no playable scenario %q in this pack", wanted)
}

func packFiles(packDir, wanted string) (files fs.FS, name string, err error) {
	if packDir != "" {
		return os.DirFS(packDir), wanted, nil
	}
	if filepath.Ext(wanted) != ".md" {
		return content.Library(), wanted, nil
	}
	root, file, err := packRoot(wanted)
	if err != nil {
		return nil, "", err
	}
	return os.DirFS(root), file, nil
}
