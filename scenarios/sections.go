package scenarios

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sectionsOf names the sections each kind may have, and which of them it must have (KEYWORDS 2).
func sectionsOf(h *header) (known, required []word) {
	switch Kind(h.Kind) {
	case KindTranslation:
		if h.original == nil {
			return nil, nil
		}
		known, _ = sectionsOf(h.original)
		return known, nil
	case KindScenario:
		known = []word{"section.brief", "section.timers", "section.facts", "section.conversation", "section.phrases",
			"section.criteria", "section.desk", "section.cases", "section.faults", "section.colleagues", "section.debrief",
			"section.pass-mark", "section.tests"}
		if Channel(h.Channel) == Desk {
			return known, []word{"section.brief", "section.cases", "section.criteria"}
		}
		return known, []word{"section.brief", "section.conversation", "section.criteria", "section.tests"}
	case KindPersona:
		return []word{"section.understanding", "section.patience", "section.habits"}, nil
	case KindWorld:
		return []word{"section.departments", "section.articles", "section.records", "section.forms", "section.templates",
			"section.attachments", "section.colleagues", "section.catalogue", "section.call-list"}, nil
	case KindPhrases:
		return []word{"section.phrases", "section.facts"}, []word{"section.phrases"}
	case KindRubric:
		return []word{"section.competences", "section.pass-mark", "section.satisfaction"}, []word{"section.competences", "section.pass-mark"}
	case KindCertificate:
		return []word{"section.coverage", "section.conditions"}, []word{"section.coverage"}
	case KindShift:
		return []word{"section.brief", "section.arrivals", "section.criteria", "section.pass-mark"}, []word{"section.arrivals"}
	case KindFramework:
		return []word{"section.units", "section.rows"}, []word{"section.rows"}
	case KindQuiz:
		return []word{"section.questions"}, []word{"section.questions"}
	case KindBriefing:
		return []word{"section.brief", "section.facts", "section.articles"}, nil
	}
	return nil, nil
}

// sections sorts a document's parts by meaning and reports those unknown, double or missing.
func (r *reader) sections(d *document) map[word]*part {
	known, required := sectionsOf(r.head)
	found := map[word]*part{}
	for _, p := range d.parts {
		w, ok := r.sectionWord(p, known)
		switch {
		case !ok || w == "":
		case found[w] != nil:
			r.report("S009", p.title, details{"name": p.title.text, "line": strconv.Itoa(r.pos(found[w].title).Line)})
		default:
			found[w] = p
			r.watchProse(w, p)
		}
	}
	for _, w := range known {
		if found[w] != nil || !r.mayBeLost(d, w) {
			continue
		}
		if lost := r.lostSection(d, w, slices.Contains(required, w) || r.original != nil); lost != nil {
			found[w] = lost
		}
	}
	for _, w := range required {
		if found[w] == nil {
			r.find.add("S008", Pos{File: r.src.path}, 0, details{"section": Keyword(string(w), r.src.language)})
		}
	}
	return found
}

func (r *reader) sectionWord(p *part, known []word) (word, bool) {
	name := strings.TrimRight(p.title.text, " :")
	for _, m := range lookupAll("section", name) {
		for _, k := range known {
			if m.word == k {
				return k, true
			}
		}
	}
	if len(lookupAll("section", name)) > 0 {
		r.report("S007/place", p.title, details{"name": p.title.text, "kind": r.head.Kind, "allowed": r.preferred(known)})
	} else {
		near := r.nearestWord(p.title.text, known)
		r.report("S007", p.title, details{"name": p.title.text, "nearest": near})
		return meantWord(near, known), true
	}
	return "", false
}

// meantWord is the possible word whose form is the nearest to what was written: it is read as if it were right.
func meantWord(near string, possible []word) word {
	w, _, _ := matchWord(near, possible)
	return w
}

