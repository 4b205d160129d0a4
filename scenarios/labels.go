package scenarios

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// labelled is a bullet with a label: "- **Points:** 10" or "- **Examples:**" with what is nested below it.
type labelled struct {
	word   word
	holes  []string // of labels such as "At least 2 of"
	code   string   // of "Patterns (en)": "en"
	name   rich     // the label as written, without its colon
	text   rich     // what follows it
	blocks []block
	at     int
	// adopting: the bullets below it were written beside it.
	adopting bool
}

// labels reads the bullets of a place where only some labels are possible. Bullets with another label, or none, are
// reported and left out. Labels named in repeat may stand more than once.
func (r *reader) labels(blocks []block, possible []word, repeat ...word) []labelled {
	bullets := bulletsOf(blocks)
	found := make([]labelled, 0, len(bullets))
	r.countLooseLabels(blocks)
	strays := false // one message for all bullets without a label
	for _, it := range bullets {
		if strays && isStray(it, possible) {
			continue
		}
		if r.find.full(r.src.path) {
			return found
		}
		if len(found) > 0 && found[len(found)-1].lacksBullets() && isStray(it, possible) {
			r.adopt(&found[len(found)-1], it)
			continue
		}
		l, ok := r.label(it, possible)
		if !ok {
			r.badLabels++
			strays = strays || isStray(it, possible)
			continue
		}
		if first, twice := sameLabel(found, l); twice && !containsWord(repeat, l.word) {
			r.report("S010/twice", l.name, details{"name": l.name.text, "line": strconv.Itoa(r.pos(first.name).Line)})
			continue
		}
		found = append(found, l)
	}
	return found
}

// sameLabel returns the label among those found that another one repeats.
func sameLabel(found []labelled, l labelled) (*labelled, bool) {
	for i := range found {
		if found[i].word == l.word && found[i].code == l.code {
			return &found[i], true
		}
	}
	return nil, false
}

// countLooseLabels counts the paragraphs that look like labels: they are reported elsewhere, and are not read.
func (r *reader) countLooseLabels(blocks []block) {
	for _, b := range blocks {
		if p, ok := b.(paragraph); ok {
			if _, is := looksLikeLabel(p.text); is {
				r.badLabels++
			}
		}
	}
}

// isStray reports whether a bullet has no label at all.
func isStray(it item, possible []word) bool {
	if _, _, bold := cutLabel(it.text); bold || it.text.empty() {
		return false
	}
	_, _, plain := cutPlain(it.text, possible)
	return !plain && (containsWord(possible, "label.when") || !strings.Contains(it.text.text, ":"))
}

// lacksBullets reports whether a label has nothing, or nothing but what was written beside it.
func (l *labelled) lacksBullets() bool {
	return (len(l.blocks) == 0 || l.adopting) && l.text.empty()
}

// adopt takes a bullet that stands beside a label that lacks it, where it was meant to stand (S019).
func (r *reader) adopt(l *labelled, it item) {
	if !l.adopting {
		r.reportAt("S019/list", it.at, details{"nearest": "  "})
	}
	l.adopting = true
	l.blocks = append(l.blocks, list{items: []item{it}, at: it.at})
}

func containsWord(all []word, one word) bool {
	for _, w := range all {
		if w == one {
			return true
		}
	}
	return false
}

// label reads the label of one bullet.
func (r *reader) label(it item, possible []word) (labelled, bool) {
	name, rest, ok := cutLabel(it.text)
	if !ok {
		return r.plainLabel(it, possible)
	}
	if strings.Contains(name.text, "*") {
		return r.plainLabel(it, possible)
	}
	l := labelled{name: name, text: rest, blocks: it.blocks, at: it.at}
	plain, code := cutCode(name.text)
	if l.word, l.holes, ok = matchWord(plain, possible); ok {
		l.code = code
		return l, true
	}
	if _, _, _, known := lookup("label", plain); known {
		r.report("S010/place", name, details{"name": name.text, "allowed": r.preferred(possible)})
	} else {
		r.report("S010", name, details{"name": name.text, "nearest": r.nearestWord(plain, possible)})
	}
	return l, false
}

// cutLabel parts a bold start from what follows it. The colon may stand inside or outside the bold text.
func cutLabel(text rich) (name, rest rich, ok bool) {
	m, ok := text.first(markBold)
	if !ok {
		return rich{}, rich{}, false
	}
	name = text.slice(m.from, m.to).trim()
	rest = text.slice(m.to, len(text.text)).trim()
	if strings.HasSuffix(name.text, ":") {
		name = name.slice(0, len(name.text)-1).trim()
	} else if strings.HasPrefix(rest.text, ":") {
		rest = rest.slice(1, len(rest.text)).trim()
	}
	return name, rest, !name.empty()
}

