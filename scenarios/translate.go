package scenarios

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// draftTranslation is a translation whose original is still an id.
type draftTranslation struct {
	*Translation
	r *reader
	d *document
}

// translation reads a file of kind translation, as far as it can be read without its original.
func (r *reader) translation(d *document) draftTranslation {
	t := &Translation{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1}),
		Translates: r.head.Translates, SourceVersion: r.head.SourceVersion, Digested: len(r.head.SourceDigest) > 0}
	return draftTranslation{t, r, d}
}

// translated are the personas, worlds and libraries of one language, by the id of their originals.
type translated struct {
	personas  map[string]*Persona
	worlds    map[string]*World
	libraries map[string]*Library
	// files holds the file of the translation that stands behind an original, aliases the names it shows instead.
	files   map[string]string
	aliases map[string][]alias
	texts   map[string]*Translation
}

// translations lays the translations of what scenarios are made of over their originals, and returns those of scenarios.
func (l *loader) translations() []draftTranslation {
	var scenarios []draftTranslation
	for _, t := range l.drafts {
		switch {
		case !l.translatable(t):
		case t.Of == KindScenario:
			scenarios = append(scenarios, t)
		default:
			l.translatePart(t)
		}
	}
	return scenarios
}

// translatable finds the original of a translation. One without language or original is reported and left out.
func (l *loader) translatable(t draftTranslation) bool {
	id := t.Translates
	if id == "" || len(t.Languages) == 0 {
		return false
	}
	for _, kind := range []Kind{KindScenario, KindPersona, KindWorld, KindPhrases} {
		if at, ok := l.defined[kind][id]; ok {
			if at.File == "" {
				return false // a file of that id could not be read, which is reported there
			}
			t.Of = kind
			t.r.original = l.readers[at.File]
			t.r.head.original = t.r.original.head
			return !l.find.misread(at.File) // the original is repaired first
		}
	}
	l.unknownOriginal(t)
	return false
}

func (l *loader) unknownOriginal(t draftTranslation) {
	var all []string
	for _, kind := range []Kind{KindScenario, KindPersona, KindWorld, KindPhrases} {
		all = append(all, slices.Sorted(maps.Keys(l.defined[kind]))...)
	}
	l.find.add("S005", t.r.head.places["translates"].at, utf8.RuneCountInString(t.Translates), details{
		"key": "translates", "value": t.Translates, "kind": "kind.original", "nearest": nearestOf(t.Translates, all)})
}

// again reads the original once more, so that the translation has a copy of its own. What is wrong in it was reported.
func (l *loader) again(kind Kind, id string) (*reader, *document) {
	first := l.readers[l.defined[kind][id].File]
	quiet := &reader{src: first.src, find: newFindings(), rules: l.rules, head: first.head, media: l.media}
	return quiet, readTree(first.src)
}

// translatePart translates a persona, world or phrases file.
func (l *loader) translatePart(t draftTranslation) {
	in := l.inLanguage(t.language())
	if l.taken(t) {
		return
	}
	if first, twice := in.files[t.Translates]; twice {
		l.find.add("S006", t.r.head.places["translates"].at, utf8.RuneCountInString(t.Translates), details{"id": t.Translates, "where": first})
		return
	}
	r, d := l.again(t.Of, t.Translates)
	o := newOverlay(t.r, t.d)
	switch t.Of {
	case KindPersona:
		p := r.persona(d)
		t.Blocks = personaBlocks(p)
		o.persona(p)
		p.Meta = t.shownMeta()
		in.personas[t.Translates], l.pack.Personas[t.ID] = p, p
	case KindWorld:
		w := r.world(d)
		t.Blocks = worldBlocks(w)
		o.world(w)
		w.Meta = t.shownMeta()
		in.worlds[t.Translates], l.pack.Worlds[t.ID] = w, w
	case KindPhrases:
		lib := r.library(d)
		t.Blocks = phraseBlocks(lib.Phrases)
		o.library(lib)
		lib.Meta = t.shownMeta()
		in.libraries[t.Translates], l.pack.Libraries[t.ID] = lib, lib
	}
	in.files[t.Translates], in.aliases[t.Translates], in.texts[t.Translates] = t.At.File, o.aliases, t.Translation
	l.keep(t, o)
}

// keep puts a translation into the pack with what it lacks.
func (l *loader) keep(t draftTranslation, o *overlay) {
	t.Blocks = o.settle(t.Blocks)
	markStale(t.Blocks, t.r.head.SourceDigest)
	if t.ID != "" {
		l.pack.Translations[t.ID] = t.Translation
	}
}

