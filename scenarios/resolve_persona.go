package scenarios

import (
	"slices"
	"unicode/utf8"
)

// persona gives the scenario its own copy of the persona, without the rows and habits that name phrases the scenario
// does not have (SEMANTICS 53).
func (s *resolver) persona() {
	own := *s.sc.Persona
	own.PatienceRows = nil
	for _, row := range s.sc.Persona.PatienceRows {
		row.When = copyCondition(row.When)
		if s.knows(row.When) {
			s.condition(&row.When)
			own.PatienceRows = append(own.PatienceRows, row)
		}
	}
	own.Habits = nil
	for _, habit := range s.sc.Persona.Habits {
		habit.When = copyCondition(habit.When)
		if s.knows(habit.When) {
			s.condition(&habit.When)
			habit.Blocks = copyBlocks(habit.Blocks)
			s.blocks(habit.Blocks)
			own.Habits = append(own.Habits, habit)
		}
	}
	s.sc.Persona = &own
}

// knows reports whether the scenario has every phrase a condition names.
func (s *resolver) knows(c Condition) bool {
	for _, ref := range phrasesNamed(c) {
		if _, ok := s.phrases.find(ref.Name); !ok {
			if s.sc.Translation == nil { // its original says it already
				s.loader.missing = append(s.loader.missing, missingPhrase{ref, s.sc.ID, s.phrases.near(ref.Name)})
			}
			return false
		}
	}
	return true
}

func phrasesNamed(c Condition) []Ref {
	all := slices.Concat(c.IfAlready, c.IfNotYet)
	for _, clause := range c.Any {
		for _, e := range clause {
			if e.Verb == VerbSays && e.Name.Name != "" {
				all = append(all, e.Name)
			}
		}
	}
	return all
}

// missingPhrase is a phrase a persona names and a scenario does not have.
type missingPhrase struct {
	ref      Ref
	scenario string
	near     string
}

// personaRows reports the rows that were left out: a warning where no scenario of the persona has the phrase, a note
// where only some lack it.
func (l *loader) personaRows() {
	users := map[string]int{}
	for _, d := range l.scenarios {
		if d.Persona != nil && l.pack.Scenarios[d.ID] == d.Scenario {
			users[d.Persona.At.File]++
		}
	}
	lacking := map[Pos]int{}
	for _, m := range l.missing {
		lacking[m.ref.At]++
	}
	told := map[Pos]bool{}
	for _, m := range l.missing {
		if told[m.ref.At] {
			continue
		}
		told[m.ref.At] = true
		level := LevelNote
		if lacking[m.ref.At] == users[m.ref.At.File] {
			level = LevelWarning
		}
		l.find.addDanglingAs(level, "S014/skipped", m.ref.At, utf8.RuneCountInString(m.ref.Name),
			details{"name": m.ref.Name, "scenario": m.scenario, "nearest": m.near})
	}
}

func copyCondition(c Condition) Condition {
	any := make([]Clause, len(c.Any))
	for i, clause := range c.Any {
		any[i] = slices.Clone(clause)
		for j := range any[i] {
			any[i][j].Mods = slices.Clone(any[i][j].Mods)
		}
	}
	c.Any = any
	c.IfAlready, c.IfNotYet, c.Variants = slices.Clone(c.IfAlready), slices.Clone(c.IfNotYet), slices.Clone(c.Variants)
	return c
}

func copyBlocks(blocks []Block) []Block {
	all := slices.Clone(blocks)
	for i := range all {
		all[i].Lines = slices.Clone(all[i].Lines)
	}
	return all
}
