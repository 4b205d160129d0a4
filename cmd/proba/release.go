package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"proba/scenarios"
	"proba/web"
)

// releasedFolder holds the author files of a pack as they were released last. It is hidden, so that nobody takes it for part
// of the pack, and plain text, so that version control shows what a release changed.
const releasedFolder = ".released"

type releaseCommand struct {
	Pack string `arg:"" type:"existingdir" help:"Folder of the pack."`
}

// Run keeps the author files as they are as the released state, which `proba check` compares with from then on. A pack with
// errors, or whose versions were not raised, is not released.
func (c *releaseCommand) Run(io streams) error {
	found, err := checkPath(c.Pack, "", (&checkCommand{}).watcher(io))
	if err != nil {
		return err
	}
	if (&checkCommand{}).mustRepair(found) {
		printProblems(io, found)
		return exitProblems
	}
	pack, _ := scenarios.Load(os.DirFS(c.Pack), web.ShippedActs())
	files := pack.All()
	if err := keepReleased(c.Pack, files); err != nil {
		return fmt.Errorf("release %q: %w", c.Pack, err)
	}
	fmt.Fprintf(io.out, "%s: %d files\n", filepath.Join(c.Pack, releasedFolder), len(files))
	return nil
}

// keepReleased writes the new state beside the old one and swaps them, so that a crash leaves one of the two.
func keepReleased(dir string, files []scenarios.File) error {
	fresh, err := os.MkdirTemp(dir, ".proba-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	for _, f := range files {
		path := filepath.Join(fresh, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(f.Text), 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	kept, old := filepath.Join(dir, releasedFolder), fresh+".old"
	if err := os.Rename(kept, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer os.RemoveAll(old)
	return os.Rename(fresh, kept)
}

// releasedPack loads the state to compare a pack with: a folder, a zip of one, or what was released last. A pack that was
// never released is compared with an empty one.
func releasedPack(root, against string) (*scenarios.Pack, error) {
	if against == "" {
		against = filepath.Join(root, releasedFolder)
		if _, err := os.Stat(against); errors.Is(err, fs.ErrNotExist) {
			return &scenarios.Pack{}, nil
		}
	}
	info, err := os.Stat(against)
	if err != nil {
		return nil, fmt.Errorf("compare with %q: %w", against, err)
	}
	if info.IsDir() {
		pack, _ := scenarios.Load(os.DirFS(against), web.ShippedActs())
		return pack, nil
	}
	archive, err := zip.OpenReader(against)
	if err != nil {
		return nil, fmt.Errorf("compare with %q: %w", against, err)
	}
	defer archive.Close()
	pack, _ := scenarios.Load(&archive.Reader, web.ShippedActs())
	return pack, nil
}
