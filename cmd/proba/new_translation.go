package main

import (
	"fmt"
	"os"
	"path/filepath"

	"proba/scenarios"
	"proba/web"
)

type newTranslationCommand struct {
	ID       string `arg:"" name:"id" help:"Id of a scenario, persona, world or phrases file."`
	Language string `required:"" help:"Code of the language to translate into, such as ro."`
	Pack     string `default:"." type:"existingdir" help:"Folder of the pack."`
	Update   bool   `help:"The texts were compared: note in the translation that they fit the original as it is now."`
}

// Run writes the file a translator starts from, or the digests of a translation that was brought up to date.
func (c *newTranslationCommand) Run(io streams) error {
	pack, _ := scenarios.Load(os.DirFS(c.Pack), web.ShippedActs())
	if c.Update {
		return c.update(io, pack)
	}
	f, err := scenarios.SkeletonTranslation(pack, c.ID, c.Language)
	if err != nil {
		return err
	}
	path := filepath.Join(c.Pack, filepath.FromSlash(f.Path))
	if err := writeNew(path, f.Text); err != nil {
		return err
	}
	fmt.Fprintf(io.out, "%s\n\nproba check %s\n", path, c.Pack)
	return nil
}

func (c *newTranslationCommand) update(io streams, pack *scenarios.Pack) error {
	f, err := scenarios.RefreshTranslation(pack, c.ID, c.Language)
	if err != nil {
		return err
	}
	path := filepath.Join(c.Pack, filepath.FromSlash(f.Path))
	if err := rewriteFile(path, f.Text); err != nil {
		return err
	}
	fmt.Fprintln(io.out, path)
	return nil
}
