package scenarios

import (
	"regexp"
	"slices"
)

// briefing reads a file of kind briefing. Its date stands under the title or in the brief.
func (r *reader) briefing(d *document) *Briefing {
	s := r.sections(d)
	b := &Briefing{Meta: r.head.meta(Pos{File: r.src.path, Line: 1, Column: 1})}
	if len(r.head.World) > 0 {
		b.World = r.head.World[0]
	}
	blocks := slices.Clone(d.blocks)
	if p := s["section.brief"]; p != nil {
		b.Brief = r.bodyOf(p)
		blocks = append(blocks, p.blocks...)
	}
	for _, it := range bulletsOf(blocks) {
		r.validFrom(b, it)
	}
	b.Facts, _ = r.facts(s["section.facts"])
	b.Articles = r.articles(s["section.articles"])
	if len(b.Facts)+len(b.Articles) == 0 {
		r.find.add("S008/briefing", Pos{File: r.src.path}, 0, nil)
	}
	return b
}

var dateForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// validFrom reads the label "Valid from" where a bullet has it; a brief may have bullets of its own.
func (r *reader) validFrom(b *Briefing, it item) {
	name, rest, ok := cutLabel(it.text)
	if !ok {
		return
	}
	if _, _, from := matchWord(name.text, []word{"label.valid-from"}); !from {
		return
	}
	if !dateForm.MatchString(rest.text) {
		about := rest
		if about.empty() {
			about = name
		}
		r.report("S014/date", about, details{"text": rest.text})
		return
	}
	b.ValidFrom = rest.text
}
