package scenarios

import (
	"slices"
	"strconv"
)

// reactions checks the reactions of each beat against each other: F104, and F116 for every condition.
func (s *scenarioLint) reactions() {
	for _, b := range s.sc.Beats {
		for i, later := range b.Reactions {
			for _, earlier := range b.Reactions[:i] {
				if s.catches(earlier, later) {
					line, width := s.place(later.At, later.When.Text)
					s.report("F104", line, width, details{"line": strconv.Itoa(later.At.Line), "other": strconv.Itoa(earlier.At.Line)})
					break
				}
			}
		}
	}
	for _, c := range s.conditions() {
		s.mixed(c.Any, c.At, c.Text)
	}
	for _, c := range s.marked {
		for _, item := range itemsOf(c) {
			s.mixed(item.Any, item.At, item.Text)
		}
	}
}

// persona checks a persona by itself.
func (l *linter) persona(p *Persona) {
	for _, h := range p.Habits {
		l.mixed(h.When.Any, h.When.At, h.When.Text)
		l.personaLines(p, h.Blocks)
	}
	for _, row := range p.PatienceRows {
		l.mixed(row.When.Any, row.When.At, row.When.Text)
	}
}

// mixed reports a condition that uses "and" beside "or" (SEMANTICS 18).
func (l *linter) mixed(clauses []Clause, at Pos, text string) {
	if len(clauses) > 1 && slices.ContainsFunc(clauses, func(c Clause) bool { return len(c) > 1 }) {
		at, width := l.place(at, text)
		l.report("F116", at, width, nil)
	}
}

// catches reports whether the earlier reaction holds whenever the later one does, each time (SEMANTICS 17 to 19).
func (s *scenarioLint) catches(earlier, later Reaction) bool {
	if earlier.Target.Stays() && len(earlier.Blocks) > 0 {
		return false // it is used up after its lines
	}
	if !limitsCover(earlier.When, later.When) || len(later.When.Any) == 0 {
		return false
	}
	for _, clause := range later.When.Any {
		caught := slices.ContainsFunc(earlier.When.Any, func(c Clause) bool {
			if earlier.Target.Stays() && len(clause) != len(c) {
				return false // an "and" may be completed by the other word later
			}
			return s.clauseCovers(c, clause)
		})
		if !caught {
			return false
		}
	}
	return true
}

// limitsCover reports whether the earlier condition's limits let through all that the later one's do.
func limitsCover(earlier, later Condition) bool {
	return coversList(earlier.Bands, later.Bands) && coversList(earlier.Variants, later.Variants) &&
		allNamed(earlier.IfAlready, later.IfAlready) && allNamed(earlier.IfNotYet, later.IfNotYet)
}

// coversList treats an empty list as everything.
func coversList[T ~string](wide, narrow []T) bool {
	if len(wide) == 0 {
		return true
	}
	return len(narrow) > 0 && !slices.ContainsFunc(narrow, func(x T) bool { return !slices.Contains(wide, x) })
}

// allNamed reports whether every name of few is among many.
func allNamed(few, many []Ref) bool {
	return !slices.ContainsFunc(few, func(f Ref) bool {
		return !slices.ContainsFunc(many, func(m Ref) bool { return f.Name == m.Name })
	})
}

// clauseCovers reports whether all of few is asked for by the other clause too.
func (s *scenarioLint) clauseCovers(few, many Clause) bool {
	return len(few) > 0 && !slices.ContainsFunc(few, func(f Sentence) bool {
		return !slices.ContainsFunc(many, func(m Sentence) bool { return s.sentenceCovers(f, m) })
	})
}

// sentenceCovers reports whether whatever fits the narrow sentence fits the wide one.
func (s *scenarioLint) sentenceCovers(wide, narrow Sentence) bool {
	if wide.Verb != narrow.Verb || len(wide.Mods) > 0 && !sameMods(wide.Mods, narrow.Mods) {
		return false
	}
	if wide.For > narrow.For || wide.Words > narrow.Words || wide.Right > narrow.Right {
		return false
	}
	if wide.Warmth != "" && wide.Warmth != narrow.Warmth {
		return false
	}
	return wide.Name.Name == "" || wide.Name.Name == narrow.Name.Name ||
		wide.Verb == VerbSays && narrow.Name.Name != "" && s.inGroup(narrow.Name.Name, wide.Name.Name)
}

// inGroup reports whether hearing one phrase is hearing a group.
func (s *scenarioLint) inGroup(phrase, group string) bool {
	return slices.Contains(s.members(group), phrase)
}

// members returns the phrases that make up a group, those of groups in it included, and the group itself first.
func (s *scenarioLint) members(group string) []string {
	all := []string{group}
	seen := map[string]bool{group: true}
	for i := 0; i < len(all); i++ {
		p, ok := s.phrase[all[i]]
		if !ok {
			continue
		}
		for _, m := range p.OneOf {
			if !seen[m.Name] {
				seen[m.Name] = true
				all = append(all, m.Name)
			}
		}
	}
	return all
}

func sameMods(a, b []Modifier) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(m Modifier) bool {
		return !slices.ContainsFunc(b, func(n Modifier) bool { return sameModifier(m, n) })
	})
}

func sameModifier(a, b Modifier) bool {
	x, y := anchorOf(a), anchorOf(b)
	if (x == nil) != (y == nil) || x != nil && !sameSentence(*x, *y) {
		return false
	}
	switch a := a.(type) {
	case Before:
		_, ok := b.(Before)
		return ok
	case After:
		_, ok := b.(After)
		return ok
	case NotAfter:
		_, ok := b.(NotAfter)
		return ok
	case Within:
		o, ok := b.(Within)
		return ok && a.For == o.For
	case InBeat:
		o, ok := b.(InBeat)
		return ok && a.Beat.Name == o.Beat.Name
	case AtLeastTimes:
		o, ok := b.(AtLeastTimes)
		return ok && a.N == o.N
	case AtMostTimes:
		o, ok := b.(AtMostTimes)
		return ok && a.N == o.N
	default:
		return false
	}
}

// sameSentence reports whether two sentences ask for the same event in the same way.
func sameSentence(a, b Sentence) bool {
	return a.Verb == b.Verb && a.Name.Name == b.Name.Name && a.For == b.For && a.Words == b.Words &&
		a.Warmth == b.Warmth && a.Right == b.Right && sameMods(a.Mods, b.Mods)
}
