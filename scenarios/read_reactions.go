package scenarios

import (
	"strings"
	"unicode/utf8"
)

// reactionLabels are the labels of the bullets of a beat and of a persona's habits.
var reactionLabels = []word{"label.when", "label.otherwise", "label.later"}

// reactions reads "When" bullets in order and the "Otherwise" among them.
func (r *reader) reactions(labels []labelled, habits bool) (all []Reaction, otherwise *Reaction) {
	for _, l := range labels {
		l.text = r.withoutSwallowed(l.text)
		re := Reaction{At: r.src.pos(l.at), Blocks: r.messages(l.blocks)}
		r.unquoted(l.blocks)
		switch l.word {
		case "label.when":
			if r.whenReaction(&re, l, habits) {
				r.habitTarget(re, habits)
				if all == nil {
					all = make([]Reaction, 0, len(labels))
				}
				all = append(all, re)
			}
		case "label.otherwise":
			if r.otherwiseReaction(&re, l) {
				otherwise = &re
			}
		}
	}
	return all, otherwise
}

// unquoted reports bullets inside a reaction that are no quotation (S019): a word processor loses the ">", or they are
// reactions themselves and indented as if they belonged to the one above.
func (r *reader) unquoted(blocks []block) {
	for _, b := range blocks {
		l, ok := b.(list)
		switch {
		case !ok:
		case isReaction(l.items[0]):
			r.reportAt("S019/inside", l.items[0].at, nil)
		default:
			r.reportAt("S019/reply", l.at, details{"nearest": ">"})
		}
	}
}

func isReaction(it item) bool {
	name, _, ok := cutLabel(it.text)
	if !ok {
		return false
	}
	_, _, ok = matchWord(name.text, reactionLabels)
	return ok
}

// withoutSwallowed takes off a text what stands on a line of its own with the sign of a quotation or bullet and is
// indented so far that it became part of the text (S019).
func (r *reader) withoutSwallowed(text rich) rich {
	for i := 1; i < len(text.text); i++ {
		if rest := text.text[i:]; text.text[i-1] != ' ' || !strings.HasPrefix(rest, ">") && !strings.HasPrefix(rest, "- ") {
			continue
		}
		at := text.offset(i)
		if strings.TrimSpace(r.src.text[r.src.lines[r.src.lineAt(at)]:at]) == "" {
			r.reportAt("S019/deep", at, nil)
			return text.slice(0, i).trim()
		}
	}
	return text
}

// whenReaction reads a condition and its outcome, all in one language.
func (r *reader) whenReaction(re *Reaction, l labelled, habits bool) bool {
	if l.text.empty() {
		r.report("S010/empty", l.name, details{"name": l.name.text})
		return false
	}
	if r.measureHere(l.text) {
		return false
	}
	blank := *re
	return r.readSentence(l.text, func(p *sentenceReader) bool {
		*re = blank
		p.habits = habits
		var ok bool
		re.When, ok = p.condition()
		return ok && p.outcome(re)
	})
}

// habitTarget reports a habit that leads to a beat: a persona has none of its own (F102).
func (r *reader) habitTarget(re Reaction, habit bool) {
	if beat := re.Target.Beat; habit && beat.Name != "" {
		r.find.add("F102", beat.At, utf8.RuneCountInString(beat.Name), details{"name": beat.Name})
	}
}

func (r *reader) otherwiseReaction(re *Reaction, l labelled) bool {
	blank := *re
	return l.text.empty() || r.readSentence(l.text, func(p *sentenceReader) bool {
		*re = blank
		return p.outcome(re)
	})
}

// measureHere reports a measure where only events can stand.
func (r *reader) measureHere(text rich) bool {
	before, _, _ := strings.Cut(text.text, "->")
	if _, _, _, ok := lookup("measure", before); ok {
		r.report("S014/measure", text, details{"text": strings.TrimSpace(before)})
		return true
	}
	return false
}

// strayReplies reports quotations below the bullets of a beat: they were meant for the reaction above (S019).
func (r *reader) strayReplies(blocks []block) {
	reactions, stray := false, false
	for _, b := range blocks {
		switch b := b.(type) {
		case list:
			reactions, stray = reactions || !onlyLater(b), false
		case quote:
			if reactions && !stray {
				r.reportAt("S019", b.at, details{"nearest": "  "})
			}
			stray = true
		}
	}
}
