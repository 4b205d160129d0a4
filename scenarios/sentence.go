package scenarios

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// sentenceReader reads one sentence in one language (KEYWORDS 1): it stands at a byte of the text and moves on as words
// are taken. What could not be read is remembered for the place reached furthest.
type sentenceReader struct {
	src  *source
	text rich // names stand between asterisks and are marked, asterisks included
	lang string
	i    int
	// folded is the text as it is compared, where it is plain letters and has no other length; else "".
	folded string
	// habits allows what only personas know.
	habits bool
	// known gives the names a verb may take where a transcript writes them without italics; nil elsewhere.
	known func(Verb) []string

	failedAt int
	code     Code
	with     details
}

// newSentence starts reading a text that went through [withAsterisks].
func newSentence(src *source, text rich, lang string) *sentenceReader {
	p := &sentenceReader{src: src, lang: lang, failedAt: -1}
	p.setText(text)
	return p
}

func (p *sentenceReader) setText(text rich) {
	p.text, p.folded = text, ""
	if isASCII(text.text) && !hasGap(text.text) {
		p.folded = strings.ToLower(text.text)
	}
}

// nameAt returns where the name ends that begins at a byte of the text.
func (p *sentenceReader) nameAt(i int) (end int, ok bool) {
	for m := range p.text.marks() {
		if m.kind == markName && m.from == i {
			return m.to, true
		}
	}
	return 0, false
}

// withAsterisks writes names back between asterisks, so that keyword forms with a name in them can be found.
func withAsterisks(text rich) rich {
	marks := text.of(markName)
	if len(marks) == 0 {
		return text
	}
	slices.SortFunc(marks, func(a, c mark) int { return a.from - c.from })
	b := richBuilder{
		text: make([]byte, 0, len(text.text)+2*len(marks)), stretches: make([]stretch, 0, 4*len(marks)+1), marks: marks[:0], // each is read before it is written
	}
	done := 0
	for _, m := range marks {
		if m.from < done {
			continue
		}
		b.append(text.slice(done, m.from))
		from := b.len()
		b.add("*", text.offset(m.from), 0)
		b.append(text.slice(m.from, m.to))
		b.add("*", text.offset(m.to), 0)
		b.marks = append(b.marks, mark{kind: markName, from: from, to: b.len()})
		done = m.to
	}
	b.append(text.slice(done, len(text.text)))
	b.end = text.offset(len(text.text))
	return b.rich()
}

// fail remembers what is wrong at the place where reading stands, unless an earlier attempt came further.
func (p *sentenceReader) fail(code Code, with details) bool {
	if p.i > p.failedAt {
		p.failedAt, p.code, p.with = p.i, code, with
	}
	return false
}

func (p *sentenceReader) rest() string { return p.text.text[p.i:] }

// ahead is what stands before the reader.
func (p *sentenceReader) ahead() ahead {
	a := ahead{source: p.rest()}
	if p.folded != "" {
		a.folded = p.folded[p.i:]
	}
	return a
}

// skipBlanks moves to the next word.
func (p *sentenceReader) skipBlanks() {
	for p.i < len(p.text.text) && (p.text.text[p.i] == ' ' || p.text.text[p.i] == '\t') {
		p.i++
	}
}

// done reports whether everything was read; a full stop at the end is no mistake.
func (p *sentenceReader) done() bool {
	return strings.Trim(p.rest(), " \t.") == ""
}

// peek finds the longest keyword under a prefix here, without taking it.
func (p *sentenceReader) peek(prefix string) (word, bool) {
	w, _, _, ok := p.ahead().longest(prefix, p.lang)
	return w, ok
}

// take takes the longest keyword under a prefix.
func (p *sentenceReader) take(prefix string) (w word, holes []string, ok bool) {
	w, n, holes, ok := p.ahead().longest(prefix, p.lang)
	if ok {
		p.i += n
	}
	return w, holes, ok
}

// takeSign takes one of the given signs.
func (p *sentenceReader) takeSign(signs ...string) bool {
	p.skipBlanks()
	for _, s := range signs {
		if strings.HasPrefix(p.rest(), s) {
			p.i += len(s)
			return true
		}
	}
	return false
}

// atName reports whether a name in italics stands here, perhaps after one word of "to" and one article.
func (p *sentenceReader) atName() bool {
	before := p.i
	defer func() { p.i = before }()
	p.skipJoins()
	_, ok := p.nameAt(p.i)
	return ok
}

// skipJoins skips the words that may stand between a verb and a name and mean nothing (KEYWORDS 1.4).
func (p *sentenceReader) skipJoins() {
	p.take("join.to")
	p.take("join.article")
	p.skipBlanks()
}

// takeItalic takes a name in italics.
func (p *sentenceReader) takeItalic() (Ref, bool) {
	p.skipBlanks()
	end, ok := p.nameAt(p.i)
	if !ok {
		return Ref{}, false
	}
	inner := p.text.slice(p.i+1, end-1).trim()
	p.i = end
	return Ref{Name: inner.text, At: p.src.pos(inner.start())}, true
}

// number takes a whole number.
func (p *sentenceReader) number() (int, bool) {
	p.skipBlanks()
	f := foldText(clip(p.rest(), 60))
	n, digits := numberHole(f.text, p.lang)
	value, err := strconv.Atoi(digits)
	if n == 0 || err != nil || value > maxCount {
		return 0, p.fail("S014/sentence", nil)
	}
	p.i += f.offset(n)
	return value, true
}

// maxCount bounds numbers in sentences.
const maxCount = 1_000_000

// duration takes a time such as "45 s".
func (p *sentenceReader) duration() (time.Duration, bool) {
	p.skipBlanks()
	f := foldText(clip(p.rest(), 100))
	n := timeLength(f.text, p.lang)
	d, ok := durationIn(f.text[:n], p.lang)
	if n == 0 || !ok {
		return 0, p.fail("S014/time", nil)
	}
	p.i += f.offset(n)
	return d, true
}

// here is the piece of text a message quotes: up to the next name, comma or arrow.
func (p *sentenceReader) here(at int) string {
	text := p.text.text[at:]
	text = strings.TrimLeft(text, " ,")
	if strings.HasPrefix(text, "*") {
		if end := strings.Index(text[1:], "*"); end >= 0 {
			return text[1 : end+1]
		}
	}
	if end := strings.IndexAny(text, "*,;"); end > 0 {
		text = text[:end]
	}
	if before, _, ok := strings.Cut(text, "->"); ok && before != "" {
		text = before
	}
	return strings.TrimSpace(clip(text, 60))
}
