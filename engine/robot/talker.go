package robot

import (
	"strings"
	"time"

	"proba/engine"
)

// talker is a robot that answers, says one thing after the other, closes, and says the same in the debrief. It does no
// work at the desk.
type talker struct {
	// say gives the n-th reply, from 0; false when it has nothing more to say.
	say func(v View, n int) (string, bool)
	// argue gives the answer to a debrief question, from 1; nil or "" leaves it open.
	argue func(v View, question int) string
}

// pace is the time a robot takes for a reply, as in tests (SEMANTICS 54).
const pace = 2 * time.Second

// Next implements Player.
func (t talker) Next(v View) (Move, bool) {
	switch v.State.Phase {
	case engine.Waiting:
		return Move{Command: engine.Answer{}}, true
	case engine.Talking:
		return t.talk(v), true
	case engine.WrapUp:
		return Move{Command: engine.Finish{}}, true
	default:
		return t.debrief(v), true
	}
}

func (t talker) talk(v View) Move {
	text, ok := t.say(v, v.replies())
	if !ok || v.Refused != nil {
		return Move{Command: engine.Close{}}
	}
	return Move{Command: engine.Say{Text: cut(text)}, After: pace}
}

func (t talker) debrief(v View) Move {
	question := v.unargued()
	if question == 0 || t.argue == nil || v.Refused != nil {
		return Move{Command: engine.Finish{}}
	}
	text := t.argue(v, question)
	if strings.TrimSpace(text) == "" {
		return Move{Command: engine.Finish{}}
	}
	return Move{Command: engine.Argue{Question: question, Text: cut(text)}}
}

// cut keeps a text within the longest reply, at a blank.
func cut(text string) string {
	if len(text) <= engine.MaxReply {
		return text
	}
	end := strings.LastIndexByte(text[:engine.MaxReply+1], ' ')
	if end <= 0 {
		return strings.ToValidUTF8(text[:engine.MaxReply-3], "")
	}
	return text[:end]
}

// one after the other, then nothing.
func inTurn(texts []string) func(View, int) (string, bool) {
	return func(_ View, n int) (string, bool) {
		if n >= len(texts) {
			return "", false
		}
		return texts[n], true
	}
}

// silent never does anything: the clock alone plays.
type silent struct{}

// Next implements Player.
func (silent) Next(View) (Move, bool) { return Move{}, false }
