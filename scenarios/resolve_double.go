package scenarios

import (
	"slices"
	"unicode/utf8"
)

// use is a name and what it names.
type use struct {
	name, what string
	at         Pos
}

// doubleUse warns of names that stand for two things of different kinds (S015), once per name.
func (s *resolver) doubleUse() {
	uses := s.uses()
	first := make(map[string]use, len(uses))
	told := map[string]bool{}
	for _, u := range uses {
		key := foldName(u.name)
		before, taken := first[key]
		if !taken {
			first[key] = u
			continue
		}
		if before.what == u.what || told[key] {
			continue
		}
		told[key] = true
		about := u
		if about.at.File != s.sc.At.File {
			about = before
		}
		s.find.add("S015", about.at, utf8.RuneCountInString(about.name),
			details{"name": about.name, "first": before.what, "second": u.what})
	}
}

// uses lists the things of the scenario and its world that can be named in italics. Things of libraries are left out:
// their authors cannot know this scenario.
func (s *resolver) uses() []use {
	all := make([]use, 0, len(s.sc.Beats)+len(s.sc.Phrases)+len(s.sc.Criteria)+len(s.sc.Debrief))
	for _, b := range s.sc.Beats {
		all = append(all, use{b.Name, "beat", b.At})
	}
	for _, p := range s.sc.Phrases {
		if p.Library == "" {
			all = append(all, use{p.Name, "phrase", p.At})
		}
	}
	for _, c := range slices.Concat(s.sc.Criteria, s.sc.Debrief) {
		all = append(all, use{c.Name, "criterion", c.At})
	}
	return append(all, worldUses(s.sc.World)...)
}

func worldUses(w *World) []use {
	var all []use
	for _, d := range w.Departments {
		all = append(all, use{d.Name, "department", d.At})
	}
	for _, c := range w.Colleagues {
		all = append(all, use{c.Name, "colleague", c.At})
	}
	for _, a := range w.Articles {
		all = append(all, use{a.Name, "article", a.At})
	}
	for _, r := range w.Records {
		all = append(all, use{r.Name, "record", r.At})
	}
	for _, f := range w.Forms {
		all = append(all, use{f.Name, "form", f.At})
	}
	for _, t := range w.Templates {
		all = append(all, use{t.Name, "template", t.At})
	}
	for _, a := range w.Attachments {
		all = append(all, use{a.Name, "attachment", a.At})
	}
	return all
}
