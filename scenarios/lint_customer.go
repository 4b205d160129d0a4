package scenarios

import (
	"slices"
	"strings"
)

// customer checks what the customer says: F107, F109, F112.
func (s *scenarioLint) customer() {
	for _, spot := range s.spots() {
		s.secrets(spot.line)
		s.foreignLine(s.sc.Persona, spot.line)
	}
	s.oneWording()
}

// bracedNames returns the names in braces of a text.
func bracedNames(text string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(text, "{")
		if !ok {
			return names
		}
		end := strings.IndexAny(rest, "{}")
		if end < 0 {
			return names
		}
		if text = rest[end:]; end > 0 && rest[end] == '}' {
			names = append(names, rest[:end])
		}
	}
}

// secrets reports a fact in the customer's mouth that he does not know.
func (s *scenarioLint) secrets(line Line) {
	for _, name := range bracedNames(line.Text) {
		f, ok := factNamed(s.sc.Facts, name)
		if !ok || len(f.KnownTo) == 0 || slices.Contains(f.KnownTo, KnownCustomer) {
			continue
		}
		at, width := s.place(line.At, "{"+name+"}")
		s.report("F107", at, width, details{"fact": f.Name, "known": "known." + string(f.KnownTo[0])})
	}
}

func factNamed(facts []Fact, name string) (Fact, bool) {
	for _, f := range facts {
		if sameName(f.Name, name) {
			return f, true
		}
	}
	return Fact{}, false
}

// personaLines checks the lines of a persona's habits.
func (l *linter) personaLines(p *Persona, blocks []Block) {
	for _, block := range blocks {
		for _, line := range block.Lines {
			l.foreignLine(p, line)
		}
	}
}

// foreignLine reports a line marked with a language the persona does not speak.
func (l *linter) foreignLine(p *Persona, line Line) {
	if p == nil || line.Language == "" || len(p.Speaks) == 0 {
		return
	}
	if !slices.ContainsFunc(p.Speaks, func(k Spoken) bool { return k.Language == line.Language }) {
		l.report("F112", line.At, 0, details{"language": line.Language, "persona": p.Title, "persona-id": p.ID})
	}
}

// oneWording notes beats in which a trainee who is not understood hears one and the same sentence again (SEMANTICS 21b).
func (s *scenarioLint) oneWording() {
	if s.sc.Persona == nil || s.tries() == 0 || s.habitWordings(HabitNotUnderstood) > 1 {
		return
	}
	for _, b := range s.sc.Beats {
		if len(b.Reactions) > 0 && !hasAgain(b.Blocks) {
			s.at("F109", b.At, b.Name, details{"beat": b.Name})
		}
	}
}

func hasAgain(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool {
		return slices.ContainsFunc(b.Lines, func(l Line) bool { return l.Label.Again })
	})
}

// habitWordings counts the lines the persona has for a habit.
func (s *scenarioLint) habitWordings(v Verb) int {
	n := 0
	for _, h := range s.sc.Persona.Habits {
		if hasVerb(h.When, v) {
			for _, b := range h.Blocks {
				n += len(b.Lines)
			}
		}
	}
	return n
}

// unused reports what the scenario defines and nothing uses: S016.
func (s *scenarioLint) unused() {
	used := s.usedPhrases()
	for _, p := range ownPhrases(s.sc) {
		if !used[p.Name] {
			s.at("S016/phrase", p.At, p.Name, details{"name": p.Name})
		}
	}
	s.unusedFacts()
}

// usedPhrases holds every phrase that something in the scenario or its persona asks about.
func (s *scenarioLint) usedPhrases() map[string]bool {
	used := map[string]bool{}
	use := func(refs ...Ref) {
		for _, r := range refs {
			used[r.Name] = true
		}
	}
	says := func(x Sentence) {
		if x.Verb == VerbSays {
			use(x.Name)
		}
	}
	s.contactSentences(says)
	for _, c := range s.conditions() {
		use(c.IfAlready...)
		use(c.IfNotYet...)
	}
	for _, spot := range s.spots() {
		use(spot.line.Label.IfSaid)
	}
	for _, p := range s.sc.Phrases {
		use(p.OneOf...)
	}
	for _, t := range s.sc.Tests {
		use(t.Expect.Recognised...)
		use(t.Expect.NotRecognised...)
	}
	for _, fault := range s.sc.Faults {
		eachSentence(fault.On, says)
		eachSentence(fault.AnsweredBy, says)
	}
	s.eachFieldRule(func(r FieldRule) {
		if r, ok := r.(FieldSays); ok {
			use(r.Phrase)
		}
	})
	if s.sc.Persona != nil {
		for _, c := range personaConditions(s.sc.Persona) {
			eachSentence(c.Any, says)
			use(c.IfAlready...)
			use(c.IfNotYet...)
		}
	}
	return used
}

