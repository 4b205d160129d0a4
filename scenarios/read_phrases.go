package scenarios

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// phraseLabels are the labels below a phrase.
var phraseLabels = []word{
	"label.patterns", "label.one-of", "label.examples", "label.not-these", "section.facts", "label.only-patterns",
	"label.only-in", "label.act",
}

// phrases reads the "###" parts of a section of phrases.
func (r *reader) phrases(section *part, library string) []Phrase {
	if section == nil {
		return nil
	}
	var all []Phrase
	for _, p := range section.parts {
		ph := Phrase{Name: readableLine(p.title.text), Library: library, Languages: r.head.Language, At: r.pos(p.title)}
		for _, l := range r.labels(p.blocks, phraseLabels, "label.patterns", "label.examples", "label.not-these") {
			r.phraseLabel(&ph, l)
		}
		all = append(all, ph)
	}
	r.namesOnce("phrase", section.parts)
	return all
}

func (r *reader) phraseLabel(ph *Phrase, l labelled) {
	switch l.word {
	case "label.patterns":
		ph.Patterns = append(ph.Patterns, r.patterns(l)...)
	case "label.one-of":
		ph.OneOf = append(ph.OneOf, r.refs(l)...)
	case "label.examples":
		ph.Examples = append(ph.Examples, r.utterances(l)...)
	case "label.not-these":
		ph.Not = append(ph.Not, r.utterances(l)...)
	case "section.facts":
		ph.Facts = append(ph.Facts, r.factNames(l)...)
	case "label.only-patterns":
		ph.OnlyPatterns = r.yes(l)
	case "label.act":
		ph.Act = r.act(l)
	case "label.only-in":
		ph.OnlyIn = append(ph.OnlyIn, r.variantsOf(l)...)
	}
}

// act reads the key of an act of service.
func (r *reader) act(l labelled) string {
	if l.text.empty() {
		r.report("S010/empty", l.name, details{"name": l.name.text})
		return ""
	}
	key := strings.TrimSpace(l.text.text)
	r.actKeys = append(r.actKeys, Ref{Name: key, At: r.pos(l.text)})
	return key
}

// variantsOf reads the variants something is limited to. They are column headers, so they need no italics.
func (r *reader) variantsOf(l labelled) []string {
	var names []string
	for _, t := range l.entries() {
		for _, ref := range r.namesIn(t) {
			names = append(names, ref.Name)
		}
	}
	if len(names) == 0 {
		r.report("S010/empty", l.name, details{"name": l.name.text})
	}
	return names
}

// patterns reads the code spans beside a label and in the bullets below it.
func (r *reader) patterns(l labelled) []Pattern {
	var all []Pattern
	texts := []rich{l.text}
	for _, it := range bulletsOf(l.blocks) {
		texts = append(texts, it.text)
	}
	for _, t := range texts {
		for _, m := range t.of(markCode) {
			if p, ok := r.pattern(t.slice(m.from, m.to), l.code); ok {
				all = append(all, p)
			}
		}
		r.outsideCode(t)
	}
	return all
}

func (r *reader) pattern(text rich, code string) (Pattern, bool) {
	expr, err := ParsePattern(text.text)
	var wrong *PatternError
	if errors.As(err, &wrong) {
		at := r.pos(text)
		with := wrong.Args(at.Column)
		at.Column += wrong.Offset
		r.find.add(wrong.Code(), at, utf8.RuneCountInString(wrong.Sign), with)
		return Pattern{}, false
	}
	r.useFacts(text, "slot")
	return Pattern{Text: text.text, Language: code, Expr: expr, At: r.pos(text)}, err == nil
}

// outsideCode reports what stands beside patterns and is none: its back-ticks were forgotten (S017).
func (r *reader) outsideCode(t rich) {
	from := 0
	for _, m := range append(t.of(markCode), mark{from: len(t.text)}) {
		gap := t.slice(min(from, m.from), m.from)
		for _, piece := range gap.split(',') {
			r.forgottenTicks(piece)
		}
		from = m.to
	}
}

func (r *reader) forgottenTicks(piece rich) {
	if strings.Trim(piece.text, " .;") == "" || isJoin(piece.text) {
		return
	}
	if piece.hasMarks() {
		r.report("S017", piece, details{"text": clip(piece.text, 60)})
		return
	}
	r.report("S017/plain", piece, details{"text": clip(piece.text, 60), "bare": bareOf(clip(piece.text, 60))})
}

// bareOf is a pattern without the quotation marks that were taken for back-ticks.
func bareOf(piece string) string { return strings.Trim(piece, " \"'“”„«»‘’´") }

// isJoin reports whether a text is "and" or "or".
func isJoin(text string) bool {
	_, _, ok := matchWord(text, []word{"join.and", "join.or"})
	return ok
}

// utterances reads examples, each with its language where it begins with a mark such as "(en)".
func (r *reader) utterances(l labelled) []Utterance {
	var all []Utterance
	for _, t := range l.entries() {
		code, rest := cutLanguage(t)
		if code == "" {
			code = l.code
		}
		if rest.empty() {
			continue
		}
		all = append(all, Utterance{Text: rest.text, Language: code, At: r.pos(rest)})
	}
	return all
}

// factNames reads "{cost}, {days}"; italics do as well.
func (r *reader) factNames(l labelled) []Ref {
	var all []Ref
	for _, t := range l.entries() {
		for _, f := range bracesIn(t) {
			all = append(all, Ref{Name: f.text, At: r.pos(f)})
		}
	}
	if len(all) == 0 {
		return r.refs(l)
	}
	return all
}

// bracesIn returns what stands between braces in a text.
func bracesIn(t rich) []rich {
	var all []rich
	for from := 0; ; {
		open := strings.IndexByte(t.text[from:], '{')
		if open < 0 {
			return all
		}
		open += from
		end := strings.IndexByte(t.text[open:], '}')
		if end < 0 {
			return all
		}
		if name := t.slice(open+1, open+end).trim(); !name.empty() {
			all = append(all, name)
		}
		from = open + end + 1
	}
}