// cutCode takes a language code in brackets off a label.
func cutCode(label string) (name, code string) {
	before, after, ok := strings.Cut(label, "(")
	code = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(after), ")"))
	if ok && languageForm.MatchString(code) {
		return strings.TrimSpace(before), code
	}
	return label, ""
}

// matchWord finds which of the possible words a text is.
func matchWord(text string, possible []word) (word, []string, bool) {
	l := newLooking(text)
	for _, w := range possible {
		if _, at, ok := l.first(string(w)); ok {
			return w, l.holes(at), true
		}
	}
	return "", nil, false
}

// plainLabel reads a bullet whose label is not bold: it is taken for one, with a warning, when it looks like one.
func (r *reader) plainLabel(it item, possible []word) (labelled, bool) {
	name, rest, ok := cutPlain(it.text, possible)
	if !ok {
		r.strayBullet(it, possible)
		return labelled{}, false
	}
	w, holes, _ := matchWord(strings.Trim(name.text, "* "), possible)
	if w == "label.when" || w == "label.otherwise" {
		r.report("S011/reaction", name, details{"text": strings.Trim(name.text, "*: ")})
	} else {
		r.report("S011", name, details{
			"text": clip(it.text.text, 40), "label": strings.Trim(name.text, "*: "), "rest": clip(" "+rest.text, 40)})
	}
	return labelled{word: w, holes: holes, name: name, text: rest, blocks: it.blocks, at: it.at}, true
}

// cutPlain parts "Punti: 10" or "Quando dice ..." where the first words are a possible label.
func cutPlain(text rich, possible []word) (name, rest rich, ok bool) {
	if before, _, found := strings.Cut(text.text, ":"); found && len(before) < 60 {
		if _, _, known := matchWord(strings.Trim(before, "* "), possible); known {
			return text.slice(0, len(before)).trim(), text.slice(len(before)+1, len(text.text)).trim(), true
		}
	}
	for _, w := range []word{"label.when", "label.otherwise"} {
		if !containsWord(possible, w) {
			continue
		}
		for _, lang := range keywordLanguages {
			if _, n, _, found := longestAt(string(w), text.text, lang); found {
				return text.slice(0, n).trim(), text.slice(n, len(text.text)).trim(), true
			}
		}
	}
	return rich{}, rich{}, false
}

// strayBullet reports a bullet without any label where labels are expected.
func (r *reader) strayBullet(it item, possible []word) {
	if it.text.empty() {
		return
	}
	if containsWord(possible, "label.when") {
		r.reportAt("S019/reply", it.at, details{"nearest": ">"})
		return
	}
	word, _, _ := strings.Cut(strings.TrimSpace(it.text.text), ":")
	if len(word) == len(strings.TrimSpace(it.text.text)) {
		r.find.add("S019/list", r.src.pos(it.at), 0, details{"nearest": "  "})
		return
	}
	r.find.add("S010", r.pos(it.text), utf8.RuneCountInString(word), details{
		"name": clip(word, 60), "nearest": r.nearestWord(word, possible)})
}

// entries returns what stands under a label: its nested bullets, or else the text beside it.
func (l labelled) entries() []rich {
	bullets := bulletsOf(l.blocks)
	all := make([]rich, 0, len(bullets))
	for _, it := range bullets {
		if !it.text.empty() {
			all = append(all, it.text)
		}
	}
	if len(all) == 0 && !l.text.empty() {
		all = append(all, l.text)
	}
	return all
}

// refs reads names in italics, in the text beside the label and in the bullets below it.
func (r *reader) refs(l labelled) []Ref {
	var all []Ref
	texts := []rich{l.text}
	for _, it := range bulletsOf(l.blocks) {
		texts = append(texts, it.text)
	}
	for _, t := range texts {
		for _, m := range t.of(markName) {
			name := t.slice(m.from, m.to).trim()
			all = append(all, Ref{Name: name.text, At: r.pos(name)})
		}
	}
	if len(all) == 0 {
		r.report("S014/name", l.name, details{"text": l.name.text})
	}
	return all
}

// yes reads a yes or no beside a label.
func (r *reader) yes(l labelled) bool {
	w, _, ok := matchWord(l.text.text, []word{"value.yes", "value.no"})
	if !ok {
		r.badLabelValue(l, []word{"value.yes", "value.no"})
	}
	return w == "value.yes"
}

// badLabelValue reports what stands beside a label where only some words are possible.
func (r *reader) badLabelValue(l labelled, possible []word) {
	if l.text.empty() {
		r.report("S010/empty", l.name, details{"name": l.name.text})
		return
	}
	r.report("S003/label", l.text, details{"value": clip(l.text.text, 60), "label": l.name.text,
		"allowed": r.preferred(possible), "nearest": r.nearestWord(l.text.text, possible)})
}
