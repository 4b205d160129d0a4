package scenarios

import "slices"

// Translation is the texts of one scenario, persona, world or phrases file in another language (SCENARIO-FORMAT 15). A
// translated scenario is in [Pack.Scenarios] too, under the id of the translation, and is played like any other. Translated
// personas, worlds and phrases stand behind it by themselves: their translations into its language are used where there
// are some.
type Translation struct {
	Meta
	// Translates is the id of the original, Of its kind.
	Translates string
	Of         Kind
	// SourceVersion is the version of the original that was translated; "" where it has none.
	SourceVersion string
	// Digested tells that it notes the digests of the texts it was made from, so that stale blocks are known.
	Digested bool
	Blocks   []TranslatedBlock
}

// TranslatedBlock is one piece of the original that has a text, in the order of the original.
type TranslatedBlock struct {
	// Section is the section's keyword, such as "section.conversation"; Name is the heading in it, "" for the whole section.
	Section, Name string
	// Missing blocks fall back to the original in practice; Stale ones were translated from another text.
	Missing, Stale bool
	// Original is the text to translate, one line for each sentence, pattern or example.
	Original string
	// At is where the translated text stands; zero for a missing one.
	At Pos
}

// Untranslated names the blocks that have no text yet; none for a whole translation.
func (t *Translation) Untranslated() []string {
	var names []string
	for _, b := range t.Blocks {
		if b.Missing {
			names = append(names, b.label(t.language()))
		}
	}
	return names
}

// Untranslated names what a translated scenario still has in the language of its original: blocks of its own, blocks of what
// stands behind it, and persona or world as a whole. In practice it falls back to the original; nobody is assessed with it.
// None for an original.
func (s *Scenario) Untranslated() []string {
	if s.Translation == nil {
		return nil
	}
	names := s.Translation.Untranslated()
	for _, t := range s.Behind {
		names = append(names, t.Untranslated()...)
	}
	for _, m := range s.partsInOtherLanguage() {
		names = append(names, m.Title)
	}
	return names
}

// partsInOtherLanguage are the persona and the world that know nothing of the language of the translation.
func (s *Scenario) partsInOtherLanguage() []Meta {
	var parts []Meta
	lang := s.Translation.language()
	if s.Persona != nil && !slices.ContainsFunc(s.Persona.Speaks, func(spoken Spoken) bool { return spoken.Language == lang }) {
		m := s.Persona.Meta
		m.Kind = KindPersona
		parts = append(parts, m)
	}
	if w := s.World; len(w.Languages) > 0 && !slices.Contains(w.Languages, lang) {
		parts = append(parts, w.Meta)
	}
	return parts
}

func (t *Translation) language() string {
	if len(t.Languages) == 0 {
		return ""
	}
	return t.Languages[0]
}

// label is how a block is called in a message: by its heading, or by the word for its section.
func (b TranslatedBlock) label(lang string) string {
	if b.Name != "" {
		return b.Name
	}
	return Keyword(b.Section, lang)
}
