package scenarios

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// authorFile is one file found in the folder of a pack.
type authorFile struct {
	path    string
	text    string
	refused Code // "" when it was read
	with    details
}

// authorFiles reads every Markdown file below the root, in path order. What is hidden (".git") is left out, and so are
// the usual notes of a repository (README.md ...) unless they have front matter.
func authorFiles(fsys fs.FS) []authorFile {
	var paths []string
	var all []authorFile
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			all = append(all, authorFile{path: name, refused: "S003/unreadable", with: details{"detail": err.Error()}})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.IsDir() && strings.EqualFold(path.Ext(name), ".md") && !strings.HasPrefix(d.Name(), "."):
			paths = append(paths, name)
			if len(paths) > MaxFiles {
				return fs.SkipAll
			}
		}
		return nil
	})
	if err != nil {
		all = append(all, authorFile{path: ".", refused: "S003/unreadable", with: details{"detail": err.Error()}})
	}
	slices.Sort(paths)
	for i, name := range paths {
		if i == MaxFiles {
			all = append(all, authorFile{path: name, refused: "S003/files", with: details{"max": "2000"}})
			break
		}
		if f := readAuthorFile(fsys, name); f.refused != "" || !isRepositoryNote(f) {
			all = append(all, f)
		}
	}
	return all
}

func readAuthorFile(fsys fs.FS, name string) authorFile {
	f := authorFile{path: name}
	file, err := fsys.Open(name)
	if err != nil {
		f.refused, f.with = "S003/unreadable", details{"detail": err.Error()}
		return f
	}
	defer file.Close()
	text, err := readText(file)
	switch {
	case err != nil:
		f.refused, f.with = "S003/unreadable", details{"detail": err.Error()}
	case len(text) > MaxFileSize:
		f.refused, f.with = "S003/file-size", details{"max": "256"}
	default:
		f.text = text
	}
	return f
}

// readText reads a file, one byte more than is allowed at most.
func readText(file fs.File) (string, error) {
	var b bytes.Buffer
	if info, err := file.Stat(); err == nil && info.Size() <= MaxFileSize {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	_, err := b.ReadFrom(io.LimitReader(file, MaxFileSize+1))
	return b.String(), err
}

// isRepositoryNote reports whether a file without front matter is one of those every repository has.
func isRepositoryNote(f authorFile) bool {
	if strings.HasPrefix(strings.TrimPrefix(f.text, "\ufeff"), "---") {
		return false
	}
	name, _, _ := strings.Cut(strings.ToUpper(path.Base(f.path)), ".")
	return name == "README" || name == "CHANGELOG" || name == "CONTRIBUTING" || name == "LICENSE"
}
