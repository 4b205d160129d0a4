package scenarios

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Acts are the acts of service: phrases every floor uses, one file a language, which an author names without asking for
// them in the front matter. They are read when a scenario first names one. They may be used by any number of goroutines.
type Acts struct {
	files fs.FS
	once  sync.Once
	known *actSet
}

// NewActs makes acts of a folder of phrases files whose phrases carry the label Act. Nothing is read yet.
func NewActs(files fs.FS) *Acts { return &Acts{files: files} }

// set reads the folder once; nil has none.
func (a *Acts) set() *actSet {
	if a == nil {
		return &actSet{}
	}
	a.once.Do(func() {
		a.known = &actSet{}
		l := newLoader()
		for _, f := range authorFiles(a.files) {
			f.path = actFolder + f.path
			l.read(f)
		}
		a.known.addPack(l.pack)
	})
	return a.known
}

// actFolder is where the shipped acts stand among the files of a scenario.
const actFolder = "acts/"

// actFile is the acts of one language.
type actFile struct {
	language string
	library  *Library
	file     File
}

// actSet are act files, one a language.
type actSet struct{ files []actFile }

// addPack adds the phrases files of a pack that hold acts, by path; of two in one language the first counts.
func (s *actSet) addPack(pack *Pack) {
	for _, f := range pack.Files {
		lib := pack.Libraries[f.Meta.ID]
		if f.Meta.Kind != KindPhrases || lib == nil || lib.At.File != f.Path || !holdsActs(lib) {
			continue
		}
		for _, code := range lib.Languages {
			if s.of(code) == nil {
				s.files = append(s.files, actFile{code, lib, f})
			}
		}
	}
}

func holdsActs(lib *Library) bool {
	return slices.ContainsFunc(lib.Phrases, func(p Phrase) bool { return p.Act != "" })
}

func (s *actSet) of(code string) *actFile {
	for i := range s.files {
		if s.files[i].language == code {
			return &s.files[i]
		}
	}
	return nil
}

// named finds the act of a name in any language, with the file that calls it so.
func (s *actSet) named(name string) (Phrase, *actFile, bool) {
	key := foldName(name)
	for i := range s.files {
		for _, p := range s.files[i].library.Phrases {
			if p.Act != "" && foldName(p.Name) == key {
				return p, &s.files[i], true
			}
		}
	}
	return Phrase{}, nil, false
}

// keyed finds the act of a key in a language.
func (s *actSet) keyed(key, code string) (Phrase, *actFile, bool) {
	f := s.of(code)
	if f == nil {
		return Phrase{}, nil, false
	}
	for _, p := range f.library.Phrases {
		if p.Act == key {
			return p, f, true
		}
	}
	return Phrase{}, nil, false
}

// act makes the phrase of a name for a scenario in some languages, with the files it is made of: the examples and
// counter-examples of all of them.
func (s *actSet) act(name string, languages []string) (Phrase, []File, bool) {
	called, home, ok := s.named(name)
	if !ok {
		return Phrase{}, nil, false
	}
	made := Phrase{Name: called.Name, Act: called.Act, Library: home.library.ID, At: called.At}
	files := []File{home.file}
	for _, code := range languages {
		base, _, _ := strings.Cut(code, "-")
		p, f, ok := s.keyed(called.Act, base)
		if !ok {
			continue
		}
		made.Languages = append(made.Languages, code)
		made.Examples = append(made.Examples, marked(p.Examples, code)...)
		made.Not = append(made.Not, marked(p.Not, code)...)
		for _, x := range p.Patterns {
			x.Language = code
			made.Patterns = append(made.Patterns, x)
		}
		files = append(files, f.file)
	}
	return made, files, len(made.Languages) > 0
}

// marked gives utterances the language of their file where they have none.
func marked(all []Utterance, code string) []Utterance {
	out := slices.Clone(all)
	for i := range out {
		if out[i].Language == "" {
			out[i].Language = code
		}
	}
	return out
}

// useAct adds the act of a name nothing else in the scenario has; "" and false when there is none. An act named in two
// languages is one phrase.
func (s *resolver) useAct(name string) (string, bool) {
	p, files, ok := s.loader.acts.act(name, s.sc.Languages)
	if !ok {
		return "", false
	}
	for _, old := range s.sc.Phrases {
		if old.Library != "" && old.Act == p.Act {
			return old.Name, true
		}
	}
	s.sc.Phrases = append(s.sc.Phrases, p)
	s.phrases.add(p.Name)
	s.addSources(files)
	return p.Name, true
}

// addSources adds files the scenario is made of, those after the first by path.
func (s *resolver) addSources(files []File) {
	for _, f := range files {
		if !slices.ContainsFunc(s.sc.Sources, func(g File) bool { return g.Path == f.Path }) {
			s.sc.Sources = append(s.sc.Sources, f)
		}
	}
	slices.SortFunc(s.sc.Sources[1:], func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// actNames are the names of the acts that are heard in a language of the scenario.
func (s *resolver) actNames() []string {
	var all []string
	for _, f := range s.loader.acts.set().files {
		if slices.ContainsFunc(s.sc.Languages, func(code string) bool { return strings.HasPrefix(code, f.language) }) {
			all = append(all, f.names()...)
		}
	}
	return all
}

func (f *actFile) names() []string {
	var all []string
	for _, p := range f.library.Phrases {
		if p.Act != "" {
			all = append(all, p.Name)
		}
	}
	return all
}

// actsInReach are the acts a pack may name; they are put together when first asked for.
type actsInReach struct {
	loader *loader
	known  *actSet
}

func (a *actsInReach) act(name string, languages []string) (Phrase, []File, bool) {
	return a.set().act(name, languages)
}

func (a *actsInReach) set() *actSet {
	if a.known == nil {
		a.known = &actSet{}
		a.known.addPack(a.loader.pack)
		for _, shipped := range a.loader.shipped {
			a.known.addMissing(shipped.set())
		}
	}
	return a.known
}

// addMissing adds the files of languages a set does not have yet.
func (s *actSet) addMissing(more *actSet) {
	for _, f := range more.files {
		if s.of(f.language) == nil {
			s.files = append(s.files, f)
		}
	}
}
