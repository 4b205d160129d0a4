package scenarios

import (
	"slices"
	"strings"
)

// One mistake gives one message. What only seems wrong because something else could not be read is left out until that
// is mended: names that stand in a section nobody could read, and conclusions about a model that has holes.

// conclusions are the checks that look at a whole scenario. They say nothing sure about one that was not wholly read.
const conclusions = " S016 F103 F104 F105 F106 F107 F109 F110 F111 F112 F113 F114 F116 P202 P205 P206 P208 P209 P210 P211 P213" +
	" C303 C304 C305 C306 C307 C308 C309 C311 C313 C314 C315 T402 T403 T409 "

func isConclusion(code Code) bool { return strings.Contains(conclusions, " "+string(code)+" ") }

// isMisreading reports whether a problem means that something was read otherwise than it was meant.
func isMisreading(p Problem) bool {
	return !isConclusion(p.Code) && (p.Level == LevelError || p.Code == "S012" || p.Code == "S019")
}

// isHole reports whether a problem hides things that other places name: a file, section or table that was not read.
func isHole(p Problem) bool { return slices.Contains([]Code{"S001", "S007", "S008", "S018"}, p.Code) }

// consequences knows which files were misread and which files rest on which.
type consequences struct {
	misread, holed map[string]bool
	// restsOn lists the files a scenario is made of; usedBy the scenarios a file is part of.
	restsOn, usedBy map[string][]string
	rubrics         map[string]bool // the files of rubrics
	anyScenario     bool            // some scenario was misread, or a file nobody can tell what it is
	// translations holds the files of each translation's family: its original, and all that is in its language.
	translations map[string][]string
	// broken are the files with a mistake that is surely their own.
	broken map[string]bool
	// unlike are the translations that have what their original has not: what they lack may be that.
	unlike map[string]bool
}

func (l *loader) consequences(problems []Problem) consequences {
	c := consequences{map[string]bool{}, map[string]bool{}, map[string][]string{}, map[string][]string{}, map[string]bool{}, false, l.families(), map[string]bool{}, map[string]bool{}}
	for _, p := range problems {
		c.broken[p.File] = c.broken[p.File] || isMisreading(p) && !ofTranslation(p) && !l.find.dangling[keyOf(p)]
		c.misread[p.File] = c.misread[p.File] || isMisreading(p)
		c.unlike[p.File] = c.unlike[p.File] || p.Code == "L503"
		c.holed[p.File] = c.holed[p.File] || isHole(p)
	}
	for _, d := range l.scenarios {
		file := d.r.src.path
		c.anyScenario = c.anyScenario || c.misread[file]
		for _, part := range l.filesOf(d) {
			c.restsOn[file] = append(c.restsOn[file], part)
			c.usedBy[part] = append(c.usedBy[part], file)
		}
	}
	for _, sc := range l.pack.Scenarios {
		if sc.Translation == nil {
			continue
		}
		for _, f := range sc.Sources {
			c.restsOn[sc.At.File] = append(c.restsOn[sc.At.File], f.Path)
			c.usedBy[f.Path] = append(c.usedBy[f.Path], sc.At.File)
		}
	}
	for _, d := range l.certificates {
		if d.Rubric != nil {
			c.restsOn[d.At.File] = append(c.restsOn[d.At.File], d.Rubric.At.File)
		}
	}
	for _, s := range l.shifts {
		if s.Rubric != nil {
			c.restsOn[s.r.src.path] = append(c.restsOn[s.r.src.path], s.Rubric.At.File)
		}
		c.anyScenario = c.anyScenario || c.misread[s.r.src.path]
	}
	for _, r := range l.pack.Rubrics {
		c.rubrics[r.At.File] = true
	}
	return c
}

// filesOf are the files a scenario names in its front matter, as far as they were found.
func (l *loader) filesOf(d *draftScenario) []string {
	var all []string
	if p := l.pack.Personas[d.r.head.Persona]; p != nil {
		all = append(all, p.At.File)
	}
	if r := l.pack.Rubrics[d.r.head.Rubric]; r != nil {
		all = append(all, r.At.File)
	}
	for _, id := range d.r.head.World {
		if w := l.pack.Worlds[id]; w != nil {
			all = append(all, w.At.File)
		}
	}
	for _, id := range d.r.head.Phrases {
		if lib := l.pack.Libraries[id]; lib != nil {
			all = append(all, lib.At.File)
		}
	}
	return all
}

// firstThings leaves out what follows from other mistakes, and marks what was misread in the pack.
func (l *loader) firstThings(problems []Problem) []Problem {
	c := l.consequences(problems)
	for _, sc := range l.pack.Scenarios {
		sc.Misread = c.doubtful(sc.At.File)
	}
	for _, lib := range l.pack.Libraries {
		lib.Misread = c.misread[lib.At.File]
	}
	return slices.DeleteFunc(problems, func(p Problem) bool {
		dangling := l.find.dangling[keyOf(p)]
		return p.Code == "L501" && c.unlike[p.File] || isConclusion(p.Code) && c.doubts(p) || dangling && c.inHole(p.File) || (dangling || ofTranslation(p)) && c.inBrokenFamily(p)
	})
}

// ofTranslation reports whether a problem compares a translation with its original.
func ofTranslation(p Problem) bool { return strings.HasPrefix(string(p.Code), "L") }

// inBrokenFamily reports whether a translation, its original or another file in its language has a mistake of its own:
// what is missing in the translation may only stand there.
func (c consequences) inBrokenFamily(p Problem) bool {
	family, ok := c.translations[p.File]
	return ok && (ofTranslation(p) && c.broken[p.File] ||
		slices.ContainsFunc(family, func(file string) bool { return file != p.File && c.broken[file] }))
}

// families lists, for the file of each translation, the file of its original and those of all translations into its
// language. A file that could not be read far enough to know its language counts with every language.
func (l *loader) families() map[string][]string {
	byLanguage := map[string][]string{}
	all := map[string][]string{}
	for _, t := range l.drafts {
		byLanguage[t.language()] = append(byLanguage[t.language()], t.r.src.path)
	}
	for _, t := range l.drafts {
		family := slices.Clone(byLanguage[t.language()])
		for _, kind := range []Kind{KindScenario, KindPersona, KindWorld, KindPhrases} {
			if at, ok := l.defined[kind][t.Translates]; ok && at.File != "" {
				family = append(family, at.File)
			}
		}
		all[t.r.src.path] = append(family, l.unreadFiles()...)
	}
	return all
}

// unreadFiles are the files without a front matter that can be read.
func (l *loader) unreadFiles() []string {
	var all []string
	for _, f := range l.pack.Files {
		if f.Meta.Kind == "" {
			all = append(all, f.Path)
		}
	}
	return all
}

// doubtful reports whether a scenario or something it rests on was misread.
func (c consequences) doubtful(file string) bool {
	return c.misread[file] || slices.ContainsFunc(c.restsOn[file], func(part string) bool { return c.misread[part] })
}

// doubts reports whether a conclusion rests on something misread.
func (c consequences) doubts(p Problem) bool {
	if p.Code == "C315" && c.anyScenario {
		return true
	}
	return c.doubtful(p.File) || slices.ContainsFunc(c.usedBy[p.File], func(file string) bool { return c.misread[file] })
}

// inHole reports whether names in a file may stand where something could not be read.
func (c consequences) inHole(file string) bool {
	return c.holed[file] || slices.ContainsFunc(append(slices.Clone(c.restsOn[file]), c.usedBy[file]...),
		func(other string) bool { return c.holed[other] })
}
