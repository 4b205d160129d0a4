package scenarios

import (
	"io/fs"
	"testing/fstest"
)

// FilesFS presents author files that are not on a disk (uploaded, or kept by the records) as a file system for [Load].
// Of two files with one path the later counts. The files are not copied and must not be changed afterwards.
func FilesFS(files []File) fs.FS {
	tree := make(fstest.MapFS, len(files))
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: []byte(f.Text), Mode: 0o444}
	}
	return tree
}
