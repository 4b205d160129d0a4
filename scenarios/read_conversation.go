package scenarios

import "strconv"

// beats reads the conversation: every "###" is a beat.
func (r *reader) beats(section *part) []Beat {
	if section == nil {
		return nil
	}
	var all []Beat
	for _, p := range section.parts {
		all = append(all, r.beat(p))
	}
	if len(all) == 0 {
		r.report("F101", section.title, nil)
	}
	r.namesOnce("beat", section.parts)
	r.reserved(section.parts, "effect.end")
	return all
}

func (r *reader) beat(p *part) Beat {
	b := Beat{Name: readableLine(p.title.text), At: r.pos(p.title)}
	r.strayReplies(p.blocks)
	labels := r.labels(p.blocks, reactionLabels, "label.when")
	for _, l := range labels {
		if l.word == "label.later" {
			r.later(&b, l)
		}
	}
	b.Blocks = r.messages(beforeLists(p.blocks))
	b.Reactions, b.Otherwise = r.reactions(labels, false)
	r.unquotedLine(b, p.blocks)
	return b
}

// unquotedLine reports a paragraph in a beat where the customer says nothing: he was meant to say it (S019).
func (r *reader) unquotedLine(b Beat, blocks []block) {
	if len(b.Blocks) > 0 {
		return
	}
	for _, piece := range beforeLists(blocks) {
		if p, ok := piece.(paragraph); ok && !p.text.empty() {
			if _, label := looksLikeLabel(p.text); !label {
				r.reportAt("S019/reply", p.start(), details{"nearest": ">"})
				return
			}
		}
	}
}

// beforeLists leaves out the quotations that stand below reactions; they are reported elsewhere.
func beforeLists(blocks []block) []block {
	for i, b := range blocks {
		if l, ok := b.(list); ok && !onlyLater(l) {
			return blocks[:i]
		}
	}
	return blocks
}

// onlyLater reports whether a list is the single bullet "Later", which stands before the customer's lines, or "Shown as"
// in a translation.
func onlyLater(l list) bool {
	if len(l.items) != 1 {
		return false
	}
	name, _, ok := cutLabel(l.items[0].text)
	if !ok {
		return false
	}
	_, _, later := matchWord(name.text, []word{"label.later", "label.shown-as"})
	return later
}

// later reads how much time passes on entering a beat.
func (r *reader) later(b *Beat, l labelled) {
	d, ok := calendarTime(l.text.text)
	if !ok {
		r.report("S014/time", l.text, details{"text": l.text.text})
	}
	b.Later = d
}

// namesOnce reports things of one section with equal names (S013).
func (r *reader) namesOnce(what string, parts []*part) {
	first := map[string]int{}
	for _, p := range parts {
		key := foldName(p.title.text)
		line := r.pos(p.title).Line
		if before, twice := first[key]; twice {
			r.report("S013", p.title, details{"what": what, "name": readableLine(p.title.text),
				"line": strconv.Itoa(before), "other": strconv.Itoa(line)})
			continue
		}
		first[key] = line
	}
}

// reserved reports names that are words of the language and would be read as such.
func (r *reader) reserved(parts []*part, words ...word) {
	for _, p := range parts {
		if _, _, ok := matchWord(p.title.text, words); ok {
			r.report("S015/reserved", p.title, details{"name": p.title.text})
		}
	}
}
