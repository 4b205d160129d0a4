package engine

import (
	"strings"
	"time"

	"proba/engine/language"
	"proba/scenarios"
)

// reply is one Say on its way through SEMANTICS 15 to 22.
type reply struct {
	said Say
	// heardText is what the customer listened to: all of it, or what came before he cut in.
	heardText string
	beat      *scenarios.Beat
	heard     language.Heard
	limit     limit       // what of the persona's limits it broke
	now       []happening // what conditions see, unsure phrases included
	first     []Fact      // what the log tells before the reply itself
	fact      Replied
	outcome   outcome
}

func (p *play) say(c Say) error {
	if err := p.maySay(c); err != nil {
		return err
	}
	beat, ok := p.sc.beat(p.s.Beat)
	if !ok {
		return refuse(RefusedPhase, p.s.Beat) // a log of another scenario: there is no such beat
	}
	r := &reply{said: c, beat: beat}
	r.said.Text = strings.ToValidUTF8(c.Text, "\uFFFD")
	r.heardText = r.said.Text
	p.interrupt(r)
	p.cut(r)
	p.hear(r)
	p.judge(r)
	for _, f := range r.first {
		p.add(f)
	}
	p.add(r.fact)
	p.follow(r.outcome)
	return nil
}

func (p *play) maySay(c Say) error {
	switch {
	case p.s.Phase == Waiting:
		return refuse(RefusedNotAnswered, "")
	case p.s.Phase != Talking:
		return refuse(RefusedOver, "")
	case p.s.OnHold:
		return refuse(RefusedOnHold, "")
	case strings.TrimSpace(c.Text) == "":
		return refuse(RefusedEmpty, "")
	case len(c.Text) > MaxReply:
		return refuse(RefusedTooLong, "")
	default:
		return nil
	}
}

// interrupt logs a dictated reply that began before the customer's line had ended (SEMANTICS 32).
func (p *play) interrupt(r *reply) {
	if r.said.Spoken && p.sc.manners.speaks && p.now-r.said.Took < p.s.SpeakingUntil {
		r.first = append(r.first, Interrupted{})
		r.now = append(r.now, happening{verb: scenarios.VerbInterrupts})
	}
}

// cut ends a monologue where a reaction of the beat or a habit says so: words after the Nth are not heard.
func (p *play) cut(r *reply) {
	n := p.patienceForWords(r.beat)
	if n == 0 || !p.sc.manners.speaks {
		return
	}
	if kept := language.CutWords(r.said.Text, n); len(kept) < len(r.said.Text) {
		r.heardText = kept
		r.fact.CutAfter = n
		r.first = append(r.first, SpokeLonger{Words: n})
		r.now = append(r.now, happening{verb: scenarios.VerbSpeaksLonger, words: n})
	}
}

// patienceForWords is the smallest N of "speaks longer than N words" that is listened for here; 0 when none is.
func (p *play) patienceForWords(b *scenarios.Beat) int {
	n := 0
	for _, rs := range [][]scenarios.Reaction{b.Reactions, p.sc.person.Habits} {
		for i := range rs {
			n = leastWords(&rs[i].When, n)
		}
	}
	return n
}

func leastWords(c *scenarios.Condition, n int) int {
	for _, clause := range c.Any {
		for i := range clause {
			if w := clause[i].Words; clause[i].Verb == scenarios.VerbSpeaksLonger && w > 0 && (n == 0 || w < n) {
				n = w
			}
		}
	}
	return n
}

// hear listens to what was not cut off, and to the persona's limits.
func (p *play) hear(r *reply) {
	r.heard = p.listen(r.heardText, !r.said.Spoken)
	r.limit = p.sc.limitBroken(r.heardText, r.heard)
	r.fact = Replied{
		Text: r.said.Text, Spoken: r.said.Spoken, Language: r.heard.Language,
		Hearings: worthKeeping(r.heard.Hearings), Sentences: r.heard.Sentences,
		CutAfter: r.fact.CutAfter, Delay: p.s.delay(p.now),
	}
}

// listen hears a text as said now.
func (p *play) listen(text string, typed bool) language.Heard {
	return p.sc.ears.Hear(language.Reply{
		Text: text, Typed: typed, Before: p.s.LastLanguage, Facts: p.s.Opened.Facts, Variant: p.s.Opened.Variant,
		Quotable: p.quotable(), List: p.s.Opened.List, Today: p.s.Today(),
	})
}

// quotable are the texts in sight of the trainee: the brief and what the customer said, last line first.
func (p *play) quotable() []string {
	texts := make([]string, 1, mostQuotable)
	texts[0] = p.s.Fill(p.sc.Brief)
	for line := p.s.rules.shown; line != nil && len(texts) < mostQuotable; line = line.before {
		texts = append(texts, line.text)
	}
	return texts
}

// mostQuotable bounds the texts a reply is compared with.
const mostQuotable = 100

// delay is the time since the customer message a reply at that moment answers: the first one not answered yet, for the
// first reply the start; noTime when it answers none.
func (s *State) delay(at time.Duration) time.Duration {
	switch {
	case !s.rules.replied:
		return at
	case s.rules.unanswered == noTime:
		return noTime
	default:
		return max(0, at-s.rules.unanswered)
	}
}
