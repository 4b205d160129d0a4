package grading

import "proba/engine"

// rightFields counts the fields of a save that have a right answer and hold it. The wide reading counts those that
// would be right if unsure phrases were heard (SEMANTICS 39, 42).
func rightFields(f *engine.Filed, r reading) int {
	n := 0
	for _, c := range f.Checks {
		if c.Right || r == wide && c.Wide {
			n++
		}
	}
	return n
}

// judgeLastSave is "with at least N right": the last save that meets the other modifiers counts, and no other.
func (f *finding) judgeLastSave(right int, r reading) {
	if len(f.all) == 0 {
		f.held = false
		return
	}
	last := f.all[len(f.all)-1:]
	f.held = f.held && last[0].filed != nil && rightFields(last[0].filed, r) >= right
	f.all, f.done = last, last
}
