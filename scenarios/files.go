package scenarios

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// authorFile is one file found in the folder of a pack: Markdown, or a picture or document that Markdown may show.
type authorFile struct {
	path    string
	text    string
	refused Code // "" when it was read
	with    details
}

// authorFiles reads every Markdown file below the root, in path order, and then the pictures and documents. What is hidden
// (".git") is left out, and so are the usual notes of a repository (README.md ...) unless they have front matter.
func authorFiles(fsys fs.FS) []authorFile {
	var paths, media []string
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
		case d.IsDir() || strings.HasPrefix(d.Name(), "."):
		case IsMedia(name):
			media = append(media, name)
		case strings.EqualFold(path.Ext(name), ".md"):
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
	return append(all, mediaFiles(fsys, media)...)
}

// mediaFiles reads pictures and documents in path order, as many as there is room for. Whether one is shown at all, and is
// what its name says, is found out where it is named.
func mediaFiles(fsys fs.FS, paths []string) []authorFile {
	slices.Sort(paths)
	var all []authorFile
	room := MaxMediaTotal
	for i, name := range paths {
		f := authorFile{path: name, refused: "S022/total"}
		if i < MaxMedia && room > 0 {
			f = readLimited(fsys, name, MaxMediaSize, "S022/size")
		}
		room -= len(f.text)
		all = append(all, f)
	}
	return all
}

func readAuthorFile(fsys fs.FS, name string) authorFile {
	f := readLimited(fsys, name, MaxFileSize, "S003/file-size")
	if f.refused == "S003/file-size" {
		f.with = details{"max": "256"}
	}
	return f
}

// readLimited reads a file of at most a size; a larger one is refused with that code.
func readLimited(fsys fs.FS, name string, most int, larger Code) authorFile {
	f := authorFile{path: name}
	file, err := fsys.Open(name)
	if err != nil {
		f.refused, f.with = "S003/unreadable", details{"detail": err.Error()}
		return f
	}
	defer file.Close()
	text, err := readText(file, most)
	switch {
	case err != nil:
		f.refused, f.with = "S003/unreadable", details{"detail": err.Error()}
	case len(text) > most:
		f.refused = larger
	default:
		f.text = text
	}
	return f
}

// readText reads a file, one byte more than is allowed at most.
func readText(file fs.File, most int) (string, error) {
	var b bytes.Buffer
	if info, err := file.Stat(); err == nil && info.Size() <= int64(most) {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	_, err := b.ReadFrom(io.LimitReader(file, int64(most)+1))
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
