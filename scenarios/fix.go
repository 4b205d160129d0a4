package scenarios

import (
	"io/fs"
	"slices"
	"strings"
)

// Repaired is an author file before and after repairs that need no thought.
type Repaired struct {
	Path, Before, After string
	// Problems are those the repairs removed, in the order of the repairs. Their lines are those of the time of the
	// repair: one above may have moved them.
	Problems []Problem
}

// maxRepairs bounds how many repairs are tried; each is proved by reading the pack again.
const maxRepairs = 300

// Repair finds what can be mended without thought: a label without bold, a pattern without back-ticks, an arrow of
// other signs, a name or keyword with one nearest, a missing Otherwise (written as the engine acts without it). A
// repair is kept only if the whole pack has fewer problems afterwards and none of another kind. Nothing is written;
// files without repairs are left out. Only repairs of the file named by only are made, of all when it is "". Repairing
// what was repaired finds nothing.
func Repair(fsys fs.FS, only string, acts ...*Acts) []Repaired {
	m := mender{files: authorFiles(fsys), acts: acts, refused: map[string]bool{}, done: map[string][]Problem{}}
	before := slices.Clone(m.files)
	m.pack, m.problems = everythingAbout(m.files, m.acts)
	for tried := 0; tried < maxRepairs; tried++ {
		p, edit, ok := m.next(only)
		if !ok {
			break
		}
		m.try(p, edit)
	}
	var all []Repaired
	for i, f := range m.files {
		if f.text != before[i].text {
			all = append(all, Repaired{Path: f.path, Before: before[i].text, After: f.text, Problems: m.done[f.path]})
		}
	}
	return all
}

// everythingAbout keeps back no consequences: a repair must not be blamed for what it uncovers.
func everythingAbout(files []authorFile, acts []*Acts) (*Pack, []Problem) {
	l := loadFiles(files, acts...)
	return l.pack, l.find.sorted()
}

type mender struct {
	files    []authorFile
	acts     []*Acts
	pack     *Pack
	problems []Problem
	refused  map[string]bool // repairs that did not help
	done     map[string][]Problem
}

// next is the first problem with a repair that was not tried yet. What may only follow from another comes last.
func (m *mender) next(only string) (Problem, lineEdit, bool) {
	for _, late := range []bool{false, true} {
		if p, edit, ok := m.nextOf(only, late); ok {
			return p, edit, true
		}
	}
	return Problem{}, lineEdit{}, false
}

func (m *mender) nextOf(only string, conclusions bool) (Problem, lineEdit, bool) {
	for _, p := range m.problems {
		if only != "" && p.File != only || isConclusion(p.Code) != conclusions {
			continue
		}
		if edit, ok := m.edit(p); ok && !m.refused[p.File+"\x00"+edit.key()] {
			return p, edit, true
		}
	}
	return Problem{}, lineEdit{}, false
}

// try keeps an edit if the pack is the better for it.
func (m *mender) try(p Problem, edit lineEdit) {
	m.refused[p.File+"\x00"+edit.key()] = true
	i := slices.IndexFunc(m.files, func(f authorFile) bool { return f.path == p.File })
	files := slices.Clone(m.files)
	files[i].text = edit.apply(files[i].text)
	pack, problems := everythingAbout(files, m.acts)
	if better(m.problems, problems) {
		m.files, m.pack, m.problems = files, pack, problems
		m.done[p.File] = append(m.done[p.File], p)
	}
}

// better reports whether there are fewer problems, and of no check and file more than before.
func better(before, after []Problem) bool {
	type kind struct {
		file string
		code Code
	}
	count := map[kind]int{}
	for _, p := range before {
		count[kind{p.File, p.Code}]++
	}
	for _, p := range after {
		count[kind{p.File, p.Code}]--
		if count[kind{p.File, p.Code}] < 0 {
			return false
		}
	}
	return len(after) < len(before)
}

// lines are those of a file as written; a line keeps its carriage return.
func (m *mender) lines(path string) []string {
	for _, f := range m.files {
		if f.path == path {
			return strings.Split(f.text, "\n")
		}
	}
	return nil
}