// preferred lists words as they are written in the file's language.
func (r *reader) preferred(words []word) string {
	var all []string
	for _, w := range words {
		if form := Keyword(string(w), r.src.language); !contains(all, form) {
			all = append(all, form)
		}
	}
	return strings.Join(all, ", ")
}

// nearestWord offers the likeliest of the words that are possible here, the file's language before the others.
func (r *reader) nearestWord(text string, possible []word) string {
	if r.find.full(r.src.path) {
		return ""
	}
	var own, all []string
	for _, w := range possible {
		own = append(own, forms(w, r.src.language)...)
		for _, lang := range keywordLanguages {
			all = append(all, forms(w, lang)...)
		}
	}
	if near := nearestOf(text, own); near != "" {
		return near
	}
	return nearestOf(text, all)
}

// watchProse reports paragraphs that look like something that would be interpreted (format 2.9): a label, or "When ...".
// Sections that hold texts for people are left alone.
func (r *reader) watchProse(w word, p *part) {
	if w == "section.brief" || w == "section.articles" || w == "section.templates" {
		return
	}
	r.watchCode(p)
	for _, b := range p.blocks {
		r.watchParagraph(b)
	}
	for _, thing := range p.parts {
		r.watchCode(thing)
		for _, b := range thing.blocks {
			r.watchParagraph(b)
		}
	}
}

// watchCode reports quotations and labels that are indented so far that they count as code, which means nothing (S019).
func (r *reader) watchCode(p *part) {
	for _, at := range p.code {
		line := strings.TrimSpace(r.src.line(r.src.lineAt(at) + 1))
		label, bullet := strings.CutPrefix(line, "- **")
		label, _, bold := strings.Cut(label, "**")
		_, _, _, known := lookup("label", strings.TrimRight(label, ": "))
		if strings.HasPrefix(line, "> ") || bullet && bold && known {
			r.reportAt("S019/deep", at, nil)
		}
	}
}

func (r *reader) watchParagraph(b block) {
	para, ok := b.(paragraph)
	if !ok || r.spoiledTable(b) {
		return
	}
	label, ok := looksLikeLabel(para.text)
	if !ok {
		return
	}
	_, rest, _ := strings.Cut(para.text.text, label)
	if strings.HasPrefix(rest, ":") {
		label, rest = label+":", rest[1:]
	}
	r.find.add("S012", r.pos(para.text), utf8.RuneCountInString(label), details{"word": label, "rest": clip(rest, 60)})
}

// looksLikeLabel reports whether a paragraph starts with a label in bold, a label and a colon, or with "When" or
// "Otherwise" and something that an event could be.
func looksLikeLabel(text rich) (string, bool) {
	if bare := strings.TrimLeft(text.text, "•·▪◦‣–—- "); len(bare) < len(text.text) {
		text = text.slice(len(text.text)-len(bare), len(text.text)) // the bullet of a word processor
	}
	if m, ok := text.first(markBold); ok {
		label := strings.TrimRight(text.text[m.from:m.to], ": ")
		_, _, _, known := lookup("label", label)
		return label, known
	}
	if before, _, ok := strings.Cut(text.text, ":"); ok && len(before) < 60 {
		if _, _, _, known := lookup("label", before); known {
			return before, true
		}
	}
	for _, lang := range keywordLanguages {
		w, n, _, ok := longestAt("label", text.text, lang)
		if ok && (w == "label.when" || w == "label.otherwise") && startsEvent(text.text[n:]) {
			return text.text[:n], true
		}
	}
	return "", false
}

// startsEvent reports whether a text begins with a verb or habit, perhaps after "he", or with an arrow.
func startsEvent(text string) bool {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "->") || strings.HasPrefix(text, "→") {
		return true
	}
	for _, lang := range keywordLanguages {
		rest := text
		if _, n, _, ok := longestAt("join.subject", rest, lang); ok {
			rest = rest[n:]
		}
		for _, prefix := range []string{"verb", "habit"} {
			if _, _, _, ok := longestAt(prefix, rest, lang); ok {
				return true
			}
		}
	}
	return false
}
