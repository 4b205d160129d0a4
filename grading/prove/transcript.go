package prove

import (
	"fmt"
	"strings"
	"time"

	"proba/engine"
	"proba/scenarios"
)

// Transcript writes a log as the text of a conversation block in a keyword language ("" is English), so that a session
// can be kept as a test. Played again it gives the same replies, actions and answers in the same order; times are cut to
// whole seconds, and the time customer lines took is left out, because in tests they take none. A reply of several
// lines becomes one line.
func Transcript(log []engine.Event, lang string) string {
	w := transcriptWriter{lang: lang}
	for _, e := range log {
		w.event(e)
	}
	return w.text.String()
}

type transcriptWriter struct {
	lang string
	text strings.Builder
	// now is the time of the session, written that of the transcript so far.
	now, written time.Duration
	// spoken is how much time customer lines took up to now.
	spoken time.Duration
}

func (w *transcriptWriter) event(e engine.Event) {
	w.now = e.At
	switch f := e.Fact.(type) {
	case engine.Started:
		w.opening(f)
	case engine.CustomerSaid:
		w.spoken += f.Takes
		w.line("script.customer", oneLine(f.Text))
	case engine.Replied:
		w.reply(oneLine(f.Text))
	case engine.Argued:
		w.line("script.debrief", oneLine(f.Text), f.Question)
	case engine.ContactEnded:
		if f.How == engine.EndedGaveUp || f.How == engine.EndedByLimit || f.How == engine.EndedByPatience {
			w.wait()
		}
	default:
		if action, ok := w.action(e.Fact); ok {
			w.wait()
			w.line("script.agent-does", action)
		}
	}
}

func (w *transcriptWriter) opening(f engine.Started) {
	if f.Variant != "" {
		w.line("script.variant", f.Variant)
	}
	w.line("script.seed", fmt.Sprint(f.Seed))
}

// line writes "word: text"; n fills the hole of the word.
func (w *transcriptWriter) line(word, text string, n ...int) {
	keyword := scenarios.Keyword(word, w.lang)
	for _, number := range n {
		keyword = strings.Replace(keyword, "N", fmt.Sprint(number), 1)
	}
	w.text.WriteString(keyword + ": " + text + "\n")
}

// since is the time that passed since the last line, in whole seconds.
func (w *transcriptWriter) since() time.Duration {
	passed := (w.now - w.spoken - w.written).Truncate(time.Second)
	return max(0, passed)
}

// wait passes the time up to now.
func (w *transcriptWriter) wait() {
	if passed := w.since(); passed > 0 {
		w.line("script.wait", w.seconds(passed))
		w.written += passed
	}
}

// reply writes how long it took where that is not the usual time.
func (w *transcriptWriter) reply(text string) {
	took := w.since()
	w.written += took
	if took != Took {
		text = "(" + w.seconds(took) + ") " + text
	}
	w.line("script.agent", text)
}

func (w *transcriptWriter) seconds(d time.Duration) string {
	return fmt.Sprintf("%d %s", d/time.Second, scenarios.Keyword("unit.second", w.lang))
}

// action is an event of the agent as an event sentence; false for what nobody did.
func (w *transcriptWriter) action(f engine.Fact) (string, bool) {
	switch f := f.(type) {
	case engine.Answered:
		return w.verb("verb.answers", ""), true
	case engine.LookedUp:
		return w.verb("verb.looks-up", f.Name), true
	case engine.Held:
		return w.verb("verb.holds", ""), true
	case engine.Resumed:
		return w.verb("verb.resumes", ""), true
	case engine.Transferred:
		return w.verb("verb.transfers", f.To) + w.warm(f.Warm), true
	case engine.Escalated:
		return w.verb("verb.escalates", f.To), true
	case engine.Consulted:
		return w.verb("verb.consults", f.Whom), true
	case engine.Filed:
		return w.verb("verb.files", f.Form) + filled(f.Fields), true
	case engine.Sent:
		return w.verb("verb.sends", f.Name), true
	case engine.Closed:
		return w.verb("verb.closes", ""), true
	default:
		return "", false
	}
}

func (w *transcriptWriter) verb(id, name string) string {
	return strings.TrimSpace(scenarios.Keyword(id, w.lang) + " " + name)
}

func (w *transcriptWriter) warm(warm bool) string {
	if !warm {
		return ""
	}
	return " " + scenarios.Keyword("mod.warm", w.lang)
}

// filled writes the fields that hold something; a value with a semicolon stands in double quotes.
func filled(fields []engine.FiledField) string {
	var parts []string
	for _, f := range fields {
		if f.Value != "" {
			parts = append(parts, f.Name+" = "+quoted(oneLine(f.Value)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, "; ")
}

// quoted puts a value with a semicolon or a quotation mark at its start between double quotes; quotes inside become
// single ones, since the transcript has no way to write them.
func quoted(value string) string {
	if !strings.Contains(value, ";") && !strings.HasPrefix(value, `"`) {
		return value
	}
	return `"` + strings.ReplaceAll(value, `"`, `'`) + `"`
}