func (l *loader) inLanguage(lang string) *translated {
	if l.translated[lang] == nil {
		l.translated[lang] = &translated{
			personas: map[string]*Persona{}, worlds: map[string]*World{}, libraries: map[string]*Library{},
			files: map[string]string{}, aliases: map[string][]alias{}, texts: map[string]*Translation{},
		}
	}
	return l.translated[lang]
}

// translateScenario translates a scenario and puts it into the pack beside its original, under its own id.
func (l *loader) translateScenario(t draftTranslation) {
	if l.misreadBehind(t.Translates) {
		return
	}
	r, d := l.again(KindScenario, t.Translates)
	draft := r.scenario(d)
	t.Blocks = scenarioBlocks(draft.Scenario, draft.tests)
	original := draft.Meta
	o := newOverlay(t.r, t.d)
	lang := ""
	if len(original.Languages) > 0 {
		lang = original.Languages[0]
	}
	o.scenario(draft, lang)
	l.keep(t, o)
	draft.Translation = t.Translation
	draft.aliases = o.aliases
	draft.more = []*reader{r}
	draft.r = t.r
	draft.Meta = t.shownMeta()
	draft.Version = original.Version
	if draft.Beats == nil && draft.Channel != Desk || t.ID == "" || l.taken(t) {
		return
	}
	if draft.Channel == Desk {
		l.deskWork(draft)
		return
	}
	if l.join(draft) {
		l.newResolver(draft).scenario()
		l.pack.Scenarios[t.ID] = draft.Scenario
	}
}

// misreadBehind reports whether a scenario, or a file it is made of, must be repaired before its translation says anything.
func (l *loader) misreadBehind(id string) bool {
	path := l.defined[KindScenario][id].File
	if l.find.misread(path) {
		return true
	}
	sc := l.pack.Scenarios[id]
	return sc != nil && slices.ContainsFunc(sc.Sources, func(f File) bool { return l.find.misread(f.Path) })
}

// taken reports a translation with the id of another thing of the kind: it is used under its own (S006).
func (l *loader) taken(t draftTranslation) bool {
	first, ok := l.defined[t.Of][t.ID]
	if ok && first.Line > 0 {
		l.find.add("S006", t.r.head.places["id"].at, len(t.ID), details{"id": t.ID, "where": first.String()})
	}
	return ok
}

// shownMeta is the front matter of what the translation makes: its own id, title and language, the kind of the original.
func (t *Translation) shownMeta() Meta {
	m := t.Meta
	m.Kind = t.Of
	return m
}

func (d *draftScenario) language() string {
	if d.Translation == nil {
		return ""
	}
	return d.Translation.language()
}

// useTranslated puts the translations of persona, worlds and libraries in place of the originals, where there are some.
func (d *draftScenario) useTranslated(in *translated, worlds []*World, libraries []*Library) {
	if in == nil {
		return
	}
	if d.Persona != nil && in.personas[d.Persona.ID] != nil {
		d.Behind = append(d.Behind, in.texts[d.Persona.ID])
		d.Persona = in.personas[d.Persona.ID]
	}
	for i, w := range worlds {
		if own := in.worlds[w.ID]; own != nil {
			worlds[i] = own
			d.Behind = append(d.Behind, in.texts[w.ID])
			d.aliases = append(d.aliases, in.aliases[w.ID]...)
		}
	}
	for i, lib := range libraries {
		if own := in.libraries[lib.ID]; own != nil {
			libraries[i] = own
			d.Behind = append(d.Behind, in.texts[lib.ID])
			d.aliases = append(d.aliases, in.aliases[lib.ID]...)
		}
	}
}

// withTranslated adds to the sources of a translated scenario its original, and the translations of its parts.
func (l *loader) withTranslated(d *draftScenario, in *translated, sources []File) []File {
	if d.Translation == nil {
		return sources
	}
	paths := []string{l.defined[KindScenario][d.Translation.Translates].File}
	for _, f := range sources[1:] {
		paths = append(paths, f.Path)
		if in != nil && in.files[f.Meta.ID] != "" {
			paths = append(paths, in.files[f.Meta.ID])
		}
	}
	slices.Sort(paths)
	all := sources[:1:1]
	for _, p := range slices.Compact(paths) {
		all = append(all, l.file(p))
	}
	return all
}
