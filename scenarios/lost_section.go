package scenarios

import "strings"

// lostSection finds a required section whose heading is none: it has another number of "#", no blank after them, or is
// only bold. It is reported there (S008) and read as if the heading were right; nil when there is none.
func (r *reader) lostSection(d *document, w word) *part {
	for _, p := range d.parts {
		own, rest, ok := cutPart(p, w)
		if !ok {
			continue
		}
		*p = own
		r.report("S008/heading", rest.title, details{"text": rest.title.text, "section": Keyword(string(w), r.src.language)})
		return &rest
	}
	return nil
}

// cutPart parts a section at a thing or a paragraph that is called like another section.
func cutPart(p *part, w word) (own, rest part, ok bool) {
	own = *p
	if at, title, found := headingAmong(p.blocks, w); found {
		own.parts, own.blocks, own.to = nil, p.blocks[:at], title.start()
		return own, part{title: title, blocks: p.blocks[at+1:], parts: p.parts, from: title.start(), to: p.to}, true
	}
	for i, thing := range p.parts {
		if _, _, is := matchWord(thing.title.text, []word{w}); is {
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
		if len(name) == len(para.text.text) && len(para.text.marks) == 0 {
			continue
		}
		if _, _, is := matchWord(name, []word{w}); is {
			return i, para.text, true
		}
	}
	return 0, rich{}, false
}
