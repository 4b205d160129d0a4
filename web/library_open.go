package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"proba/engine/live"
	"proba/engine/store"
	"proba/scenarios"
)

// OpenLibrary makes the library out of the author files the program comes with and every published pack of the records.
// The error shows the problems that keep the program's own files from being played.
func OpenLibrary(ctx context.Context, records *store.Store, own fs.FS) (*Library, error) {
	pack, problems, err := shelve(ctx, records, own)
	if err != nil {
		return nil, err
	}
	if text := errorsOf(problems); text != "" {
		return nil, fmt.Errorf("the library has errors:\n%s", text)
	}
	library, err := NewLibrary(pack)
	if err != nil {
		return nil, err
	}
	library.own = own
	return library, nil
}

// errOnePack: a library made of one pack has nothing to be made of again.
var errOnePack = errors.New("the library is one fixed pack")

// Reload takes up what was published since; on an error the present library stays.
func (l *Library) Reload(ctx context.Context, records *store.Store) error {
	if l.own == nil {
		return errOnePack
	}
	pack, problems, err := shelve(ctx, records, l.own)
	if err != nil {
		return err
	}
	if text := errorsOf(problems); text != "" {
		return fmt.Errorf("the library has errors:\n%s", text)
	}
	return l.Replace(pack)
}

// Keep puts the scripts of the library, now and after each change, on the shelf that running sessions look in.
func (l *Library) Keep(shelf *live.Shelf) {
	l.keeper = shelf
	for _, script := range l.shelf.Load().scripts {
		shelf.Add(script)
	}
}

// shelve loads the program's own files and the published packs as one pack, so that a pack may build on what is shipped.
func shelve(ctx context.Context, records *store.Store, own fs.FS) (*scenarios.Pack, []scenarios.Problem, error) {
	files, err := filesOf(own)
	if err != nil {
		return nil, nil, fmt.Errorf("read the library: %w", err)
	}
	published, err := records.PublishedPacks(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range published {
		texts, err := records.PackFiles(ctx, p.Name, p.Version)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, shelved(p.Name, texts)...)
	}
	pack, problems := scenarios.Load(scenarios.FilesFS(files), ShippedActs())
	return pack, problems, nil
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

func errorsOf(problems []scenarios.Problem) string {
	var out strings.Builder
	for _, p := range problems {
		if p.Level == scenarios.LevelError {
			out.WriteString(p.Format() + "\n")
		}
	}
	return out.String()
}
