package scenarios

import (
	"strings"
	"unicode/utf8"
)

// quiz joins a quiz with its rubric and resolves the competences of its questions.
func (l *loader) quiz(d draftQuiz) {
	h := d.r.head
	if h.Rubric != "" {
		var ok bool
		if d.Rubric, ok = one(l, h, "rubric", KindRubric, h.Rubric, l.pack.Rubrics); !ok {
			return
		}
		competences := competencesOf(d.Rubric)
		for i := range d.Questions {
			l.competence(&d.Questions[i].Competence, competences)
		}
	}
	if d.ID != "" {
		l.pack.Quizzes[d.ID] = d.Quiz
	}
}

// briefing checks what a briefing changes: the articles are those of its world.
func (l *loader) briefing(r *reader, b *Briefing) {
	if len(r.head.World) > 0 {
		worlds, ok := several(l, r.head, "world", KindWorld, r.head.World, l.pack.Worlds)
		if !ok {
			return
		}
		articles := newNames()
		for _, w := range worlds {
			for _, a := range w.Articles {
				articles.add(a.Name)
			}
		}
		for i, a := range b.Articles {
			own, ok := articles.find(a.Name)
			if !ok {
				l.find.add("S014/page", a.At, utf8.RuneCountInString(a.Name), details{"name": a.Name, "nearest": articles.near(a.Name)})
				continue
			}
			b.Articles[i].Name = own
		}
	}
	if b.ID != "" {
		l.pack.Briefings[b.ID] = b
	}
}

// requirementIDs reports rows that name a requirement which the framework of that prefix does not have (S014). A pack without
// the framework is left alone: its rows belong to a profile kept elsewhere.
func (l *loader) requirementIDs() {
	known := newNames()
	prefixes := map[string]bool{}
	for _, f := range l.pack.Frameworks {
		for _, row := range f.Rows {
			known.add(row.ID)
			prefixes[rowPrefix(row.ID)] = true
		}
	}
	if len(known.all) == 0 {
		return
	}
	for _, r := range l.readers {
		for _, ref := range r.rowRefs {
			if _, ok := known.find(ref.Name); !ok && prefixes[rowPrefix(ref.Name)] {
				l.find.add("S014/row", ref.At, utf8.RuneCountInString(ref.Name), details{"name": ref.Name, "nearest": known.near(ref.Name)})
			}
		}
	}
}

func rowPrefix(id string) string {
	prefix, _, _ := strings.Cut(foldName(id), "-")
	return prefix
}
