package scenarios

import (
	"slices"
	"strings"
)

// lostSection finds a section whose heading is none: it has another number of "#", no blank after them, or is
// only bold. It is reported there (S008) and read as if the heading were right; nil when there is none. A "###" may be
// the name of a thing, so it is taken for the section only where the section is required.
func (r *reader) lostSection(d *document, w word, required bool) *part {
	for _, p := range d.parts {
		own, rest, ok := cutPart(p, w, required && !r.translatesThing(w) || r.holdsNoThings(p))
		if !ok {
			continue
		}
		*p = own
		r.report("S008/heading", rest.title, details{"text": rest.title.text, "section": Keyword(string(w), r.src.language), "nearest": Keyword(string(w), r.src.language)})
		return &rest
	}
	return nil
}

// translatesThing reports whether a thing of the original is called like a section, so that a "###" may mean it.
func (r *reader) translatesThing(w word) bool {
	return r.original != nil && slices.ContainsFunc(r.original.src.things, func(name string) bool {
		_, _, is := matchWord(name, []word{w})
		return is
	})
}

// mayBeLost tells quickly that nothing of a document is called like a section.
func (r *reader) mayBeLost(d *document, w word) bool {
	return slices.ContainsFunc(d.namesBeside(), func(name string) bool {
		_, _, is := matchWord(name, []word{w})
		return is
	})
}

// namesBeside are the names of things, and the paragraphs that look like headings, which are called like some section.
func (d *document) namesBeside() []string {
	if d.beside != nil {
		return d.beside
	}
	all := []string{}
	for _, p := range d.parts {
		all = append(all, headingsAmong(p.blocks)...)
		for _, thing := range p.parts {
			all = append(append(all, thing.title.text), headingsAmong(thing.blocks)...)
		}
	}
	d.beside = slices.DeleteFunc(all, func(name string) bool {
		_, _, _, is := lookup("section", name)
		return !is
	})
	return d.beside
}

func headingsAmong(blocks []block) []string {
	var all []string
	for _, b := range blocks {
		if p, ok := b.(paragraph); ok && len(p.text.text) < 60 {
			all = append(all, strings.Trim(p.text.text, "#*_: "))
		}
	}
	return all
}

// holdsNoThings reports whether a section is a table or a list, so that a "###" in it can only be meant for another.
func (r *reader) holdsNoThings(p *part) bool {
	_, _, ok := matchWord(strings.TrimRight(p.title.text, " :"), []word{"section.timers", "section.facts", "section.pass-mark",
		"section.arrivals", "section.competences", "section.coverage", "section.conditions", "section.patience",
		"section.understanding", "section.departments", "section.attachments"})
	return ok
}

// cutPart parts a section at a paragraph that is called like another section, or at such a thing where that is allowed.
func cutPart(p *part, w word, things bool) (own, rest part, ok bool) {
	own = *p
	if at, title, found := headingAmong(p.blocks, w); found {
		own.parts, own.blocks, own.to = nil, p.blocks[:at], title.start()
		return own, part{title: title, blocks: p.blocks[at+1:], parts: p.parts, from: title.start(), to: p.to}, true
	}
	for i, thing := range p.parts {
		if _, _, is := matchWord(thing.title.text, []word{w}); is && things {
			own.parts, own.to = p.parts[:i:i], thing.title.start()
			return own, part{title: thing.title, blocks: thing.blocks, parts: p.parts[i+1:], from: thing.from, to: p.to}, true
		}
		if at, title, found := headingAmong(thing.blocks, w); found {
			last := *thing
			last.blocks = thing.blocks[:at]
			own.parts, own.to = append(p.parts[:i:i], &last), title.start()
			return own, part{title: title, blocks: thing.blocks[at+1:], parts: p.parts[i+1:], from: title.start(), to: p.to}, true
		}
	}
	return part{}, part{}, false
}

// headingAmong finds a paragraph that is nothing but the name of a section.
func headingAmong(blocks []block, w word) (at int, text rich, ok bool) {
	for i, b := range blocks {
		para, is := b.(paragraph)
		if !is {
			continue
		}
		name := strings.Trim(para.text.text, "#*_: ")
		if len(name) == len(para.text.text) && !para.text.hasMarks() {
			continue
		}
		if _, _, is := matchWord(name, []word{w}); is {
			return i, para.text, true
		}
	}
	return 0, rich{}, false
}
