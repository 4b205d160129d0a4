package scenarios

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// languagesFor is the order in which languages are tried: the file's own first (KEYWORDS 1.3). Nobody changes it.
func (s *source) languagesFor() []string {
	if s.tried != nil {
		return s.tried
	}
	for _, lang := range append(slices.Clone(s.langs), keywordLanguages[:]...) {
		if contains(keywordLanguages[:], lang) && !contains(s.tried, lang) {
			s.tried = append(s.tried, lang)
		}
	}
	return s.tried
}

// maxSentence bounds a sentence in bytes.
const maxSentence = 1500

// readSentence tries to read a text wholly in one language after the other and reports the attempt that came furthest.
func (r *reader) readSentence(text rich, read func(*sentenceReader) bool) bool {
	return r.readWritten(text, withAsterisks(text), read)
}

// readWritten is readSentence for a text that is at hand with its names between asterisks too.
func (r *reader) readWritten(text, written rich, read func(*sentenceReader) bool) bool {
	if r.find.full(r.src.path) {
		return false
	}
	if len(text.text) > maxSentence {
		r.report("S014/sentence", text.slice(0, len(clip(text.text, 60))), details{"text": clip(text.text, 60)})
		return false
	}
	var best *sentenceReader
	for _, lang := range r.src.languagesFor() {
		p := newSentence(r.src, written, lang)
		if read(p) && (p.done() || p.fail("S014/sentence", nil)) {
			return true
		}
		if best == nil || p.failedAt > best.failedAt {
			best = p
		}
	}
	r.reportSentence(best)
	return false
}

func (r *reader) reportSentence(p *sentenceReader) {
	code, with := p.code, details{"text": p.here(p.failedAt)}
	for k, v := range p.with {
		with[k] = v
	}
	if with["text"] == "" {
		with["text"] = strings.TrimSpace(clip(p.text.text, 60))
	}
	if r.reportForeign(p) {
		return
	}
	switch other, mixed := p.otherLanguage(); {
	case mixed && code != "S014/measure":
		code, with["language"], with["text"] = "S014/mixed", Keyword("lang."+p.lang, r.src.language), other
	case code == "S014/verb":
		suggest(with, func(text string) string { return r.nearestWord(text, append(wordsOf("verb"), wordsOf("measure")...)) })
	case code == "S014/sentence":
		possible := wordForms(append(wordsOf("mod"), wordsOf("cond")...), p.lang)
		suggest(with, func(text string) string { return nearestOf(text, possible) })
	}
	offset := p.text.offset(p.failedAt)
	if p.failedAt < len(p.text.text) && p.text.text[p.failedAt] == ' ' {
		offset++
	}
	add := r.find.add
	if p.known != nil { // a name without italics, to be found among those of the pack
		add = r.find.addDangling
	}
	add(code, r.src.pos(offset), utf8.RuneCountInString(with["text"]), with)
}

// reportForeign reports a sentence of the file's language whose first word alone is of another (S014/mixed).
func (r *reader) reportForeign(p *sentenceReader) bool {
	own := r.src.languagesFor()[0]
	if p.lang == own || p.failedAt <= 0 {
		return false
	}
	w, n, _, ok := longestAt("verb", p.text.text, p.lang)
	after := strings.TrimLeft(p.text.text[p.failedAt:], " ,")
	if !ok || after == "" || !startsOwnWord(after, own, p.lang) {
		return false
	}
	verb := strings.TrimSpace(p.text.text[:n])
	r.find.add("S014/mixed", r.src.pos(p.text.offset(0)), utf8.RuneCountInString(verb), details{
		"text": verb, "language": Keyword("lang."+own, r.src.language), "nearest": Keyword(string(w), own)})
	return true
}

// startsOwnWord reports whether a text goes on in a language, rather than with one word of it.
func startsOwnWord(text, lang, other string) bool {
	for _, prefix := range []string{"join.and", "join.or", "mod", "cond", "num"} {
		if _, n, _, ok := longestAt(prefix, text, lang); ok {
			_, _, _, foreign := longestAt("verb", strings.TrimSpace(text[n:]), other)
			return !foreign
		}
	}
	return false
}

// suggest offers the likeliest word for what could not be read, or for its first word alone.
func suggest(with details, nearest func(string) string) {
	with["nearest"] = nearest(with["text"])
	if first, _, more := strings.Cut(with["text"], " "); more && with["nearest"] == "" {
		if near := nearest(first); near != "" {
			with["text"], with["nearest"] = first, near
		}
	}
}

// otherLanguage reports whether what could not be read is a keyword of another language, after something was read.
func (p *sentenceReader) otherLanguage() (string, bool) {
	if p.failedAt <= 0 {
		return "", false
	}
	rest := strings.TrimLeft(p.text.text[p.failedAt:], " ,")
	for _, lang := range keywordLanguages {
		for _, prefix := range []string{"verb", "mod", "cond", "num", "join.and", "join.or"} {
			if _, n, _, ok := longestAt(prefix, rest, lang); ok && lang != p.lang {
				return strings.TrimSpace(rest[:n]), true
			}
		}
	}
	return "", false
}
