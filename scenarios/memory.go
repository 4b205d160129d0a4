package scenarios

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Memory loads packs and keeps the last few, so that a pack whose files have not changed is not read again: only the
// digest of its texts is computed. The zero value is ready. It may be used by any number of goroutines; the pack it returns
// is shared and must not be changed.
type Memory struct {
	mu   sync.Mutex
	kept []memory // the latest last
}

type memory struct {
	digest   Digest
	pack     *Pack
	problems []Problem
}

// mostKept bounds how many packs a Memory keeps.
const mostKept = 4

// Load is [Load], from memory where a pack of the same files at the same paths was loaded lately.
func (m *Memory) Load(fsys fs.FS, acts ...*Acts) (*Pack, []Problem) {
	files := authorFiles(fsys)
	digest := digestOfAll(files)
	if known, ok := m.find(digest); ok {
		return known.pack, slices.Clone(known.problems)
	}
	l := loadFiles(files, acts...)
	fresh := memory{digest, l.pack, l.firstThings(l.find.sorted())}
	m.keep(fresh)
	return fresh.pack, slices.Clone(fresh.problems)
}

func (m *Memory) find(digest Digest) (memory, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, known := range m.kept {
		if known.digest == digest {
			return known, true
		}
	}
	return memory{}, false
}

func (m *Memory) keep(fresh memory) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.kept) == mostKept {
		m.kept = slices.Delete(m.kept, 0, 1)
	}
	m.kept = append(m.kept, fresh)
}

// digestOfAll is the digest of the paths and texts of files, and of why those were refused that could not be read.
func digestOfAll(files []authorFile) Digest {
	var b strings.Builder
	for _, f := range files {
		for _, part := range []string{f.path, string(DigestOf(f.text)), string(f.refused), f.with["detail"]} {
			b.WriteString(part)
			b.WriteByte(0)
		}
	}
	return DigestOf(b.String())
}
