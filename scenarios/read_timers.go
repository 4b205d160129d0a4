package scenarios

import "time"

// timerWords maps the words of the table to the timers.
var timerWords = map[word]Timer{
	"timer.answer": TimerAnswer, "timer.first-reply": TimerFirstReply, "timer.gives-up": TimerGivesUp,
	"timer.reply": TimerReply, "timer.dead-air": TimerDeadAir, "timer.longest-hold": TimerLongestHold,
	"timer.wrap-up": TimerWrapUp, "timer.limit": TimerLimit,
}

// timers reads the table of timers into a scenario.
func (r *reader) timers(section *part, sc *Scenario) {
	if section == nil {
		return
	}
	g, ok := r.grid(section, []word{"head.timer", "head.value"}, nil)
	if !ok {
		return
	}
	sc.Timers = map[Timer]time.Duration{}
	for _, row := range g.rows {
		r.timer(g, row, sc)
	}
	r.rowsOnce("timer", g, "head.timer")
}

func (r *reader) timer(g grid, row []rich, sc *Scenario) {
	name, _ := g.cell(row, "head.timer")
	value, _ := g.cell(row, "head.value")
	if name.empty() {
		return
	}
	w, ok := timerWord(name.text, sc.Channel)
	if !ok {
		r.badCell(g, name, "head.timer", wordsOf("timer"))
		return
	}
	if w == "timer.tries" {
		r.tries(g, value, sc)
		return
	}
	d, ok := durationOf(value.text)
	if !ok || d == 0 {
		r.report("S014/time", value, details{"text": value.text})
		return
	}
	sc.Timers[timerWords[w]] = d
}

// timerWord reads a timer's name. Where one word is two timers, the channel tells: phone and counter are answered, chat
// and e-mail replied to (KEYWORDS 10).
func timerWord(name string, channel Channel) (word, bool) {
	found := lookupAll("timer", name)
	if len(found) == 0 {
		return "", false
	}
	other := word("timer.reply")
	if channel == Phone || channel == Counter {
		other = "timer.answer"
	}
	for _, m := range found {
		if m.word == other {
			return m.word, true
		}
	}
	return found[0].word, true
}

// tries reads how often the customer rephrases.
func (r *reader) tries(g grid, value rich, sc *Scenario) {
	n, rest, ok := leadingNumber(value.text)
	if !ok || rest != "" || n > 10 {
		r.report("S003/range", value, details{"key": Keyword("timer.tries", r.src.language), "value": value.text, "min": "0", "max": "10"})
		return
	}
	sc.Tries = &n
}
