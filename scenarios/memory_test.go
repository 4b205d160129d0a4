package scenarios

import (
	"reflect"
	"testing"
	"testing/fstest"
)

func TestAnUnchangedPackIsNotReadAgain(t *testing.T) {
	var m Memory
	fsys := packIn(t, "en")
	first, problems := m.Load(fsys)
	again, same := m.Load(packIn(t, "en"))
	if again != first || !reflect.DeepEqual(same, problems) {
		t.Error("the same files were read a second time")
	}
	want, wantProblems := Load(fsys)
	if len(want.Scenarios) != len(first.Scenarios) || !reflect.DeepEqual(wantProblems, problems) {
		t.Error("the memory gives another pack than Load")
	}
}

func TestAChangedPackIsReadAgain(t *testing.T) {
	changes := map[string]func(fstest.MapFS){
		"a letter":    func(f fstest.MapFS) { f["scenario.md"].Data = append(f["scenario.md"].Data, 'x') },
		"a new file":  func(f fstest.MapFS) { f["zz.md"] = &fstest.MapFile{Data: []byte("---\nkind: world\n---\n")} },
		"a new name":  func(f fstest.MapFS) { f["other.md"] = f["persona.md"]; delete(f, "persona.md") },
		"a lost file": func(f fstest.MapFS) { delete(f, "base.md") },
	}
	for name, change := range changes {
		var m Memory
		first, _ := m.Load(packIn(t, "en"))
		fsys := packIn(t, "en")
		change(fsys)
		got, problems := m.Load(fsys)
		_, want := Load(fsys)
		if got == first || !reflect.DeepEqual(problems, want) {
			t.Errorf("%s changed, and the memory gives %d problems, want %d", name, len(problems), len(want))
		}
	}
}

func TestAMemoryForgetsTheOldest(t *testing.T) {
	var m Memory
	first, _ := m.Load(packIn(t, "en"))
	for _, lang := range keywordLanguages[1:] {
		m.Load(packIn(t, lang))
	}
	if again, _ := m.Load(packIn(t, "en")); again == first || len(m.kept) != mostKept {
		t.Errorf("the oldest of %d packs is still there; %d kept", len(keywordLanguages), len(m.kept))
	}
}
