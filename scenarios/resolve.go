package scenarios

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// resolve joins what the files name: ids, worlds, libraries, and every name in italics.
func (l *loader) resolve() {
	l.actKeys()
	scenarios := l.translations()
	for _, d := range l.scenarios {
		if d.Channel == Desk {
			l.deskWork(d)
			continue
		}
		if l.join(d) {
			l.newResolver(d).scenario()
			l.pack.Scenarios[d.ID] = d.Scenario
		}
	}
	for _, t := range scenarios {
		l.translateScenario(t)
	}
	l.personaRows()
	for _, c := range l.certificates {
		l.certificate(c)
	}
	for path, b := range l.briefings {
		l.briefing(l.readers[path], b)
	}
	for _, s := range l.shifts {
		l.shift(s)
	}
	for _, q := range l.quizzes {
		l.quiz(q)
	}
	l.requirementIDs()
}

// join fills in persona, world, rubric and libraries. A scenario that lacks one of them, or has no beat, cannot be played
// and stays out of the pack.
func (l *loader) join(d *draftScenario) bool {
	h := d.head
	var ok [4]bool
	d.Persona, ok[0] = one(l, h, "persona", KindPersona, h.Persona, l.pack.Personas)
	d.Rubric, ok[1] = one(l, h, "rubric", KindRubric, h.Rubric, l.pack.Rubrics)
	var worlds []*World
	worlds, ok[2] = several(l, h, "world", KindWorld, h.World, l.pack.Worlds)
	var libraries []*Library
	libraries, ok[3] = several(l, h, "phrases", KindPhrases, h.Phrases, l.pack.Libraries)
	if d.ID == "" || len(d.Beats) == 0 || slices.Contains(ok[:], false) {
		return false
	}
	in := l.translated[d.language()]
	d.Sources = l.media.with(l.withTranslated(d, in, l.sources(d, worlds, libraries)))
	d.useTranslated(in, worlds, libraries)
	d.World = joinWorlds(worlds)
	d.addLibraries(libraries)
	for _, lib := range libraries {
		d.more = append(d.more, l.readers[lib.At.File])
	}
	if d.asRubric {
		d.Pass = append(slices.Clone(d.Rubric.Pass), d.Pass...)
	}
	return true
}

// one looks an id up; a missing key is reported with the front matter, so "" is silent here.
func one[T any](l *loader, h *header, key string, kind Kind, id string, known map[string]T) (T, bool) {
	v, ok := known[id]
	if !ok && id != "" && !h.placed(key+"!") {
		l.unknownID(h.places[key], key, kind, id, known2ids(known))
	}
	return v, ok
}

func several[T any](l *loader, h *header, key string, kind Kind, ids []string, known map[string]T) ([]T, bool) {
	var all []T
	complete := true
	for i, id := range ids {
		v, ok := known[id]
		if !ok {
			l.unknownID(h.places[key+"["+itoa(i)+"]"], key, kind, id, known2ids(known))
			complete = false
			continue
		}
		all = append(all, v)
	}
	return all, complete
}

func known2ids[T any](known map[string]T) []string {
	var ids []string
	for id := range known {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// unknownID reports an id that nothing in the pack has (S005). A file of that id that could not be read is no reason for
// a second message.
func (l *loader) unknownID(place headerPlace, key string, kind Kind, id string, known []string) {
	if _, defined := l.defined[kind][id]; defined {
		return
	}
	l.find.add("S005", place.at, utf8.RuneCountInString(id), details{
		"key": key, "value": id, "kind": "kind." + string(kind), "nearest": nearestOf(id, known)})
}

// sources are the files a scenario is made of, itself first, the others by path.
func (l *loader) sources(d *draftScenario, worlds []*World, libraries []*Library) []File {
	paths := []string{d.Persona.At.File, d.Rubric.At.File}
	for _, w := range worlds {
		paths = append(paths, w.At.File)
	}
	for _, lib := range libraries {
		paths = append(paths, lib.At.File)
	}
	slices.Sort(paths)
	all := []File{l.file(d.At.File)}
	for _, p := range slices.Compact(paths) {
		all = append(all, l.file(p))
	}
	return all
}

// file finds a file by its path; files are kept in path order.
func (l *loader) file(path string) File {
	i, ok := slices.BinarySearchFunc(l.pack.Files, path, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	if !ok {
		return File{Path: path}
	}
	return l.pack.Files[i]
}

// joinWorlds puts several worlds together. The scenario gets its own copy, because names in it are resolved.
func joinWorlds(worlds []*World) *World {
	joined := &World{Meta: Meta{Kind: KindWorld, Format: 1}}
	for i, w := range worlds {
		if i == 0 {
			joined.Meta = w.Meta
		}
		joined.Departments = append(joined.Departments, w.Departments...)
		joined.Articles = append(joined.Articles, w.Articles...)
		joined.Records = append(joined.Records, w.Records...)
		joined.Forms = append(joined.Forms, w.Forms...)
		joined.Templates = append(joined.Templates, w.Templates...)
		joined.Attachments = append(joined.Attachments, w.Attachments...)
		joined.Colleagues = append(joined.Colleagues, w.Colleagues...)
		joined.CallList = append(joined.CallList, w.CallList...)
		if joined.Catalogue == nil {
			joined.Catalogue = w.Catalogue
		}
	}
	return joined
}

// addLibraries appends the phrases and facts of libraries. What the scenario defines itself under the same name stays.
func (d *draftScenario) addLibraries(libraries []*Library) {
	phrases, facts := newNames(), newNames()
	for _, p := range d.Phrases {
		phrases.add(p.Name)
	}
	for _, f := range d.Facts {
		facts.add(f.Name)
	}
	for _, lib := range libraries {
		for _, p := range lib.Phrases {
			if _, own := phrases.find(p.Name); !own {
				phrases.add(p.Name)
				d.Phrases = append(d.Phrases, p)
			}
		}
		for _, f := range lib.Facts {
			if _, own := facts.find(f.Name); !own {
				facts.add(f.Name)
				d.Facts = append(d.Facts, f)
			}
		}
	}
}
