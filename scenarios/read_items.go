package scenarios

import (
	"strconv"
	"strings"
	"time"
)

// items reads the bullets of evidence below a label. Number counts them over the whole criterion.
func (r *reader) items(l labelled, number *int) []Item {
	var all []Item
	for _, t := range l.entries() {
		*number++
		if it, ok := r.item(t); ok {
			it.Number = *number
			all = append(all, it)
		}
	}
	if len(l.entries()) == 0 {
		r.report("S010/empty", l.name, details{"name": l.name.text})
	}
	return all
}

func (r *reader) onlyIf(l labelled) *Item {
	if l.text.empty() {
		r.report("S010/empty", l.name, details{"name": l.name.text})
		return nil
	}
	it, ok := r.item(l.text)
	if !ok {
		return nil
	}
	return &it
}

// item reads one piece of evidence: a measure, or events.
func (r *reader) item(t rich) (Item, bool) {
	written := withAsterisks(t)
	it := Item{At: r.pos(t), Text: written.text}
	ok := r.readWritten(t, written, func(p *sentenceReader) bool {
		it.Any, it.Measure = nil, nil
		if m, ok := p.measure(r); ok {
			it.Measure = m
			p.i = len(p.text.text)
			return true
		}
		var ok bool
		it.Any, ok = p.events()
		return ok
	})
	return it, ok
}

// measure reads the whole text as a measure of this language.
func (p *sentenceReader) measure(r *reader) (Measure, bool) {
	text := strings.TrimSuffix(strings.TrimSpace(p.text.text), ".")
	if Kind(r.head.Kind) == KindShift {
		if m, ok := p.shiftMeasure(text); ok {
			return m, true
		}
	}
	for _, found := range lookupAll("measure", text) {
		if found.lang == p.lang {
			m, ok := measureOf(found)
			return m, ok || p.fail("S014/sentence", nil)
		}
	}
	return nil, false
}

// measureOf builds a measure from a keyword form's holes. It refuses percentages above 100.
func measureOf(m match) (Measure, bool) {
	n, d, language := measureHoles(m.holes)
	switch m.word {
	case "measure.understood":
		return Understood{n}, percent(n)
	case "measure.speaks":
		return Speaks{language, n}, percent(n)
	case "measure.full-sentences":
		return FullSentences{n}, percent(n)
	case "measure.words-per-sentence":
		return WordsPerSentence{n}, n > 0
	case "measure.gulpease":
		return Gulpease{n}, percent(n)
	case "measure.flesch":
		return Flesch{n}, percent(n)
	case "measure.lix":
		return LIX{n}, percent(n)
	case "measure.formal":
		return AddressesAs{Percent: n}, percent(n)
	case "measure.informal":
		return AddressesAs{Informally: true, Percent: n}, percent(n)
	case "measure.longest-silence":
		return LongestSilence{d}, true
	case "measure.hold-time":
		return HoldTime{d}, true
	case "measure.handling-time":
		return HandlingTime{d}, d > 0
	case "measure.replies-within":
		return RepliesWithin{d}, d > 0
	}
	return nil, false
}

func percent(n int) bool { return n >= 0 && n <= 100 }

// measureHoles sorts what stood in a measure's places: a number, a time, a language. A number that is none is -1.
func measureHoles(holes []string) (n int, d time.Duration, language string) {
	n = -1
	for _, h := range holes {
		if v, err := strconv.Atoi(h); err == nil && v <= maxCount {
			n = v
		} else if t, ok := durationOf(h); ok {
			d = t
		} else {
			language = h
		}
	}
	return n, d, language
}

// shiftMeasure reads "every conversation: first reply within 45 s" and "conversations lost at most 0".
func (p *sentenceReader) shiftMeasure(text string) (Measure, bool) {
	if w, lang, holes, ok := lookup("shift.lost", text); ok && lang == p.lang && w != "" {
		n, _, _ := measureHoles(holes)
		return ConversationsLost{n}, n >= 0
	}
	before := p.i
	if _, _, ok := p.take("shift.every"); !ok {
		return nil, false
	}
	timer, ok := p.shiftTimer()
	if _, _, within := p.take("mod.within"); ok && within {
		if d, ok := p.duration(); ok && p.done() {
			return EveryConversation{timer, d}, true
		}
	}
	p.fail("S014/sentence", nil)
	p.i = before
	return nil, false
}

// shiftTimer takes one of the timers a shift can ask for. A word that is both answer and reply is reply here; a phone's
// answer has a longer word of its own.
func (p *sentenceReader) shiftTimer() (Timer, bool) {
	found := matchesAt("timer", p.rest(), p.lang)
	for _, m := range found {
		if m.n < found[0].n {
			break
		}
		if m.word == "timer.reply" {
			found[0] = m
		}
	}
	if len(found) == 0 {
		return "", false
	}
	t := timerWords[found[0].word]
	if t != TimerAnswer && t != TimerFirstReply && t != TimerReply {
		return "", false
	}
	p.i += found[0].n
	return t, true
}
