package scenarios

import (
	"cmp"
	"maps"
	"slices"
)

// EditEffect says what an edit does to results that exist already (SCENARIO-FORMAT 17). Greater ones include smaller ones.
type EditEffect int

// The effects. They are the numbers of a version from the last to the first.
const (
	EditNothing       EditEffect = iota
	EditWording                  // results mean the same
	EditContent                  // results can be compared, but the contact was another one
	EditNotComparable            // scores cannot be compared any more
)

// Change is one thing that differs between two states of a file.
type Change struct {
	Kind Kind
	// ID is the file's id.
	ID     string
	Effect EditEffect
	// Section is the keyword of the section it stands in, such as "section.criteria"; Name is its heading, "" for the section
	// as a whole, or the key for one of front matter, whose Section is "".
	Section, Name string
	// Was is the old name of a thing that was renamed, "" for others. Results that exist refer to it.
	Was string
	// Added and Removed tell things that only one of the two states has.
	Added, Removed bool
	// At is where the thing stands now; the start of the file for what is gone.
	At Pos
}

// Compare returns what an edit of a pack does to results that exist: every change of the scenarios, rubrics, certificates and
// shifts that both states have, by kind and id, then in file order. Translations change with their originals and are left
// out, and so is what no result depends on: notes, layout and tests.
func Compare(old, now *Pack) []Change {
	var all []Change
	for _, id := range slices.Sorted(maps.Keys(now.Scenarios)) {
		if before, ok := old.Scenarios[id]; ok && before.Translation == nil && now.Scenarios[id].Translation == nil {
			all = append(all, CompareScenarios(before, now.Scenarios[id])...)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now.DeskWork)) {
		if before, ok := old.DeskWork[id]; ok {
			all = append(all, CompareScenarios(before, now.DeskWork[id])...)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now.Rubrics)) {
		if before, ok := old.Rubrics[id]; ok {
			all = append(all, changes(now.Rubrics[id].Meta, rubricPieces(before), rubricPieces(now.Rubrics[id]))...)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now.Certificates)) {
		if before, ok := old.Certificates[id]; ok {
			all = append(all, changes(now.Certificates[id].Meta, certificatePieces(before), certificatePieces(now.Certificates[id]))...)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now.Shifts)) {
		if before, ok := old.Shifts[id]; ok {
			all = append(all, changes(now.Shifts[id].Meta, shiftPieces(before), shiftPieces(now.Shifts[id]))...)
		}
	}
	return all
}

// CompareScenarios returns what an edit of one scenario, or of its phrase libraries, does to its results.
func CompareScenarios(old, now *Scenario) []Change {
	return changes(now.Meta, scenarioPieces(old), scenarioPieces(now))
}

// EffectOfEdit is the greatest effect of the changes; EditNothing for none.
func EffectOfEdit(changes []Change) EditEffect {
	greatest := EditNothing
	for _, c := range changes {
		greatest = max(greatest, c.Effect)
	}
	return greatest
}

// changes pairs the pieces of two states by name, finds renames, and says what differs.
func changes(m Meta, old, now []piece) []Change {
	var all []Change
	for _, r := range renames(old, now) {
		change := r.now.change(m, EditWording)
		change.Was = r.old.name
		all = append(all, change)
		renamePiece(old, r)
	}
	for _, n := range now {
		i := slices.IndexFunc(old, n.sameThing)
		switch {
		case i < 0:
			change := n.change(m, n.effect)
			change.Added = true
			all = append(all, change)
		default:
			if effect := differs(old[i], n); effect != EditNothing {
				all = append(all, n.change(m, effect))
			}
		}
	}
	for _, o := range old {
		if !slices.ContainsFunc(now, o.sameThing) {
			change := o.change(m, o.effect)
			change.Removed, change.At = true, m.At
			all = append(all, change)
		}
	}
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Compare(a.At.Line, b.At.Line) })
	return all
}

// differs is the effect of what differs between two states of one thing. The effect of what is asked is the greater of
// the two, because it may have become less.
func differs(old, now piece) EditEffect {
	switch {
	case old.asks != now.asks:
		return max(old.effect, now.effect)
	case old.goes != now.goes:
		return EditContent
	case old.says != now.says:
		return EditWording
	}
	return EditNothing
}
