package scenarios

import (
	"strings"
	"time"
	"unicode/utf8"
)

// lineLanguages are the codes that are read as a language at the start of a line; other brackets are gestures.
var lineLanguages = strings.Fields("ar bg cs da de el en es et fi fr hr hu it lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk zh")

// cutLanguage takes a mark such as "(en)" off the start of a line.
func cutLanguage(t rich) (code string, rest rich) {
	t = t.trim()
	if len(t.text) > 4 && t.text[0] == '(' && t.text[3] == ')' && contains(lineLanguages, t.text[1:3]) {
		return t.text[1:3], t.slice(4, len(t.text)).trim()
	}
	return "", t
}

// messages reads the blockquotes among the blocks: each is one message of the customer.
func (r *reader) messages(blocks []block) []Block {
	var all []Block
	for _, q := range quotesOf(blocks) {
		b := Block{At: r.src.pos(q.at)}
		r.dashesAmongBullets(q)
		lines := linesOf(q)
		b.Lines = make([]Line, 0, len(lines))
		for _, t := range lines {
			if line, ok := r.line(t); ok {
				b.Lines = append(b.Lines, line)
			}
		}
		if len(b.Lines) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// linesOf returns the alternatives of a message: the bullets in it, or the whole of its text.
func linesOf(q quote) []rich {
	var all []rich
	if bullets := bulletsOf(q.blocks); len(bullets) > 0 {
		all = make([]rich, 0, len(bullets))
		for _, it := range bullets {
			all = append(all, it.text)
		}
		return all
	}
	if len(q.blocks) == 1 {
		if p, ok := q.blocks[0].(paragraph); ok && !p.text.empty() {
			return []rich{p.text}
		}
	}
	var b richBuilder
	for _, inner := range q.blocks {
		if p, ok := inner.(paragraph); ok && !p.text.empty() {
			b.join(p.text)
		}
	}
	return []rich{b.rich()}
}

// join appends a paragraph with its marks, after a blank.
func (b *richBuilder) join(r rich) {
	if b.len() > 0 {
		b.add(" ", r.start(), 0)
	}
	shift := b.len()
	b.append(r)
	for m := range r.marks() {
		b.marks = append(b.marks, mark{m.kind, m.from + shift, m.to + shift, m.target})
	}
	b.end = r.offset(len(r.text))
}

// line reads one wording: its label, language, cues and attachments.
func (r *reader) line(t rich) (Line, bool) {
	line := Line{At: r.pos(t)}
	r.dashForBullet(t)
	t = r.lineLabel(&line, t.trim())
	line.Language, t = cutLanguage(t)
	if !t.empty() {
		line.At = r.pos(t)
	}
	r.useFacts(t)
	line.Attachments = r.attachmentsIn(t)
	r.cues(&line, withoutImages(t))
	return line, line.Text != "" || len(line.Attachments) > 0
}

// dashForBullet reports the dash a word processor made of a bullet: the customer would say it (S019/dash).
func (r *reader) dashForBullet(t rich) {
	t = t.trim()
	for _, dash := range []string{"–", "—", "•"} {
		if strings.HasPrefix(t.text, dash) {
			r.report("S019/dash", t.slice(0, len(dash)), details{"text": dash, "nearest": "-"})
			return
		}
	}
}

// dashesAmongBullets reports dashes that stand for some of the bullets of a message: what follows them would be lost.
func (r *reader) dashesAmongBullets(q quote) {
	if len(bulletsOf(q.blocks)) == 0 {
		return // then they are what is said
	}
	for _, inner := range q.blocks {
		if p, ok := inner.(paragraph); ok {
			r.dashForBullet(p.text)
		}
	}
}

func (r *reader) attachmentsIn(t rich) []LineAttachment {
	var all []LineAttachment
	for _, m := range t.of(markImage) {
		name := t.slice(m.from, m.to)
		digest := r.medium(m.target, r.pos(name), utf8.RuneCountInString(name.text))
		all = append(all, LineAttachment{Name: name.text, File: m.target, Digest: digest})
	}
	return all
}

func withoutImages(t rich) string {
	images := t.of(markImage)
	if len(images) == 0 {
		return t.text
	}
	var b strings.Builder
	from := 0
	for _, m := range images {
		b.WriteString(t.text[from:max(from, m.from)])
		from = m.to
	}
	b.WriteString(t.text[from:])
	return b.String()
}

// lineLabel takes a bold label off a line: a band, "again", "if English", "if *phrase*" or the name of a variant. Bold
// words without a colon are only loud.
func (r *reader) lineLabel(line *Line, t rich) rich {
	m, ok := t.first(markBold)
	if !ok {
		return t
	}
	name, rest, _ := cutLabel(t)
	after := strings.TrimSpace(t.text[m.to:])
	if !strings.HasSuffix(strings.TrimSpace(t.text[m.from:m.to]), ":") && !strings.HasPrefix(after, ":") {
		return t
	}
	line.Label = r.readLineLabel(name)
	return rest
}

func (r *reader) readLineLabel(name rich) LineLabel {
	if names := name.of(markName); len(names) > 0 && names[0].from > 0 {
		return r.ifSaid(name, names[0])
	}
	w, _, holes, ok := lookup("line", name.text)
	switch {
	case ok && w == "line.again":
		return LineLabel{Again: true}
	case ok && w == "line.if-language" && len(holes) == 1:
		return LineLabel{IfLanguage: holes[0]}
	}
	band := name.text
	for _, lang := range keywordLanguages {
		if _, n, _, ok := longestAt("cond.if", band, lang); ok {
			band = strings.TrimSpace(band[n:])
			break
		}
	}
	if w, _, _, ok := lookup("band", band); ok {
		return LineLabel{Band: bands[w]}
	}
	r.variantLabels = append(r.variantLabels, Ref{Name: name.text, At: r.pos(name)})
	return LineLabel{Variant: name.text}
}

// ifSaid reads "if *phrase*".
func (r *reader) ifSaid(name rich, m mark) LineLabel {
	if _, _, _, ok := lookup("cond.if", name.text[:m.from]); !ok {
		r.report("S010", name, details{"name": name.text, "nearest": r.nearestWord(name.text[:m.from], wordsOf("cond"))})
		return LineLabel{}
	}
	said := name.slice(m.from, m.to).trim()
	return LineLabel{IfSaid: Ref{Name: said.text, At: r.pos(said)}}
}

// cues takes "(typing 4 s)", "(pause 2 s)" and "(interrupts)" out of a line. Other brackets are gestures and stay.
func (r *reader) cues(line *Line, text string) {
	if !strings.Contains(text, "(") {
		line.Text = readableLine(text)
		return
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '(')
		end := -1
		if open >= 0 {
			end = strings.IndexByte(text[open:], ')')
		}
		if end < 0 {
			b.WriteString(text)
			line.Text = readableLine(b.String())
			return
		}
		cue := text[open : open+end+1]
		b.WriteString(text[:open])
		if !line.cue(cue) {
			b.WriteString(cue)
		}
		text = text[open+end+1:]
	}
}

// cue applies one bracket to the line and reports whether it was a cue.
func (l *Line) cue(bracket string) bool {
	if len(bracket) < len("(x)") {
		return false
	}
	if w, _, holes, ok := lookup("cue", bracket); ok && len(holes) == 1 {
		d, ok := cueTime(holes[0])
		switch w {
		case "cue.typing":
			l.Typing += d
		case "cue.pause":
			l.Pauses += d
		}
		return ok
	}
	if _, _, _, ok := lookup("verb.interrupts", strings.Trim(bracket, "() ")); ok {
		l.Interrupts = true
		return true
	}
	return false
}

// longestCue bounds the pause or typing one line may have.
const longestCue = 10 * time.Minute

func cueTime(text string) (time.Duration, bool) {
	d, ok := durationOf(text)
	return min(d, longestCue), ok
}