func personaConditions(p *Persona) []Condition {
	var all []Condition
	for _, h := range p.Habits {
		all = append(all, h.When)
	}
	for _, row := range p.PatienceRows {
		all = append(all, row.When)
	}
	return all
}

func (s *scenarioLint) eachFieldRule(f func(FieldRule)) {
	for _, form := range s.sc.Desk {
		for _, field := range form.Fields {
			for _, rules := range field.Any {
				for _, r := range rules {
					f(r)
				}
			}
		}
	}
}

// unusedFacts looks for facts in the text of every file of the scenario: braces mean a fact wherever they stand.
func (s *scenarioLint) unusedFacts() {
	used := map[string]bool{}
	for _, f := range s.sc.Sources {
		if IsMedia(f.Path) {
			continue
		}
		for _, name := range bracedNames(f.Text) {
			used[foldName(name)] = true
		}
	}
	s.contactEffects(func(e Effect) {
		if e, ok := e.(Mishear); ok {
			used[foldName(e.Fact)] = true
		}
	})
	for _, f := range s.sc.Facts {
		if len(s.sc.Sources) > 0 && f.At.File == s.sc.At.File && !used[foldName(f.Name)] {
			s.at("S016/fact", f.At, f.Name, details{"name": f.Name})
		}
	}
}

func (s *scenarioLint) contactEffects(f func(Effect)) {
	for _, b := range s.sc.Beats {
		for i := range b.Reactions {
			eachEffect(&b.Reactions[i], f)
		}
		if b.Otherwise != nil {
			eachEffect(b.Otherwise, f)
		}
	}
}

func eachEffect(r *Reaction, f func(Effect)) {
	for _, e := range r.Effects {
		f(e)
	}
}

// languages reports phrases that cannot be heard in a language the trainee may use: P210. The scenario's own are
// reported where they stand, those of a library together, where the scenario first needs one of them.
func (s *scenarioLint) languages() {
	places := s.phrasePlaces()
	for _, lang := range s.sc.Languages {
		missing := map[string][]string{}
		first := map[string]Ref{}
		for _, p := range s.sc.Phrases {
			at, needed := places[p.Name]
			if !needed || s.heardIn(p.Name, lang) {
				continue
			}
			if p.Library == "" {
				s.at("P210", p.At, p.Name, details{"language": lang, "phrase": p.Name})
				continue
			}
			missing[p.Library] = append(missing[p.Library], p.Name)
			if old, ok := first[p.Library]; !ok || at.At.Line < old.At.Line {
				first[p.Library] = at
			}
		}
		for library, names := range missing {
			with := details{"language": lang, "library": library, "phrases": strings.Join(names, ", ")}
			s.at("P210/library", first[library].At, first[library].Name, with)
		}
	}
}

// phrasePlaces holds where reactions and criteria first name a phrase.
func (s *scenarioLint) phrasePlaces() map[string]Ref {
	places := map[string]Ref{}
	s.contactSentences(func(x Sentence) {
		if x.Verb != VerbSays || x.Name.Name == "" {
			return
		}
		old, ok := places[x.Name.Name]
		if !ok || x.Name.At.Line < old.At.Line {
			places[x.Name.Name] = x.Name
		}
	})
	return places
}

// heardIn reports whether a phrase, or one of its group, has a pattern or an example in a language (SEMANTICS 14).
func (s *scenarioLint) heardIn(phrase, lang string) bool {
	return slices.ContainsFunc(s.members(phrase), func(name string) bool {
		p, ok := s.phrase[name]
		return !ok && name != phrase || ok && speaksIn(p, lang)
	})
}

func speaksIn(p *Phrase, lang string) bool {
	fits := func(marked string) bool { return marked == lang || marked == "" && slices.Contains(p.Languages, lang) }
	return slices.ContainsFunc(p.Patterns, func(x Pattern) bool { return fits(x.Language) }) ||
		slices.ContainsFunc(p.Examples, func(x Utterance) bool { return fits(x.Language) })
}
