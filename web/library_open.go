package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"proba/engine/live"
	"proba/engine/store"
	"proba/scenarios"
)

// OpenLibrary makes the library out of the author files the program comes with and every published pack of the records. A
// published pack that a check of today finds errors in, although it was taken once, is put aside and does not keep the others
// from being played; see [Library.Aside]. The error shows the problems of the program's own files.
func OpenLibrary(ctx context.Context, records *store.Store, own fs.FS) (*Library, error) {
	l := &Library{own: own}
	return l, l.Reload(ctx, records)
}

// errOnePack: a library made of one pack has nothing to be made of again.
var errOnePack = errors.New("the library is one fixed pack")

// Reload takes up what was published since; on an error the present library stays.
func (l *Library) Reload(ctx context.Context, records *store.Store) error {
	if l.own == nil {
		return errOnePack
	}
	pack, aside, err := shelve(ctx, records, l.own)
	if err != nil {
		return err
	}
	return l.replace(pack, aside)
}

// Aside gives the errors of the published packs that cannot be played, by the name of the pack; empty usually.
func (l *Library) Aside() map[string][]scenarios.Problem { return l.shelf.Load().aside }

// Keep puts the scripts of the library, now and after each change, on the shelf that running sessions look in.
func (l *Library) Keep(shelf *live.Shelf) {
	l.keeper = shelf
	for _, script := range l.shelf.Load().scripts {
		shelf.Add(script)
	}
}

// shelve loads the program's own files and the published packs as one pack, so that a pack may build on what is shipped. Packs
// with errors are left out, and those that need them in turn; their errors are given by the name of the pack.
func shelve(ctx context.Context, records *store.Store, own fs.FS) (*scenarios.Pack, map[string][]scenarios.Problem, error) {
	files, err := filesOf(own)
	if err != nil {
		return nil, nil, fmt.Errorf("read the library: %w", err)
	}
	published, err := publishedFiles(ctx, records)
	if err != nil {
		return nil, nil, err
	}
	aside := map[string][]scenarios.Problem{}
	for {
		all := slices.Clone(files)
		for _, name := range slices.Sorted(maps.Keys(published)) {
			all = append(all, published[name]...)
		}
		pack, problems := scenarios.Load(scenarios.FilesFS(all), ShippedActs())
		problems = slices.DeleteFunc(problems, func(p scenarios.Problem) bool { return p.Level != scenarios.LevelError })
		if len(problems) == 0 {
			return pack, aside, nil
		}
		if !putAside(published, problems, aside) {
			return nil, nil, fmt.Errorf("the library has errors:\n%s", formatted(problems))
		}
	}
}

// publishedFiles are the files of every published pack as they stand in the library, by the name of the pack.
func publishedFiles(ctx context.Context, records *store.Store) (map[string][]scenarios.File, error) {
	published, err := records.PublishedPacks(ctx)
	if err != nil {
		return nil, err
	}
	all := map[string][]scenarios.File{}
	for _, p := range published {
		texts, err := records.PackFiles(ctx, p.Name, p.Version)
		if err != nil {
			return nil, err
		}
		all[p.Name] = shelved(p.Name, texts)
	}
	return all, nil
}

// putAside moves the packs with errors, and their errors, out of what is published; false when no pack has any.
func putAside(published map[string][]scenarios.File, problems []scenarios.Problem, aside map[string][]scenarios.Problem) bool {
	moved := false
	for name := range published {
		own := slices.DeleteFunc(slices.Clone(problems), func(p scenarios.Problem) bool { return !inFolder(p.File, shelfFolder(name)) })
		if len(own) > 0 {
			delete(published, name)
			aside[name], moved = own, true
		}
	}
	return moved
}

// shelved are the files of an uploaded pack under the pack's own folder of the library.
func shelved(pack string, files []scenarios.File) []scenarios.File {
	var out []scenarios.File
	for _, f := range files {
		f.Path = shelfFolder(pack) + f.Path
		out = append(out, f)
	}
	return out
}

// shelvesFolder is where uploaded packs are in the library.
const shelvesFolder = "packs/"

// shelfFolder is the folder of an uploaded pack in the library, with its slash.
func shelfFolder(pack string) string { return shelvesFolder + strings.ReplaceAll(pack, "/", "-") + "/" }

func filesOf(tree fs.FS) ([]scenarios.File, error) {
	var files []scenarios.File
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isPackFile(path) {
			return err
		}
		text, err := fs.ReadFile(tree, path)
		files = append(files, scenarios.File{Path: path, Text: string(text)})
		return err
	})
	return files, err
}

func formatted(problems []scenarios.Problem) string {
	var out strings.Builder
	for _, p := range problems {
		out.WriteString(p.Format() + "\n")
	}
	return out.String()
}
