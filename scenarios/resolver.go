package scenarios

import (
	"slices"
	"strconv"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// resolver replaces every name of one scenario by the spelling of the thing it names, and reports those that name
// nothing.
type resolver struct {
	loader *loader
	find   *findings
	d      *draftScenario
	sc     *Scenario

	phrases, beats, criteria, variants, competences, facts  *names
	pages, places, departments, colleagues, forms, sendable *names
}

func (l *loader) newResolver(d *draftScenario) *resolver {
	s := &resolver{loader: l, find: l.find, d: d, sc: d.Scenario}
	for _, n := range []**names{&s.phrases, &s.beats, &s.criteria, &s.variants, &s.competences, &s.facts,
		&s.pages, &s.places, &s.departments, &s.colleagues, &s.forms, &s.sendable} {
		*n = newNames()
	}
	s.ownNames()
	s.worldNames()
	s.phrases.more, s.phrases.others = s.useAct, s.actNames
	s.oldNames()
	return s
}

// oldNames lets what a translation shows under another name be called by its own.
func (s *resolver) oldNames() {
	for _, a := range s.d.aliases {
		switch a.what {
		case "beat":
			s.beats.alias(a.old, a.name)
		case "phrase":
			s.phrases.alias(a.old, a.name)
		case "criterion":
			s.criteria.alias(a.old, a.name)
		case "page":
			s.pages.alias(a.old, a.name)
		case "sendable":
			s.sendable.alias(a.old, a.name)
		case "form":
			s.forms.alias(a.old, a.name)
		case "colleague":
			s.colleagues.alias(a.old, a.name)
			s.places.alias(a.old, a.name)
		case "department":
			s.departments.alias(a.old, a.name)
			s.places.alias(a.old, a.name)
		}
	}
}

func (s *resolver) ownNames() {
	for _, p := range s.sc.Phrases {
		s.phrases.add(p.Name)
	}
	for _, b := range s.sc.Beats {
		s.beats.add(b.Name)
	}
	for _, c := range slices.Concat(s.sc.Criteria, s.sc.Debrief) {
		s.criteria.add(c.Name)
	}
	for _, v := range s.sc.Variants {
		s.variants.add(v)
	}
	for _, c := range s.sc.Rubric.Competences {
		s.competences.add(c.Name)
	}
	for _, f := range s.sc.Facts {
		s.facts.add(f.Name)
	}
}

func (s *resolver) worldNames() {
	w := s.sc.World
	for _, d := range w.Departments {
		s.departments.add(d.Name)
		s.places.add(d.Name)
	}
	for _, c := range w.Colleagues {
		s.colleagues.add(c.Name)
		s.places.add(c.Name)
	}
	for _, a := range w.Articles {
		s.pages.add(a.Name)
	}
	for _, r := range w.Records {
		s.pages.add(r.Name)
	}
	for _, f := range w.Forms {
		s.forms.add(f.Name)
	}
	for _, t := range w.Templates {
		s.sendable.add(t.Name)
	}
	for _, a := range w.Attachments {
		s.sendable.add(a.Name)
	}
}

// scenario resolves everything in the scenario.
func (s *resolver) scenario() {
	s.factUses()
	s.variantLabels()
	for i := range s.sc.Beats {
		s.beat(&s.sc.Beats[i])
	}
	s.phraseList()
	for i := range s.sc.Criteria {
		s.criterion(&s.sc.Criteria[i])
	}
	for i := range s.sc.Debrief {
		s.criterion(&s.sc.Debrief[i])
	}
	s.pass(s.sc.Pass)
	s.desk()
	s.work()
	s.world()
	s.tests()
	if s.sc.Persona != nil {
		s.persona()
	}
	s.doubleUse()
}

// known replaces a name by its own spelling; false when nothing is called so.
func known(ref *Ref, in *names) bool {
	own, ok := in.find(ref.Name)
	if ok {
		ref.Name = own
	}
	return ok
}

// name resolves a reference and reports it when it names nothing. The zero Ref names nothing on purpose.
func (s *resolver) name(ref *Ref, in *names, code Code) {
	if ref.Name == "" || known(ref, in) {
		return
	}
	s.unknown(*ref, in, code)
}

func (s *resolver) unknown(ref Ref, in *names, code Code) {
	with := details{"name": ref.Name, "nearest": in.near(ref.Name), "names": joinSome(in.all)}
	s.find.addDangling(code, ref.At, utf8.RuneCountInString(ref.Name), with)
}

// joinSome lists names for a message, the first ones of many.
func joinSome(all []string) string {
	const most = 12
	text := ""
	for i, name := range all {
		if i == most {
			return text + ", ..."
		}
		if i > 0 {
			text += ", "
		}
		text += name
	}
	return text
}

// variantNames resolves the variants something is limited to; at is where a message points.
func (s *resolver) variantNames(list []string, at Pos) {
	for i, v := range list {
		own, ok := s.variants.find(v)
		if !ok {
			s.unknown(Ref{Name: v, At: at}, s.variants, "S014/variant")
			continue
		}
		list[i] = own
	}
}

// factUses reports the facts named in braces that the scenario does not have (F108).
func (s *resolver) factUses() {
	for _, ref := range s.d.r.usedFacts {
		s.name(&ref, s.facts, "F108")
	}
	for _, r := range s.d.more {
		for _, ref := range r.usedFacts {
			s.name(&ref, s.facts, "F108")
		}
	}
}

// variantLabels reports labels of lines that are neither a band nor a variant (S010).
func (s *resolver) variantLabels() {
	for _, ref := range s.d.r.variantLabels {
		if _, ok := s.variants.find(ref.Name); !ok {
			possible := append(slices.Clone(s.variants.all), wordForms(append(wordsOf("line"), wordsOf("band")...), s.d.r.src.language)...)
			s.find.addDangling("S010", ref.At, utf8.RuneCountInString(ref.Name), details{"name": ref.Name, "nearest": nearestOf(ref.Name, possible)})
		}
	}
}

func wordForms(words []word, lang string) []string {
	var all []string
	for _, w := range words {
		all = append(all, forms(w, lang)...)
	}
	return all
}
