package scenarios

import (
	"strconv"
	"strings"
)

// VersionProblems compares a pack with its last released state: a version that was not raised as far as the changes ask
// (V601), and things that results know under another name (V602). Both packs were loaded without errors, or what could not
// be read is left out. Problems come sorted like Load's.
func VersionProblems(released, now *Pack) []Problem {
	find := newFindings()
	for _, f := range now.Files {
		find.sources[f.Path] = sourceOf(f)
	}
	byFile := map[string][]Change{}
	var order []string
	for _, c := range Compare(released, now) {
		key := string(c.Kind) + " " + c.ID
		if byFile[key] == nil {
			order = append(order, key)
		}
		byFile[key] = append(byFile[key], c)
		if c.Was != "" {
			find.add("V602", c.At, len([]rune(c.Name)), details{"old": c.Was, "new": c.Name, "section": c.Section})
		}
	}
	for _, key := range order {
		raised(find, released, now, byFile[key])
	}
	return find.sorted()
}

func sourceOf(f File) *source {
	src := newSource(f.Path, f.Text)
	src.language = "en"
	if len(f.Meta.Languages) > 0 && contains(keywordLanguages[:], f.Meta.Languages[0]) {
		src.language = f.Meta.Languages[0]
	}
	return src
}

// raised reports a version whose number that must move did not (V601).
func raised(find *findings, released, now *Pack, changes []Change) {
	effect := EffectOfEdit(changes)
	kind, id := changes[0].Kind, changes[0].ID
	before, after := metaOf(released, kind, id), metaOf(now, kind, id)
	next := nextVersion(before.Version, effect)
	if !lowerVersion(after.Version, next) {
		return
	}
	at, width := versionPlace(find.sources[after.At.File], after)
	find.add(versionCodes[effect], at, width, details{
		"old": orNoVersion(before.Version), "new": next, "changes": changeNames(changes, effect, find.sources[after.At.File].language)})
}

var versionCodes = map[EditEffect]Code{EditWording: "V601/wording", EditContent: "V601/content", EditNotComparable: "V601"}

func orNoVersion(v string) string {
	if v == "" {
		return "0.0.0"
	}
	return v
}

func metaOf(p *Pack, kind Kind, id string) Meta {
	for _, f := range p.Files {
		if f.Meta.Kind == kind && f.Meta.ID == id {
			return f.Meta
		}
	}
	return Meta{}
}

// nextVersion is the lowest version that an effect allows after another one.
func nextVersion(version string, effect EditEffect) string {
	n := versionNumbers(version)
	switch effect {
	case EditNotComparable:
		return itoa(n[0]+1) + ".0.0"
	case EditContent:
		return itoa(n[0]) + "." + itoa(n[1]+1) + ".0"
	default:
		return itoa(n[0]) + "." + itoa(n[1]) + "." + itoa(n[2]+1)
	}
}

// versionNumbers are the three numbers of a version; zeros where there are none.
func versionNumbers(version string) [3]int {
	var n [3]int
	for i, s := range strings.SplitN(version, ".", 3) {
		n[i], _ = strconv.Atoi(s)
	}
	return n
}

func lowerVersion(a, b string) bool {
	x, y := versionNumbers(a), versionNumbers(b)
	for i := range x {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return false
}

// versionPlace is where the version is written; the start of a file without one.
func versionPlace(src *source, m Meta) (Pos, int) {
	for n := 1; n <= min(len(src.lines), 60); n++ {
		if value, ok := strings.CutPrefix(src.line(n), "version:"); ok {
			column := len("version:") + 1 + len(value) - len(strings.TrimLeft(value, " "))
			return Pos{File: m.At.File, Line: n, Column: column}, len(strings.TrimSpace(value))
		}
	}
	return m.At, 0
}

// changeNames names the changes that ask for the number, the first few of many.
func changeNames(changes []Change, effect EditEffect, lang string) string {
	const most = 4
	all := newNames()
	for _, c := range changes {
		if c.Effect != effect {
			continue
		}
		if c.Section == "" {
			all.add("`" + c.Name + "`")
		} else if c.Name == "" {
			all.add(Keyword(c.Section, lang))
		} else {
			all.add(c.Name)
		}
	}
	if len(all.all) > most {
		return strings.Join(all.all[:most], ", ") + ", ..."
	}
	return strings.Join(all.all, ", ")
}
