package engine

import (
	"time"
	"unicode/utf8"

	"proba/engine/language"
	"proba/scenarios"
)

func (p *play) sayReaction(r *scenarios.Reaction, cause Cause) {
	for i := range r.Blocks {
		p.sayBlock(&r.Blocks[i], cause, p.s.mood())
	}
}

// sayBlock says one alternative of a blockquote; one in which nothing fits is skipped. It reports whether he spoke.
func (p *play) sayBlock(b *scenarios.Block, cause Cause, m mood) bool {
	return p.sayChosen(b, p.sc.candidates(&p.s, b, m.fits), cause, m)
}

func (p *play) sayChosen(b *scenarios.Block, from []candidate, cause Cause, m mood) bool {
	index, drawn, ok := p.sc.choose(&p.s, b, from)
	if !ok {
		return false
	}
	l := &b.Lines[index]
	said := CustomerSaid{
		Beat: p.s.Beat, Text: p.filled(l.Text, m.unknownWord), Language: p.sc.languageOf(b, l), Cause: cause,
		Block: p.sc.blocks[b], Alternative: index, Drawn: drawn,
		Interrupts: l.Interrupts, Attachments: l.Attachments,
	}
	said.Takes = p.takes(said.Text, l, cause)
	p.add(said)
	return true
}

// sayHabit says a persona's habit, or the engine's plain line where it has none or nothing of it fits.
func (p *play) sayHabit(habit *scenarios.Reaction, plain scenarios.Verb, unknownWord string) {
	m := p.s.mood()
	m.unknownWord = unknownWord
	if habit != nil {
		spoke := false
		for i := range habit.Blocks {
			spoke = p.sayBlock(&habit.Blocks[i], CauseHabit, m) || spoke
		}
		if spoke || len(habit.Blocks) == 0 {
			return
		}
	}
	p.sayPlain(plain)
}

func (p *play) sayPlain(habit scenarios.Verb) {
	text, lang := plainLine(habit, p.sc.mainLanguage())
	if text == "" {
		return
	}
	said := CustomerSaid{Beat: p.s.Beat, Text: text, Language: lang, Cause: CauseHabit, Block: "engine/" + string(habit)}
	said.Takes = p.takes(text, &scenarios.Line{}, CauseHabit)
	p.add(said)
}

func (p *play) filled(text, unknownWord string) string {
	return fill(text, func(name string) (string, bool) {
		if isUnknownWordSlot(name) {
			return unknownWord, true
		}
		return p.s.believed(name)
	})
}

// How long customers take (SEMANTICS 32; typing without a mark is our own choice: about 20 characters a second, which
// keeps a chat lively, at most 4 s).
const (
	perWord      = 400 * time.Millisecond
	perCharacter = 50 * time.Millisecond
	mostTyping   = 4 * time.Second
)

// takes is how long a line takes to say or type; no time at all in an instant session.
func (p *play) takes(text string, l *scenarios.Line, cause Cause) time.Duration {
	switch m := p.sc.manners; {
	case p.s.Opened.Instant:
		return 0
	case m.speaks:
		return time.Duration(language.CountWords(text))*perWord + l.Pauses
	case l.Typing > 0:
		return l.Typing
	case m.types && !p.arrives(cause):
		return min(time.Duration(utf8.RuneCountInString(text))*perCharacter, mostTyping)
	default:
		return 0
	}
}

// arrives tells that a line is there when the contact reaches the trainee: nobody waits for it to be typed.
func (p *play) arrives(cause Cause) bool { return p.now == 0 && cause == CauseBeat }
