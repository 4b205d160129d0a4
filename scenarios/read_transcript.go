package scenarios

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// draftTest is a test whose actions are still text: which names they can hold is known when the world is.
type draftTest struct {
	Test
	// actions holds the text of "agent does" by the number of its step.
	actions map[int]rich
}

// replyTime is what a reply costs where the line says nothing (format 16).
const replyTime = 2 * time.Second

// transcript reads the lines of a test block.
func (r *reader) transcript(t *draftTest, f fence) {
	t.actions = map[int]rich{}
	for _, line := range f.lines {
		text := plainRich(line)
		if text.empty() || r.find.full(r.src.path) {
			continue
		}
		r.transcriptLine(t, text.trim())
	}
}

// plainRich is a line of a code block as a rich text without marks.
func plainRich(line fenceLine) rich {
	var b richBuilder
	b.copy(line.text, line.at)
	b.end = line.at + len(line.text)
	return b.rich()
}

// scriptWords are the words before the colon of a transcript's line.
var scriptWords = []word{
	"script.agent", "script.agent-does", "script.customer", "script.wait", "script.debrief", "script.variant", "script.seed",
}

func (r *reader) transcriptLine(t *draftTest, text rich) {
	before, _, colon := strings.Cut(text.text, ":")
	w, holes, ok := matchWord(before, scriptWords)
	if !colon || !ok {
		r.unreadable(text, before)
		return
	}
	said := text.slice(len(before)+1, len(text.text)).trim()
	at := r.pos(text)
	switch w {
	case "script.agent":
		took, said := r.took(said)
		t.Steps = append(t.Steps, AgentSays{Text: said.text, Took: took, At: at})
	case "script.agent-does":
		t.actions[len(t.Steps)] = said
		t.Steps = append(t.Steps, AgentDoes{At: at})
	case "script.customer":
		t.Steps = append(t.Steps, CustomerSays{Text: readableLine(said.text), At: at})
	case "script.wait":
		r.wait(t, said, at)
	case "script.debrief":
		n, err := strconv.Atoi(strings.Join(holes, ""))
		if err != nil || n < 1 {
			r.unreadable(text, before)
			return
		}
		t.Steps = append(t.Steps, AnswersDebrief{Number: n, Text: said.text, At: at})
	default:
		r.fixed(t, text)
	}
}

// unreadable reports a line that is none of a transcript's (T408).
func (r *reader) unreadable(text rich, before string) {
	before = clip(strings.TrimSpace(before), 60)
	r.find.add("T408", r.pos(text), utf8.RuneCountInString(before), details{
		"text": clip(text.text, 80), "word": before, "nearest": r.nearestWord(before, scriptWords)})
}

// took reads "(9 s)" at the start or end of a reply: how long after the line before it arrives.
func (r *reader) took(said rich) (time.Duration, rich) {
	if end := strings.IndexByte(said.text, ')'); end > 0 && said.text[0] == '(' {
		if d, ok := durationOf(said.text[1:end]); ok {
			return d, said.slice(end+1, len(said.text)).trim()
		}
	}
	open := strings.LastIndexByte(said.text, '(')
	if open >= 0 && strings.HasSuffix(said.text, ")") {
		if d, ok := durationOf(said.text[open+1 : len(said.text)-1]); ok {
			return d, said.slice(0, open).trim()
		}
	}
	return replyTime, said
}

func (r *reader) wait(t *draftTest, said rich, at Pos) {
	d, ok := durationOf(said.text)
	if !ok {
		r.report("S014/time", said, details{"text": said.text})
		return
	}
	t.Steps = append(t.Steps, Wait{For: d, At: at})
}

// fixed reads the line that fixes variant and seed, both or one of them: "variant: evening    seed: 7".
func (r *reader) fixed(t *draftTest, text rich) {
	rest := text.text
	for rest != "" {
		before, after, ok := strings.Cut(rest, ":")
		w, _, known := matchWord(before, []word{"script.variant", "script.seed"})
		if !ok || !known {
			r.unreadable(text, before)
			return
		}
		value, next := nextFixed(after)
		if w == "script.variant" {
			t.Variant = value
		} else if n, err := strconv.ParseInt(value, 10, 64); err == nil {
			t.Seed, t.SeedGiven = n, true
		} else {
			r.unreadable(text, rest)
			return
		}
		rest = next
	}
}

// nextFixed parts a value from a further "seed:" or "variant:" on the same line.
func nextFixed(text string) (value, next string) {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		name, colon := strings.CutSuffix(words[i], ":")
		if _, _, ok := matchWord(name, []word{"script.variant", "script.seed"}); ok && colon {
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
	}
	return strings.Join(words, " "), ""
}
