package scenarios

import "unicode/utf8"

// overlay lays the texts of one translation over a copy of its original. Headings say which piece is meant; what the
// original does not have is reported and left out (L503).
type overlay struct {
	r        *reader // of the translation
	sections map[word]*part
	// done holds the blocks that have their text, by section and folded name.
	done    map[blockKey]Pos
	aliases []alias
}

type blockKey struct{ section, name string }

// alias is a thing that is shown under another name in the translation. Both names can be written.
type alias struct {
	what      string
	old, name string
}

func newOverlay(r *reader, d *document) *overlay {
	o := &overlay{r: r, sections: r.sections(d), done: map[blockKey]Pos{}}
	for w, p := range o.sections {
		switch {
		case unwritten(p):
			delete(o.sections, w)
		case containsWord(structure, w):
			r.report("L503/section", p.title, details{"section": readableLine(p.title.text)})
			delete(o.sections, w)
		}
	}
	return o
}

// structure are the sections that a translation takes from its original as they are.
var structure = []word{"section.timers", "section.pass-mark", "section.patience", "section.attachments"}

// unwritten tells a heading that nothing was written under yet: it waits for its text, and is no mistake.
func unwritten(p *part) bool {
	for _, b := range p.blocks {
		if text, ok := b.(paragraph); !ok || !text.text.empty() {
			return false
		}
	}
	return len(p.parts) == 0
}

// each calls apply for every heading of a section that the original has, with its place among the names.
func (o *overlay) each(section word, all []string, apply func(i int, p *part)) {
	p := o.sections[section]
	if p == nil {
		return
	}
	known := newNames()
	at := map[string]int{}
	for i, name := range all {
		known.add(name)
		if _, twice := at[foldName(name)]; !twice {
			at[foldName(name)] = i
		}
	}
	for _, thing := range p.parts {
		i, ok := at[foldName(thing.title.text)]
		if !ok {
			name := readableLine(thing.title.text)
			near := known.near(name)
			o.r.report("L503", thing.title, details{"name": name, "nearest": near})
			o.done[blockKey{string(section), foldName(near)}] = o.r.pos(thing.title) // told: what is near is not missing too
			continue
		}
		if !unwritten(thing) {
			apply(i, thing)
		}
	}
	o.r.namesOnce("", p.parts)
}

// finish notes that a block has its text, and where.
func (o *overlay) finish(section word, name string) {
	p := o.sections[section]
	for _, thing := range p.parts {
		if name != "" && sameName(thing.title.text, name) {
			p = thing
			break
		}
	}
	o.done[blockKey{string(section), foldName(name)}] = o.r.pos(p.title)
}

// rename shows a thing under the name the translation gives it, if it gives one.
func (o *overlay) rename(what string, name *string, shown string) {
	if shown == "" || shown == *name {
		return
	}
	o.aliases = append(o.aliases, alias{what, *name, shown})
	*name = shown
}

// texts reads the labels of a heading that hold texts, and reports those that belong to the structure (L503).
func (o *overlay) texts(p *part, possible []word, texts ...word) []labelled {
	var all []labelled
	for _, l := range o.r.labels(p.blocks, append([]word{"label.shown-as"}, possible...), "label.patterns", "label.examples", "label.not-these") {
		if !containsWord(texts, l.word) {
			o.r.report("L503/label", l.name, details{"label": l.name.text, "name": readableLine(p.title.text)})
			continue
		}
		all = append(all, l)
	}
	return all
}

// shownAs reads "Shown as" among the labels; "" where the name stays.
func (o *overlay) shownAs(labels []labelled) string {
	for _, l := range labels {
		if l.word == "label.shown-as" {
			return o.r.oneName(l).Name
		}
	}
	return ""
}

// row reports a row of a table that the original does not have.
func (o *overlay) row(at Pos, name string, known *names) {
	o.r.find.add("L503", at, utf8.RuneCountInString(name), details{"name": name, "nearest": known.near(name)})
}

// settle marks the blocks without a text.
func (o *overlay) settle(blocks []TranslatedBlock) []TranslatedBlock {
	for i, b := range blocks {
		at, done := o.done[blockKey{b.Section, foldName(b.Name)}]
		blocks[i].At, blocks[i].Missing = at, !done
	}
	return blocks
}
